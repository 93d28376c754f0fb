package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Inbox.class)
class CallTest {
    private static final String CALLS = "/control/customers/%s/calls".formatted(Caller.GIULIA);

    @TestHTTPResource
    URI base;

    private Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void a_call_rings_ends_and_opens_the_window() {
        var id = caller.post(CALLS, "{\"seconds\":1}").json().path("id").asText();

        var told = told(2);
        assertThat(told).extracting(call -> call.path("event").asText()).containsExactly("connect", "terminate");
        assertThat(told).extracting(call -> call.path("id").asText()).containsOnly(id);
        assertThat(told.get(1).path("duration").asInt()).isEqualTo(1);
        caller.reply("Ci ha chiamato?", "call:1");
        assertThat(Inbox.waitForStatus("call:1", "delivered")).isNotNull();
    }

    @Test
    void one_that_nobody_answers_has_no_length() {
        caller.post(CALLS, "{}");

        assertThat(told(2).get(1).path("status").asText()).isEqualTo("FAILED");
        assertThat(told(2).get(1).has("duration")).isFalse();
    }

    @Test
    void what_is_not_answered_200_comes_again_as_messages_do() {
        var attempts = new AtomicInteger();
        Inbox.answers(_ -> attempts.incrementAndGet() < 3 ? 503 : 200);

        caller.post("/control/webhooks/changes", """
                {"changes":[{"field":"account_review_update","value":{"decision":"APPROVED"}}]}""");

        assertThat(Inbox.waitFor(all -> all.size() >= 3)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void nonsense_is_refused() {
        caller.patch("/control/customers/" + Caller.GIULIA, "{\"blocks\":true}");

        assertThat(caller.post(CALLS, "{}").status()).isEqualTo(409);
        assertThat(caller.post(CALLS, "{\"seconds\":-1}").status()).isEqualTo(400);
    }

    private static List<JsonNode> told(int count) {
        return Inbox.waitFor(all -> all.size() >= count).stream()
                .map(received -> received.json().at("/entry/0/changes/0/value/calls/0"))
                .toList();
    }
}
