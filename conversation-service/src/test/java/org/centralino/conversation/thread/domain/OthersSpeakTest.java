package org.centralino.conversation.thread.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.thread.domain.Refusal.HELD_BY_ANOTHER_APPLICATION;
import static org.centralino.conversation.thread.domain.Refusal.STALE_VIEW;
import static org.centralino.kit.Decision.rejected;
import static org.centralino.testkit.Operators.ANNA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordEcho;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordHandover;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordMessage;
import org.centralino.conversation.thread.domain.ConversationCommand.Resolve;
import org.centralino.conversation.thread.domain.ConversationCommand.SendReply;
import org.centralino.conversation.thread.domain.ConversationCommand.Unanswered;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.HandedOver;
import org.centralino.events.ConversationEvent.MessageEchoed;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationEvent.Reopened;
import org.centralino.events.ConversationState;
import org.centralino.events.ConversationState.Contact;
import org.centralino.events.ConversationState.Status;
import org.centralino.events.Speaker;
import org.junit.jupiter.api.Test;

/// What follows when somebody else speaks for the business: on its phone, or by another application.
class OthersSpeakTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void an_answer_from_the_phone_ends_the_waiting_and_opens_no_window() {
        var asked = after(opened(), asked(0));

        var echo = (MessageEchoed) only(asked, echo(Speaker.PHONE, 60, null));

        assertThat(echo.sequence()).isEqualTo(2);
        assertThat(echo.answeredThrough()).isEqualTo(2);
        assertThat(echo.conversation().waitingSince()).isNull();
        assertThat(echo.conversation().windowExpiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(echo.conversation().handledBy()).isNull();
    }

    @Test
    void a_conversation_that_begins_on_the_phone_has_no_window_and_nobody_waits() {
        var begun = after(opened(), echo(Speaker.PHONE, 60, null));

        assertThat(begun.state().windowExpiresAt()).isNull();
        assertThat(begun.state().waitingSince()).isNull();
    }

    @Test
    void an_answer_from_the_phone_that_comes_late_does_not_end_a_newer_wait() {
        var asked = after(opened(), asked(0), asked(300));
        var unanswered = new Unanswered(2, NOON.plusSeconds(300));

        var echo = (MessageEchoed) only(asked, echo(Speaker.PHONE, 60, unanswered));

        assertThat(echo.conversation().waitingSince()).isEqualTo(NOON.plusSeconds(300));
        assertThat(echo.answeredThrough()).isEqualTo(1);
        assertThat(echo.late()).isFalse();
    }

    @Test
    void whoever_is_writing_is_warned_of_an_answer_from_the_phone() {
        var conversation = after(held(after(opened(), asked(0))), echo(Speaker.PHONE, 60, null));

        assertThat(conversation.decide(reply(1, false))).isEqualTo(rejected(STALE_VIEW));
    }

    @Test
    void an_answer_from_the_phone_leaves_a_resolved_conversation_resolved() {
        var resolved = after(opened(), asked(0), new Resolve(ANNA, true, 1, NOON.plusSeconds(30)));

        assertThat(after(resolved, echo(Speaker.PHONE, 60, null)).state().status())
                .isEqualTo(Status.RESOLVED);
    }

