package org.centralino.system.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// P11: each service checks each request itself. Whoever is not signed in learns nothing, at whichever
/// door.
@ExtendWith(Product.class)
class WhoAreYouIT {
    private static final String LIST = "/api/conversations";
    private static final String ANY = "/api/conversations/0a000000-0000-4000-8000-0000000000aa";

    private final RunningStack stack;

    WhoAreYouIT(RunningStack stack) {
        this.stack = stack;
    }

    static List<String> badTokens() {
        return List.of("garbage", "a.b.c", "Bearer", unsigned());
    }

    /// A token that says that it needs no signature.
    private static String unsigned() {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var header = "{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8);
        var claims = """
                {"iss":"http://localhost:8180/realms/centralino","aud":"centralino","exp":9999999999,"typ":"Bearer",
                 "sub":"0a000000-0000-4000-8000-000000000004",
                 "resource_access":{"centralino":{"roles":["conversation.see.all"]}}}""".getBytes(StandardCharsets.UTF_8);
        return "%s.%s.".formatted(encoder.encodeToString(header), encoder.encodeToString(claims));
    }

    @Test
    void without_a_token_every_door_is_closed() {
        assertClosed(stack.anonymous());
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void with_what_is_no_token_of_ours_every_door_is_closed(String token) {
        assertClosed(stack.with(token));
    }

    @Test
    void with_a_token_of_another_realm_every_door_is_closed() {
        var grant = stack.tokens()
                .grant(
                        "master",
                        Map.of(
                                "client_id", "admin-cli",
                                "grant_type", "password",
                                "username", "admin",
                                "password", "local-admin"));

        assertClosed(stack.with(grant.json().path("access_token").asText()));
    }

    @Test
    void with_an_identity_token_every_door_is_closed() {
        var grant = stack.tokens()
                .grant(
                        "centralino",
                        Map.of(
                                "client_id", "centralino-cli",
                                "grant_type", "password",
                                "scope", "openid",
                                "username", "anna",
                                "password", "centralino"));

        assertClosed(stack.with(grant.json().path("id_token").asText()));
    }

    @Test
    void a_token_opens_until_it_expires() {
        var brief = Staff.of(stack).token(Operator.ANNA, Duration.ofSeconds(2));
        var anna = stack.with(brief);

        assertThat(anna.get(LIST).status()).isEqualTo(200);
        Patience.await("the token expires").until(() -> anna.get(LIST).status() == 401);

        assertClosed(anna);
    }

    @Test
    void the_live_feed_is_closed_without_a_token() {
        var gateway = stack.ports().gateway();
        var address = java.net.URI.create("ws://%s:%d/api/live".formatted(gateway.getHost(), gateway.getPort()));
        var handshake = stack.http()
                .newWebSocketBuilder()
                .header("Origin", gateway.toString())
                .buildAsync(address, new WebSocket.Listener() {});

        assertThat(handshake)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        java.net.http.WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(401));
    }

    private void assertClosed(Api caller) {
        var ports = stack.ports();
        var doors = List.of(
                caller.get("/api/me"),
                caller.get(LIST),
                caller.at(ports.conversation()).get(LIST),
                caller.at(ports.assignment()).get(ANY + "/assignment"),
                caller.at(ports.assignment()).post(ANY + "/assignment", Map.of()),
                caller.at(ports.notes()).get(ANY + "/notes"));
        assertThat(doors).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(401);
            assertThat(answer.problem()).contains("not-signed-in");
        });
    }
}
