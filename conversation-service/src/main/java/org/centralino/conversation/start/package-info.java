/// Conversations that an operator begins, by a template.
@NullMarked
package org.centralino.conversation.start;

import org.jspecify.annotations.NullMarked;
