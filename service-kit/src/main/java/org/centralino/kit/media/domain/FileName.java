package org.centralino.kit.media.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Under which name a file is shown and saved. A name comes from a stranger's phone: it may try to
/// climb folders, to hide its ending behind letters that turn the direction of reading, or to fill
/// the screen.
public final class FileName {
    private static final int LONGEST = 120;
    private static final int LONGEST_END = 40;
    private static final String CUT = "…";
    private static final String NEUTRAL_ENDING = "bin";

    /// What is no letter of a name: line breaks and other controls, what turns the direction of
    /// reading or cannot be seen, halves of characters. What joins parts of an emoji stays.
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\u200D]]");
    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/heic", "heic"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("video/3gpp", "3gp"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/mp4", "m4a"),
            Map.entry("audio/aac", "aac"),
            Map.entry("audio/amr", "amr"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("text/plain", "txt"));

    private FileName() {}

    /// @param given as the customer's phone called it; null when it gave no name
    /// @param mimeType by the file's own bytes
    /// @param sentAt when the customer sent it
    /// @return one line without folders, its true ending in sight
    public static String of(@Nullable String given, FileKind kind, String mimeType, Instant sentAt) {
        var clean = given == null ? "" : cut(clean(given));
        return clean.isEmpty()
                ? "%s-%s.%s".formatted(kind.word(), TIME.format(sentAt), ENDINGS.getOrDefault(mimeType, NEUTRAL_ENDING))
                : clean;
    }

    private static String clean(String given) {
        var line = UNSEEN.matcher(CONTROL.matcher(given).replaceAll(" ")).replaceAll("");
        var base = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        return EDGES.matcher(SPACES.matcher(base).replaceAll(" ")).replaceAll("");
    }

    /// Never through the middle of a character.
    private static String cut(String name) {
        var letters = name.codePoints().toArray();
        if (letters.length <= LONGEST) {
            return name;
        }
        var begin = LONGEST - LONGEST_END - CUT.length();
        return new String(letters, 0, begin) + CUT + new String(letters, letters.length - LONGEST_END, LONGEST_END);
    }
}
