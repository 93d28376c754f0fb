package org.centralino.simulator.graph.domain;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.centralino.simulator.platform.domain.PhoneNumber;

/// A body posted to `/{version}/{phone-number-id}/messages`, understood or not.
public sealed interface GraphRequest {
    /// The longest text that the platform takes, in characters.
    int LONGEST_TEXT = 4096;

    /// A text to a customer.
    ///
    /// @param input `to` as it was written; null when addressed by BSUID
    /// @param phone its digits; null when addressed by BSUID
    /// @param bsuid `recipient`; null when addressed by phone, which wins
    /// @param quotedWamid may be null
    /// @param callbackData may be null
    record SendText(String input, String phone, String bsuid, String text, String quotedWamid, String callbackData)
            implements GraphRequest {
        /// @return who shall get it
        public String identity() {
            return phone == null ? bsuid : phone;
        }
    }

    /// The business read a message; perhaps it is typing.
    record MarkRead(String wamid, boolean typing) implements GraphRequest {}

    /// The platform would not take it.
    record Refused(GraphError error) implements GraphRequest {}

    /// @param body the JSON object as maps, lists and plain values; null when it was none
    static GraphRequest of(Map<?, ?> body) {
        return Understanding.of(body);
    }

    /// How a body is understood.
    final class Understanding {
        private static final Pattern BSUID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
        private static final int LONGEST_CALLBACK_DATA = 512;
        private static final Set<String> TYPES = Set.of(
                "text",
                "image",
                "video",
                "audio",
                "document",
                "sticker",
                "location",
                "contacts",
                "reaction",
                "template",
                "interactive",
                "pin");

        private Understanding() {}

        private static GraphRequest of(Map<?, ?> body) {
            if (body == null || body.get("messaging_product") == null) {
                return refused(GraphError.missing("messaging_product"));
            }
            if (!"whatsapp".equals(body.get("messaging_product"))) {
                return refused(GraphError.invalid("Param messaging_product must be one of {WHATSAPP}."));
            }
            return body.containsKey("status") ? markRead(body) : send(body);
        }

        private static GraphRequest markRead(Map<?, ?> body) {
            if (!"read".equals(body.get("status"))) {
                return refused(GraphError.invalid("Param status must be one of {READ}."));
            }
            if (!(body.get("message_id") instanceof String wamid) || wamid.isEmpty()) {
                return refused(GraphError.missing("message_id"));
            }
            if (!body.containsKey("typing_indicator")) {
                return new MarkRead(wamid, false);
            }
            return body.get("typing_indicator") instanceof Map<?, ?> typing && "text".equals(typing.get("type"))
                    ? new MarkRead(wamid, true)
                    : refused(GraphError.invalid("Param typing_indicator['type'] must be one of {TEXT}."));
        }

        private static GraphRequest send(Map<?, ?> body) {
            if (body.get("recipient_type") instanceof String kind && !kind.equals("individual")) {
                return refused(GraphError.invalid("This simulator has no groups: recipient_type is individual."));
            }
            var to = body.get("to") instanceof String text && !text.isBlank() ? text : null;
            var recipient = body.get("recipient") instanceof String text && !text.isBlank() ? text : null;
            if (to == null && recipient == null) {
                return refused(GraphError.missing("to"));
            }
            var phone = to == null ? null : PhoneNumber.digits(to).orElse(null);
            if (to != null && phone == null) {
                return refused(GraphError.unusableValue("Recipient phone number is not valid."));
            }
            if (to == null && !BSUID.matcher(recipient).matches()) {
                return refused(GraphError.unusableValue("Recipient user id is not valid."));
            }
            return text(body, to, phone, to == null ? recipient : null);
        }

        private static GraphRequest text(Map<?, ?> body, String to, String phone, String bsuid) {
            var type = body.get("type") == null ? "text" : body.get("type").toString();
            if (!TYPES.contains(type)) {
                return refused(GraphError.invalid("Param type must be one of {%s}."
                        .formatted(String.join(", ", TYPES.stream().sorted().toList()))));
            }
            if (!type.equals("text")) {
                return refused(GraphError.unsupportedType(type));
            }
            if (!(body.get("text") instanceof Map<?, ?> content)
                    || !(content.get("body") instanceof String text)
                    || text.isEmpty()) {
                return refused(GraphError.missing("text['body']"));
            }
            if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
                return refused(GraphError.invalid(
                        "Param text['body'] must be at most %d characters long.".formatted(LONGEST_TEXT)));
            }
            var callbackData = body.get("biz_opaque_callback_data");
            if (callbackData != null && callbackData.toString().length() > LONGEST_CALLBACK_DATA) {
                return refused(GraphError.invalid("Param biz_opaque_callback_data must be at most %d characters long."
                        .formatted(LONGEST_CALLBACK_DATA)));
            }
            return new SendText(
                    to,
                    phone,
                    bsuid,
                    text,
                    body.get("context") instanceof Map<?, ?> context && context.get("message_id") instanceof String id
                            ? id
                            : null,
                    callbackData == null ? null : callbackData.toString());
        }

        private static Refused refused(GraphError error) {
            return new Refused(error);
        }
    }
}
