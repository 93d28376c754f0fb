/// The words of messages, as they are looked for: how a text is folded into them, and the table in
/// which they stand.
@NullMarked
package org.centralino.conversation.words;

import org.jspecify.annotations.NullMarked;
