/// What is set on customers' messages: emojis of ours, and that they were read. None of it is a message: it is called
/// beside the messages, and never holds one up.
@NullMarked
package org.centralino.outbound.mark;

import org.jspecify.annotations.NullMarked;
