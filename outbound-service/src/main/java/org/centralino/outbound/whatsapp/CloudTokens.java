package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
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
        var path = "debug_token?input_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return switch (PlatformAnswer.of(graph.call("GET", path, null, token), CloudTokens::read)) {
            case PlatformAnswer.Done<TokenFacts>(var facts) -> Optional.of(facts);
            case PlatformAnswer.Refused<TokenFacts> _, PlatformAnswer.Unclear<TokenFacts> _ -> Optional.empty();
        };
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
