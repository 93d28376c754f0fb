package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.joined;
import static org.centralino.gateway.webhook.domain.PlatformJson.line;
import static org.centralino.gateway.webhook.domain.PlatformJson.membersOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;
import static org.centralino.gateway.webhook.domain.PlatformJson.timeOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.url;
import static org.centralino.gateway.webhook.domain.PlatformJson.word;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.centralino.events.Content;
import org.centralino.events.PlatformError;
import org.centralino.events.UnicodeText;
import org.jspecify.annotations.Nullable;

/// Reads what a customer's message says (fact sheet, sections 4.2, 4.6 and 4.9). What is not as it should
/// be is [Content.Unsupported], with the words that came with it.
final class ContentReading {
    /// So many names of products say enough of a list.
    private static final int MOST_PRODUCTS = 30;

    private ContentReading() {}

    /// @param type the platform's name of the kind
    static Content contentOf(String type, JsonNode message) {
        var said = message.path(type);
        var understood = understood(type, said, message);
        return understood != null
                ? understood
                : new Content.Unsupported(word(type), words(type, said), detail(type, message), error(message));
    }

    private static @Nullable Content understood(String type, JsonNode said, JsonNode message) {
        return switch (type) {
            case "text" -> written(said.path("body"));
            case "location" -> location(said);
            case "contacts" -> CardReading.contacts(said, text(message, "origin"));
            case "order" -> OrderReading.order(said);
            case "button" -> choice(line(said, "text"), null, Content.Choice.Of.TEMPLATE, line(said, "payload"));
            case "interactive" -> answer(text(said, "type"), said);
            case "image", "video", "audio", "document", "sticker" -> file(type, said);
            default -> null;
        };
    }

    /// A file without an id cannot be had: then why stands beside it.
    private static @Nullable Content file(String type, JsonNode said) {
        var id = line(said, "id");
        if (id == null) {
            return null;
        }
        var attachment = new Content.Attachment(id, line(said, "mime_type"), line(said, "sha256"), url(said, "url"));
        var caption = text(said, "caption");
        return switch (type) {
            case "image" -> new Content.Image(caption, attachment);
            case "video" -> new Content.Video(caption, attachment);
            case "audio" ->
                said.path("voice").asBoolean() ? new Content.Voice(attachment) : new Content.Audio(attachment);
            case "sticker" -> new Content.Sticker(said.path("animated").asBoolean(), attachment);
            default -> {
                var name = line(said, "filename");
                yield new Content.Document(joined(Stream.of(name, caption)), name, caption, attachment);
            }
        };
    }

    private static @Nullable Content written(JsonNode body) {
        return body.isTextual() ? new Content.Text(UnicodeText.storable(body.textValue())) : null;
    }

    private static @Nullable Content location(JsonNode said) {
        var latitude = degrees(said.path("latitude"), 90);
        var longitude = degrees(said.path("longitude"), 180);
        return latitude == null || longitude == null
                ? null
                : new Content.Location(
                        nameAndAddress(said),
                        latitude,
                        longitude,
                        line(said, "name"),
                        line(said, "address"),
                        url(said, "url"));
    }

    /// @return degrees, as a number or as text; null when it is none, or none on the earth
    private static @Nullable Double degrees(JsonNode value, int most) {
        var number = Decimal.of(value);
        if (number == null) {
            return null;
        }
        var degrees = number.doubleValue();
        return Math.abs(degrees) <= most ? degrees : null;
    }

    private static @Nullable String nameAndAddress(JsonNode location) {
        return joined(Stream.of(line(location, "name"), line(location, "address")));
    }

    private static @Nullable Content answer(@Nullable String kind, JsonNode interactive) {
        if (kind == null) {
            return null;
        }
        var reply = interactive.path(kind);
        return switch (kind) {
            case "button_reply" -> choice(line(reply, "title"), null, Content.Choice.Of.BUTTON, line(reply, "id"));
            case "list_reply" ->
                choice(line(reply, "title"), line(reply, "description"), Content.Choice.Of.LIST, line(reply, "id"));
            case "nfm_reply" -> FormReading.form(reply);
            case "call_permission_reply" -> callPermission(reply);
            default -> null;
        };
    }

    /// What was pressed without saying what stands on it is known by the name that the business gave it.
    private static @Nullable Content choice(
            @Nullable String title, @Nullable String description, Content.Choice.Of of, @Nullable String payload) {
        var text = firstOf(title, payload);
        return text == null ? null : new Content.Choice(text, description, of, payload);
    }

    private static @Nullable Content callPermission(JsonNode reply) {
        var permanent = reply.path("is_permanent").asBoolean();
        return switch (text(reply, "response")) {
            case "accept" ->
                new Content.CallPermission(
                        true, permanent, permanent ? null : timeOf(reply.path("expiration_timestamp")));
            case "reject" -> new Content.CallPermission(false, false, null);
            case null, default -> null;
        };
    }

    /// @return the words that came with a message that is not shown
    private static @Nullable String words(String type, JsonNode said) {
        return switch (type) {
            case "image", "video" -> text(said, "caption");
            case "document" -> firstOf(text(said, "caption"), text(said, "filename"));
            case "location" -> nameAndAddress(said);
            case "interactive" -> wordsOfAnswer(said.path(said.path("type").asText()));
            default -> null;
        };
    }

    /// @return what an answer of a kind that is not known says for itself, or the names of what it is about
    private static @Nullable String wordsOfAnswer(JsonNode reply) {
        var said = firstOf(text(reply, "title"), firstOf(text(reply, "body"), text(reply.path("body"), "text")));
        return firstOf(said, firstOf(firstOf(line(reply, "name"), productsOf(reply)), line(reply, "id")));
    }

    /// A product stands alone, in a list, or in the sections of one.
    private static @Nullable String productsOf(JsonNode reply) {
        var listed = Stream.concat(Stream.of(reply), membersOf(reply.path("sections")))
                .flatMap(part -> membersOf(part.path("product_items")));
        return joined(Stream.concat(Stream.of(reply), listed)
                .limit(MOST_PRODUCTS)
                .<@Nullable String>map(product -> line(product, "product_retailer_id")));
    }

    /// @return what the platform calls it more closely
    private static @Nullable String detail(String type, JsonNode message) {
        var about = switch (type) {
            case "interactive" -> text(message.path("interactive"), "type");
            case "unsupported", "unknown" -> text(message.path("unsupported"), "type");
            default -> null;
        };
        return about == null ? null : word(about);
    }

    private static @Nullable PlatformError error(JsonNode message) {
        return membersOf(message.path("errors"))
                .filter(JsonNode::isObject)
                .findFirst()
                .map(PlatformJson::error)
                .orElse(null);
    }
}
