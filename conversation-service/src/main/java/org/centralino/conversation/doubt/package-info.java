@NullMarked
package org.centralino.conversation.doubt;

import org.jspecify.annotations.NullMarked;
