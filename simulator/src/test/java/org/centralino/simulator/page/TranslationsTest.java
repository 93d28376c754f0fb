package org.centralino.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page's words are complete in both languages, and none is left over.
class TranslationsTest {
    private static final Path PAGE = Path.of("src/main/resources/META-INF/resources");
    private static final Pattern KEY = Pattern.compile("^ {4}(?:\"([^\"]+)\"|(\\w+)): \"", Pattern.MULTILINE);
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    /// Keys that are put together while the page runs.
    private static final List<String> FAMILIES = List.of(
            "tick.",
            "step.",
            "fault.",
            "log.",
            "what.",
            "note.",
            "theme.",
            "wrong.",
            "label.",
            "scenario.",
            "template.",
            "unseen_",
            "more");

    private final String english;
    private final String italian;

    TranslationsTest() throws IOException {
        var words = Files.readString(PAGE.resolve("js/i18n.js"));
        var middle = words.indexOf("\n  it: {");
        english = words.substring(0, middle);
        italian = words.substring(middle, words.indexOf("\n};", middle));
    }

    @Test
    void italian_says_all_that_english_says() {
        assertThat(keys(italian)).isEqualTo(keys(english)).hasSizeGreaterThan(100);
    }

    @Test
    void every_phrase_has_the_same_parameters_in_both() {
        for (var key : keys(english)) {
            // Italian may say "one" without a figure.
            if (!key.endsWith("_one")) {
                assertThat(parameters(italian, key)).as(key).isEqualTo(parameters(english, key));
            }
        }
    }

    @Test
    void every_phrase_is_used_and_every_used_phrase_is_there() throws IOException {
        String sources;
        try (var files = Files.walk(PAGE)) {
            sources = files.filter(file -> file.toString().matches(".*\\.(js|html)") && !file.endsWith("i18n.js"))
                    .map(TranslationsTest::read)
                    .collect(Collectors.joining("\n"))
                    .concat(Files.readString(PAGE.resolve("js/i18n.js")).replaceAll("(?s)const words = .*?\n};", ""));
        }
        var unused = keys(english).stream()
                .filter(key -> FAMILIES.stream().noneMatch(key::startsWith))
                .filter(key -> !key.endsWith("Hint"))
                .filter(key -> !sources.contains('"' + key + '"'))
                .toList();
        var used = Pattern.compile("\\bt\\(\"([\\w.]+)\"|data-t(?:-label)?=\"(\\w+)\"")
                .matcher(sources)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .collect(Collectors.toSet());

        assertThat(unused).isEmpty();
        assertThat(keys(english)).containsAll(used);
    }

    private static Set<String> keys(String block) {
        return KEY.matcher(block)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> parameters(String block, String key) {
        var line = Pattern.compile("^ {4}\"?" + Pattern.quote(key) + "\"?: (.*)$", Pattern.MULTILINE)
                .matcher(block);
        assertThat(line.find()).as(key).isTrue();
        return PARAMETER
                .matcher(line.group(1))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }
}
