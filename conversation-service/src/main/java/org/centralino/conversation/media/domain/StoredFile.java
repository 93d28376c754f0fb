package org.centralino.conversation.media.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file as browsers are told of it. A browser shows by itself only what cannot carry a script;
/// all else is saved, and its type is not told, so that nothing on the way thinks of opening it.
///
/// @param key where it stands in the object store; nothing else ever stands there
/// @param mimeType of what type it is, by its own bytes
/// @param name under which it is saved
public record StoredFile(
        String key, @Nullable String mimeType, @Nullable String name) {
    private static final Set<String> SHOWN = Set.of(
            "image/jpeg",
            "image/png",
            "image/webp",
            "image/gif",
            "video/mp4",
            "video/3gpp",
            "audio/ogg",
            "audio/mpeg",
            "audio/aac",
            "audio/amr",
            "audio/mp4");
    private static final String NEUTRAL = "application/octet-stream";
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;

    /// @return what `Content-Type` says
    public String contentType() {
        return mimeType != null && SHOWN.contains(mimeType) ? mimeType : NEUTRAL;
    }

    /// @return what `Content-Disposition` says (RFC 6266), for browsers that know more than ASCII
    ///     and for others
    public String disposition() {
        var kind = contentType().equals(NEUTRAL) ? "attachment" : "inline";
        if (name == null || name.isBlank()) {
            return kind;
        }
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(kind, inAscii(name), encoded);
    }

    /// @return what `ETag` says
    public String tag() {
        return '"' + key.substring(key.lastIndexOf('/') + 1) + '"';
    }

    private static String inAscii(String name) {
        var ascii = new StringBuilder();
        name.codePoints()
                .forEach(letter -> ascii.append(
                        letter >= FIRST_PRINTABLE && letter <= LAST_PRINTABLE && "\"\\%".indexOf(letter) < 0
                                ? (char) letter
                                : '_'));
        return ascii.toString();
    }
}
