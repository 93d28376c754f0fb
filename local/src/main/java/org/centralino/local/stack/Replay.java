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
import java.util.stream.Collectors;
import org.centralino.events.Topics;
import org.centralino.local.StackException;
import org.centralino.local.keycloak.Tokens;
import org.centralino.local.port.Port;

/// Puts the dead letters of a topic back, by asking a service to, as the demo admin: any may be asked.
final class Replay {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> TOPICS =
            List.of(Topics.WHATSAPP, Topics.CONVERSATION, Topics.ASSIGNMENT, Topics.NOTES, Topics.OUTBOUND);

    private static final String ADMIN = "dario";

    private Replay() {}

    /// @param tokens where the demo admin signs in
    /// @param words a topic, by its own name or by that of its dead letters
    /// @return what was done, in a sentence
    /// @throws StackException when there is no such topic, nobody answers, or the replay stopped half-way
    static String of(Tokens tokens, List<String> words) {
        var named = TOPICS.stream()
                .filter(topic -> words.size() == 1
                        && List.of(topic, Topics.deadLetterOf(topic)).contains(words.getFirst()))
                .findFirst();
        var topic = named.orElseThrow(() -> new StackException("Which topic's dead letters? One of: %s."
                .formatted(TOPICS.stream().collect(Collectors.joining(", ")))));
        var answer = post(
                URI.create("http://127.0.0.1:%d/dead-letters/%s/replay".formatted(Port.CONVERSATION.number(), topic)),
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
                    "The conversation service does not answer at %s. Is the stack up? (./centralino status)"
                            .formatted(address.getAuthority()),
                    away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }
}
