package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.outbound.dispatch.domain.Message;
import org.jspecify.annotations.Nullable;

/// A message as the platform wants it (fact sheet, section 8).
final class CloudMessage {
    private static final Pattern A_PAGE = Pattern.compile("\\bhttps?://\\S", Pattern.CASE_INSENSITIVE);

    private CloudMessage() {}

    /// @return the body of the call
    static String of(Message message, ObjectMapper json) {
        var body = json.createObjectNode().put("messaging_product", "whatsapp");
        address(body, message.recipient());
        say(body, message.content(), message.trace().messageId().toString());
        if (message.answers() != null) {
            body.putObject("context").put("message_id", message.answers());
        }
        // Every status of the message brings it back.
        body.put("biz_opaque_callback_data", message.trace().messageId().toString());
        return body.toString();
    }

    /// The phone number wins when both are known.
    static void address(ObjectNode body, Recipient recipient) {
        body.put("recipient_type", recipient.groupId() == null ? "individual" : "group");
        if (recipient.groupId() != null) {
            body.put("to", recipient.groupId());
        } else if (recipient.phone() != null) {
            body.put("to", withPlus(recipient.phone()));
        } else {
            body.put("recipient", recipient.bsuid());
        }
    }

    /// @param token what a form of it brings back, filled in
    private static void say(ObjectNode body, Content content, String token) {
        switch (content) {
            case Content.Text(var text) -> text(body, text);
            case Content.FromTemplate sent ->
                body.put("type", "template").set("template", CloudTemplate.of(sent, token));
            case Content.WithFile file -> file(body, file);
            case Content.Location place ->
                location(
                        body.put("type", "location").putObject("location"),
                        place.latitude(),
                        place.longitude(),
                        place.name(),
                        place.address());
            case Content.Contacts(var _, var cards, var _) ->
                body.put("type", "contacts").set("contacts", CloudCards.of(cards));
            case Content.Buttons question ->
                body.put("type", "interactive").set("interactive", CloudQuestion.of(question));
            case Content.Options question ->
                body.put("type", "interactive").set("interactive", CloudQuestion.of(question));
            case Content.Link link -> body.put("type", "interactive").set("interactive", CloudQuestion.of(link));
            case Content.LocationRequest request ->
                body.put("type", "interactive").set("interactive", CloudQuestion.of(request));
            case Content.Product product ->
                body.put("type", "interactive").set("interactive", CloudProducts.of(product));
            case Content.Products products ->
                body.put("type", "interactive").set("interactive", CloudProducts.of(products));
            case Content.Catalogue catalogue ->
                body.put("type", "interactive").set("interactive", CloudProducts.of(catalogue));
            default -> throw new IllegalStateException("Refused before: it does not become an intent");
        }
    }

    /// A message and the head of a template name it in the same way.
    static void file(ObjectNode body, Content.WithFile content) {
        switch (content) {
            case Content.Image(var caption, var file) -> caption(named(body, "image", file), caption);
            case Content.Video(var caption, var file) -> caption(named(body, "video", file), caption);
            case Content.Audio(var file) -> named(body, "audio", file);
            case Content.Voice(var file) -> named(body, "audio", file).put("voice", true);
            case Content.Document document -> {
                var named = caption(named(body, "document", document.attachment()), document.caption());
                if (document.name() != null) {
                    named.put("filename", document.name());
                }
            }
            case Content.Sticker sticker -> named(body, "sticker", sticker.attachment());
        }
    }

    /// Where a page is named the customer sees what it is, as in WhatsApp's own apps.
    private static void text(ObjectNode body, String text) {
        var content = body.put("type", "text").putObject("text").put("body", text);
        if (A_PAGE.matcher(text).find()) {
            content.put("preview_url", true);
        }
    }

    /// A message and the head of a template say a place in the same way.
    static void location(
            ObjectNode body, double latitude, double longitude, @Nullable String name, @Nullable String address) {
        body.put("latitude", latitude).put("longitude", longitude);
        if (name != null) {
            body.put("name", name);
        }
        if (address != null) {
            body.put("address", address);
        }
    }

    /// By the platform's own id of the file.
    private static ObjectNode named(ObjectNode body, String type, Content.Attachment file) {
        return body.put("type", type).putObject(type).put("id", file.mediaId());
    }

    private static ObjectNode caption(ObjectNode file, @Nullable String caption) {
        return caption == null ? file : file.put("caption", caption);
    }

    /// Without it the platform may put our own country code in front.
    private static String withPlus(String phone) {
        return phone.startsWith("+") ? phone : "+" + phone;
    }
}
