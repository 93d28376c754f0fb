package org.centralino.simulator.media.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the platform takes: types, how large they may be, and as what they can be sent.
public enum MediaLimit {
    IMAGE(5 * 1024, Set.of("image/jpeg", "image/png"), Set.of("image", "document")),
    AUDIO(
            16 * 1024,
            Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
            Set.of("audio", "document")),
    VIDEO(16 * 1024, Set.of("video/mp4", "video/3gpp"), Set.of("video", "document")),
    STICKER(500, Set.of("image/webp"), Set.of("sticker", "document")),
    DOCUMENT(100 * 1024, Set.of(), Set.of("document"));

    private static final long KILOBYTE = 1024;

    private final long mostBytes;
    private final Set<String> types;
    private final Set<String> messages;

    MediaLimit(long mostKilobytes, Set<String> types, Set<String> messages) {
        this.mostBytes = mostKilobytes * KILOBYTE;
        this.types = types;
        this.messages = messages;
    }

    /// @return the type without its parameters
    public static String plain(String mimeType) {
        return mimeType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /// @param mimeType as [#plain] gives it
    public static MediaLimit of(String mimeType) {
        return Arrays.stream(values())
                .filter(limit -> limit.types.contains(mimeType))
                .findFirst()
                .orElse(DOCUMENT);
    }

    /// Pictures, sound and videos have to be of a type that the platform plays; all else is a document.
    ///
    /// @param mimeType as [#plain] gives it
    public static boolean isKnown(String mimeType) {
        return of(mimeType) != DOCUMENT || !mimeType.matches("(image|audio|video)/.*");
    }

    /// @return the types that it plays
    public static List<String> allTypes() {
        return Arrays.stream(values())
                .flatMap(limit -> limit.types.stream())
                .sorted()
                .toList();
    }

    public long mostBytes() {
        return mostBytes;
    }

    /// @param message the platform's name of a kind of message
    /// @return whether such a message can have it
    public boolean fits(String message) {
        return messages.contains(message);
    }
}
