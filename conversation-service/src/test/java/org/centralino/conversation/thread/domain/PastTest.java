package org.centralino.conversation.thread.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Operators.ANNA;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordMessage;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordPast;
import org.centralino.conversation.thread.domain.ConversationCommand.Resolve;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageSynced;
import org.centralino.events.ConversationEvent.Reopened;
import org.centralino.events.ConversationState.Contact;
import org.centralino.events.ConversationState.Status;
import org.centralino.events.MessageStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What follows when the phone hands over what was written before the number was connected.
class PastTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Contact CARLA = new Contact(new UUID(0, 3), "Carla", "+393330000601", null);

    @Test
    void a_conversation_of_the_past_alone_is_nobodys_work() {
        var conversation = after(ofThePast(), past(-60));

        assertThat(conversation.state().status()).isEqualTo(Status.RESOLVED);
        assertThat(conversation.state().waitingSince()).isNull();
        assertThat(conversation.state().windowExpiresAt()).isNull();
        assertThat(conversation.state().lastSequence()).isZero();
        assertThat(conversation.state().lastActivityAt()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void the_past_changes_nothing_of_what_is_to_be_done() {
        var asked = after(Conversation.of(Conversation.open(new UUID(0, 1), "51", CARLA, NOON, NOON)), asked(0));

        var conversation = after(asked, past(-60));

        assertThat(conversation.state().waitingSince()).isEqualTo(NOON);
        assertThat(conversation.state().windowExpiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(conversation.state().lastSequence()).isEqualTo(1);
        assertThat(conversation.state().lastActivityAt()).isEqualTo(NOON);
        assertThat(conversation.answeredThrough()).isZero();
        assertThat(conversation.newestByOthers(ANNA)).isEqualTo(1);
    }

    @Test
    void the_past_reopens_nothing() {
        var resolved = after(
                Conversation.of(Conversation.open(new UUID(0, 1), "51", CARLA, NOON, NOON)),
                asked(0),
                new Resolve(ANNA, true, 1, NOON.plusSeconds(30)));

        assertThat(after(resolved, past(10)).state().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void who_writes_after_the_past_waits_like_anybody() {
        var facts = after(ofThePast(), past(-60)).accept(asked(0));

        assertThat(facts).hasExactlyElementsOfTypes(Reopened.class, MessageReceived.class);
        assertThat(facts.getLast().conversation().waitingSince()).isEqualTo(NOON);
        assertThat(facts.getLast().conversation().lastSequence()).isEqualTo(1);
    }

    @Test
    void a_time_ahead_of_ours_is_ours() {
        var told = (MessageSynced) ofThePast().accept(past(3_600)).getFirst();

        assertThat(told.platformAt()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "false, READ, RECEIVED",
        "true, READ, READ",
        "true, played, PLAYED",
        "true, DELIVERED, DELIVERED",
        "true, SENT, SENT",
        "true, PENDING, ACCEPTED",
        "true, ERROR, FAILED",
        "true, NEW_WORD, SENT",
        "true, , SENT"
    })
    void how_far_it_had_come_is_kept_for_what_the_business_wrote(boolean ours, String word, MessageStatus status) {
        assertThat(PastStatus.of(ours, word)).isEqualTo(status);
    }

    private static Conversation ofThePast() {
        return Conversation.of(
                Conversation.openOfThePast(new UUID(0, 1), "51", CARLA, NOON.minus(Duration.ofDays(1)), NOON));
    }

    private static RecordPast past(int second) {
        return new RecordPast(
                UUID.randomUUID(),
                -1,
                "wamid." + second,
                false,
                MessageStatus.RECEIVED,
                NOON.plusSeconds(second),
                new Content.Text("Salve"),
                null,
                null,
                NOON);
    }

    private static RecordMessage asked(int second) {
        var at = NOON.plusSeconds(second);
        return new RecordMessage(
                UUID.randomUUID(), "wamid." + second, at, new Content.Text("Orari?"), null, null, false, null, at);
    }

    private static Conversation after(Conversation conversation, ConversationCommand... commands) {
        var now = conversation;
        for (var command : commands) {
            for (var fact : now.accept(command)) {
                now = now.after(fact);
            }
        }
        return now;
    }
}
