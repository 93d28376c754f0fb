package org.centralino.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.centralino.events.Topics;
import org.centralino.local.StackException;
import org.centralino.local.keycloak.Tokens;
import org.centralino.local.port.Port;

/// Puts the dead letters of a topic back, by asking the service that may write it to, as the demo admin.
final class Replay {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /// The gateway, which tells the platform's topic, is reached from the internet and cannot be asked to.
    private static final Map<String, Port> TELLERS = new TreeMap<>(Map.of(
            Topics.WHATSAPP, Port.CONVERSATION,
            Topics.CONVERSATION, Port.CONVERSATION,
            Topics.ASSIGNMENT, Port.ASSIGNMENT,
            Topics.NOTES, Port.NOTES,
            Topics.OUTBOUND, Port.OUTBOUND));

    private static final String ADMIN = "dario";

    private Replay() {}

    /// @param tokens where the demo admin signs in
    /// @param words a topic, by its own name or by that of its dead letters
    /// @return what was done, in a sentence
    /// @throws StackException when there is no such topic, nobody answers, or the replay stopped half-way
    static String of(Tokens tokens, List<String> words) {
        var named = TELLERS.keySet().stream()
                .filter(topic -> words.size() == 1
                        && List.of(topic, Topics.deadLetterOf(topic)).contains(words.getFirst()))
                .findFirst();
        var topic = named.orElseThrow(() -> new StackException(
                "Which topic's dead letters? One of: %s.".formatted(String.join(", ", TELLERS.keySet()))));
        var teller = Objects.requireNonNull(TELLERS.get(topic));
        var answer = post(
                URI.create("http://127.0.0.1:%d/dead-letters/%s/replay".formatted(teller.number(), topic)),
                tokens.of(ADMIN));
        if (!answer.has("detail")) {
            return "%d dead letters of %s were put back."
                    .formatted(answer.path("replayed").asInt(), topic);
        }
        throw new StackException(answer.path("detail").asText());
    }

    private static JsonNode post(URI address, String token) {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException away) {
            throw new StackException(
                    "No service answers at %s. Is the stack up? (./centralino status)"
                            .formatted(address.getAuthority()),
                    away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }
}
