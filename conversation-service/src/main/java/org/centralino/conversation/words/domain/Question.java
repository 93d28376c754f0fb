package org.centralino.conversation.words.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What somebody looks for: all of its words, in any order. What stands in quotation marks is
/// looked for as it stands; the last word may be the beginning of one, since people find while they
/// write, and of a number any part of it.
///
/// @param terms all of which a text must have
public record Question(List<Term> terms) {
    private static final Pattern QUOTED = Pattern.compile("[\"“”„«»]");
    private static final int SHORTEST_BEGINNING = 2;

    /// Fewer digits are part of too many numbers.
    private static final int FEWEST_DIGITS = 4;

    public Question {
        terms = List.copyOf(terms);
    }

    public static Question of(String text) {
        var pieces = QUOTED.split(text, -1);
        var terms = new ArrayList<Term>();
        for (var at = 0; at < pieces.length; at++) {
            var isQuoted = at % 2 == 1;
            terms.addAll(isQuoted ? phrase(pieces[at]) : anywhere(pieces[at], at == pieces.length - 1));
        }
        return new Question(terms);
    }

    /// @return how many letters, digits and pictures are looked for
    public int letters() {
        return terms.stream()
                .mapToInt(term -> String.join("", term.ways().getFirst())
                        .codePoints()
                        .map(character -> Alphabet.isWord(character) ? SHORTEST_BEGINNING : 1)
                        .sum())
                .sum();
    }

    /// @return it as PostgreSQL reads a `tsquery`
    public String query() {
        return terms.stream().map(Term::query).collect(Collectors.joining(" & "));
    }

    /// @return where the words stand that are looked for, in order; nowhere when the text does not
    ///     have all of them
    public List<Range> ranges(String text) {
        var words = Words.of(text);
        var found = terms.stream().map(term -> term.ranges(words)).toList();
        return found.stream().anyMatch(List::isEmpty)
                ? List.of()
                : Range.joined(found.stream().flatMap(List::stream).toList());
    }

    private static List<Term> phrase(String text) {
        var words = Words.of(text).single().stream().map(Word::folded).toList();
        return words.isEmpty() ? List.of() : List.of(new Term(List.of(words), false));
    }

    private static List<Term> anywhere(String text, boolean isLast) {
        var words = Words.of(text);
        var terms = new ArrayList<Term>();
        for (var at = 0; at < words.single().size(); ) {
            var whole = longest(words, at);
            var ends = isLast && whole.last() == words.single().size() - 1;
            terms.add(term(words, whole, ends));
            at = whole.last() + 1;
        }
        return terms;
    }

    /// @return the word that begins here, as long as it may be
    private static Word longest(Words words, int at) {
        return words.joined().stream()
                .filter(word -> word.first() == at)
                .max((one, other) -> Integer.compare(one.last(), other.last()))
                .orElse(words.single().get(at));
    }

    private static Term term(Words words, Word word, boolean isLast) {
        var ways = new ArrayList<List<String>>();
        ways.add(List.of(word.folded()));
        if (word.last() > word.first()) {
            ways.add(words.single().subList(word.first(), word.last() + 1).stream()
                    .map(Word::folded)
                    .toList());
        }
        var length = word.folded().length();
        var isPartOfNumber = word.isDigits() && length >= FEWEST_DIGITS;
        return new Term(ways, isPartOfNumber || isLast && length >= SHORTEST_BEGINNING);
    }
}
