package org.centralino.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that another one answers, as it was when that was told.
///
/// @param messageId our id of it
/// @param author the operator who wrote it; null when somebody else did
/// @param speaker who else wrote it for the business; null when an operator did, or the customer
/// @param content what it says
/// @param sender who of a group wrote it; null when it was not one of them
public record Quoted(
        UUID messageId,
        @Nullable Person author,
        @Nullable Speaker speaker,
        Content content,
        ConversationEvent.@Nullable Sender sender) {

    /// Of nobody in a group.
    public Quoted(UUID messageId, @Nullable Person author, @Nullable Speaker speaker, Content content) {
        this(messageId, author, speaker, content, null);
    }
}
