package org.centralino.conversation.change.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Sender;
import org.centralino.events.DerivedId;
import org.centralino.events.WhatsAppEvent;
import org.jspecify.annotations.Nullable;

/// What somebody did to a message that stands in the timeline, or has not come yet.
public sealed interface MessageChange {
    /// The same for the same change, however often it is delivered.
    UUID id();

    String phoneNumberId();

    /// What the platform calls the message.
    String platformId();

    /// When, by the platform's clock.
    Instant at();

    /// @param sender who of a group set it; null in a conversation with one customer, and of one who is
    ///     not recognised yet
    /// @param emoji null takes it away
    record Reaction(
            UUID id,
            String phoneNumberId,
            String platformId,
            @Nullable Sender sender,
            @Nullable String emoji,
            Instant at)
            implements MessageChange {
        public Reaction by(Sender recognised) {
            return new Reaction(id, phoneNumberId, platformId, recognised, emoji, at);
        }
    }

    /// @param ours whether it is one of the business
    /// @param content what the message says now
    record Edit(UUID id, String phoneNumberId, String platformId, boolean ours, Content content, Instant at)
            implements MessageChange {}

    /// Who wrote it deleted it.
    ///
    /// @param ours whether it was one of the business
    record Revocation(UUID id, String phoneNumberId, String platformId, boolean ours, Instant at)
            implements MessageChange {}

    /// @return the change that the platform tells; nothing when it tells of something else
    static Optional<MessageChange> of(WhatsAppEvent event) {
        return switch (event) {
            case WhatsAppEvent.ReactionReceived it ->
                Optional.of(new Reaction(idOf(it), it.phoneNumberId(), it.target(), null, it.emoji(), it.sentAt()));
            case WhatsAppEvent.MessageEdited it ->
                Optional.of(new Edit(
                        id("edit", it.phoneNumberId(), it.platformId()),
                        it.phoneNumberId(),
                        it.target(),
                        it.ours(),
                        it.content(),
                        it.sentAt()));
            case WhatsAppEvent.MessageRevoked it ->
                Optional.of(new Revocation(
                        id("revocation", it.phoneNumberId(), it.platformId()),
                        it.phoneNumberId(),
                        it.target(),
                        it.ours(),
                        it.sentAt()));
            default -> Optional.empty();
        };
    }

    /// @return the id of the change that this reaction is
    static UUID idOf(WhatsAppEvent.ReactionReceived reaction) {
        return id("reaction", reaction.phoneNumberId(), reaction.platformId());
    }

    private static UUID id(String kind, String phoneNumberId, String platformId) {
        return DerivedId.of(kind, phoneNumberId, platformId);
    }
}
