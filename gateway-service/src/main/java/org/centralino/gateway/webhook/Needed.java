package org.centralino.gateway.webhook;

import java.util.List;
import java.util.Optional;

/// Settings without which the gateway does not start.
final class Needed {
    private static final int SHORTEST_SECRET = 16;

    private Needed() {}

    /// @throws IllegalStateException when it is missing, in words that say what to do
    static String setting(Optional<String> value, String name) {
        return value.filter(text -> !text.isBlank()).orElseThrow(() -> missing(name));
    }

    /// @throws IllegalStateException when it is missing, or so short that it could be guessed
    static String secret(Optional<String> value, String name) {
        var secret = setting(value, name);
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException(
                    "%s has %d characters. Whoever guesses it is taken for the platform: make one of %d or more, such as openssl rand -hex 32 prints, and enter it on the platform as well."
                            .formatted(name, secret.length(), SHORTEST_SECRET));
        }
        return secret;
    }

    /// @throws IllegalStateException when there is none, or one of them is empty
    static List<String> settings(Optional<List<String>> values, String name) {
        return values.filter(texts -> !texts.isEmpty() && texts.stream().noneMatch(String::isBlank))
                .orElseThrow(() -> missing(name));
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException(
                "%s is not set. Without it the gateway cannot take webhooks in, so it does not start.".formatted(name));
    }
}
