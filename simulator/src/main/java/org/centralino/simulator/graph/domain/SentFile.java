package org.centralino.simulator.graph.domain;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.simulator.media.domain.MediaFile;
import org.centralino.simulator.media.domain.MediaLimit;
import org.centralino.simulator.platform.domain.Shown;
import org.jspecify.annotations.Nullable;

/// The file of a message: one that was uploaded, or one that the platform is to fetch from an address.
///
/// @param type the platform's name of the kind of message
/// @param id of an uploaded one; null when there is an address
/// @param link the address; null when there is an id
/// @param voice whether it is to be shown as a voice message
public record SentFile(
        String type,
        @Nullable String id,
        @Nullable String link,
        @Nullable String caption,
        @Nullable String name,
        boolean voice) {
    static final Set<String> TYPES = Set.of("image", "video", "audio", "document", "sticker");

    private static final Set<String> WITH_CAPTION = Set.of("image", "video", "document");
    private static final int LONGEST_CAPTION = 1024;
    private static final String VOICE = "audio/ogg";

    /// What was read.
    sealed interface Read {}

    record Understood(SentFile file) implements Read {}

    record NotUnderstood(GraphError error) implements Read {}

    static Read of(String type, @Nullable Object said) {
        if (!(said instanceof Map<?, ?> content)) {
            return new NotUnderstood(GraphError.missing(type));
        }
        var id = textOf(content, "id");
        var link = textOf(content, "link");
        if ((id == null) == (link == null)) {
            return new NotUnderstood(
                    GraphError.invalid("Param %s must have exactly one of id and link.".formatted(type)));
        }
        if (link != null && !isAddress(link)) {
            return new NotUnderstood(GraphError.invalid("Param %s['link'] must be a valid URI.".formatted(type)));
        }
        var caption = textOf(content, "caption");
        if (caption != null && !WITH_CAPTION.contains(type)) {
            return new NotUnderstood(GraphError.invalid("Unexpected key \"caption\" on param \"%s\".".formatted(type)));
        }
        if (caption != null && caption.codePointCount(0, caption.length()) > LONGEST_CAPTION) {
            return new NotUnderstood(GraphError.invalid(
                    "Param %s['caption'] must be at most %d characters long.".formatted(type, LONGEST_CAPTION)));
        }
        return new Understood(new SentFile(
                type, id, link, caption, textOf(content, "filename"), Boolean.TRUE.equals(content.get("voice"))));
    }

    /// @param uploaded the file of the id; null when the platform has none
    /// @return why it cannot be sent like this; null when it can
    public @Nullable GraphError objection(@Nullable MediaFile uploaded) {
        if (id == null) {
            return null;
        }
        if (uploaded == null) {
            return GraphError.unknownFile(type);
        }
        var mimeType = MediaLimit.plain(uploaded.mimeType());
        if (voice && !mimeType.equals(VOICE)) {
            return GraphError.unusableFile("A voice message must be %s.".formatted(VOICE));
        }
        return MediaLimit.of(mimeType).fits(type)
                ? null
                : GraphError.unusableFile("A file of the type %s cannot be sent as %s.".formatted(mimeType, type));
    }

    /// @return what the customer's phone shows
    public Shown shown() {
        return new Shown(label(), words().isEmpty() ? null : words(), id);
    }

    private Shown.Label label() {
        return switch (type) {
            case "image" -> Shown.Label.PHOTO;
            case "video" -> Shown.Label.VIDEO;
            case "audio" -> voice ? Shown.Label.VOICE : Shown.Label.AUDIO;
            case "sticker" -> Shown.Label.STICKER;
            default -> Shown.Label.DOCUMENT;
        };
    }

    String words() {
        return Stream.of(name, caption, link).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    static boolean isAddress(String link) {
        try {
            var address = URI.create(link);
            return address.getHost() != null && Set.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static @Nullable String textOf(Map<?, ?> content, String name) {
        return content.get(name) instanceof String text && !text.isEmpty() ? text : null;
    }
}
