package org.centralino.outbound.channel;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The platform's addresses by which numbers are connected. The account 29…17 has the numbers …24 and …25.
public final class ChannelPlatform {
    public static final ChannelPlatform INSTANCE = new ChannelPlatform();
    static final String ACCOUNT = "290000000000017";
    static final String CATALOGUE = "770000000000041";
    static final String ROME = "510000000000024";
    static final String TURIN = "510000000000025";
    private static final String GOOD = "EAAGgood";

    record Asked(String method, String path, String query, String authorization, String body) {}

    private record Reaction(int status, String body) {}

    private final Map<String, Queue<Reaction>> reactions = new ConcurrentHashMap<>();
    private final List<Asked> calls = new CopyOnWriteArrayList<>();
    private volatile List<String> apps = List.of();
    private volatile @Nullable String status;
    private final Map<String, JsonObject> codes = new ConcurrentHashMap<>();
    private final JsonObject profile =
            new JsonObject().put("about", "Luci dal 1962").put("vertical", "RETAIL");

    private ChannelPlatform() {}

    void forget() {
        reactions.clear();
        calls.clear();
        codes.clear();
        apps = List.of();
        status = null;
    }

    /// The platform tells these apps what happens in the account.
    void tells(String... subscribed) {
        apps = List.of(subscribed);
    }

    /// Each number is of this status from now on.
    void isOfStatus(String word) {
        status = word;
    }

    /// The next call of what ends so is answered so.
    void answers(String end, int status, String body) {
        reactions.computeIfAbsent(end, _ -> new ConcurrentLinkedQueue<>()).add(new Reaction(status, body));
    }

    void refuses(String end, int code) {
        answers(end, 400, "{\"error\":{\"message\":\"(#%d) no\",\"code\":%d}}".formatted(code, code));
    }

    List<Asked> callsOf(String end) {
        return calls.stream().filter(call -> call.path().endsWith(end)).toList();
    }

    public boolean isMeant(HttpServerRequest request) {
        return request.path()
                .matches(
                        ".*/(290\\d+/(phone_numbers|subscribed_apps|product_catalogs)|770\\d+/products|51000000000002[45](/(register|whatsapp_business_profile|message_qrdls.*))?)");
    }

    public void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> receive(request, body.toString()));
    }

    /// @param body of a test message
    public void receive(HttpServerRequest request, String body) {
        calls.add(new Asked(
                request.method().name(), request.path(), request.query(), request.getHeader("Authorization"), body));
        var end = request.path().substring(request.path().lastIndexOf('/') + 1);
        var scripted =
                reactions.getOrDefault(end, new ConcurrentLinkedQueue<>()).poll();
        if (scripted != null) {
            request.response().setStatusCode(scripted.status).end(scripted.body);
        } else if (!request.getHeader("Authorization").startsWith("Bearer " + GOOD)) {
            request.response()
                    .setStatusCode(401)
                    .end("{\"error\":{\"code\":190,\"message\":\"Invalid OAuth access token\"}}");
        } else {
            request.response().end(answer(request, end, body).encode());
        }
    }

    private JsonObject answer(HttpServerRequest request, String end, String body) {
        return switch (end) {
            case "phone_numbers" ->
                new JsonObject().put("data", new JsonArray().add(number(ROME)).add(number(TURIN)));
            case "subscribed_apps" -> request.method() == HttpMethod.GET ? subscriptions() : success();
            case ROME, TURIN -> request.method() == HttpMethod.GET ? number(end) : success();
            case "whatsapp_business_profile" -> {
                if (request.method() == HttpMethod.GET) {
                    yield new JsonObject().put("data", new JsonArray().add(profile));
                }
                profile.mergeIn(new JsonObject(body));
                yield success();
            }
            case "product_catalogs" ->
                new JsonObject()
                        .put(
                                "data",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", CATALOGUE)
                                                .put("name", "Bottega Rossi")));
            case "products" -> products(request);
            case "message_qrdls" -> request.method() == HttpMethod.GET ? allCodes() : written(new JsonObject(body));
            case "messages" ->
                new JsonObject().put("messages", new JsonArray().add(new JsonObject().put("id", "wamid.T")));
            default -> {
                codes.remove(end);
                yield success();
            }
        };
    }

    /// Two pages; what is sought is on one.
    private static JsonObject products(HttpServerRequest request) {
        var all = new JsonArray().add(product("LUME-01", "in stock"));
        var answer = new JsonObject();
        if (request.getParam("filter") != null || request.getParam("after") != null) {
            return answer.put("data", all.add(product("LUME-02", "out of stock")));
        }
        return answer.put("data", all)
                .put(
                        "paging",
                        new JsonObject()
                                .put("cursors", new JsonObject().put("after", "there"))
                                .put("next", "https://graph.facebook.com/next"));
    }

    private static JsonObject product(String id, String availability) {
        return new JsonObject()
                .put("id", "8")
                .put("retailer_id", id)
                .put("name", "Lampada " + id)
                .put("price", "89,00 €")
                .put("availability", availability);
    }

    private JsonObject allCodes() {
        return new JsonObject().put("data", new JsonArray(List.copyOf(codes.values())));
    }

    private JsonObject written(JsonObject asked) {
        var id = asked.getString("code", "QR%d".formatted(codes.size() + 1));
        var code = new JsonObject()
                .put("code", id)
                .put("prefilled_message", asked.getString("prefilled_message"))
                .put("deep_link_url", "https://wa.me/message/" + id);
        codes.put(id, code);
        return code;
    }

    private JsonObject subscriptions() {
        var all = new JsonArray();
        apps.forEach(app ->
                all.add(new JsonObject().put("whatsapp_business_api_data", new JsonObject().put("id", app))));
        return new JsonObject().put("data", all);
    }

    private JsonObject number(String id) {
        return new JsonObject()
                .put("id", id)
                .put("display_phone_number", id.equals(ROME) ? "+39 06 9999 0002" : "+39 011 9999 003")
                .put("verified_name", "Casa Lume Roma")
                .put("status", Objects.requireNonNullElse(status, id.equals(ROME) ? "PENDING" : "CONNECTED"));
    }

    private static JsonObject success() {
        return new JsonObject().put("success", true);
    }
}
