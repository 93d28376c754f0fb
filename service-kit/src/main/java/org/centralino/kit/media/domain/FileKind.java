package org.centralino.kit.media.domain;

import java.util.Locale;
import org.centralino.events.Content;

/// What kind of file a message has, by what the customer did. How large one may be, WhatsApp says
/// (fact sheet, section 9).
public enum FileKind {
    IMAGE(16),
    VIDEO(16),
    AUDIO(16),
    VOICE(16),
    DOCUMENT(100),
    STICKER(1);

    private static final long MEGABYTE = 1024L * 1024;

    private final long mostBytes;

    /// The platform shrinks pictures before it passes them on, and its limits are those for
    /// sending: what is a little larger than it says is taken.
    FileKind(int mostMegabytes) {
        this.mostBytes = mostMegabytes * MEGABYTE;
    }

    public long mostBytes() {
        return mostBytes;
    }

    /// @return the word of it, such as `voice`
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FileKind of(Content.WithFile content) {
        return switch (content) {
            case Content.Image _ -> IMAGE;
            case Content.Video _ -> VIDEO;
            case Content.Audio _ -> AUDIO;
            case Content.Voice _ -> VOICE;
            case Content.Document _ -> DOCUMENT;
            case Content.Sticker _ -> STICKER;
        };
    }
}
