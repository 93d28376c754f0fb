package org.centralino.conversation.words.domain;

import java.util.List;

/// A word of a text.
///
/// @param letters of which it consists
/// @param first its place among the words of the text
/// @param last the same; more than `first` when it is written as several, such as `d'Alò` and `333
///     000 2001`
public record Word(List<Letter> letters, int first, int last) {
    /// Of longer ones, only the beginning is compared.
    static final int LONGEST = 60;

    /// Of a number with so many digits, every end can be looked for.
    static final int FEWEST_DIGITS = 5;

    static final int MOST_DIGITS = 20;

    public Word {
        letters = List.copyOf(letters);
    }

    /// @return how it is compared
    public String folded() {
        var whole = new StringBuilder();
        for (var letter : letters) {
            whole.append(letter.folded());
        }
        if (whole.length() <= LONGEST) {
            return whole.toString();
        }
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /// @return whether any part of it may be looked for, since people know the ends of numbers
    public boolean isNumber() {
        return letters.size() >= FEWEST_DIGITS && letters.size() <= MOST_DIGITS && isDigits();
    }

    public boolean isDigits() {
        for (var letter : letters) {
            if (!letter.isDigit()) {
                return false;
            }
        }
        return true;
    }

    boolean follows(Word other) {
        return first == other.last + 1;
    }

    /// @param at where, in the folded word, what was looked for begins
    /// @param length of what was looked for
    /// @return the letters that have it, in the text
    Range range(int at, int length) {
        var from = -1;
        var to = -1;
        var place = 0;
        for (var letter : letters) {
            if (place < at + length && place + letter.folded().length() > at) {
                from = from < 0 ? letter.from() : from;
                to = letter.to();
            }
            place += letter.folded().length();
        }
        return new Range(from, to);
    }
}
