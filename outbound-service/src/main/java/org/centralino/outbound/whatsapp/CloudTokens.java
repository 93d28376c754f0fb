package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Function;
import org.centralino.outbound.token.domain.TokenFacts;

/// Asks the platform what it knows of a token, by the token itself. It need not answer that: it does to tokens of
/// whoever develops the app. A call waits for its answer, so it is for a thread that may wait.
@ApplicationScoped
public class CloudTokens {
    private final Graph graph;

    CloudTokens(Graph graph) {
        this.graph = graph;
    }

    /// @return nothing when the platform does not say; it never fails
    public Optional<TokenFacts> of(String token) {
        return switch (asked(token, CloudTokens::read)) {
            case PlatformAnswer.Done<TokenFacts>(var facts) -> Optional.of(facts);
            case PlatformAnswer.Refused<TokenFacts> _, PlatformAnswer.Unclear<TokenFacts> _ -> Optional.empty();
        };
    }

    /// @return the id of the app that the token is of
    PlatformAnswer<String> appOf(String token) {
        return asked(token, answer -> Optional.ofNullable(CloudAnswer.words(answer.path("data"), "app_id")));
    }

    private <T> PlatformAnswer<T> asked(String token, Function<JsonNode, Optional<T>> reading) {
        return PlatformAnswer.of(
                graph.call("GET", "debug_token?input_token=" + Graph.encoded(token), null, token), reading);
    }

    private static Optional<TokenFacts> read(JsonNode answer) {
        var data = answer.path("data");
        if (!data.path("is_valid").isBoolean() || !data.path("scopes").isArray()) {
            return Optional.empty();
        }
        var scopes = new HashSet<String>();
        data.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return Optional.of(TokenFacts.of(
                data.path("is_valid").asBoolean(),
                scopes,
                data.path("expires_at").asLong()));
    }
}
