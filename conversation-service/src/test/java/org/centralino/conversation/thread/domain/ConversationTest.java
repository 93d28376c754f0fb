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
import org.centralino.conversation.thread.domain.ConversationCommand.RecordAnswers;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordMessage;
import org.centralino.conversation.thread.domain.ConversationCommand.Reopen;
import org.centralino.conversation.thread.domain.ConversationCommand.Resolve;
import org.centralino.conversation.thread.domain.ConversationCommand.SendReply;
import org.centralino.events.Access;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.CustomerActed;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationEvent.Reopened;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationEvent.Resolved;
import org.centralino.events.ConversationState;
import org.centralino.events.ConversationState.Contact;
import org.centralino.events.ConversationState.Status;
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
    void a_message_that_comes_out_of_its_order_counts_as_having_come_when_it_did() {
        var conversation = after(opened(), message("second", NOON.plusSeconds(5)));

        var event = (MessageReceived) only(conversation.decide(message("first", NOON, NOON.plusSeconds(40))));

        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.platformAt()).isEqualTo(NOON);
        assertThat(event.conversation().windowExpiresAt())
                .isEqualTo(NOON.plusSeconds(5).plus(Duration.ofHours(24)));
        assertThat(event.conversation().lastActivityAt()).isEqualTo(NOON.plusSeconds(40));
    }

    @Test
    void a_change_that_the_platform_does_not_tell_moves_nothing_and_reopens_nothing() {
        var conversation = after(heldBy(ANNA), new Resolve(ANNA, false, 1, NOON.plusSeconds(60)));

        var event = only(conversation.decide(untold("edit", NOON.plusSeconds(90))));

        assertThat(event)
                .isInstanceOfSatisfying(
                        CustomerActed.class,
                        acted -> assertThat(acted.act()).isEqualTo(CustomerActed.Act.EDITED_UNTOLD));
        assertThat(event.conversation().status()).isEqualTo(Status.RESOLVED);
        assertThat(event.conversation().waitingSince()).isNull();
        assertThat(event.conversation().lastSequence()).isEqualTo(1);
        assertThat(event.conversation().windowExpiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void a_poll_that_the_platform_does_not_tell_is_a_message() {
        assertThat(only(written().decide(untold("poll_creation", NOON.plusSeconds(90)))))
                .isInstanceOf(MessageReceived.class);
    }

    @Test
    void a_first_message_that_comes_a_day_after_it_was_written_waits_behind_a_window_that_is_closed() {
        var event =
                (MessageReceived) only(opened().decide(message("Buongiorno", NOON, NOON.plus(Duration.ofHours(26)))));

        assertThat(event.conversation().status()).isEqualTo(Status.OPEN);
        assertThat(event.conversation().waitingSince()).isNotNull();
        assertThat(event.conversation().windowExpiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void messages_that_are_shuffled_within_seconds_are_not_late() {
        var conversation = after(opened(), message("second", NOON.plusSeconds(5)));

        var event = (MessageReceived) only(conversation.decide(message("first", NOON, NOON.plusSeconds(120))));

        assertThat(event.late()).isFalse();
    }

    @Test
    void a_message_that_comes_minutes_after_it_was_written_and_stands_above_another_is_late() {
        var conversation = after(opened(), message("second", NOON.plusSeconds(5)));

        var event = (MessageReceived) only(conversation.decide(message("first", NOON, NOON.plusSeconds(121))));

        assertThat(event.late()).isTrue();
    }

    @Test
    void a_message_that_comes_minutes_after_it_was_written_and_stands_at_the_end_is_not_late() {
        var conversation = after(opened(), message("first", NOON));

        var event = (MessageReceived)
                only(conversation.decide(message("second", NOON.plusSeconds(1), NOON.plusSeconds(600))));

        assertThat(event.late()).isFalse();
        assertThat(event.conversation().lastActivityAt()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void a_message_that_is_older_than_the_answer_waits_since_it_came() {
        var answered = answered(after(heldBy(ANNA), reply(ANNA).command()), 2);

        var event = (MessageReceived)
                only(answered.decide(message("redelivered", NOON.minusSeconds(30), NOON.plusSeconds(90))));

        assertThat(event.conversation().waitingSince()).isEqualTo(NOON.plusSeconds(90));
    }

    @Test
    void a_time_ahead_of_ours_is_ours() {
        var event = (MessageReceived) only(opened().decide(message("Dal futuro", NOON.plusSeconds(30), NOON)));

        assertThat(event.platformAt()).isEqualTo(NOON);
        assertThat(event.conversation().windowExpiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void an_answer_never_stands_above_its_question_because_two_clocks_differ() {
        var event = (ReplyQueued)
                only(heldBy(ANNA).decide(reply(ANNA).at(NOON.minusSeconds(2)).command()));

        assertThat(event.at()).isEqualTo(NOON);
    }

    @Test
    void a_customer_waits_since_his_first_unanswered_message() {
        var conversation = after(opened(), message("one", NOON), message("two", NOON.plusSeconds(60)));

        assertThat(conversation.state().waitingSince()).isEqualTo(NOON);
    }

    @Test
    void a_message_reopens_a_resolved_conversation() {
        var conversation = after(heldBy(ANNA), resolve(ANNA, 1));

        var events = events(conversation.decide(message("Ancora io", NOON.plusSeconds(9))));

        assertThat(events).hasExactlyElementsOfTypes(Reopened.class, MessageReceived.class);
        assertThat(((Reopened) events.getFirst()).by()).isNull();
        assertThat(events.getLast().conversation().status()).isEqualTo(Status.OPEN);
        assertThat(events.getLast().conversation().version())
                .isEqualTo(events.getFirst().conversation().version() + 1);
    }

    @Test
    void the_operator_who_holds_it_may_reply_and_the_customer_waits_until_it_is_accepted() {
        var event = (ReplyQueued) only(heldBy(ANNA).decide(reply(ANNA).command()));

        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.author()).isEqualTo(ANNA);
        assertThat(event.anyway()).isFalse();
        assertThat(event.conversation().waitingSince()).isEqualTo(NOON);
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
        var conversation = held(heldBy(ANNA), CARLA, 2);

        assertThat(conversation.decide(reply(ANNA).epoch(1).command())).isEqualTo(rejected(HELD_BY_ANOTHER_OPERATOR));
    }

    @Test
    void a_reply_from_before_the_holder_gave_it_back_and_took_it_again_is_refused() {
        var conversation = held(held(heldBy(ANNA), null, 2), ANNA, 3);

        assertThat(conversation.decide(reply(ANNA).epoch(1).command())).isEqualTo(rejected(EPOCH_PASSED));
    }

    @Test
    void a_reply_under_an_epoch_that_is_still_on_its_way_is_not_decided_yet() {
        assertThat(written().decide(reply(ANNA).epoch(1).command())).isEqualTo(rejected(EPOCH_UNKNOWN));
    }

    @Test
    void a_reply_whose_author_has_not_seen_the_newest_message_is_stopped() {
        var conversation = after(heldBy(ANNA), message("Anzi, lasci stare", NOON.plusSeconds(30)));

        assertThat(conversation.decide(reply(ANNA).command())).isEqualTo(rejected(STALE_VIEW));
    }

    @Test
    void a_reply_sent_anyway_is_accepted_and_says_so() {
        var conversation = after(heldBy(ANNA), message("Anzi, lasci stare", NOON.plusSeconds(30)));

        var event = (ReplyQueued) only(conversation.decide(reply(ANNA).anyway().command()));

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
        var conversation = after(heldBy(ANNA), resolve(ANNA, 1));

        assertThat(conversation.decide(reply(ANNA).command())).isEqualTo(rejected(CONVERSATION_RESOLVED));
    }

    @Test
    void what_its_author_added_himself_stops_no_reply() {
        var conversation =
                after(heldBy(ANNA), reply(ANNA).command(), reply(ANNA).command());

        assertThat(events(conversation.decide(reply(ANNA).command()))).hasSize(1);
    }

    @Test
    void what_the_former_holder_added_stops_a_reply() {
        var conversation = held(after(heldBy(ANNA), reply(ANNA).command()), CARLA, 2);

        assertThat(conversation.decide(reply(CARLA).epoch(2).command())).isEqualTo(rejected(STALE_VIEW));
    }

    @Test
    void when_an_answer_is_accepted_the_customer_waits_no_more() {
        var conversation = answered(after(heldBy(ANNA), reply(ANNA).command()), 2);

        assertThat(conversation.state().waitingSince()).isNull();
        assertThat(conversation.answeredThrough()).isEqualTo(2);
    }

    @Test
    void when_an_answer_fails_the_customer_waits_since_the_old_date() {
        var conversation = answered(after(heldBy(ANNA), reply(ANNA).command()), 2);

        var failed = conversation.answered(new RecordAnswers(0, NOON, true, NOON.plusSeconds(90)));

        assertThat(failed.state().waitingSince()).isEqualTo(NOON);
        assertThat(failed.state().version()).isEqualTo(conversation.state().version() + 1);
    }

    @Test
    void a_message_that_failed_stays_so_until_a_later_one_is_accepted_or_nothing_is_left_to_do() {
        var conversation = answered(after(heldBy(ANNA), reply(ANNA).command()), 2);
        var failed = conversation.answered(new RecordAnswers(0, NOON, true, NOON.plusSeconds(90)));

        assertThat(failed.state().failed()).isTrue();
        assertThat(answered(failed, 3).state().failed()).isFalse();
        assertThat(after(failed, resolve(ANNA, 2)).state().failed()).isFalse();
    }

    @Test
    void an_answer_that_fails_after_the_conversation_was_resolved_reopens_it() {
        var conversation = after(heldBy(ANNA), reply(ANNA).command(), resolve(ANNA, 2));

        var event = (Reopened) only(conversation.decide(new RecordAnswers(0, NOON, true, NOON.plusSeconds(90))));

        assertThat(event.by()).isNull();
        assertThat(event.conversation().waitingSince()).isEqualTo(NOON);
    }

    @Test
    void an_answer_that_is_accepted_leaves_a_resolved_conversation_resolved() {
        var conversation = after(heldBy(ANNA), reply(ANNA).command(), resolve(ANNA, 2));

        assertThat(conversation.decide(new RecordAnswers(2, null, false, NOON))).isEqualTo(nothing());
    }

    @Test
    void resolving_without_having_seen_the_newest_message_is_refused() {
        var conversation = after(heldBy(ANNA), message("Ancora una cosa", NOON.plusSeconds(1)));

        assertThat(conversation.decide(resolve(ANNA, 1))).isEqualTo(rejected(STALE_VIEW));
    }

    @Test
    void resolving_says_that_no_answer_is_needed() {
        var event = (Resolved) only(heldBy(ANNA).decide(resolve(ANNA, 1)));

        assertThat(event.conversation().waitingSince()).isNull();
        assertThat(heldBy(ANNA).after(event).answeredThrough()).isEqualTo(1);
    }

    @Test
    void nobody_resolves_what_is_not_there() {
        assertThat(heldBy(ANNA).decide(resolve(ANNA, 9))).isEqualTo(rejected(SEEN_TOO_MUCH));
    }

    @Test
    void resolving_what_another_operator_holds_is_refused() {
        assertThat(heldBy(ANNA).decide(resolve(BRUNO, 1))).isEqualTo(rejected(HELD_BY_ANOTHER_OPERATOR));
    }

    @Test
    void who_may_take_over_may_resolve_what_another_holds() {
        assertThat(only(heldBy(ANNA).decide(new Resolve(CARLA, true, 1, NOON)))).isInstanceOf(Resolved.class);
    }

    @Test
    void resolving_twice_is_resolving_once() {
        var conversation = after(heldBy(ANNA), resolve(ANNA, 1));

        assertThat(conversation.decide(resolve(ANNA, 1))).isEqualTo(nothing());
    }

    @Test
    void reopening_makes_it_open_again() {
        var conversation = after(heldBy(ANNA), resolve(ANNA, 1));

        var event = (Reopened) only(conversation.decide(new Reopen(ANNA, false, NOON)));

        assertThat(event.conversation().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void the_saved_state_is_the_one_that_was_told() {
        var event = only(heldBy(ANNA).decide(reply(ANNA).command()));

        assertThat(heldBy(ANNA).after(event).state()).isEqualTo(event.conversation());
    }

    @Test
    void every_event_says_to_whom_the_conversation_is_visible() {
        var event = only(heldBy(ANNA).decide(reply(ANNA).command()));

        assertThat(event.access()).isEqualTo(new Access("510000000000023", null, ANNA.id()));
    }

    private static Conversation opened() {
        return Conversation.of(Conversation.open(new UUID(0, 7), "510000000000023", GIULIA, NOON, NOON));
    }

    private static Conversation written() {
        return after(opened(), message("Buongiorno", NOON));
    }

    private static Conversation heldBy(Person operator) {
        return held(written(), operator, 1);
    }

    private static Conversation held(Conversation conversation, Person operator, long epoch) {
        var was = conversation.state();
        var state = new ConversationState(
                was.version() + 1,
                was.phoneNumberId(),
                was.contact(),
                was.status(),
                was.teamId(),
                epoch,
                operator,
                was.lastSequence(),
                was.windowExpiresAt(),
                was.waitingSince(),
                was.lastActivityAt(),
                was.createdAt());
        return new Conversation(conversation.id(), state, conversation.newest(), conversation.answeredThrough(), null);
    }

    private static Conversation answered(Conversation conversation, long through) {
        return conversation.answered(new RecordAnswers(through, null, false, NOON.plusSeconds(61)));
    }

    private static Resolve resolve(Person by, long lastSeen) {
        return new Resolve(by, false, lastSeen, NOON.plusSeconds(70));
    }

    private static RecordMessage untold(String detail, Instant at) {
        var content = new Content.Unsupported("unsupported", null, detail, null);
        return new RecordMessage(UUID.randomUUID(), "wamid." + detail, at, content, null, null, false, null, at);
    }

    private static RecordMessage message(String text, Instant writtenAt) {
        return message(text, writtenAt, writtenAt);
    }

    private static RecordMessage message(String text, Instant writtenAt, Instant cameAt) {
        return new RecordMessage(
                UUID.randomUUID(), "wamid." + text, writtenAt, new Content.Text(text), null, null, false, null, cameAt);
    }

    private static ReplyBuilder reply(Person author) {
        return new ReplyBuilder(author, 1, 1, false, NOON.plusSeconds(60));
    }

    /// A reply to the first message under the first epoch, but for what a test changes.
    private record ReplyBuilder(Person author, long lastSeen, long epoch, boolean sentAnyway, Instant time) {
        ReplyBuilder lastSeen(long sequence) {
            return new ReplyBuilder(author, sequence, epoch, sentAnyway, time);
        }

        ReplyBuilder epoch(long number) {
            return new ReplyBuilder(author, lastSeen, number, sentAnyway, time);
        }

        ReplyBuilder anyway() {
            return new ReplyBuilder(author, lastSeen, epoch, true, time);
        }

        ReplyBuilder at(Instant instant) {
            return new ReplyBuilder(author, lastSeen, epoch, sentAnyway, instant);
        }

        SendReply command() {
            return new SendReply(
                    new UUID(0, 8),
                    author,
                    new Recipient("+393475550198", null),
                    new Content.Text("Parte oggi."),
                    null,
                    null,
                    lastSeen,
                    epoch,
                    sentAnyway,
                    false,
                    null,
                    null,
                    null,
                    null,
                    time);
        }
    }

    private static Conversation after(Conversation conversation, ConversationCommand... commands) {
        var now = conversation;
        for (var command : commands) {
            for (var event : events(now.decide(command))) {
                now = now.after(event);
            }
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
