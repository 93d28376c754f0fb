package org.centralino.events;

/// Text as it may stand in an event: storable by every consumer.
///
/// The platform may deliver U+0000, which PostgreSQL refuses in text and JSON (fact sheet, section 20), and
/// JSON allows lone surrogates, which are no characters at all and have no UTF-8 form.
public final class UnicodeText {
    private static final char REPLACEMENT = '\uFFFD';

    private UnicodeText() {}

    /// @return whether the text holds neither U+0000 nor a lone surrogate
    public static boolean isStorable(String text) {
        return text.codePoints().allMatch(UnicodeText::isStorable);
    }

    /// @return the text with each character that cannot be stored replaced by U+FFFD
    public static String storable(String text) {
        if (isStorable(text)) {
            return text;
        }
        return text.codePoints()
                .map(character -> isStorable(character) ? character : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0 && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