    @Test
    void what_is_heard_while_another_application_answers_opens_the_window_and_calls_nobody() {
        var heard = (MessageReceived) only(opened(), overheard(0));

        assertThat(heard.quiet()).isTrue();
        assertThat(heard.conversation().handledBy()).isEqualTo(Speaker.AI_AGENT);
        assertThat(heard.conversation().waitingSince()).isNull();
        assertThat(heard.conversation().windowExpiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void what_is_heard_while_another_application_answers_reopens_nothing() {
        var resolved = after(opened(), asked(0), new Resolve(ANNA, true, 1, NOON.plusSeconds(30)));

        assertThat(after(resolved, overheard(60)).state().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void an_application_that_the_platform_does_not_name_is_the_one_that_was_told_last() {
        var conversation = after(opened(), handover(Speaker.MARKETING, 0), overheard(10));

        var echo = (MessageEchoed) only(conversation, echo(Speaker.OTHER, 20, null));

        assertThat(echo.speaker()).isEqualTo(Speaker.MARKETING);
    }

    @Test
    void a_reply_takes_the_customer_from_another_application_only_when_its_author_says_so() {
        var conversation = held(after(opened(), overheard(0)));

        assertThat(conversation.decide(reply(1, false))).isEqualTo(rejected(HELD_BY_ANOTHER_APPLICATION));
        assertThat(only(conversation, reply(1, true)).conversation().handledBy())
                .isNull();
    }

    @Test
    void who_is_handed_over_to_us_waits_from_then_on() {
        var conversation = after(opened(), overheard(0), echo(Speaker.OTHER, 10, null));

        var handover = (HandedOver) only(conversation, handover(null, 1L, 60));

        assertThat(handover.from()).isEqualTo(Speaker.AI_AGENT);
        assertThat(handover.conversation().handledBy()).isNull();
        assertThat(handover.conversation().waitingSince()).isEqualTo(NOON.plusSeconds(60));
        assertThat(handover.answeredThrough()).isZero();
    }

    @Test
    void who_is_handed_over_to_us_after_we_were_done_with_him_is_open_again() {
        var resolved = after(
                opened(), asked(0), new Resolve(ANNA, true, 1, NOON.plusSeconds(30)), handover(Speaker.AI_AGENT, 40));

        var facts = resolved.accept(handover(null, 1L, 60));

        assertThat(facts).hasExactlyElementsOfTypes(Reopened.class, HandedOver.class);
        assertThat(facts.getLast().conversation().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void with_us_nothing_waits_of_what_is_handed_to_another_application() {
        var conversation = after(opened(), asked(0), handover(Speaker.AI_AGENT, 30));

        assertThat(conversation.state().waitingSince()).isNull();
        assertThat(conversation.answeredThrough()).isEqualTo(1);
        assertThat(conversation.state().handledBy()).isEqualTo(Speaker.AI_AGENT);
    }

    @Test
    void of_two_handovers_the_later_one_is_right_whichever_comes_first() {
        var conversation = after(opened(), overheard(0), handover(null, 1L, 60));

        assertThat(conversation.accept(handover(Speaker.ESCALATION, 30))).isEmpty();
    }

    @Test
    void what_was_said_before_a_handover_says_nothing_about_who_answers_after_it() {
        var conversation = after(opened(), overheard(0), handover(null, 1L, 60), echo(Speaker.OTHER, 50, null));

        assertThat(conversation.state().handledBy()).isNull();
    }

    @Test
    void that_we_took_a_customer_by_answering_him_makes_nobody_wait() {
        var conversation = after(held(after(opened(), overheard(0))), reply(1, true));
        var taken = new RecordHandover(true, null, null, null, null, 1L, NOON.plusSeconds(400), NOON.plusSeconds(400));

        assertThat(only(conversation, taken).conversation().waitingSince()).isNull();
    }

    @Test
    void an_ordinary_message_says_that_we_answer() {
        assertThat(after(opened(), overheard(0), asked(60)).state().handledBy()).isNull();
    }

    private static Conversation opened() {
        var contact = new Contact(new UUID(0, 3), "Carla", "+393330000601", null);
        return Conversation.of(Conversation.open(new UUID(0, 1), "510000000000023", contact, NOON, NOON));
    }

    private static Conversation held(Conversation conversation) {
        var was = conversation.state();
        var state = new ConversationState(
                was.version() + 1,
                was.phoneNumberId(),
                was.contact(),
                was.status(),
                was.teamId(),
                1,
                ANNA,
                was.lastSequence(),
                was.windowExpiresAt(),
                was.waitingSince(),
                was.lastActivityAt(),
                was.createdAt(),
                was.failed(),
                was.handledBy(),
                was.blocked());
        return new Conversation(
                conversation.id(),
                state,
                conversation.newest(),
                conversation.answeredThrough(),
                conversation.handlerAsOf());
    }

    private static RecordMessage asked(int second) {
        return message(second, false);
    }

    private static RecordMessage overheard(int second) {
        return message(second, true);
    }

    private static RecordMessage message(int second, boolean standby) {
        var at = NOON.plusSeconds(second);
        return new RecordMessage(
                UUID.randomUUID(), "wamid." + second, at, new Content.Text("Orari?"), null, null, standby, null, at);
    }

    private static RecordEcho echo(Speaker speaker, int second, Unanswered unanswered) {
        return new RecordEcho(
                UUID.randomUUID(),
                "wamid.echo-" + second,
                speaker,
                NOON.plusSeconds(second),
                new Content.Text("Ti chiamo"),
                null,
                null,
                unanswered,
                NOON.plusSeconds(second));
    }

    private static RecordHandover handover(Speaker to, int second) {
        return handover(to, null, second);
    }

    private static RecordHandover handover(Speaker to, Long newest, int second) {
        var at = NOON.plusSeconds(second);
        return new RecordHandover(false, null, to, "Vuole una persona", null, newest, at, at);
    }

    private static SendReply reply(long lastSeen, boolean takeOver) {
        return new SendReply(
                UUID.randomUUID(),
                ANNA,
                new Recipient("+393330000601", null),
                new Content.Text("Eccomi"),
                null,
                null,
                lastSeen,
                1,
                false,
                takeOver,
                null,
                null,
                null,
                null,
                NOON.plusSeconds(90));
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

    private static Recorded only(Conversation conversation, ConversationCommand command) {
        List<Recorded> facts = conversation.accept(command);
        assertThat(facts).hasSize(1);
        return facts.getFirst();
    }
}
