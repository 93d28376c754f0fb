/// Emojis that operators set on messages: one of the business on each.
@NullMarked
package org.centralino.conversation.reaction;

import org.jspecify.annotations.NullMarked;
