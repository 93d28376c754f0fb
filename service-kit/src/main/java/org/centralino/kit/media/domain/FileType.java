package org.centralino.kit.media.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Of what type a file is, by its own bytes. What the platform says of it is believed only where
/// bytes cannot tell, and where it cannot do harm. A file that is not what it is said to be is
/// kept, as bytes of which nobody says anything.
public final class FileType {
    /// So many bytes from the beginning are looked at.
    public static final int HEAD = 512;

    public static final String NEUTRAL = "application/octet-stream";

    private static final String ZIP = "application/zip";
    private static final String OLE = "application/x-ole-storage";
    private static final int BRAND = 8;

    private record Sign(int offset, byte[] bytes, String mimeType) {
        static Sign of(int offset, String latin, String mimeType) {
            return new Sign(offset, latin.getBytes(StandardCharsets.ISO_8859_1), mimeType);
        }

        boolean stands(byte[] head) {
            if (head.length < offset + bytes.length) {
                return false;
            }
            for (var at = 0; at < bytes.length; at++) {
                if (head[offset + at] != bytes[at]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Sign> SIGNS = List.of(
            Sign.of(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
            Sign.of(0, "\u0089PNG\r\n\u001a\n", "image/png"),
            Sign.of(0, "GIF87a", "image/gif"),
            Sign.of(0, "GIF89a", "image/gif"),
            Sign.of(8, "WEBP", "image/webp"),
            Sign.of(0, "OggS", "audio/ogg"),
            Sign.of(0, "#!AMR", "audio/amr"),
            Sign.of(0, "ID3", "audio/mpeg"),
            Sign.of(0, "\u00ff\u00f1", "audio/aac"),
            Sign.of(0, "\u00ff\u00f9", "audio/aac"),
            Sign.of(0, "\u00ff\u00fb", "audio/mpeg"),
            Sign.of(0, "\u00ff\u00f3", "audio/mpeg"),
            Sign.of(0, "\u00ff\u00f2", "audio/mpeg"),
            Sign.of(0, "%PDF-", "application/pdf"),
            Sign.of(0, "PK\u0003\u0004", ZIP),
            Sign.of(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", OLE));

    /// Formats in a zip file or an OLE file that harm no more than that does.
    private static final List<String> IN_ZIP = List.of(
            "application/vnd.openxmlformats-officedocument.",
            "application/vnd.oasis.opendocument.",
            "application/epub+zip");
    private static final List<String> IN_OLE = List.of("application/msword", "application/vnd.ms-");

    private static final Set<String> PLAIN = Set.of("text/plain", "text/csv");
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");
    private static final Set<String> VIDEOS = Set.of("video/mp4", "video/3gpp");

    private FileType() {}

    /// @param head the first bytes of the file
    /// @param declared what the platform says that it is, if it says anything
    /// @return the type that others are told
    public static String of(byte[] head, FileKind kind, @Nullable String declared) {
        var said = withoutParameters(declared);
        return seen(head)
                .filter(type -> fits(type, kind, said))
                .map(type -> named(type, said))
                .orElseGet(() -> kind == FileKind.DOCUMENT && PLAIN.contains(said) && isText(head) ? said : NEUTRAL);
    }

    private static boolean fits(String type, FileKind kind, String said) {
        return switch (kind) {
            case IMAGE, STICKER -> PICTURES.contains(type);
            case VIDEO -> VIDEOS.contains(type);
            case AUDIO, VOICE -> type.startsWith("audio/") || type.equals("video/mp4") && said.equals("audio/mp4");
            case DOCUMENT ->
                type.equals(said) || !named(type, said).equals(type) || said.isEmpty() || said.equals(NEUTRAL);
        };
    }

    private static String named(String type, String said) {
        var family = switch (type) {
            case ZIP -> IN_ZIP;
            case OLE -> IN_OLE;
            case "video/mp4" -> List.of("audio/mp4");
            default -> List.<String>of();
        };
        return family.stream().anyMatch(said::startsWith) ? said : type;
    }

    private static Optional<String> seen(byte[] head) {
        return SIGNS.stream()
                .filter(sign -> sign.stands(head))
                .map(Sign::mimeType)
                .findFirst()
                .or(() -> Sign.of(4, "ftyp", "").stands(head) ? Optional.of(boxed(head)) : Optional.empty());
    }

    /// MP4 and its relatives differ by their brand.
    private static String boxed(byte[] head) {
        var brand = new String(head, BRAND, Math.clamp(head.length - BRAND, 0, 4), StandardCharsets.ISO_8859_1);
        return switch (brand) {
            case "M4A ", "M4B " -> "audio/mp4";
            case "heic", "heix", "hevc", "mif1", "msf1" -> "image/heic";
            case "avif", "avis" -> "image/avif";
            case "qt  " -> "video/quicktime";
            default -> brand.startsWith("3g") ? "video/3gpp" : "video/mp4";
        };
    }

    private static boolean isText(byte[] head) {
        for (var each : head) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    private static String withoutParameters(@Nullable String mimeType) {
        return mimeType == null ? "" : mimeType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
