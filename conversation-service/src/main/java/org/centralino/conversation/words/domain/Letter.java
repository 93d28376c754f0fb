package org.centralino.conversation.words.domain;

/// A character of a text, as it is compared, and where it stands in the text. A letter with accents
/// is one, in whichever way they are written.
///
/// @param folded without accents and capitals; `ß` has two letters
/// @param from its place in the text, counted as [String] counts
/// @param to where it ends, with everything that belongs to it
record Letter(String folded, int from, int to) {
    boolean isDigit() {
        for (var at = 0; at < folded.length(); at++) {
            if (!Character.isDigit(folded.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    Letter until(int end) {
        return new Letter(folded, from, end);
    }
}
