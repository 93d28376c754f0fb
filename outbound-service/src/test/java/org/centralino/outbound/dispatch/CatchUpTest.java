package org.centralino.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.centralino.events.ConversationEvent.DoubtSettled.Outcome;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.OutboundEvent.MessageAccepted;
import org.centralino.events.OutboundEvent.MessageInDoubt;
import org.centralino.kit.kafka.Consumers;
import org.centralino.kit.restore.CatchUp;
import org.centralino.testkit.Backup;
import org.centralino.testkit.Patience;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatchUpTest extends Outbound {
    @Inject
    CatchUp catchUp;

    @Inject
    @Liveness
    Consumers consumers;

    @Test
    void what_was_told_before_is_not_called_again_and_what_has_no_answer_is_in_doubt() throws Exception {
        var before = accepted();
        var open = reply();
        isBeingCalled(open);
        consumers.stop(new ShutdownEvent());
        var backup = Backup.of("outbound");
        consumers.start(new StartupEvent());

        var answered = accepted();
        var decided = reply();
        leaveInDoubt(decided, "1 minute");
        queue(decided);
        topic.tells(UUID.randomUUID().toString(), decision(decided, Outcome.ARRIVED));
        Patience.await("a person has decided").until(() -> rowOf(decided).startsWith("ACCEPTED ARRIVED"));
        consumers.stop(new ShutdownEvent());
        var unanswered = reply();
        queue(unanswered);

        try {
            backup.restore();
            assertThat(catchUp.since(backup.since()).changes()).isPositive();

            assertThat(rowOf(before)).startsWith("ACCEPTED words=false");
            assertThat(rowOf(answered)).startsWith("ACCEPTED words=false");
            assertThat(rowOf(decided)).startsWith("ACCEPTED ARRIVED");
            assertThat(rowOf(open)).startsWith("UNKNOWN words=false");
            assertThat(rowOf(unanswered)).startsWith("UNKNOWN words=false");
            assertThat(catchUp.since(backup.since()).changes()).isZero();
        } finally {
            consumers.start(new StartupEvent());
        }
        var next = accepted();
        assertThat(callsOf(List.of(answered, unanswered, next))).containsExactly(1L, 0L, 1L);
        assertInDoubt(open);
        assertInDoubt(unanswered);
        assertThat(topic.toldAbout(answered.messageId())).singleElement().isInstanceOf(MessageAccepted.class);
        assertThat(topic.toldAbout(unanswered.messageId()))
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageInDoubt.class,
                        doubt -> assertThat(doubt.reason()).contains("restored from a backup"));

        topic.status(unanswered.messageId(), "wamid.found", "delivered");
        assertAcceptedAs(unanswered, "wamid.found");
    }

    /// By a replica of whom nobody thinks yet that it died.
    private void isBeingCalled(ReplyQueued reply) {
        execute("""
                insert into dispatch (message_id, conversation_id, sequence, phone_number_id, phone, content, queued_at,
                                      state, fence, calls, owner, claimed_at, claimed_until)
                values (?, '%s', 1, '510000000000023', '+393330000042', '{"type":"text","text":"Ciao"}', now(),
                        'CALLING', 7, 1, gen_random_uuid(), now(), now() + interval '1 hour')""".formatted(reply.conversationId()), reply);
    }

    private ReplyQueued accepted() {
        var reply = reply();
        queue(reply);
        assertAccepted(reply);
        return reply;
    }

    private List<Long> callsOf(List<ReplyQueued> replies) {
        return replies.stream()
                .map(reply -> (long) platform.callsOf(reply.messageId()).size())
                .toList();
    }
}
