package org.centralino.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.events.ConversationEvent.DoubtSettled.Outcome.ARRIVED;
import static org.centralino.events.ConversationEvent.DoubtSettled.Outcome.SEND_AGAIN;
import static org.centralino.outbound.dispatch.GraphPlatform.accepts;
import static org.centralino.outbound.dispatch.GraphPlatform.acceptsAfter;
import static org.centralino.outbound.dispatch.GraphPlatform.answers;
import static org.centralino.outbound.dispatch.GraphPlatform.breaksTheConnection;
import static org.centralino.outbound.dispatch.GraphPlatform.neverAnswers;
import static org.centralino.outbound.dispatch.GraphPlatform.platformIdOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.centralino.events.ConversationEvent.DoubtSettled;
import org.centralino.events.OutboundEvent.MessageAccepted;
import org.centralino.outbound.dispatch.domain.Report;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Messages of which nobody knows whether they were sent.
@QuarkusTest
class DoubtTest extends Outbound {
    @Inject
    QueueStore queue;

    @Inject
    OutcomeStore outcomes;

    @Test
    void a_call_that_is_not_answered_is_in_doubt_and_never_repeated_until_a_status_tells_its_fate() {
        var reply = reply();
        platform.on(reply.messageId(), neverAnswers());

        queue(reply);

        assertInDoubt(reply);
        assertThat(topic.toldAbout(reply.messageId()))
                .first()
                .extracting("reason")
                .isEqualTo("WhatsApp did not answer within 3 seconds.");
        topic.status(reply.messageId(), "wamid.LEARNT", "sent");
        assertAcceptedAs(reply, "wamid.LEARNT");
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
        assertThat(topic.toldAbout(reply.messageId())).hasSize(2);
    }

    @Test
    void a_call_whose_connection_breaks_is_in_doubt() {
        var reply = reply();
        platform.on(reply.messageId(), breaksTheConnection());

        queue(reply);

        assertInDoubt(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | ''",
                "502 | <html>Bad gateway</html>",
                "500 | {\"error\":{\"code\":2,\"message\":\"Service down\",\"is_transient\":true}}",
                "400 | {\"error\":{\"code\":131000,\"message\":\"Something went wrong\"}}",
                "200 | OK",
                "200 | {\"messages\":[]}"
            })
    void an_answer_that_proves_nothing_leaves_the_message_in_doubt(int status, String body) {
        var reply = reply();
        platform.on(reply.messageId(), answers(status, body));

        queue(reply);

        assertInDoubt(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void a_status_may_be_faster_than_the_answer() {
        var reply = reply();
        var answer = new CompletableFuture<Void>();
        platform.on(reply.messageId(), acceptsAfter(answer));

        queue(reply);
        Patience.await("the platform is called")
                .untilAsserted(
                        () -> assertThat(platform.callsOf(reply.messageId())).hasSize(1));
        topic.status(reply.messageId(), platformIdOf(reply.messageId()), "delivered");
        assertAccepted(reply);
        answer.complete(null);
        var next = reply(reply.conversationId(), 2);
        queue(next);

        assertAccepted(next);
        assertThat(topic.toldAbout(reply.messageId())).hasSize(1);
    }

    @Test
    void statuses_of_other_systems_messages_are_none_of_our_business() {
        var reply = reply();
        platform.on(reply.messageId(), accepts());
        topic.status(UUID.randomUUID(), "wamid.OTHER", "sent");

        queue(reply);

        assertAccepted(reply);
    }

    @Test
    void a_message_of_which_a_person_says_that_it_arrived_is_accepted_and_nothing_is_told() {
        var reply = reply();
        platform.on(reply.messageId(), neverAnswers());
        queue(reply);
        assertInDoubt(reply);

        topic.tells(UUID.randomUUID().toString(), decision(reply, ARRIVED));

        Patience.await("the person's word is written down")
                .untilAsserted(() -> assertThat(rowOf(reply)).isEqualTo("ACCEPTED ARRIVED words=false phone=false"));
        assertThat(topic.toldAbout(reply.messageId())).hasSize(1);
    }

    @Test
    void a_message_that_a_person_sent_again_stays_unknown_and_is_not_called_again() {
        var reply = reply();
        platform.on(reply.messageId(), breaksTheConnection());
        queue(reply);
        assertInDoubt(reply);

        topic.tells(UUID.randomUUID().toString(), decision(reply, SEND_AGAIN));

        Patience.await("the person's word is written down")
                .untilAsserted(() -> assertThat(rowOf(reply)).isEqualTo("UNKNOWN SEND_AGAIN words=false phone=false"));
        assertThat(topic.toldAbout(reply.messageId())).hasSize(1);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_status_still_tells_more_after_a_person_decided(DoubtSettled.Outcome outcome) {
        var reply = reply();
        leaveInDoubt(reply, "1 minute");
        topic.tells(UUID.randomUUID().toString(), decision(reply, outcome));
        Patience.await("the person's word is written down")
                .untilAsserted(() -> assertThat(rowOf(reply)).contains(outcome.name()));

        topic.status(reply.messageId(), "wamid.LEARNT", "delivered");

        Patience.await("the status is told")
                .untilAsserted(() -> assertThat(topic.toldAbout(reply.messageId()))
                        .singleElement()
                        .isInstanceOfSatisfying(
                                MessageAccepted.class,
                                accepted -> assertThat(accepted.platformId()).isEqualTo("wamid.LEARNT")));
    }

    @ParameterizedTest
    @EnumSource
    void a_doubt_that_a_person_settled_needs_no_human_any_more(DoubtSettled.Outcome outcome) {
        var reply = reply();
        leaveInDoubt(reply, "1 hour");
        assertThat(await(queue::backlog).needingHuman()).isEqualTo(1);

        topic.tells(UUID.randomUUID().toString(), decision(reply, outcome));

        Patience.await("nobody needs to care")
                .untilAsserted(
                        () -> assertThat(await(queue::backlog).needingHuman()).isZero());
    }

    @Test
    void a_decision_changes_nothing_when_the_fate_is_known_by_then() {
        var reply = reply();
        queue(reply);
        assertAccepted(reply);

        topic.tells(UUID.randomUUID().toString(), decision(reply, SEND_AGAIN));
        var next = reply(reply.conversationId(), 2);
        queue(next);

        assertAccepted(next);
        assertThat(rowOf(reply)).isEqualTo("ACCEPTED words=false phone=false");
    }

    @Test
    void statuses_of_a_message_whose_fate_is_known_change_nothing() {
        var reply = reply();
        queue(reply);
        assertAccepted(reply);

        var steps = await(() -> outcomes.reported(Map.of(reply.messageId(), new Report("wamid.OTHER", false))));

        assertThat(steps).isEmpty();
    }
}
