package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.cut;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.centralino.events.Content;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageEdited;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.MessageRevoked;
import org.centralino.events.WhatsAppEvent.ReactionReceived;
import org.centralino.gateway.webhook.domain.WebhookTranslation.Sent;
import org.jspecify.annotations.Nullable;

/// Reads what happens to a message that was there before: an emoji, an edit, a deletion (fact sheet, sections 4.2
/// and 4.8).
final class ChangeReading {
    /// The longest emoji there is, a family of four with skin tones, has 20 characters.
    private static final int LONGEST_EMOJI = 64;

    private ChangeReading() {}

    /// @param type `reaction`, `edit` or `revoke`
    /// @return the change; null when it does not say of which message
    static @Nullable WhatsAppEvent changeOf(String type, JsonNode message, Sent sent) {
        var said = message.path(type);
        var target = text(said, type.equals("reaction") ? "message_id" : "original_message_id");
        if (target == null) {
            return null;
        }
        return switch (type) {
            case "reaction" -> reaction(said, target, sent);
            case "edit" -> edit(said.path("message"), target, sent);
            default ->
                new MessageRevoked(
                        sent.phoneNumberId(),
                        sent.platformId(),
                        sent.customer(),
                        false,
                        target,
                        sent.at(),
                        sent.receivedAt(),
                        sent.groupId(),
                        sent.raw());
        };
    }

    /// No emoji, or an empty one, takes it away.
    private static ReactionReceived reaction(JsonNode said, String target, Sent sent) {
        var emoji = text(said, "emoji");
        return new ReactionReceived(
                sent.phoneNumberId(),
                sent.platformId(),
                sent.customer(),
                target,
                emoji == null || emoji.isBlank() ? null : cut(emoji, LONGEST_EMOJI),
                sent.at(),
                sent.receivedAt(),
                sent.groupId(),
                sent.raw());
    }

    /// It repeats the whole message; what it says to answer may be made up, and is not read. An edit that does not
    /// tell the new words is what the platform sends where it tells none (fact sheet, 4.8).
    private static WhatsAppEvent edit(JsonNode edited, String target, Sent sent) {
        var content = ContentReading.contentOf(Objects.requireNonNullElse(text(edited, "type"), "unknown"), edited);
        return content instanceof Content.Unsupported
                ? new MessageReceived(
                        sent.phoneNumberId(),
                        sent.platformId(),
                        sent.customer(),
                        sent.at(),
                        sent.receivedAt(),
                        new Content.Unsupported("unsupported", null, "edit", null),
                        null,
                        false,
                        sent.groupId(),
                        sent.raw())
                : new MessageEdited(
                        sent.phoneNumberId(),
                        sent.platformId(),
                        sent.customer(),
                        false,
                        target,
                        content,
                        sent.at(),
                        sent.receivedAt(),
                        sent.groupId(),
                        sent.raw());
    }
}
