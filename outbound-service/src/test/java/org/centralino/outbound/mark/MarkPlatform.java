package org.centralino.outbound.mark;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// The platform's messages, on which emojis are set and which are read.
public final class MarkPlatform {
    public static final MarkPlatform INSTANCE = new MarkPlatform();

    private record Answer(int status, String body) {}

    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final List<JsonObject> calls = new CopyOnWriteArrayList<>();

    private MarkPlatform() {}

    /// The next call about this message is answered so; later ones do what they say.
    void answers(String platformId, int status, String body) {
        answers.computeIfAbsent(platformId, _ -> new ConcurrentLinkedQueue<>()).add(new Answer(status, body));
    }

    /// From now on calls about this message do what they say.
    void doesAsItIsTold(String platformId) {
        answers.remove(platformId);
    }

    List<JsonObject> callsAbout(String platformId) {
        return calls.stream().filter(call -> platformId.equals(aboutOf(call))).toList();
    }

    public boolean isMeant(JsonObject body) {
        return body.containsKey("status") || body.containsKey("reaction");
    }

    private static String aboutOf(JsonObject body) {
        return body.containsKey("reaction")
                ? body.getJsonObject("reaction").getString("message_id")
                : body.getString("message_id");
    }

    public void receive(HttpServerRequest request, JsonObject body) {
        calls.add(body);
        var scripted = answers.get(aboutOf(body));
        var answer = scripted == null ? null : scripted.poll();
        request.response()
                .setStatusCode(answer == null ? 200 : answer.status)
                .end(answer == null ? "{\"success\":true}" : answer.body);
    }
}
