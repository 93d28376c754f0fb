@NullMarked
package org.centralino.conversation.change;

import org.jspecify.annotations.NullMarked;
