@NullMarked
package org.centralino.conversation.restore;

import org.jspecify.annotations.NullMarked;
