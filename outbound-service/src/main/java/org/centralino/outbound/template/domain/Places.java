package org.centralino.outbound.template.domain;

import java.util.List;
import java.util.regex.Pattern;

/// The places to fill in of a text: `{{1}}`, `{{name}}`.
///
/// @param text that they stand in
/// @param names in the order of the text, each once
/// @param every in the order of the text, again when it stands there again
public record Places(String text, List<String> names, List<String> every) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern ADJACENT = Pattern.compile("\\{\\{[^{}]*}}\\s*\\{\\{");
    private static final Pattern AT_THE_START = Pattern.compile("^\\s*\\{\\{");
    private static final Pattern AT_THE_END = Pattern.compile("}}\\s*[.,;:!?]?\\s*$");

    public Places {
        names = List.copyOf(names);
        every = List.copyOf(every);
    }

    public static Places of(String text) {
        var every = PLACE.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
        return new Places(text, every.stream().distinct().toList(), every);
    }

    public boolean areNumbered() {
        return !names.isEmpty() && names.stream().allMatch(NUMBER.asMatchPredicate());
    }

    boolean areNamed() {
        return !names.isEmpty() && names.stream().allMatch(WORD.asMatchPredicate());
    }

    /// @return whether they are numbered from 1 without a gap
    boolean countFromOne() {
        return names.stream().mapToInt(Integer::parseInt).max().orElse(0) == names.size();
    }

    /// @return whether there are braces that enclose nothing that is a place
    boolean haveStrayBraces() {
        var rest = PLACE.matcher(text).replaceAll("");
        return rest.contains("{{") || rest.contains("}}") || every.stream().anyMatch(String::isEmpty);
    }

    boolean touchEachOther() {
        return ADJACENT.matcher(text).find();
    }

    boolean beginOrEndTheText() {
        return AT_THE_START.matcher(text).find() || AT_THE_END.matcher(text).find();
    }

    /// The platform wants words around the places.
    boolean areTooManyForTheText() {
        var words = PLACE.matcher(text).replaceAll(" ").strip();
        var number = words.isEmpty() ? 0 : words.split("\\s+").length;
        return number < 2 * every.size() + 1;
    }
}
