package org.centralino.outbound.sync;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// The platform's address at which a phone is asked for what it has, which does as it is told.
public final class SyncPlatform {
    public static final SyncPlatform INSTANCE = new SyncPlatform();

    record Asked(String path, String authorization, JsonObject body) {}

    private record Reaction(int status, String body) {}

    private final Queue<Reaction> reactions = new ConcurrentLinkedQueue<>();
    private final List<Asked> calls = new CopyOnWriteArrayList<>();

    private SyncPlatform() {}

    /// The next call is answered so; later ones are taken.
    void answers(int status, String body) {
        reactions.add(new Reaction(status, body));
    }

    /// @return what it was asked, and forgets it
    List<Asked> calls() {
        var all = List.copyOf(calls);
        calls.clear();
        return all;
    }

    public void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            calls.add(new Asked(request.path(), request.getHeader("Authorization"), body.toJsonObject()));
            var reaction = reactions.poll();
            request.response()
                    .setStatusCode(reaction == null ? 200 : reaction.status)
                    .end(
                            reaction == null
                                    ? "{\"messaging_product\":\"whatsapp\",\"request_id\":\"r1\"}"
                                    : reaction.body);
        });
    }
}
