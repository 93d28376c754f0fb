package org.centralino.conversation.thread.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.thread.domain.Refusal.CONVERSATION_RESOLVED;
import static org.centralino.conversation.thread.domain.Refusal.EPOCH_PASSED;
import static org.centralino.conversation.thread.domain.Refusal.EPOCH_UNKNOWN;
import static org.centralino.conversation.thread.domain.Refusal.HELD_BY_ANOTHER_OPERATOR;
import static org.centralino.conversation.thread.domain.Refusal.NOT_ASSIGNED;
import static org.centralino.conversation.thread.domain.Refusal.SEEN_TOO_MUCH;
import static org.centralino.conversation.thread.domain.Refusal.STALE_VIEW;
import static org.centralino.conversation.thread.domain.Refusal.WINDOW_CLOSED;
import static org.centralino.kit.Decision.nothing;
import static org.centralino.kit.Decision.rejected;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordMessage;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordStatus;
import org.centralino.conversation.thread.domain.ConversationCommand.Reopen;
import org.centralino.conversation.thread.domain.ConversationCommand.Resolve;
import org.centralino.conversation.thread.domain.ConversationCommand.SendReply;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationEvent.Reopened;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationEvent.Resolved;
import org.centralino.events.ConversationState.Contact;
import org.centralino.events.ConversationState.Status;
import org.centralino.events.MessageStatus;
import org.centralino.events.Person;
import org.centralino.kit.Decision;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Person ANNA = new Person(new UUID(0, 1), "Anna Ricci");
    private static final Person BRUNO = new Person(new UUID(0, 2), "Bruno Conti");
    private static final Person CARLA = new Person(new UUID(0, 3), "Carla Moretti");
    private static final Contact GIULIA = new Contact(new UUID(0, 42), "Giulia Ferri", "+393475550198", null);

    @Test
    void a_first_message_stands_at_the_first_position_and_opens_the_window() {
        var conversation = opened();

        var event = (MessageReceived) only(conversation.decide(message("Buongiorno", NOON)));

        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.late()).isFalse();
        assertThat(event.conversation().windowExpiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(event.conversation().waitingSince()).isEqualTo(NOON);
    }

    @Test
    void a_message_older_than_what_is_shown_is_marked_late_and_does_not_shorten_the_window() {
        var conversation = after(opened(), message("second", NOON.plusSeconds(5)));

        var event = (MessageReceived) only(conversation.decide(message("first", NOON)));

        assertThat(event.late()).isTrue();
        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.conversation().windowExpiresAt())
                .isEqualTo(NOON.plusSeconds(5).plus(Duration.ofHours(24)));
        assertThat(event.conversation().lastActivityAt()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void a_customer_waits_since_his_first_unanswered_message() {
        var conversation = after(opened(), message("one", NOON), message("two", NOON.plusSeconds(60)));

        assertThat(conversation.state().waitingSince()).isEqualTo(NOON);
    }

    @Test
    void a_message_reopens_a_resolved_conversation() {
        var conversation = after(heldBy(ANNA), new Resolve(ANNA, false, NOON));

        var events = events(conversation.decide(message("Ancora io", NOON.plusSeconds(9))));

        assertThat(events).hasExactlyElementsOfTypes(Reopened.class, MessageReceived.class);
        assertThat(((Reopened) events.getFirst()).by()).isNull();
        assertThat(events.getLast().conversation().status()).isEqualTo(Status.OPEN);
        assertThat(events.getLast().conversation().version())
                .isEqualTo(events.getFirst().conversation().version() + 1);
    }

    @Test
    void the_operator_who_holds_it_may_reply_and_the_customer_waits_no_more() {
        var event = (ReplyQueued) only(heldBy(ANNA).decide(reply(ANNA).command()));

        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.author()).isEqualTo(ANNA);
        assertThat(event.anyway()).isFalse();
        assertThat(event.conversation().waitingSince()).isNull();
    }

    @Test
    void only_the_operator_who_holds_it_may_reply() {
        assertThat(heldBy(ANNA).decide(reply(BRUNO).command())).isEqualTo(rejected(HELD_BY_ANOTHER_OPERATOR));
    }

    @Test
    void nobody_replies_to_what_nobody_holds() {
        assertThat(written().decide(reply(ANNA).epoch(0).command())).isEqualTo(rejected(NOT_ASSIGNED));
    }

    @Test
    void after_a_takeover_the_former_holder_is_refused() {
        var conversation = heldBy(ANNA).heldBy(CARLA, 2);

        assertThat(conversation.decide(reply(ANNA).epoch(1).command())).isEqualTo(rejected(HELD_BY_ANOTHER_OPERATOR));
    }

    @Test
    void a_reply_from_before_the_holder_gave_it_back_and_took_it_again_is_refused() {
        var conversation = heldBy(ANNA).heldBy(null, 2).heldBy(ANNA, 3);

        assertThat(conversation.decide(reply(ANNA).epoch(1).command())).isEqualTo(rejected(EPOCH_PASSED));
    }

    @Test
    void a_reply_under_an_epoch_that_is_still_on_its_way_is_not_decided_yet() {
        assertThat(written().decide(reply(ANNA).epoch(1).command())).isEqualTo(rejected(EPOCH_UNKNOWN));
    }

    @Test
    void a_late_change_of_the_responder_never_undoes_a_newer_one() {
        var conversation = heldBy(ANNA).heldBy(CARLA, 2).heldBy(BRUNO, 1);

        assertThat(conversation.state().assignee()).isEqualTo(CARLA);
        assertThat(conversation.state().epoch()).isEqualTo(2);
    }

    @Test
    void a_reply_whose_author_has_not_seen_the_newest_message_is_stopped() {
        var conversation = after(heldBy(ANNA), message("Anzi, lasci stare", NOON.plusSeconds(30)));

        assertThat(conversation.decide(reply(ANNA).added(2).command())).isEqualTo(rejected(STALE_VIEW));
    }

    @Test
    void a_reply_sent_anyway_is_accepted_and_says_so() {
        var conversation = after(heldBy(ANNA), message("Anzi, lasci stare", NOON.plusSeconds(30)));

        var event = (ReplyQueued)
                only(conversation.decide(reply(ANNA).added(2).anyway().command()));

        assertThat(event.anyway()).isTrue();
    }

    @Test
    void nobody_has_seen_what_is_not_there() {
        assertThat(heldBy(ANNA).decide(reply(ANNA).lastSeen(9).command())).isEqualTo(rejected(SEEN_TOO_MUCH));
    }

    @Test
    void free_text_may_be_sent_in_the_last_second_of_the_window() {
        var end = NOON.plus(Duration.ofHours(24));

        assertThat(events(
                        heldBy(ANNA).decide(reply(ANNA).at(end.minusSeconds(1)).command())))
                .hasSize(1);
    }

    @Test
    void free_text_is_refused_when_24_hours_have_passed() {
        var end = NOON.plus(Duration.ofHours(24));

        assertThat(heldBy(ANNA).decide(reply(ANNA).at(end).command())).isEqualTo(rejected(WINDOW_CLOSED));
    }

    @Test
    void a_resolved_conversation_takes_no_reply() {
        var conversation = after(heldBy(ANNA), new Resolve(ANNA, false, NOON));

        assertThat(conversation.decide(reply(ANNA).command())).isEqualTo(rejected(CONVERSATION_RESOLVED));
    }

    @Test
    void a_status_that_moves_the_ticks_forward_is_told() {
        var event = (MessageStatusChanged) only(heldBy(ANNA).decide(status(MessageStatus.SENT, MessageStatus.READ)));

        assertThat(event.status()).isEqualTo(MessageStatus.READ);
    }

    @Test
    void ticks_never_go_backwards() {
        assertThat(heldBy(ANNA).decide(status(MessageStatus.READ, MessageStatus.DELIVERED)))
                .isEqualTo(nothing());
    }

    @Test
    void resolving_what_another_operator_holds_is_refused() {
        assertThat(heldBy(ANNA).decide(new Resolve(BRUNO, false, NOON))).isEqualTo(rejected(HELD_BY_ANOTHER_OPERATOR));
    }

    @Test
    void who_may_take_over_may_resolve_what_another_holds() {
        assertThat(only(heldBy(ANNA).decide(new Resolve(CARLA, true, NOON)))).isInstanceOf(Resolved.class);
    }

    @Test
    void resolving_twice_is_resolving_once() {
        var conversation = after(heldBy(ANNA), new Resolve(ANNA, false, NOON));

        assertThat(conversation.decide(new Resolve(ANNA, false, NOON))).isEqualTo(nothing());
    }

    @Test
    void reopening_makes_it_open_again() {
        var conversation = after(heldBy(ANNA), new Resolve(ANNA, false, NOON));

        var event = (Reopened) only(conversation.decide(new Reopen(ANNA, false, NOON)));

        assertThat(event.conversation().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void the_saved_state_is_the_one_that_was_told() {
        var event = only(heldBy(ANNA).decide(reply(ANNA).command()));

        assertThat(Conversation.after(event).state()).isEqualTo(event.conversation());
    }

    private static Conversation opened() {
        return Conversation.after(Conversation.open(new UUID(0, 7), "510000000000023", GIULIA, NOON, NOON));
    }

    private static Conversation written() {
        return after(opened(), message("Buongiorno", NOON));
    }

    private static Conversation heldBy(Person operator) {
        return written().heldBy(operator, 1);
    }

    private static RecordMessage message(String text, Instant writtenAt) {
        return new RecordMessage(UUID.randomUUID(), "wamid." + text, writtenAt, new Content.Text(text), NOON);
    }

    private static RecordStatus status(MessageStatus current, MessageStatus reported) {
        return new RecordStatus(new UUID(0, 9), 2, current, reported, NOON, null, NOON);
    }

    private static ReplyBuilder reply(Person author) {
        return new ReplyBuilder(author, 1, 0, 1, false, NOON.plusSeconds(60));
    }

    /// A reply to the first message under the first epoch, but for what a test changes.
    private record ReplyBuilder(
            Person author, long lastSeen, long added, long epoch, boolean sentAnyway, Instant time) {
        ReplyBuilder lastSeen(long sequence) {
            return new ReplyBuilder(author, sequence, added, epoch, sentAnyway, time);
        }

        ReplyBuilder added(long sequence) {
            return new ReplyBuilder(author, lastSeen, sequence, epoch, sentAnyway, time);
        }

        ReplyBuilder epoch(long number) {
            return new ReplyBuilder(author, lastSeen, added, number, sentAnyway, time);
        }

        ReplyBuilder anyway() {
            return new ReplyBuilder(author, lastSeen, added, epoch, true, time);
        }

        ReplyBuilder at(Instant instant) {
            return new ReplyBuilder(author, lastSeen, added, epoch, sentAnyway, instant);
        }

        SendReply command() {
            return new SendReply(
                    new UUID(0, 8),
                    author,
                    new Recipient("+393475550198", null),
                    new Content.Text("Parte oggi."),
                    lastSeen,
                    added,
                    epoch,
                    sentAnyway,
                    time);
        }
    }

    private static Conversation after(Conversation conversation, ConversationCommand... commands) {
        var now = conversation;
        for (var command : commands) {
            now = Conversation.after(events(now.decide(command)).getLast());
        }
        return now;
    }

    private static Recorded only(Decision<Recorded, Refusal> decision) {
        assertThat(events(decision)).hasSize(1);
        return events(decision).getFirst();
    }

    private static List<Recorded> events(Decision<Recorded, Refusal> decision) {
        return ((Decision.Accepted<Recorded, Refusal>) decision).events();
    }
}
