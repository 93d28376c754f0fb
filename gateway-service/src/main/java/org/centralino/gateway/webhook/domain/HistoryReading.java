package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.digits;
import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.line;
import static org.centralino.gateway.webhook.domain.PlatformJson.membersOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.centralino.events.Content;
import org.centralino.events.UnicodeText;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageEchoed;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.MessageSynced;
import org.centralino.events.WhatsAppEvent.SyncProgressed;
import org.jspecify.annotations.Nullable;

/// Reads what the phone hands over of the time before (fact sheet, section 16): pieces with threads of
/// messages, and later, alone, the messages whose files were missing. A message in a thread may leave
/// out whom the thread is with.
final class HistoryReading {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private HistoryReading() {}

    /// A message of a thread, completed by what the thread says.
    ///
    /// @param ours whether the business wrote it
    /// @param contacts with whom the thread is, in the form of a change's contacts
    /// @param raw the message as it came
    /// @param status how far it had come, in the platform's word
    /// @param behind how many messages of its thread stand before it in the same second
    record Past(
            JsonNode message,
            boolean ours,
            JsonNode contacts,
            String raw,
            @Nullable String status,
            int behind) {}

    /// @param businessNumber the number of ours, in digits; null when the change does not tell it
    /// @return the messages of all threads of the piece
    static List<Past> messagesIn(JsonNode piece, @Nullable String businessNumber) {
        return membersOf(piece.path("threads"))
                .flatMap(thread -> messagesOf(thread, businessNumber))
                .toList();
    }

    private static Stream<Past> messagesOf(JsonNode thread, @Nullable String businessNumber) {
        var inTheSecond = new HashMap<JsonNode, Integer>();
        return membersOf(thread.path("messages"))
                .map(it ->
                        past(thread, it, businessNumber, inTheSecond.merge(it.path("timestamp"), 1, Integer::sum) - 1));
    }

    /// @param messages how many are in the piece
    static SyncProgressed progressOf(JsonNode piece, String phoneNumberId, int messages, Instant receivedAt) {
        var metadata = piece.path("metadata");
        return new SyncProgressed(
                phoneNumberId,
                number(metadata, "phase"),
                number(metadata, "chunk_order"),
                number(metadata, "progress"),
                messages,
                membersOf(piece.path("errors"))
                        .findFirst()
                        .map(PlatformJson::error)
                        .orElse(null),
                receivedAt,
                withoutThreads(piece));
    }

    /// What was read like a live message is none: it is told as one of the past. What was done to a
    /// message is told as ever.
    ///
    /// The platform tells whole seconds. Whoever hears messages of one second apart from each other still
    /// has them in the order of their thread: each is a microsecond behind the one before it.
    ///
    /// @param status how far it had come, in the platform's word; null when that is not told
    /// @param behind how many stand before it in the same second
    /// @return null for what cannot be told of the past
    static @Nullable WhatsAppEvent inThePast(WhatsAppEvent event, @Nullable String status, int behind) {
        return switch (event) {
            case MessageReceived it ->
                new MessageSynced(
                        it.phoneNumberId(),
                        it.platformId(),
                        it.customer(),
                        false,
                        status,
                        it.sentAt().plus(behind, ChronoUnit.MICROS),
                        it.receivedAt(),
                        it.content(),
                        it.context(),
                        it.raw());
            // An emoji of the business' own has no place here, and is no message.
            case MessageEchoed it when isReaction(it.content()) -> null;
            case MessageEchoed it ->
                new MessageSynced(
                        it.phoneNumberId(),
                        it.platformId(),
                        it.customer(),
                        true,
                        status,
                        it.sentAt().plus(behind, ChronoUnit.MICROS),
                        it.receivedAt(),
                        it.content(),
                        it.context(),
                        it.raw());
            // Which keys a customer had since is known by how the thread is called today.
            case WhatsAppEvent.CustomerChanged _ -> null;
            default -> event;
        };
    }

    private static boolean isReaction(Content content) {
        return content instanceof Content.Unsupported it && it.platformType().equals("reaction");
    }

    private static Past past(JsonNode thread, JsonNode message, @Nullable String businessNumber, int behind) {
        var context = thread.path("context");
        var waId = digits(firstOf(text(context, "wa_id"), numberOf(thread)));
        var bsuid = text(context, "user_id");
        var ours = isOurs(message, waId, bsuid, businessNumber);
        return new Past(
                completed(message, ours ? "to" : "from", waId, bsuid),
                ours,
                contacts(context, waId, bsuid),
                message.toString(),
                line(message.path("history_context"), "status"),
                behind);
    }

    /// A thread is called by the customer's number, or by his id where the number is withheld.
    private static @Nullable String numberOf(JsonNode thread) {
        var id = digits(text(thread, "id"));
        return id != null && id.chars().allMatch(Character::isDigit) ? id : null;
    }

    private static boolean isOurs(
            JsonNode message, @Nullable String waId, @Nullable String bsuid, @Nullable String businessNumber) {
        var from = digits(text(message, "from"));
        if (from == null) {
            var fromUser = text(message, "from_user_id");
            return fromUser == null ? message.has("to") || message.has("to_user_id") : !fromUser.equals(bsuid);
        }
        return from.equals(businessNumber) || !from.equals(waId) && businessNumber == null;
    }

    /// @param side where the customer stands in a message of this direction
    private static JsonNode completed(JsonNode message, String side, @Nullable String waId, @Nullable String bsuid) {
        if (!(message instanceof ObjectNode object)
                || text(message, side) != null
                || text(message, side + "_user_id") != null) {
            return message;
        }
        var whole = object.deepCopy();
        if (waId != null) {
            whole.put(side, waId);
        }
        if (bsuid != null) {
            whole.put(side + "_user_id", bsuid);
        }
        return whole;
    }

    private static JsonNode contacts(JsonNode context, @Nullable String waId, @Nullable String bsuid) {
        var contact = JSON.objectNode().put("wa_id", waId).put("user_id", bsuid);
        contact.put("parent_user_id", text(context, "parent_user_id"));
        contact.putObject("profile").put("username", text(context, "username")).put("name", text(context, "name"));
        return JSON.arrayNode().add(contact);
    }

    private static @Nullable Integer number(JsonNode metadata, String field) {
        var value = metadata.path(field);
        if (value.canConvertToInt() && value.isNumber()) {
            return value.intValue();
        }
        var written = text(value);
        return written != null && written.matches("\\d{1,6}") ? Integer.valueOf(written) : null;
    }

    private static String withoutThreads(JsonNode piece) {
        var rest = JSON.objectNode();
        Stream.of("metadata", "errors").filter(piece::has).forEach(name -> rest.set(name, piece.path(name)));
        return UnicodeText.storable(rest.toString());
    }
}
