/// Templates that can be sent: a copy of what the outbound service tells, and what is offered of it in a conversation.
@NullMarked
package org.centralino.conversation.template;

import org.jspecify.annotations.NullMarked;
