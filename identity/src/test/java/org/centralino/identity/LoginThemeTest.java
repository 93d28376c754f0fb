package org.centralino.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LoginThemeTest {
    private static final Path THEME = Path.of("src/main/resources/theme/centralino/login");

    @Test
    void english_and_italian_say_the_same_things() throws IOException {
        assertThat(keys("it")).isEqualTo(keys("en"));
    }

    @Test
    void apostrophes_are_doubled_because_messages_are_patterns() throws IOException {
        for (var language : List.of("en", "it")) {
            var messages = messages(language);
            assertThat(messages.stringPropertyNames())
                    .allSatisfy(key -> assertThat(messages.getProperty(key).replace("''", ""))
                            .as(key)
                            .doesNotContain("'"));
        }
    }

    @Test
    void pages_hold_no_inline_code_or_style_so_that_the_policy_can_forbid_it() throws IOException {
        for (var page : List.of("template.ftl", "login.ftl")) {
            var markup = Files.readString(THEME.resolve(page));
            assertThat(markup).doesNotContainPattern("<script(?![^>]* src=)");
            assertThat(markup).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:");
        }
    }

    @Test
    void nothing_is_fetched_from_elsewhere() throws IOException {
        var styles = Files.readString(THEME.resolve("resources/css/login.css"));

        assertThat(Pattern.compile("url\\(\"?([^\"')]{0,5})")
                        .matcher(styles)
                        .results()
                        .map(found -> found.group(1)))
                .containsOnly("data:");
    }

    private static Set<String> keys(String language) throws IOException {
        return new TreeSet<>(messages(language).stringPropertyNames());
    }

    private static Properties messages(String language) throws IOException {
        var messages = new Properties();
        try (var file = Files.newInputStream(THEME.resolve("messages/messages_%s.properties".formatted(language)))) {
            messages.load(file);
        }
        return messages;
    }
}
