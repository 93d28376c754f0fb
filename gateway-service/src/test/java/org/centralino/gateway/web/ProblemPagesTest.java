package org.centralino.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whoever follows the address of a problem type finds out what it means. The types are read from the sources of
/// the services, because they stand where each problem is made.
class ProblemPagesTest {
    private static final Path ROOT = Path.of(System.getProperty("centralino.root", ".."));

    /// `Problem.of(409, "key", …)`, and the framework's answers by their status, `case 404 -> "key"`.
    private static final Pattern NAMED = Pattern.compile("\\d{3}(?:,| ->)\\s*\"([a-z]+(?:-[a-z]+)+)\"");

    /// A refusal that is answered under the name of its constant.
    private static final Pattern CONSTANT = Pattern.compile("case ([A-Z_]+) ->\\s*conflict\\(");

    /// One more thing that a problem says, `.with("name", …)`.
    private static final Pattern EXTENSION = Pattern.compile("\\.with\\(\"([a-zA-Z]+)\"");

    /// What the framework itself answers, called as HTTP calls it.
    private static final Set<String> OF_THE_FRAMEWORK =
            Set.of("method-not-allowed", "not-acceptable", "unsupported-media-type");

    @Test
    void every_problem_type_that_is_answered_has_its_page() throws IOException {
        var answered = answered();
        assertThat(answered).as("the types are found").contains("epoch-unknown", "window-closed", "payload-too-large");

        assertThat(pages().stringPropertyNames()).containsAll(answered).containsAll(OF_THE_FRAMEWORK);
    }

    @Test
    void every_page_is_of_a_problem_type_that_is_answered() throws IOException {
        var known = answered();
        known.addAll(OF_THE_FRAMEWORK);

        assertThat(known).containsAll(pages().stringPropertyNames());
    }

    @Test
    void whatever_a_problem_says_stands_in_the_description_of_the_api() throws IOException {
        var described = new TreeSet<String>();
        var json = new ObjectMapper();
        try (var documents = Files.newDirectoryStream(ROOT, "*-service")) {
            for (var service : documents) {
                var file = service.resolve("openapi.json");
                if (Files.exists(file)) {
                    var schemas =
                            json.readTree(file.toFile()).path("components").path("schemas");
                    schemas.path("Problem").path("properties").fieldNames().forEachRemaining(described::add);
                    schemas.path("Refused").path("properties").fieldNames().forEachRemaining(described::add);
                }
            }
        }
        // Dead letters are no part of the API.
        described.addAll(Set.of("topic", "topics", "replayed"));

        for (var source : sources()) {
            assertThat(EXTENSION.matcher(source).results().map(found -> found.group(1)))
                    .isSubsetOf(described);
        }
    }

    private static Set<String> answered() throws IOException {
        var keys = new TreeSet<String>();
        for (var source : sources()) {
            NAMED.matcher(source).results().forEach(found -> keys.add(found.group(1)));
            CONSTANT.matcher(source)
                    .results()
                    .forEach(found ->
                            keys.add(found.group(1).toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return keys;
    }

    private static Iterable<String> sources() throws IOException {
        try (var modules = Files.newDirectoryStream(ROOT, "{service-kit,*-service}")) {
            var all = Stream.<String>builder();
            for (var module : modules) {
                try (var files = Files.walk(module.resolve("src/main/java"))) {
                    for (var file :
                            files.filter(it -> it.toString().endsWith(".java")).toList()) {
                        all.add(Files.readString(file));
                    }
                }
            }
            return all.build().toList();
        }
    }

    private static Properties pages() throws IOException {
        try (var file = ProblemPagesTest.class.getResourceAsStream("/problems.properties")) {
            var pages = new Properties();
            pages.load(file);
            return pages;
        }
    }
}
