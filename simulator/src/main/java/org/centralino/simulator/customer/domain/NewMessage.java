package org.centralino.simulator.customer.domain;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.simulator.media.domain.MediaTrouble;
import org.centralino.simulator.platform.domain.Shown;
import org.centralino.simulator.platform.domain.Shown.Label;
import org.jspecify.annotations.Nullable;

/// What a customer wants to send: a text, or another kind with its object in the platform's form.
///
/// @param text what was written; may be missing when a `referral` is there: a tap on an ad
/// @param type the platform's name of the kind; null for a text
/// @param content what the platform calls by the name of the kind
/// @param context what the message refers to: `id`, `forwarded`, `frequently_forwarded`,
///     `referred_product`
/// @param referral the ad or post that the customer comes from
/// @param at the platform's time of the message; null for now
/// @param id its wamid; null for a new one
/// @param quoted the wamid of the message that it answers: the same as the context's `id`
/// @param from who of a group writes; null for the first of them, and outside of groups
public record NewMessage(
        @Nullable String text,
        @Nullable String type,
        @Nullable Object content,
        @Nullable Map<String, Object> context,
        @Nullable Map<String, Object> referral,
        @Nullable Instant at,
        @Nullable String id,
        @Nullable String quoted,
        @Nullable String from) {
    private static final String TEXT = "text";
    private static final List<String> WITH_FILE = List.of("image", "video", "audio", "document", "sticker");
    private static final List<String> REPLIES =
            List.of("button_reply", "list_reply", "nfm_reply", "call_permission_reply");

    /// What is wrong with a message.
    ///
    /// @param field where
    /// @param key what a program goes by
    /// @param message for the person who has to mend it
    public record Objection(String field, String key, String message) {}

    public static NewMessage of(String text) {
        return new NewMessage(text, null, null, null, null, null, null, null, null);
    }

    /// @return the platform's name of the kind
    public String kind() {
        return Objects.requireNonNullElse(type, TEXT);
    }

    /// @return what is wrong, if anything is
    public Optional<Objection> objection() {
        if (!kind().equals(TEXT) && text != null) {
            return Optional.of(new Objection(TEXT, "text-not-wanted", "What is no text has its words in its content."));
        }
        return Optional.ofNullable(
                switch (kind()) {
                    case TEXT -> objectionToText();
                    case "location" ->
                        unless(
                                isPlace(),
                                "a location has latitude (-90 to 90) and longitude (-180 to 180), as numbers");
                    case "contacts" -> unless(isListOfObjects(content), "contacts are a list of cards, at least one");
                    case "order" ->
                        unless(
                                isListOfObjects(in(content, "product_items")),
                                "an order has product_items, at least one");
                    case "button" -> unless(isText(in(content, TEXT)), "a button has the text that stands on it");
                    case "interactive" ->
                        unless(isReply(), "an answer has a type (%s) and an object of that name".formatted(REPLIES));
                    case "unsupported" ->
                        unless(content == null || isText(in(content, "type")), "it has a type, or is left out");
                    case "image", "video", "audio", "document", "sticker" ->
                        unless(
                                isFile(),
                                "a file has mime_type and data (its bytes in base64), and trouble that is known; a voice"
                                        + " note is an audio with voice");
                    case "request_welcome" -> unless(content == null, "who only opens the chat sends none");
                    default ->
                        new Objection(
                                "type",
                                "type-unknown",
                                "A customer sends text, image, video, audio, document, sticker, location, contacts,"
                                        + " order, button, interactive, unsupported or request_welcome. Anything else can be sent by POST /control/webhooks.");
                });
    }

    private @Nullable Objection objectionToText() {
        return content == null && referral == null && (text == null || text.isEmpty())
                ? new Objection(TEXT, "text-missing", "A message needs a text.")
                : unless(content == null, "a text stands in the field text");
    }

    private static @Nullable Objection unless(boolean right, String rule) {
        return right
                ? null
                : new Objection("content", "content-invalid", "The content is not right: %s.".formatted(rule));
    }

    /// @return whether its file is to be given to the platform
    public boolean hasFile() {
        return WITH_FILE.contains(kind());
    }

    /// @return the same message with another content
    public NewMessage with(Object other) {
        return new NewMessage(text, type, other, context, referral, at, id, quoted, from);
    }

    private boolean isFile() {
        return isText(in(content, "mime_type"))
                && in(content, "data") instanceof String data
                && isBase64(data)
                && MediaTrouble.isKnown(in(content, "trouble"));
    }

    private static boolean isBase64(String data) {
        try {
            Base64.getDecoder().decode(data);
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private boolean isPlace() {
        return isWithin(90, in(content, "latitude")) && isWithin(180, in(content, "longitude"));
    }

    private boolean isReply() {
        return in(content, "type") instanceof String reply
                && REPLIES.contains(reply)
                && in(content, reply) instanceof Map<?, ?>;
    }

    private static boolean isWithin(int most, @Nullable Object number) {
        return number instanceof Number degrees && Math.abs(degrees.doubleValue()) <= most;
    }

    private static boolean isListOfObjects(@Nullable Object list) {
        return list instanceof List<?> members
                && !members.isEmpty()
                && members.stream().allMatch(Map.class::isInstance);
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty();
    }

    /// @return the id of the message that this one answers; null when it answers none
    public @Nullable String answers() {
        return quoted == null && in(context, "id") instanceof String said ? said : quoted;
    }

    /// @return what the platform adds to its id, its time and its sender; only if there is no objection
    public Map<String, Object> said() {
        var said = new LinkedHashMap<String, Object>();
        if (referral != null) {
            said.put("referral", referral);
        }
        var about = new LinkedHashMap<>(Objects.requireNonNullElse(context, Map.<String, Object>of()));
        if (answers() != null) {
            about.put("id", answers());
        }
        if (!about.isEmpty()) {
            said.put("context", about);
        }
        said.put("type", kind());
        if (text != null) {
            said.put(TEXT, Map.of("body", text));
        }
        if (content != null) {
            said.put(kind(), content);
        }
        if (kind().equals("unsupported")) {
            said.put("errors", List.of(Map.of("code", 131051, "title", "Message type unknown")));
        }
        return said;
    }

    /// @return the message in words, for the phone; only if there is no objection
    public String words() {
        var shown = shown();
        if (shown != null) {
            return shown.line();
        }
        return switch (kind()) {
            case "button" -> String.valueOf(in(content, TEXT));
            case "interactive" -> {
                var reply = in(content, String.valueOf(in(content, "type")));
                yield String.valueOf(Objects.requireNonNullElse(in(reply, "title"), in(reply, "id")));
            }
            default -> Objects.requireNonNullElse(text, "");
        };
    }

    /// @return what it is besides words; null when it is words
    public @Nullable Shown shown() {
        return switch (kind()) {
            case TEXT -> referral == null ? null : shown(Label.AD, text == null ? in(referral, "headline") : text);
            case "button" -> null;
            case "location" ->
                shown(
                        Label.LOCATION,
                        isText(in(content, "name")) || isText(in(content, "address"))
                                ? joined(in(content, "name"), in(content, "address"))
                                : joined(in(content, "latitude"), in(content, "longitude")));
            case "contacts" ->
                shown(Label.CONTACTS, joined(members(content).map(card -> in(in(card, "name"), "formatted_name"))));
            case "order" ->
                shown(
                        Label.ORDER,
                        joined(members(in(content, "product_items"))
                                .map(item ->
                                        "%s × %s".formatted(in(item, "quantity"), in(item, "product_retailer_id")))));
            case "interactive" -> shownReply();
            case "unsupported" -> shown(Label.UNSUPPORTED, in(content, "type"));
            case "image" -> shown(Label.PHOTO, in(content, "caption"));
            case "video" -> shown(Label.VIDEO, in(content, "caption"));
            case "audio" -> shown(Boolean.TRUE.equals(in(content, "voice")) ? Label.VOICE : Label.AUDIO, null);
            case "document" -> shown(Label.DOCUMENT, joined(in(content, "filename"), in(content, "caption")));
            case "sticker" -> shown(Label.STICKER, null);
            default -> shown(Label.OPENED, null);
        };
    }

    private @Nullable Shown shownReply() {
        var kind = String.valueOf(in(content, "type"));
        var reply = in(content, kind);
        return switch (kind) {
            case "nfm_reply" -> shown(Label.FORM, in(reply, "response_json"));
            case "call_permission_reply" -> shown(Label.CALL_PERMISSION, in(reply, "response"));
            default -> null;
        };
    }

    private Shown shown(Label label, @Nullable Object words) {
        return new Shown(
                label,
                words == null || words.equals("") ? null : String.valueOf(words),
                hasFile() && in(content, "id") instanceof String file ? file : null);
    }

    private static @Nullable Object in(@Nullable Object object, String field) {
        return object instanceof Map<?, ?> map ? map.get(field) : null;
    }

    private static Stream<?> members(@Nullable Object list) {
        return list instanceof List<?> members ? members.stream() : Stream.of();
    }

    private static String joined(@Nullable Object one, @Nullable Object other) {
        return joined(
                Stream.of(Optional.ofNullable(one), Optional.ofNullable(other)).flatMap(Optional::stream));
    }

    private static String joined(Stream<? extends @Nullable Object> words) {
        return words.filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
