package org.centralino.kit;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/// Stops a production start that carries what belongs to the local stack: secrets that the whole world can
/// read in this repository (they start with `local-`), or a clock that somebody can move.
@ApplicationScoped
class LocalSecretsRefused {
    private static final String LOCAL_PROFILE = "local";
    private static final String LOCAL_VALUE = "local-";

    /// Before anything is done with them.
    void check(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting,
            Config config,
            LaunchMode mode) {
        var local = config.unwrap(SmallRyeConfig.class).getProfiles().contains(LOCAL_PROFILE);
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
                || isCalled("kafka.sasl.jaas.config", name)
                || name.startsWith("quarkus.datasource");
    }

    private static boolean belongsToTheLocalStack(String name, Config config) {
        return config.getOptionalValue(name, String.class)
                .filter(value -> isTheFollowedClock(name) || hasLocalValue(value))
                .isPresent();
    }

    private static boolean isTheFollowedClock(String name) {
        return isCalled("centralino.clock.follow", name);
    }

    /// As a property or, in its other spelling, as a variable of the environment.
    private static boolean isCalled(String property, String name) {
        return name.replaceAll("[^A-Za-z]", ".").equalsIgnoreCase(property);
    }

    /// Some settings are lists: of two secrets during a rotation, none may be local. In a login for Kafka a password
    /// stands between quotes.
    private static boolean hasLocalValue(String values) {
        return Stream.of(values.split("[,\"]", -1)).map(String::strip).anyMatch(value -> value.startsWith(LOCAL_VALUE));
    }
}
