package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.centralino.events.Content;
import org.centralino.outbound.dispatch.domain.Message;
import org.jspecify.annotations.Nullable;

/// A message as the platform wants it (fact sheet, section 8.1).
///
/// @param to the phone number with its +, which wins when both are known; or the id of a group
/// @param recipient the business-scoped user id, when the number is not known
/// @param callbackData our message id, which every status of the message brings back
@JsonInclude(JsonInclude.Include.NON_NULL)
record CloudMessage(
        @JsonProperty("messaging_product") String product,
        @JsonProperty("recipient_type") String recipientType,
        @JsonProperty("to") @Nullable String to,
        @JsonProperty("recipient") @Nullable String recipient,
        @JsonProperty("type") String type,
        @JsonProperty("text") Text text,
        @JsonProperty("biz_opaque_callback_data") String callbackData) {

    record Text(@JsonProperty("body") String body) {}

    static CloudMessage of(Message message) {
        var phone = message.recipient().phone();
        var groupId = message.recipient().groupId();
        return new CloudMessage(
                "whatsapp",
                groupId == null ? "individual" : "group",
                groupId != null ? groupId : phone == null ? null : withPlus(phone),
                groupId == null && phone == null ? message.recipient().bsuid() : null,
                "text",
                textOf(message.content()),
                message.trace().messageId().toString());
    }

    String asJson(ObjectMapper json) {
        try {
            return json.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of strings is always JSON", impossible);
        }
    }

    private static Text textOf(Content content) {
        if (content instanceof Content.Text(var body)) {
            return new Text(body);
        }
        throw new IllegalStateException("Refused before: only text becomes an intent");
    }

    /// Without it the platform may put our own country code in front.
    private static String withPlus(String phone) {
        return phone.startsWith("+") ? phone : "+" + phone;
    }
}
