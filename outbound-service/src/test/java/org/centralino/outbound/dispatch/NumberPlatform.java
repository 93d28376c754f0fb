package org.centralino.outbound.dispatch;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The platform's address of numbers, which knows the tokens that it is told.
final class NumberPlatform {
    private static final String REFUSED = "{\"error\":{\"code\":190,\"message\":\"Invalid OAuth access token\"}}";

    static final NumberPlatform INSTANCE = new NumberPlatform();

    private record Reaction(int status, String body) {}

    private final Map<String, Reaction> byToken = new ConcurrentHashMap<>();

    private final Map<String, String> facts = new ConcurrentHashMap<>();

    private NumberPlatform() {
        answers(GraphPlatformResource.TOKEN, 200, """
                {"id":"510000000000023","verified_name":"Casa Lume","throughput":{"level":"STANDARD"}}""");
    }

    void refuses(String token) {
        answers(token, 401, REFUSED);
    }

    /// @param data what is known of the token; of others it is told only which app they belong to
    void knows(String token, String data) {
        facts.put("Bearer " + token, data);
    }

    void tellOfToken(HttpServerRequest request) {
        var data = facts.getOrDefault(request.getHeader("Authorization"), "{\"app_id\":\"640000000000001\"}");
        request.response().end("{\"data\":%s}".formatted(data));
    }

    void answers(String token, int status, String body) {
        byToken.put("Bearer " + token, new Reaction(status, body));
    }

    /// @return whether a number is asked for, and not a file
    boolean isMeant(HttpServerRequest request) {
        return request.path().endsWith("/510000000000023");
    }

    void receive(HttpServerRequest request) {
        var reaction = byToken.getOrDefault(request.getHeader("Authorization"), new Reaction(401, REFUSED));
        request.response().setStatusCode(reaction.status).end(reaction.body);
    }
}
