package org.centralino.conversation.words.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One of the things that are looked for.
///
/// @param ways in which it may be written, each as words that follow each other
/// @param beginning whether the last word may go on
record Term(List<List<String>> ways, boolean beginning) {
    Term {
        ways = List.copyOf(ways);
    }

    /// @return it as PostgreSQL reads a `tsquery`
    String query() {
        return ways.stream().map(this::query).collect(Collectors.joining(" | ", "(", ")"));
    }

    private String query(List<String> way) {
        return way.stream().map("'%s'"::formatted).collect(Collectors.joining(" <-> ", "(", beginning ? ":*)" : ")"));
    }

    /// @return where it stands; nowhere when the text does not have it
    List<Range> ranges(Words words) {
        var all = words.all();
        var ranges = new ArrayList<Range>();
        for (var way : ways) {
            for (var word : all) {
                ranges.addAll(ranges(way, word, all));
            }
        }
        return ranges;
    }

    /// @return where the way of writing it begins with this word; nowhere when it does not
    private List<Range> ranges(List<String> way, Word first, List<Word> all) {
        var ranges = new ArrayList<Range>();
        Word here = first;
        for (var at = 0; at < way.size(); at++) {
            var sought = way.get(at);
            var last = at == way.size() - 1;
            var place = place(here, sought, last && beginning, at == 0);
            if (place < 0) {
                return List.of();
            }
            ranges.add(here.range(place, sought.length()));
            if (!last) {
                var before = here;
                var next = way.get(at + 1);
                var lastIsNext = at + 1 == way.size() - 1;
                var following = all.stream()
                        .filter(word -> word.follows(before))
                        .filter(word -> place(word, next, lastIsNext && beginning, false) >= 0)
                        .findFirst();
                if (following.isEmpty()) {
                    return List.of();
                }
                here = following.get();
            }
        }
        return ranges;
    }

    private static int place(Word word, String sought, boolean mayGoOn, boolean mayBeginInside) {
        var folded = word.folded();
        if (mayGoOn ? folded.startsWith(sought) : folded.equals(sought)) {
            return 0;
        }
        var inside = mayBeginInside && word.isNumber() ? folded.indexOf(sought) : -1;
        return inside >= 0 && (mayGoOn || folded.endsWith(sought)) ? inside : -1;
    }
}
