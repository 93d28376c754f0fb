package org.centralino.broker;

import java.util.Locale;
import java.util.Map;

/// The users' passwords, each from a variable of its own, such as `CENTRALINO_KAFKA_PASSWORD_NOTES`.
///
/// @param environment of this process
record Passwords(Map<String, String> environment) {
    private static final String PREFIX = "CENTRALINO_KAFKA_PASSWORD_";

    /// @throws IllegalStateException with what to do, when it is missing or cannot stand in Kafka's settings
    String of(String user) {
        var variable = PREFIX + user.toUpperCase(Locale.ROOT);
        var password = environment.getOrDefault(variable, "");
        if (password.isBlank()) {
            throw new IllegalStateException(
                    "%s is missing: the password with which %s signs in to Kafka.".formatted(variable, user));
        }
        if (!password.matches("[A-Za-z0-9._~-]+")) {
            throw new IllegalStateException(
                    "%s may have letters, digits, and . _ ~ - only: others mean something in Kafka's settings."
                            .formatted(variable));
        }
        return password;
    }
}
