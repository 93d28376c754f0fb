package org.centralino.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The alerts of the chart, and the tests that promtool runs on them.
final class Alerts {
    static final Path RULES = Path.of("helm/centralino/files/alerts");
    static final Path TESTS = Path.of("src/test/alerts");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Alerts() {}

    record Alert(String name, String expression, String severity, String summary, String description, String runbook) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// A made-up course of things, and what comes of it. It looks at one alert, perhaps several times.
    ///
    /// @param fires whether the alert is expected in the end, or never
    record Case(String alert, boolean fires) {}

    static List<Alert> all() {
        var alerts = new ArrayList<Alert>();
        for (var file : filesIn(RULES)) {
            for (var group : read(file).path("groups")) {
                for (var rule : group.path("rules")) {
                    var about = rule.path("annotations");
                    alerts.add(new Alert(
                            rule.path("alert").asText(),
                            rule.path("expr").asText(),
                            rule.path("labels").path("severity").asText(),
                            about.path("summary").asText(),
                            about.path("description").asText(),
                            about.path("runbook_url").asText()));
                }
            }
        }
        return alerts;
    }

    static List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (var file : filesIn(TESTS)) {
            for (var test : read(file).path("tests")) {
                var looks = test.path("alert_rule_test");
                cases.add(new Case(
                        looks.path(0).path("alertname").asText(),
                        looks.valueStream()
                                .anyMatch(look -> !look.path("exp_alerts").isEmpty())));
            }
        }
        return cases;
    }

    static List<Path> filesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
