package org.centralino.conversation.words.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A text as the words that it can be found by. What is written in several ways is there in all of
/// them: `dell’ufficio` is `dell`, `ufficio` and `dellufficio`, and a telephone number is one
/// number, however its digits stand in groups.
///
/// @param single each word, in the order of the text: its place is its index
/// @param joined what is one word to some and several to others
public record Words(List<Word> single, List<Word> joined) {
    private static final int MOST_JOINED = 5;
    private static final int WIDEST_GAP = 3;
    private static final int SHORTEST_END = 4;

    /// What PostgreSQL counts up to.
    private static final int LAST_PLACE = 16_383;

    public Words {
        single = List.copyOf(single);
        joined = List.copyOf(joined);
    }

    public static Words of(String text) {
        var single = single(text);
        var joined = new ArrayList<Word>();
        runs(text, single, Words::isJoint).stream()
                .filter(run -> run.size() <= MOST_JOINED)
                .map(Words::joined)
                .forEach(joined::add);
        runs(text, single, Words::isWithinNumber).stream()
                .map(Words::joined)
                .filter(Word::isNumber)
                .forEach(joined::add);
        return new Words(single, joined);
    }

    /// @return single and joined ones
    public List<Word> all() {
        var all = new ArrayList<>(single);
        all.addAll(joined);
        return all;
    }

    /// @return them as PostgreSQL reads a `tsvector`, with the ends of numbers
    public String vector() {
        var places = new LinkedHashMap<String, TreeSet<Integer>>();
        for (var word : all()) {
            var folded = word.folded();
            var of = places.computeIfAbsent(folded, _ -> new TreeSet<>());
            for (var place = word.first() + 1; place <= Math.min(word.last() + 1, LAST_PLACE); place++) {
                of.add(place);
            }
            if (word.isNumber()) {
                var digits = folded;
                IntStream.rangeClosed(1, digits.length() - SHORTEST_END)
                        .mapToObj(digits::substring)
                        .forEach(end -> places.computeIfAbsent(end, _ -> new TreeSet<>()));
            }
        }
        return places.entrySet().stream().map(Words::lexeme).collect(Collectors.joining(" "));
    }

    private static String lexeme(Map.Entry<String, TreeSet<Integer>> word) {
        var lexeme = new StringBuilder("'").append(word.getKey()).append('\'');
        var before = ':';
        for (var place : word.getValue()) {
            lexeme.append(before).append(place);
            before = ',';
        }
        return lexeme.toString();
    }

    private static List<Word> single(String text) {
        var words = new ArrayList<Word>();
        var letters = new ArrayList<Letter>();
        for (var at = 0; at < text.length(); ) {
            var character = text.codePointAt(at);
            var end = at + Character.charCount(character);
            if (Alphabet.isNothing(character)) {
                extend(letters, words, at, end);
            } else {
                var folded = Alphabet.folded(character);
                if (folded.isEmpty() || Alphabet.isWord(character)) {
                    close(letters, words);
                }
                if (!folded.isEmpty()) {
                    letters.add(new Letter(folded, at, end));
                }
                if (Alphabet.isWord(character)) {
                    close(letters, words);
                }
            }
            at = end;
        }
        close(letters, words);
        return words;
    }

    /// What belongs to the character before it is shown with it.
    private static void extend(List<Letter> letters, List<Word> words, int at, int end) {
        if (!letters.isEmpty()) {
            letters.add(letters.removeLast().until(end));
        } else if (!words.isEmpty() && words.getLast().letters().getLast().to() == at) {
            var word = words.removeLast();
            var extended = new ArrayList<>(word.letters());
            extended.add(extended.removeLast().until(end));
            words.add(new Word(extended, word.first(), word.last()));
        }
    }

    private static void close(List<Letter> letters, List<Word> words) {
        if (!letters.isEmpty()) {
            words.add(new Word(letters, words.size(), words.size()));
            letters.clear();
        }
    }

    private interface Joint {
        /// @return whether both may be one, with this between them
        boolean joins(Word before, String between, Word after);
    }

    private static boolean isJoint(Word before, String between, Word after) {
        return between.codePointCount(0, between.length()) == 1 && Alphabet.joins(between.codePointAt(0));
    }

    private static boolean isWithinNumber(Word before, String between, Word after) {
        return before.isDigits()
                && after.isDigits()
                && between.length() <= WIDEST_GAP
                && between.chars().allMatch(Alphabet::standsBetweenDigits);
    }

    /// @return the longest rows of at least two words that this joins
    private static List<List<Word>> runs(String text, List<Word> words, Joint joint) {
        var runs = new ArrayList<List<Word>>();
        var run = new ArrayList<Word>();
        for (var word : words) {
            if (!run.isEmpty() && !joint.joins(run.getLast(), between(text, run.getLast(), word), word)) {
                keep(run, runs);
            }
            run.add(word);
        }
        keep(run, runs);
        return runs;
    }

    private static void keep(List<Word> run, List<List<Word>> runs) {
        if (run.size() > 1) {
            runs.add(List.copyOf(run));
        }
        run.clear();
    }

    private static String between(String text, Word before, Word after) {
        return text.substring(
                before.letters().getLast().to(), after.letters().getFirst().from());
    }

    private static Word joined(List<Word> run) {
        var letters = run.stream().flatMap(word -> word.letters().stream()).toList();
        return new Word(letters, run.getFirst().first(), run.getLast().last());
    }
}
