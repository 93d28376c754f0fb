package org.centralino.gateway.live.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.gateway.live.domain.Sight.Verdict.GONE;
import static org.centralino.gateway.live.domain.Sight.Verdict.HIDDEN;
import static org.centralino.gateway.live.domain.Sight.Verdict.SHOWN;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationState;
import org.centralino.events.NoteEvent;
import org.centralino.events.OutboundEvent;
import org.centralino.events.Person;
import org.centralino.kit.operator.Visibility;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID CONVERSATION = new UUID(1, 1);
    private static final Person ANNA = new Person(new UUID(0, 1), "Anna");
    private static final Person BRUNO = new Person(new UUID(0, 2), "Bruno");

    private static final Viewer BRUNO_SEES_OWN = new Viewer(new Visibility(BRUNO.id(), false, true), true);
    private static final Viewer BRUNO_SEES_ALL = new Viewer(new Visibility(BRUNO.id(), true, false), true);
    private static final Viewer WITHOUT_NOTES = new Viewer(new Visibility(BRUNO.id(), true, false), false);
    private static final Viewer NOBODY = new Viewer(new Visibility(BRUNO.id(), false, false), true);

    @Test
    void a_conversation_is_shown_by_who_holds_it() {
        assertThat(Sight.on(resolved(ANNA)).of(BRUNO_SEES_OWN)).isEqualTo(HIDDEN);
        assertThat(Sight.on(resolved(ANNA)).of(BRUNO_SEES_ALL)).isEqualTo(SHOWN);
        assertThat(Sight.on(resolved(BRUNO)).of(BRUNO_SEES_OWN)).isEqualTo(SHOWN);
        assertThat(Sight.on(resolved(null)).of(BRUNO_SEES_OWN)).isEqualTo(SHOWN);
        assertThat(Sight.on(resolved(null)).of(NOBODY)).isEqualTo(HIDDEN);
    }

    @Test
    void who_loses_a_conversation_from_sight_learns_that_it_is_gone() {
        var takenByAnna = new AssignmentEvent.Taken(CONVERSATION, 1, ANNA, NOW);
        var takenFromBruno = new AssignmentEvent.TakenOver(CONVERSATION, 2, ANNA, BRUNO, NOW);

        assertThat(Sight.on(takenByAnna).of(BRUNO_SEES_OWN)).isEqualTo(GONE);
        assertThat(Sight.on(takenFromBruno).of(BRUNO_SEES_OWN)).isEqualTo(GONE);
        assertThat(Sight.on(takenFromBruno).of(BRUNO_SEES_ALL)).isEqualTo(SHOWN);
    }

    @Test
    void who_never_saw_it_learns_nothing() {
        var carla = new Person(new UUID(0, 3), "Carla");
        var between = new AssignmentEvent.TakenOver(CONVERSATION, 2, carla, ANNA, NOW);

        assertThat(Sight.on(between).of(BRUNO_SEES_OWN)).isEqualTo(HIDDEN);
    }

    @Test
    void who_gets_a_conversation_into_sight_is_told() {
        var given = new AssignmentEvent.Assigned(CONVERSATION, 3, BRUNO, ANNA, ANNA, NOW);
        var released = new AssignmentEvent.Released(CONVERSATION, 4, ANNA, ANNA, NOW);

        assertThat(Sight.on(given).of(BRUNO_SEES_OWN)).isEqualTo(SHOWN);
        assertThat(Sight.on(released).of(BRUNO_SEES_OWN)).isEqualTo(SHOWN);
    }

    @Test
    void notes_are_for_those_who_may_read_notes_and_see_the_conversation() {
        var note = new NoteEvent.Written(CONVERSATION, new UUID(2, 2), ANNA, "Segreto", ANNA, NOW);
        var deleted = new NoteEvent.Deleted(CONVERSATION, new UUID(2, 2), ANNA, ANNA, NOW);

        assertThat(Sight.on(note).of(BRUNO_SEES_ALL)).isEqualTo(SHOWN);
        assertThat(Sight.on(note).of(WITHOUT_NOTES)).isEqualTo(HIDDEN);
        assertThat(Sight.on(note).of(BRUNO_SEES_OWN)).isEqualTo(HIDDEN);
        assertThat(Sight.on(deleted).of(WITHOUT_NOTES)).isEqualTo(HIDDEN);
    }

    @Test
    void what_is_not_for_operators_or_not_understood_is_shown_to_nobody() {
        assertThat(Sight.on(new OutboundEvent.MessageAccepted(CONVERSATION, new UUID(3, 3), "wamid", NOW))
                        .of(BRUNO_SEES_ALL))
                .isEqualTo(HIDDEN);
        assertThat(Sight.on(new ConversationEvent.Unrecognised("new")).of(BRUNO_SEES_ALL))
                .isEqualTo(HIDDEN);
    }

    private static ConversationEvent resolved(Person assignee) {
        var state = new ConversationState(
                1, "510000000000023", null, ConversationState.Status.OPEN, 1, assignee, 1, null, null, NOW, NOW);
        return new ConversationEvent.Resolved(CONVERSATION, ANNA, NOW, state);
    }
}
