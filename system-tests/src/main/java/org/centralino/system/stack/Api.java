package org.centralino.system.stack;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The product's API, as one caller.
public final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http;
    private final URI base;
    private final Supplier<Optional<String>> token;

    /// @param token gives the bearer token of each call; nothing for a caller without one
    Api(HttpClient http, URI base, Supplier<Optional<String>> token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /// @return the same caller at another address, such as a service's own port
    public Api at(URI elsewhere) {
        return new Api(http, elsewhere, token);
    }

    public Answer get(String path) {
        return send("GET", path);
    }

    public Answer post(String path) {
        return send("POST", path);
    }

    public Answer post(String path, Object body) {
        return call("POST", path, Json.write(body));
    }

    public Answer put(String path, Object body) {
        return call("PUT", path, Json.write(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path);
    }

    /// @param body JSON as it goes over the wire
    public Answer call(String method, String path, String body) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    /// Brings a file that a reply is to name.
    ///
    /// @param id by which it is named; brought twice, it is there once
    public Answer bring(UUID conversation, UUID id, String mimeType, byte[] file) {
        return send(request("/api/conversations/%s/attachments?id=%s".formatted(conversation, id))
                .header("Content-Type", mimeType)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private Answer send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) {
        token.get().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        try {
            return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException noAnswer) {
            return Answer.none(noAnswer);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    /// @return every item of a list, page by page
    public List<JsonNode> all(String path) {
        return items(path, "cursor").toList();
    }

    /// @return the whole timeline in display order
    public List<JsonNode> timeline(UUID conversation) {
        return pages("/api/conversations/%s/timeline?limit=100".formatted(conversation), "before")
                .map(page -> Json.members(page.path("items")).toList())
                .toList()
                .reversed()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    public JsonNode conversation(UUID id) {
        return found("/api/conversations/" + id);
    }

    /// @return the open conversation with the customer of this name
    public JsonNode conversationWith(String customer) {
        return Patience.await("a conversation with " + customer + " is listed")
                .until(
                        () -> items("/api/conversations?view=all&limit=100", "cursor")
                                .filter(one -> one.path("contact")
                                        .path("name")
                                        .asText()
                                        .equals(customer))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    public Answer take(UUID conversation) {
        return post("/api/conversations/%s/assignment".formatted(conversation), Map.of());
    }

    public Answer takeOver(UUID conversation) {
        return post("/api/conversations/%s/assignment".formatted(conversation), Map.of("takeOver", true));
    }

    /// Replies as somebody who sees all that is there, at this moment.
    public Answer reply(UUID conversation, UUID id, String text) {
        var seen = conversation(conversation);
        return reply(
                conversation,
                id,
                text,
                seen.path("lastSequence").asLong(),
                seen.path("epoch").asLong());
    }

    public Answer reply(UUID conversation, UUID id, String text, long lastSeen, long epoch) {
        return reply(conversation, id, text, lastSeen, epoch, false);
    }

    /// @param anyway although something may have been added since
    public Answer reply(UUID conversation, UUID id, String text, long lastSeen, long epoch, boolean anyway) {
        return reply(conversation, id, Map.of("type", "text", "text", text), lastSeen, epoch, anyway);
    }

    /// @param content what it says, in the API's form
    public Answer reply(UUID conversation, UUID id, Map<String, ?> content, long lastSeen, long epoch, boolean anyway) {
        return post(
                "/api/conversations/%s/replies".formatted(conversation),
                Map.of(
                        "id", id,
                        "content", content,
                        "lastSeen", lastSeen,
                        "epoch", epoch,
                        "anyway", anyway));
    }

    /// @param emoji empty to take ours away
    public Answer emoji(UUID conversation, UUID message, UUID id, String emoji, long epoch) {
        return call(
                "PUT",
                "/api/conversations/%s/messages/%s/reaction".formatted(conversation, message),
                Json.write(Map.of("id", id, "emoji", emoji, "epoch", epoch)));
    }

    public Answer note(UUID conversation, UUID id, String text) {
        return post("/api/conversations/%s/notes".formatted(conversation), Map.of("id", id, "text", text));
    }

    /// @param lastSeen the newest position that the operator saw
    public Answer resolve(UUID conversation, long lastSeen) {
        return post("/api/conversations/%s/resolve".formatted(conversation), Map.of("lastSeen", lastSeen));
    }

    private Stream<JsonNode> items(String path, String parameter) {
        return pages(path, parameter).flatMap(page -> Json.members(page.path("items")));
    }

    /// @return the pages of a list, each asked for when it is wanted
    private Stream<JsonNode> pages(String path, String parameter) {
        var begin = path + (path.contains("?") ? "&" : "?") + parameter + "=";
        return Stream.iterate(found(path), Objects::nonNull, page -> {
            var cursor = page.path("nextCursor").textValue();
            return cursor == null ? null : found(begin + cursor);
        });
    }

    private JsonNode found(String path) {
        var answer = get(path);
        if (!answer.isSuccess()) {
            throw new IllegalStateException("GET %s: %d %s".formatted(path, answer.status(), answer.text()));
        }
        return answer.json();
    }
}
