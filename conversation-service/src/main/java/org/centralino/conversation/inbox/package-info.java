@NullMarked
package org.centralino.conversation.inbox;

import org.jspecify.annotations.NullMarked;
