package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import org.centralino.events.PlatformError;
import org.centralino.outbound.whatsapp.Graph.Came;

/// What the platform made of a call about a number.
///
/// @param <T> what it answers
public sealed interface PlatformAnswer<T> {
    record Done<T>(T value) implements PlatformAnswer<T> {}

    /// @param unknownObject whether it does not know what was called, or does not show it to the token
    record Refused<T>(PlatformError error, boolean unknownObject) implements PlatformAnswer<T> {}

    /// Nobody knows what became of it.
    ///
    /// @param reason for people
    record Unclear<T>(String reason) implements PlatformAnswer<T> {}

    /// @param reading empty when the answer says nothing that can be read
    static <T> PlatformAnswer<T> of(Came came, Function<JsonNode, Optional<T>> reading) {
        return switch (came) {
            case Came.Answered(var status, var answer) -> read(status, answer, reading);
            case Came.Unanswered(var reason) -> new Unclear<>(reason);
        };
    }

    /// @return the answer of a call that says nothing but whether it was done
    static PlatformAnswer<Boolean> success(Came came) {
        return of(came, answer -> answer.path("success").asBoolean() ? Optional.of(true) : Optional.empty());
    }

    private static <T> PlatformAnswer<T> read(int status, JsonNode answer, Function<JsonNode, Optional<T>> reading) {
        var error = answer.path("error");
        if (status >= 400 && error.path("code").canConvertToInt()) {
            var code = error.path("code").asInt();
            var unknown = code == 33
                    || code == 803
                    || code == 100 && error.path("error_subcode").asInt() == 33;
            return new Refused<>(CloudAnswer.errorOf(error), unknown);
        }
        return (status >= 200 && status < 300 ? reading.apply(answer) : Optional.<T>empty())
                .<PlatformAnswer<T>>map(Done::new)
                .orElseGet(
                        () -> new Unclear<>("WhatsApp answered %d without a word that can be read.".formatted(status)));
    }
}
