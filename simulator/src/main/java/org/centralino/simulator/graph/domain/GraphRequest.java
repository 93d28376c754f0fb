package org.centralino.simulator.graph.domain;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.centralino.simulator.platform.domain.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// A body posted to `/{version}/{phone-number-id}/messages`, understood or not.
public sealed interface GraphRequest {
    /// The longest text that the platform takes, in characters.
    int LONGEST_TEXT = 4096;

    /// A message to a customer.
    sealed interface Send extends GraphRequest {
        Recipient recipient();

        /// @return its words; empty when it has none
        String text();

        /// @return the platform's name of its kind
        String type();

        /// @return the message that it answers; null when it answers none
        @Nullable
        String quotedWamid();

        /// @return what every status shall echo; null when that is nothing
        @Nullable
        String callbackData();
    }

    /// A text to a customer.
    record SendText(
            Recipient recipient,
            String text,
            @Nullable String quotedWamid,
            @Nullable String callbackData) implements Send {
        @Override
        public String type() {
            return "text";
        }
    }

    /// A template to a customer.
    ///
    /// @param template its object: `name`, `language`, `components`
    /// @param quotedWamid the message that it answers; null when it answers none
    /// @param callbackData what every status shall echo; null when that is nothing
    record SendTemplate(
            Recipient recipient,
            Map<?, ?> template,
            @Nullable String quotedWamid,
            @Nullable String callbackData) implements GraphRequest {
        /// @return null when none is given
        public @Nullable String name() {
            return template.get("name") instanceof String name ? name : null;
        }

        /// @return the code of its language; null when none is given
        public @Nullable String language() {
            return template.get("language") instanceof Map<?, ?> language && language.get("code") instanceof String code
                    ? code
                    : null;
        }
    }

    /// A file to a customer.
    record SendFile(
            Recipient recipient,
            SentFile file,
            @Nullable String quotedWamid,
            @Nullable String callbackData) implements Send {
        @Override
        public String text() {
            return file.words();
        }

        @Override
        public String type() {
            return file.type();
        }
    }

    /// A place, contact cards or a question to a customer.
    record SendMade(
            Recipient recipient,
            MadeMessage made,
            @Nullable String quotedWamid,
            @Nullable String callbackData) implements Send {
        @Override
        public String text() {
            return made.words();
        }

        @Override
        public String type() {
            return made.type();
        }
    }

    /// The business sets an emoji on a message of the chat.
    ///
    /// @param emoji null takes it away
    record React(
            Recipient recipient, String wamid, @Nullable String emoji) implements GraphRequest {}

    /// Who shall get a message. Of two addresses the phone number wins.
    sealed interface Recipient {
        /// @return who that is, however it was written
        String identity();
    }

    /// `to`
    ///
    /// @param written as it was written
    /// @param identity its digits
    record Phone(String written, String identity) implements Recipient {}

    /// `recipient`
    ///
    /// @param identity the BSUID
    record Bsuid(String identity) implements Recipient {}

    /// `to` of a message for a group
    ///
    /// @param identity the platform's id of it
    record Group(String identity) implements Recipient {}

    /// The business read a message; perhaps it is typing.
    record MarkRead(String wamid, boolean typing) implements GraphRequest {}

    /// The platform would not take it.
    record Refused(GraphError error) implements GraphRequest {}

    /// @param body the JSON object as maps, lists and plain values; empty when it was none
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
            if (body.get("messaging_product") == null) {
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
            var kind = body.get("recipient_type");
            if ("group".equals(kind)) {
                return body.get("to") instanceof String group && !group.isBlank()
                        ? message(body, new Group(group))
                        : refused(GraphError.missing("to"));
            }
            if (kind != null && !kind.equals("individual")) {
                return refused(GraphError.invalid("Param recipient_type must be one of {INDIVIDUAL, GROUP}."));
            }
            if (body.get("to") instanceof String to && !to.isBlank()) {
                return PhoneNumber.digits(to)
                        .map(digits -> message(body, new Phone(to, digits)))
                        .orElseGet(() -> refused(GraphError.unusableValue("Recipient phone number is not valid.")));
            }
            if (body.get("recipient") instanceof String bsuid && !bsuid.isBlank()) {
                return BSUID.matcher(bsuid).matches()
                        ? message(body, new Bsuid(bsuid))
                        : refused(GraphError.unusableValue("Recipient user id is not valid."));
            }
            return refused(GraphError.missing("to"));
        }

        private static GraphRequest message(Map<?, ?> body, Recipient recipient) {
            var given = body.get("type");
            var type = given == null ? "text" : given.toString();
            if (!TYPES.contains(type)) {
                return refused(GraphError.invalid("Param type must be one of {%s}."
                        .formatted(String.join(", ", TYPES.stream().sorted().toList()))));
            }
            if (callbackData(body) instanceof String data && data.length() > LONGEST_CALLBACK_DATA) {
                return refused(GraphError.invalid("Param biz_opaque_callback_data must be at most %d characters long."
                        .formatted(LONGEST_CALLBACK_DATA)));
            }
            if (type.equals("template")) {
                return template(body, recipient);
            }
            if (SentFile.TYPES.contains(type)) {
                return switch (SentFile.of(type, body.get(type))) {
                    case SentFile.Understood(var file) ->
                        new SendFile(recipient, file, quoted(body), callbackData(body));
                    case SentFile.NotUnderstood(var error) -> refused(error);
                };
            }
            if (MadeMessage.TYPES.contains(type)) {
                return switch (MadeMessage.of(type, body.get(type))) {
                    case MadeMessage.Understood(var made) ->
                        new SendMade(recipient, made, quoted(body), callbackData(body));
                    case MadeMessage.NotUnderstood(var error) -> refused(error);
                };
            }
            if (type.equals("reaction")) {
                return reaction(body, recipient);
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
            return new SendText(recipient, text, quoted(body), callbackData(body));
        }

        private static GraphRequest reaction(Map<?, ?> body, Recipient recipient) {
            if (body.containsKey("context")) {
                return refused(GraphError.invalid("Param context is not allowed for reactions."));
            }
            if (!(body.get("reaction") instanceof Map<?, ?> said)
                    || !(said.get("message_id") instanceof String wamid)
                    || wamid.isEmpty()) {
                return refused(GraphError.missing("reaction['message_id']"));
            }
            return said.get("emoji") instanceof String emoji
                    ? new React(recipient, wamid, emoji.isEmpty() ? null : emoji)
                    : refused(GraphError.missing("reaction['emoji']"));
        }

        private static GraphRequest template(Map<?, ?> body, Recipient recipient) {
            if (!(body.get("template") instanceof Map<?, ?> template)) {
                return refused(GraphError.missing("template"));
            }
            var send = new SendTemplate(recipient, template, quoted(body), callbackData(body));
            if (send.name() == null) {
                return refused(GraphError.missing("template['name']"));
            }
            if (send.language() == null) {
                return refused(GraphError.missing("template['language']['code']"));
            }
            return send;
        }

        private static @Nullable String quoted(Map<?, ?> body) {
            return body.get("context") instanceof Map<?, ?> context && context.get("message_id") instanceof String id
                    ? id
                    : null;
        }

        private static @Nullable String callbackData(Map<?, ?> body) {
            var data = body.get("biz_opaque_callback_data");
            return data == null ? null : data.toString();
        }

        private static Refused refused(GraphError error) {
            return new Refused(error);
        }
    }
}
