package org.centralino.conversation.words.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// A piece of a text, counted as [String] and JavaScript count: in UTF-16.
///
/// @param from where it begins
/// @param to where what comes behind it begins
public record Range(int from, int to) {

    /// @return the same pieces in their order; those that touch are one
    static List<Range> joined(Collection<Range> ranges) {
        var joined = new ArrayList<Range>();
        for (var range :
                ranges.stream().sorted(Comparator.comparingInt(Range::from)).toList()) {
            if (joined.isEmpty() || joined.getLast().to() < range.from()) {
                joined.add(range);
            } else {
                var last = joined.removeLast();
                joined.add(new Range(last.from(), Math.max(last.to(), range.to())));
            }
        }
        return joined;
    }
}
