package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.centralino.events.Speaker;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageEchoed;
import org.centralino.events.WhatsAppEvent.MessageEdited;
import org.centralino.events.WhatsAppEvent.MessageRevoked;
import org.centralino.gateway.webhook.domain.WebhookTranslation.Sent;
import org.jspecify.annotations.Nullable;

/// Reads what somebody else wrote in the business's name: on its phone, or by another application (fact
/// sheet, sections 16 and 17). Whom it was written to stands where the writer of a customer's message
/// does.
final class EchoReading {
    private EchoReading() {}

    /// @param sent whose customer is the one that it was written to
    /// @return the message, or what was done to one; null when that cannot be told
    static @Nullable WhatsAppEvent echoOf(JsonNode message, Speaker speaker, Sent sent) {
        var type = Objects.requireNonNullElse(text(message, "type"), "unknown");
        return switch (type) {
            case "edit", "revoke" -> ours(ChangeReading.changeOf(type, message, sent));
            default ->
                new MessageEchoed(
                        sent.phoneNumberId(),
                        sent.platformId(),
                        sent.customer(),
                        speaker,
                        sent.at(),
                        sent.receivedAt(),
                        ContentReading.contentOf(type, message),
                        ContextReading.contextOf(message),
                        sent.raw());
        };
    }

    private static @Nullable WhatsAppEvent ours(@Nullable WhatsAppEvent change) {
        return switch (change) {
            case MessageEdited it ->
                new MessageEdited(
                        it.phoneNumberId(),
                        it.platformId(),
                        it.customer(),
                        true,
                        it.target(),
                        it.content(),
                        it.sentAt(),
                        it.receivedAt(),
                        it.raw());
            case MessageRevoked it ->
                new MessageRevoked(
                        it.phoneNumberId(),
                        it.platformId(),
                        it.customer(),
                        true,
                        it.target(),
                        it.sentAt(),
                        it.receivedAt(),
                        it.raw());
            case null, default -> null;
        };
    }
}
