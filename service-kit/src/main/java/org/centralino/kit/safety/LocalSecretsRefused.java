package org.centralino.kit.safety;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/// Stops a production start that carries what belongs to the local stack: secrets that the whole world can
/// read in this repository (they start with `local-`), or a clock that somebody can move.
@ApplicationScoped
class LocalSecretsRefused {
    private static final String LOCAL_PROFILE = "local";
    private static final String LOCAL_VALUE = "local-";

    void check(@Observes StartupEvent starting, Config config, LaunchMode mode) {
        var local = io.quarkus.runtime.configuration.ConfigUtils.getProfiles().contains(LOCAL_PROFILE);
        if (mode != LaunchMode.NORMAL || local) {
            return;
        }
        var found = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> isOurs(name) && belongsToTheLocalStack(name, config))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!found.isEmpty()) {
            throw new IllegalStateException(
                    "Refusing to start in production with settings of the local stack: %s. Set values of your own."
                            .formatted(found));
        }
    }

    private static boolean isOurs(String name) {
        return name.startsWith("centralino.")
                || name.startsWith("CENTRALINO_")
                || name.startsWith("quarkus.datasource");
    }

    private static boolean belongsToTheLocalStack(String name, Config config) {
        return name.equals("centralino.clock-follow")
                || config.getOptionalValue(name, String.class)
                        .filter(value -> value.startsWith(LOCAL_VALUE))
                        .isPresent();
    }
}
