package org.centralino.outbound.template;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The templates of an account at the platform, which shows them two at a time and does as it is told.
public final class TemplatePlatform {
    public static final TemplatePlatform INSTANCE = new TemplatePlatform();

    private static final int A_PAGE = 2;
    private static final String ID = ".*/77\\d+";
    private static final String EXAMPLES = ".*/(uploads|upload:.*)";

    record Asked(String method, String uri, String authorization, String body) {}

    private record Reaction(boolean takes, int status, String body) {}

    private final Map<String, JsonObject> templates = new ConcurrentSkipListMap<>();
    private final Queue<Reaction> reactions = new ConcurrentLinkedQueue<>();
    private final List<Asked> calls = new CopyOnWriteArrayList<>();

    private volatile String refused = "";

    private TemplatePlatform() {}

    /// @param token by which nothing may be asked from now on; empty when each may ask
    void refuses(String token) {
        refused = "Bearer " + token;
    }

    public void has(String id, JsonObject template) {
        templates.put(id, template.put("id", id));
    }

    public void hasNone() {
        templates.clear();
    }

    public void lost(String id) {
        templates.remove(id);
    }

    /// The next call that is no look at the list is answered so.
    ///
    /// @param takes whether it does what it was asked for all the same
    void answers(boolean takes, int status, String body) {
        reactions.add(new Reaction(takes, status, body));
    }

    /// @return what it was asked but for looks at the list, and forgets it
    List<Asked> changes() {
        var all = calls.stream().filter(call -> !call.method().equals("GET")).toList();
        calls.clear();
        return all;
    }

    /// @return how often its list was looked at from the beginning
    public long looks() {
        return calls.stream()
                .filter(call -> call.method().equals("GET") && !call.uri().contains("after="))
                .count();
    }

    public boolean isAsked(HttpServerRequest request) {
        return request.path().endsWith("/message_templates")
                || request.path().matches(ID)
                || request.path().matches(EXAMPLES);
    }

    public void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            calls.add(new Asked(
                    request.method().name(), request.uri(), request.getHeader("Authorization"), body.toString()));
            if (refused.equals(request.getHeader("Authorization"))) {
                request.response()
                        .setStatusCode(401)
                        .end("{\"error\":{\"code\":190,\"message\":\"Invalid OAuth access token\"}}");
                return;
            }
            if (request.path().matches(EXAMPLES)) {
                request.response().end(example(request));
                return;
            }
            if (request.method() == HttpMethod.GET) {
                request.response().end(list(request).encode());
                return;
            }
            var reaction = Optional.ofNullable(reactions.poll());
            var done = reaction.map(Reaction::takes).orElse(true) ? change(request, body.toString()) : "";
            request.response()
                    .setStatusCode(reaction.map(Reaction::status).orElse(200))
                    .end(reaction.map(Reaction::body).orElse(done));
        });
    }

    private static String example(HttpServerRequest request) {
        return request.path().endsWith("/uploads")
                ? "{\"id\":\"upload:one?sig=two\"}"
                : "{\"h\":\"4::%s\"}".formatted(request.getHeader("file_offset"));
    }

    private JsonObject list(HttpServerRequest request) {
        var after = Optional.ofNullable(request.getParam("after"))
                .map(Integer::parseInt)
                .orElse(0);
        var name = Optional.ofNullable(request.getParam("name"));
        var all = templates.values().stream()
                .filter(template ->
                        name.map(template.getString("name")::contains).orElse(true))
                .toList();
        var page = all.subList(Math.min(after, all.size()), Math.min(after + A_PAGE, all.size()));
        var paging = new JsonObject().put("cursors", new JsonObject().put("after", String.valueOf(after + A_PAGE)));
        if (after + A_PAGE < all.size()) {
            paging.put("next", "https://example.org/elsewhere");
        }
        return new JsonObject().put("data", new JsonArray(List.copyOf(page))).put("paging", paging);
    }

    private String change(HttpServerRequest request, String body) {
        if (request.method() == HttpMethod.DELETE) {
            var one = request.getParam("hsm_id");
            templates
                    .values()
                    .removeIf(template -> one == null
                            ? template.getString("name").equals(request.getParam("name"))
                            : template.getString("id").equals(one));
            return "{\"success\":true}";
        }
        if (request.path().matches(ID)) {
            var id = request.path().substring(request.path().lastIndexOf('/') + 1);
            templates.get(id).mergeIn(new JsonObject(body)).put("status", "PENDING");
            return "{\"success\":true}";
        }
        var id = "77%04d".formatted(templates.size() + 500);
        has(id, new JsonObject(body).put("status", "PENDING"));
        return new JsonObject()
                .put("id", id)
                .put("status", "PENDING")
                .put("category", new JsonObject(body).getString("category"))
                .encode();
    }
}
