package org.centralino.outbound.block;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// The platform's list of blocked users, which does as it is told.
public final class BlockPlatform {
    public static final BlockPlatform INSTANCE = new BlockPlatform();

    record Asked(String method, String path, String authorization, JsonObject user) {}

    private record Reaction(int status, String body) {}

    private final Map<String, Queue<Reaction>> reactions = new ConcurrentHashMap<>();
    private final List<Asked> calls = new CopyOnWriteArrayList<>();

    private BlockPlatform() {}

    /// The next call about this user is answered so; later ones do what they say.
    void answers(String phone, int status, String body) {
        reactions.computeIfAbsent(phone, _ -> new ConcurrentLinkedQueue<>()).add(new Reaction(status, body));
    }

    List<Asked> callsAbout(String phone) {
        return calls.stream()
                .filter(call -> phone.equals(call.user.getString("user")))
                .toList();
    }

    public void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var user = body.toJsonObject().getJsonArray("block_users").getJsonObject(0);
            calls.add(new Asked(request.method().name(), request.path(), request.getHeader("Authorization"), user));
            var scripted = reactions.get(String.valueOf(user.getString("user")));
            var reaction = scripted == null ? null : scripted.poll();
            request.response()
                    .setStatusCode(reaction == null ? 200 : reaction.status)
                    .end(reaction == null ? "{\"messaging_product\":\"whatsapp\",\"block_users\":{}}" : reaction.body);
        });
    }
}
