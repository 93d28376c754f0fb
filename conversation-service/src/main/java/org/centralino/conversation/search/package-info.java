/// The search over what was said: which messages have certain words in them, of the conversations
/// that an operator may see.
@NullMarked
package org.centralino.conversation.search;

import org.jspecify.annotations.NullMarked;
