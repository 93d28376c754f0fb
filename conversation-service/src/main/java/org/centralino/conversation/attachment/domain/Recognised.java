package org.centralino.conversation.attachment.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.centralino.kit.media.domain.FileKind;
import org.centralino.kit.media.domain.FileType;
import org.jspecify.annotations.Nullable;

/// What a file is, by its own first bytes. What it is said to be counts only where bytes cannot tell; a file that is
/// none of what WhatsApp shows by itself, or is not what it is said to be, is a document.
///
/// @param mimeType the type that others are told
/// @param animated whether it is a sticker that moves
public record Recognised(AttachmentKind kind, String mimeType, boolean animated) {
    private static final List<Way> WAYS = List.of(
            new Way(AttachmentKind.IMAGE, FileKind.IMAGE),
            new Way(AttachmentKind.VIDEO, FileKind.VIDEO),
            new Way(AttachmentKind.AUDIO, FileKind.AUDIO));

    private static final String OGG = "audio/ogg";

    private record Way(AttachmentKind kind, FileKind looksLike) {}

    /// @param head its first bytes
    /// @param declared what whoever sends it says that it is
    /// @param size in bytes: what is too large for a sticker is none
    public static Recognised of(byte[] head, @Nullable String declared, long size) {
        var sticker = Sticker.read(head);
        if (sticker.isPresent() && size <= sticker.get().mostBytes()) {
            return new Recognised(
                    AttachmentKind.STICKER, "image/webp", sticker.get().animated());
        }
        for (var way : WAYS) {
            var mimeType = FileType.of(head, way.looksLike, declared);
            if (way.kind.types().contains(mimeType) && canBePlayed(mimeType, head)) {
                return new Recognised(way.kind, mimeType, false);
            }
        }
        return asDocument(head, declared);
    }

    /// A document may be anything: its author wants it to be saved, and not to be shown.
    ///
    /// @param head its first bytes
    /// @param declared what whoever sends it says that it is
    public static Recognised asDocument(byte[] head, @Nullable String declared) {
        return new Recognised(AttachmentKind.DOCUMENT, FileType.of(head, FileKind.DOCUMENT, declared), false);
    }

    /// Of what is in Ogg, WhatsApp plays Opus only.
    private static boolean canBePlayed(String mimeType, byte[] head) {
        return !mimeType.equals(OGG) || new String(head, StandardCharsets.ISO_8859_1).contains("OpusHead");
    }
}
