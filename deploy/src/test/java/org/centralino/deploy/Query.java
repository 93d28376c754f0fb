package org.centralino.deploy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a query asks Prometheus for.
final class Query {
    /// Whatever may hold words that are no series: texts, matchers, ranges, and the labels of an aggregation or a join.
    private static final Pattern ASIDE = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]" + "|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("(?<![\\w.$])[a-zA-Z_]\\w*(?!\\w)(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "by", "without");

    private Query() {}

    /// @return the names of the series in it
    static Set<String> seriesIn(String expression) {
        var bare = expression;
        for (var before = ""; !before.equals(bare); ) {
            before = bare;
            bare = ASIDE.matcher(bare).replaceAll(" ");
        }
        var names = new TreeSet<String>();
        NAME.matcher(bare).results().map(found -> found.group()).forEach(names::add);
        names.removeAll(WORDS);
        return names;
    }
}
