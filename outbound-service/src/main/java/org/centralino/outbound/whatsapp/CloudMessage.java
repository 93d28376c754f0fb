package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.outbound.dispatch.domain.Message;
import org.jspecify.annotations.Nullable;

/// A message as the platform wants it (fact sheet, section 8).
final class CloudMessage {

    private CloudMessage() {}

    /// @return the body of the call
    static String of(Message message, ObjectMapper json) {
        var body = json.createObjectNode().put("messaging_product", "whatsapp");
        address(body, message.recipient());
        say(body, message.content());
        // Every status of the message brings it back.
        body.put("biz_opaque_callback_data", message.trace().messageId().toString());
        return body.toString();
    }

    /// The phone number wins when both are known.
    private static void address(ObjectNode body, Recipient recipient) {
        body.put("recipient_type", recipient.groupId() == null ? "individual" : "group");
        if (recipient.groupId() != null) {
            body.put("to", recipient.groupId());
        } else if (recipient.phone() != null) {
            body.put("to", withPlus(recipient.phone()));
        } else {
            body.put("recipient", recipient.bsuid());
        }
    }

    private static void say(ObjectNode body, Content content) {
        switch (content) {
            case Content.Text(var text) ->
                body.put("type", "text").putObject("text").put("body", text);
            case Content.FromTemplate sent -> body.put("type", "template").set("template", CloudTemplate.of(sent));
            case Content.WithFile file -> file(body, file);
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
