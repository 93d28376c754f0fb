package org.centralino.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final Map<Installation, Rendered> RENDERED = new ConcurrentHashMap<>();

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
        return rendered(new Installation("centralino", values, kubernetes, changes, List.of()));
    }

    static Rendered named(String release, String values) {
        return named(release, values, Map.of());
    }

    static Rendered named(String release, String values, Map<String, Object> changes) {
        return rendered(new Installation(release, values, KUBERNETES.getLast(), changes, List.of()));
    }

    /// @param more values that win over those of the file; lists can be emptied so, and by a path they cannot
    static Rendered withAlso(String values, String... more) {
        return rendered(new Installation("centralino", values, KUBERNETES.getLast(), Map.of(), List.of(more)));
    }

    private static Rendered rendered(Installation installation) {
        return RENDERED.computeIfAbsent(installation, Installation::render);
    }

    /// The same always comes out as the same, and takes a while, so it is rendered once.
    private record Installation(
            String release, String values, String kubernetes, Map<String, Object> changes, List<String> more) {
        Rendered render() {
            var template = new Helm(FOLDER)
                    .template()
                    .withName(release)
                    .withNamespace("centralino")
                    .withKubeVersion(kubernetes)
                    .withValuesFile(Path.of("helm/values/%s.yaml".formatted(values)));
            more.forEach(some -> template.withValuesFile(fileOf(some)));
            changes.forEach(template::set);
            return Rendered.of(template.call());
        }

        private static Path fileOf(String values) {
            try {
                return Files.writeString(Files.createTempFile(Path.of("target"), "more-values", ".yaml"), values);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    /// @return every set of values on every version of Kubernetes
    static Stream<Arguments> everyWay() {
        return VALUES.stream()
                .flatMap(values -> KUBERNETES.stream().map(kubernetes -> Arguments.of(values, kubernetes)));
    }
}
