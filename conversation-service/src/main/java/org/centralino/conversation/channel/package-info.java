/// Which business numbers were removed, so that nobody writes from one of them, and whose products each shows.
@NullMarked
package org.centralino.conversation.channel;

import org.jspecify.annotations.NullMarked;
