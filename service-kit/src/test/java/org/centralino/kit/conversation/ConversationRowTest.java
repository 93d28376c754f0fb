package org.centralino.kit.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationState;
import org.centralino.events.Person;
import org.junit.jupiter.api.Test;

class ConversationRowTest {
    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final UUID TEAM = UUID.randomUUID();
    private static final Person ANNA = new Person(UUID.randomUUID(), "Anna Ricci");
    private static final Person BRUNO = new Person(UUID.randomUUID(), "Bruno Conti");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_conversations_event_tells_to_whom_it_is_visible() {
        var known = row(state(7, 2, ANNA)).toKnownConversation();

        assertThat(known.access()).isEqualTo(new Access("510000000000023", TEAM, ANNA.id()));
        assertThat(known.epoch()).isEqualTo(2);
        assertThat(known.holder()).isEqualTo(ANNA);
        assertThat(known.former()).isEmpty();
    }

    @Test
    void a_change_of_the_holder_tells_who_held_it_before() {
        var access = new Access("510000000000023", TEAM, BRUNO.id());
        var known = row(new AssignmentEvent.TakenOver(CONVERSATION, access, 3, BRUNO, ANNA, NOON))
                .toKnownConversation();

        assertThat(known.access()).isEqualTo(access);
        assertThat(known.former()).isEqualTo(Optional.of(new Access("510000000000023", TEAM, ANNA.id())));
    }

    @Test
    void an_event_that_was_told_before_events_said_to_whom_still_tells_the_holder() {
        var known = row(new AssignmentEvent.Taken(CONVERSATION, null, 1, ANNA, NOON))
                .toKnownConversation();

        assertThat(known.access()).isEqualTo(new Access(null, null, ANNA.id()));
        assertThat(known.holder()).isEqualTo(ANNA);
    }

    @Test
    void of_two_rows_the_later_epoch_is_right_about_the_holder_and_the_later_version_about_the_rest() {
        var taken = row(new AssignmentEvent.Taken(CONVERSATION, null, 3, BRUNO, NOON));
        var written = row(state(9, 2, ANNA));

        for (var both : Arrays.asList(taken.and(written), written.and(taken))) {
            assertThat(both.version()).isEqualTo(9);
            assertThat(both.toKnownConversation().access()).isEqualTo(new Access("510000000000023", TEAM, BRUNO.id()));
            assertThat(both.epoch()).isEqualTo(3);
        }
    }

    @Test
    void every_event_of_a_conversation_is_heard_but_those_of_a_message_alone() {
        var ofMessages = Set.<Class<?>>of(
                ConversationEvent.MessageStatusChanged.class,
                ConversationEvent.MessageReacted.class,
                ConversationEvent.ReactionQueued.class,
                ConversationEvent.ReadShown.class,
                ConversationEvent.MessageEdited.class,
                ConversationEvent.MessageRevoked.class,
                ConversationEvent.MessageSynced.class,
                ConversationEvent.MediaChanged.class);
        var told = Arrays.stream(ConversationEvent.Recorded.class.getPermittedSubclasses())
                .filter(type -> !ofMessages.contains(type))
                .collect(Collectors.toSet());

        assertThat(Set.<Class<?>>copyOf(KnownConversations.TOLD_BY)).isEqualTo(told);
    }

    private static ConversationRow row(ConversationEvent event) {
        return ConversationRow.of(event).findFirst().orElseThrow();
    }

    private static ConversationRow row(AssignmentEvent event) {
        return ConversationRow.of(event).findFirst().orElseThrow();
    }

    private static ConversationEvent state(long version, long epoch, Person holder) {
        var contact = new ConversationState.Contact(UUID.randomUUID(), "Giulia Ferri", "+393330000001", null);
        var state = new ConversationState(
                version,
                "510000000000023",
                contact,
                ConversationState.Status.OPEN,
                TEAM,
                epoch,
                holder,
                0,
                null,
                null,
                NOON,
                NOON);
        return new ConversationEvent.Opened(CONVERSATION, state.access(), NOON, state, null);
    }
}
