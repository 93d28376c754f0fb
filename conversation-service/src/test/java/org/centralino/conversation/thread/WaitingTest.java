package org.centralino.conversation.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Desk.isWaiting;
import static org.centralino.conversation.Desk.reply;
import static org.centralino.conversation.Desk.resolve;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.Held;
import org.centralino.events.HeldReason;
import org.centralino.events.PlatformError;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// Since when a customer waits, and until when.
@QuarkusTest
@RealInfrastructure
class WaitingTest {

    @Test
    void a_queued_answer_is_no_answer_yet() {
        var conversation = heldByAnna();

        answered(conversation, 1);

        conversation(conversation).body("waitingSince", notNullValue());
    }

    @Test
    void an_answer_that_the_platform_accepted_ends_the_waiting() {
        var conversation = heldByAnna();
        var answer = answered(conversation, 1);

        PLATFORM.accepted(conversation, answer, "wamid.out-" + answer);

        awaitStatus(conversation, answer, "accepted");
        conversation(conversation).body("waitingSince", nullValue());
    }

    @Test
    void an_answer_that_is_refused_leaves_the_customer_waiting_since_the_old_date() {
        var conversation = heldByAnna();
        String since = conversation(conversation).extract().path("waitingSince");
        var answer = answered(conversation, 1);

        PLATFORM.refused(conversation, answer);

        awaitStatus(conversation, answer, "failed");
        conversation(conversation).body("waitingSince", equalTo(since)).body("failed", equalTo(true));
        assertThat(failed()).contains(conversation.toString());

        resolve("anna", conversation, 2).statusCode(200);
        assertThat(failed()).doesNotContain(conversation.toString());
    }

    @Test
    void an_answer_that_waits_says_why_until_it_goes_out() {
        var conversation = heldByAnna();
        var answer = answered(conversation, 1);
        var until = Instant.parse("2026-11-22T12:00:04Z");

        PLATFORM.holds(conversation, answer, new Held(HeldReason.PAIR, until));

        Patience.await("the message says what it waits for")
                .untilAsserted(() -> assertThat(heldOf(conversation, answer)).containsEntry("reason", "pair"));
        PLATFORM.accepted(conversation, answer, "wamid.out-" + answer);
        awaitStatus(conversation, answer, "accepted");
        assertThat(heldOf(conversation, answer)).isNull();
    }

    @Test
    void when_the_platform_says_that_the_24_hours_are_over_they_are() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        var answer = answered(conversation, 1);

        PLATFORM.refused(conversation, answer, new PlatformError(131047, "Re-engagement message", null));

        awaitStatus(conversation, answer, "failed");
        reply("anna", conversation, UUID.randomUUID(), "Oggi", 2, 1)
                .statusCode(409)
                .body("reasonKey", equalTo("window-closed"));
    }

    @Test
    void an_answer_that_was_accepted_and_fails_later_puts_the_customer_back_among_the_waiting() {
        var conversation = heldByAnna();
        String since = conversation(conversation).extract().path("waitingSince");
        var answer = answered(conversation, 1);
        PLATFORM.accepted(conversation, answer, "wamid.out-" + answer);
        awaitStatus(conversation, answer, "accepted");

        PLATFORM.reports(Platform.status("wamid.out-" + answer, "failed", answer));

        awaitStatus(conversation, answer, "failed");
        conversation(conversation).body("waitingSince", equalTo(since));
    }

    @Test
    void an_answer_that_fails_matters_no_more_when_a_later_one_was_accepted() {
        var conversation = heldByAnna();
        var first = answered(conversation, 1);
        var second = answered(conversation, 1);
        PLATFORM.accepted(conversation, first, "wamid.out-" + first);
        PLATFORM.accepted(conversation, second, "wamid.out-" + second);
        awaitStatus(conversation, second, "accepted");

        PLATFORM.reports(Platform.status("wamid.out-" + first, "failed", first));

        awaitStatus(conversation, first, "failed");
        conversation(conversation).body("waitingSince", nullValue());
    }

    @Test
    void who_wrote_while_the_answer_was_on_its_way_waits_on() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        var answer = answered(conversation, 1);
        PLATFORM.reports(Platform.message(customer, "Ancora una cosa", Instant.now()));
        await(() -> found(customer), 3);

        PLATFORM.accepted(conversation, answer, "wamid.out-" + answer);

        awaitStatus(conversation, answer, "accepted");
        assertThat(isWaiting(conversation)).isTrue();
    }

    @Test
    void an_answer_that_fails_after_the_conversation_was_resolved_reopens_it() {
        var conversation = heldByAnna();
        var answer = answered(conversation, 1);
        PLATFORM.accepted(conversation, answer, "wamid.out-" + answer);
        awaitStatus(conversation, answer, "accepted");
        resolve("anna", conversation, 2).statusCode(200);

        PLATFORM.reports(Platform.status("wamid.out-" + answer, "failed", answer));

        Patience.await("the conversation is open again")
                .until(() -> conversation(conversation).extract().path("status").equals("open"));
        assertThat(isWaiting(conversation)).isTrue();
    }

    @Test
    void a_message_that_is_redelivered_after_the_answer_is_unread_and_waits() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        var answer = answered(conversation, 1);
        PLATFORM.accepted(conversation, answer, "wamid.out-" + answer);
        awaitStatus(conversation, answer, "accepted");

        PLATFORM.reports(
                Platform.message(customer, "Scritto prima", Instant.now().minusSeconds(600)));
        await(() -> found(customer), 3);

        assertThat(isWaiting(conversation)).isTrue();
        UUID shown = UUID.fromString(found(customer).get("id").toString());
        org.centralino.testkit.Caller.as("anna")
                .get("/api/conversations/{id}", shown)
                .then()
                .body("unread", equalTo(1));
    }

    /// @return what the list of failed messages holds
    private static List<String> failed() {
        return as("carla")
                .get("/api/conversations?view=failed&limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static Map<String, Object> heldOf(UUID conversation, UUID message) {
        return as("anna")
                .get("/api/conversations/{id}/timeline", conversation)
                .then()
                .extract()
                .path("items.find { it.id == '%s' }.held".formatted(message));
    }
}
