package org.centralino.conversation.words.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// What the characters of a text are to somebody who looks for words, whatever their writing.
final class Alphabet {
    /// Letters that Unicode does not take apart, and that people write without what is special
    /// about them.
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d", (int) 'ħ', "h", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ð',
            "d", (int) 'þ', "th");

    private static final String APOSTROPHES = "'’‘‛ʼʹʻʽ`´′＇";
    private static final String HYPHENS = "-‐‑–_";
    private static final String BETWEEN_DIGITS = " \u00a0\u202f\u2009.()/+" + HYPHENS;
    private static final int LAST_OF_ASCII = 127;

    /// Most of what people write here is Latin, and is folded once for all: every message that comes passes.
    private static final int END_OF_LATIN = 0x250;

    private static final List<String> LATIN =
            IntStream.range(0, END_OF_LATIN).mapToObj(Alphabet::taken).toList();

    private Alphabet() {}

    /// @return whether it only changes the character before it, or is not seen at all
    static boolean isNothing(int character) {
        return character > LAST_OF_ASCII && changesTheOneBefore(character);
    }

    private static boolean changesTheOneBefore(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> Character.isEmojiModifier(character);
        };
    }

    /// @return whether words are made of it
    static boolean isOfWords(int character) {
        return Character.isLetterOrDigit(character);
    }

    /// @return whether it is a word by itself: a writing without spaces, or a picture
    static boolean isWord(int character) {
        return character > LAST_OF_ASCII
                && (Character.isIdeographic(character)
                        || Character.isEmoji(character) && !Character.isLetterOrDigit(character));
    }

    /// @return whether some write it inside a word and others do not
    static boolean joins(int character) {
        return APOSTROPHES.indexOf(character) >= 0 || HYPHENS.indexOf(character) >= 0;
    }

    /// @return whether some write it between the digits of one number and others do not
    static boolean standsBetweenDigits(int character) {
        return BETWEEN_DIGITS.indexOf(character) >= 0;
    }

    /// @return how it is compared; nothing when there is nothing to compare
    static String folded(int character) {
        return character < END_OF_LATIN ? LATIN.get(character) : taken(character);
    }

    private static String taken(int character) {
        return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> isOfWords(part) || isWord(part))
                .collect(StringBuilder::new, (folded, part) -> folded.append(plain(part)), StringBuilder::append)
                .toString();
    }

    private static String plain(int character) {
        if (Character.isDigit(character)) {
            return Integer.toString(Character.digit(character, 10));
        }
        var small = Character.toString(character).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return small.codePointCount(0, small.length()) == 1 ? PLAIN.getOrDefault(small.codePointAt(0), small) : small;
    }
}
