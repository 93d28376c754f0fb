package org.centralino.conversation.attachment.domain;

import java.util.List;
import java.util.Locale;

/// As what a file goes to a customer, of which types it may be then, and how large (fact sheet, section 9).
public enum AttachmentKind {
    IMAGE(5 * Size.MEGABYTE, List.of("image/jpeg", "image/png")),
    VIDEO(16 * Size.MEGABYTE, List.of("video/mp4", "video/3gpp")),
    AUDIO(16 * Size.MEGABYTE, List.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg")),
    /// Anything else.
    DOCUMENT(100 * Size.MEGABYTE, List.of()),
    /// One that moves; one that does not may have less.
    STICKER(500 * Size.KILOBYTE, List.of("image/webp"));

    private final long mostBytes;
    private final List<String> types;

    AttachmentKind(long mostBytes, List<String> types) {
        this.mostBytes = mostBytes;
        this.types = types;
    }

    /// @return the word of it, such as `image`
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public long mostBytes() {
        return mostBytes;
    }

    /// @return the types that it may have; none for any
    public List<String> types() {
        return types;
    }

    /// Names for numbers of bytes, as the platform counts them.
    static final class Size {
        static final long KILOBYTE = 1024;
        static final long MEGABYTE = 1024 * KILOBYTE;

        private Size() {}
    }
}
