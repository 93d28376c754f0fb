package org.centralino.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An emoji that stands on a message.
///
/// @param emoji as it was chosen, its skin tone included
/// @param by the operator who set it; null when it is a customer's
/// @param at when, by the platform's clock
/// @param sender who of a group set it; null in a conversation with one customer
/// @param status how far one that an operator set has come: queued, accepted or failed; null for a customer's
/// @param error why it failed, if it did
public record Reaction(
        String emoji,
        @Nullable Person by,
        Instant at,
        ConversationEvent.@Nullable Sender sender,
        @Nullable MessageStatus status,
        @Nullable PlatformError error) {

    /// A customer's.
    public Reaction(String emoji, @Nullable Person by, Instant at, ConversationEvent.@Nullable Sender sender) {
        this(emoji, by, at, sender, null, null);
    }

    /// In a conversation with one customer.
    public Reaction(String emoji, @Nullable Person by, Instant at) {
        this(emoji, by, at, null);
    }
}
