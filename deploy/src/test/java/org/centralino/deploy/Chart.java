package org.centralino.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// The chart, and what Helm makes of it.
final class Chart {
    static final List<String> VALUES = List.of("everything-external", "small", "in-the-cluster");
    static final List<String> KUBERNETES = List.of("1.30.0", "1.33.0", "1.36.0");
    static final List<String> SERVICES = List.of("gateway", "conversation", "assignment", "notes", "outbound");
    static final List<String> WITH_DATABASE = List.of("conversation", "assignment", "notes", "outbound");

    /// What is set after databases were restored.
    static final Map<String, Object> RESTORED = Map.of("restore.since", "2026-11-22T09:00:00Z");

    private static final Path FOLDER = Path.of("helm/centralino");

    private Chart() {}

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    static Rendered with(String values) {
        return with(values, KUBERNETES.getLast(), Map.of());
    }

    static Rendered with(String values, Map<String, Object> changes) {
        return with(values, KUBERNETES.getLast(), changes);
    }

    /// @param values which file of values
    /// @param kubernetes for which version of it
    /// @param changes what differs from the file, by its path
    static Rendered with(String values, String kubernetes, Map<String, Object> changes) {
        var template = template("centralino", values, kubernetes);
        changes.forEach(template::set);
        return Rendered.of(template.call());
    }

    static Rendered named(String release, String values) {
        return named(release, values, Map.of());
    }

    static Rendered named(String release, String values, Map<String, Object> changes) {
        var template = template(release, values, KUBERNETES.getLast());
        changes.forEach(template::set);
        return Rendered.of(template.call());
    }

    /// @param more values that win over those of the file; lists can be emptied so, and by a path they cannot
    static Rendered withAlso(String values, String more) {
        try {
            var file = Files.createTempFile(Path.of("target"), "more-values", ".yaml");
            Files.writeString(file, more);
            return Rendered.of(template("centralino", values, KUBERNETES.getLast())
                    .withValuesFile(file)
                    .call());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static TemplateCommand template(String release, String values, String kubernetes) {
        return new Helm(FOLDER)
                .template()
                .withName(release)
                .withNamespace("centralino")
                .withKubeVersion(kubernetes)
                .withValuesFile(Path.of("helm/values/%s.yaml".formatted(values)));
    }

    /// @return every set of values on every version of Kubernetes
    static Stream<Arguments> everyWay() {
        return VALUES.stream()
                .flatMap(values -> KUBERNETES.stream().map(kubernetes -> Arguments.of(values, kubernetes)));
    }
}
