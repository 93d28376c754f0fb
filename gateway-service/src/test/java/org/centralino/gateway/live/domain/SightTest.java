package org.centralino.gateway.live.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.gateway.live.domain.Sight.HIDDEN;
import static org.centralino.gateway.live.domain.Sight.SHOWN;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ChannelEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationState;
import org.centralino.events.NoteEvent;
import org.centralino.events.OutboundEvent;
import org.centralino.events.Person;
import org.centralino.events.TemplateEvent;
import org.centralino.kit.operator.Visibility;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID CONVERSATION = new UUID(1, 1);
    private static final Person ANNA = new Person(new UUID(0, 1), "Anna");
    private static final Person BRUNO = new Person(new UUID(0, 2), "Bruno");
    private static final Person CARLA = new Person(new UUID(0, 3), "Carla");
    private static final String NUMBER = "510000000000023";
    private static final Sight.Verdict GONE = new Sight.Gone(CONVERSATION);

    private static final Viewer BRUNO_SEES_OWN = new Viewer(new Visibility(BRUNO.id(), false, true), true, true);
    private static final Viewer BRUNO_SEES_ALL = new Viewer(new Visibility(BRUNO.id(), true, false), true, true);
    private static final Viewer WITHOUT_NOTES = new Viewer(new Visibility(BRUNO.id(), true, false), false, false);
    private static final Viewer NOBODY = new Viewer(new Visibility(BRUNO.id(), false, false), true, true);

    @Test
    void an_event_is_shown_to_those_to_whom_its_conversation_was_visible() {
        assertThat(Sight.on(resolved(heldBy(ANNA), null)).of(BRUNO_SEES_OWN)).isEqualTo(HIDDEN);
        assertThat(Sight.on(resolved(heldBy(ANNA), null)).of(BRUNO_SEES_ALL)).isEqualTo(SHOWN);
        assertThat(Sight.on(resolved(heldBy(BRUNO), null)).of(BRUNO_SEES_OWN)).isEqualTo(SHOWN);
        assertThat(Sight.on(resolved(heldBy(null), ANNA)).of(BRUNO_SEES_OWN)).isEqualTo(SHOWN);
        assertThat(Sight.on(resolved(heldBy(null), null)).of(NOBODY)).isEqualTo(HIDDEN);
    }

    @Test
    void who_loses_a_conversation_from_sight_learns_that_it_is_gone() {
        var takenByAnna = new AssignmentEvent.Taken(CONVERSATION, heldBy(ANNA), 1, ANNA, NOW);
        var takenFromBruno = new AssignmentEvent.TakenOver(CONVERSATION, heldBy(ANNA), 2, ANNA, BRUNO, NOW);

        assertThat(Sight.on(takenByAnna).of(BRUNO_SEES_OWN)).isEqualTo(GONE);
        assertThat(Sight.on(takenFromBruno).of(BRUNO_SEES_OWN)).isEqualTo(GONE);
        assertThat(Sight.on(takenFromBruno).of(BRUNO_SEES_ALL)).isEqualTo(SHOWN);
    }

    @Test
    void who_never_saw_it_learns_nothing() {
        var between = new AssignmentEvent.TakenOver(CONVERSATION, heldBy(CARLA), 2, CARLA, ANNA, NOW);

        assertThat(Sight.on(between).of(BRUNO_SEES_OWN)).isEqualTo(HIDDEN);
    }

    @Test
    void who_gets_a_conversation_into_sight_is_told() {
        var given = new AssignmentEvent.Assigned(CONVERSATION, heldBy(BRUNO), 3, BRUNO, ANNA, ANNA, NOW);
        var released = new AssignmentEvent.Released(CONVERSATION, heldBy(null), 4, ANNA, ANNA, NOW);

        assertThat(Sight.on(given).of(BRUNO_SEES_OWN)).isEqualTo(SHOWN);
        assertThat(Sight.on(released).of(BRUNO_SEES_OWN)).isEqualTo(SHOWN);
    }

    @Test
    void notes_are_for_those_who_may_read_notes_and_see_the_conversation() {
        var note = new NoteEvent.Written(CONVERSATION, heldBy(ANNA), new UUID(2, 2), ANNA, "Segreto", null, NOW);
        var deleted = new NoteEvent.Deleted(CONVERSATION, heldBy(ANNA), new UUID(2, 2), ANNA, null, NOW);

        assertThat(Sight.on(note).of(BRUNO_SEES_ALL)).isEqualTo(SHOWN);
        assertThat(Sight.on(note).of(WITHOUT_NOTES)).isEqualTo(HIDDEN);
        assertThat(Sight.on(note).of(BRUNO_SEES_OWN)).isEqualTo(HIDDEN);
        assertThat(Sight.on(deleted).of(WITHOUT_NOTES)).isEqualTo(HIDDEN);
    }

    @Test
    void what_was_told_before_events_said_who_may_see_them_is_judged_by_who_was_responsible() {
        var taken = new AssignmentEvent.TakenOver(CONVERSATION, null, 2, ANNA, BRUNO, NOW);
        var note = new NoteEvent.Written(CONVERSATION, null, new UUID(2, 2), ANNA, "Segreto", ANNA, NOW);

        assertThat(Sight.on(resolved(null, ANNA)).of(BRUNO_SEES_OWN)).isEqualTo(HIDDEN);
        assertThat(Sight.on(resolved(null, BRUNO)).of(BRUNO_SEES_OWN)).isEqualTo(SHOWN);
        assertThat(Sight.on(taken).of(BRUNO_SEES_OWN)).isEqualTo(GONE);
        assertThat(Sight.on(note).of(BRUNO_SEES_OWN)).isEqualTo(HIDDEN);
    }

    @Test
    void a_template_is_for_those_who_look_after_templates_or_send_them() {
        var gone = new TemplateEvent.TemplateDeleted("770000000000031", NOW);

        assertThat(Sight.on(gone).of(BRUNO_SEES_OWN)).isEqualTo(SHOWN);
        assertThat(Sight.on(gone).of(WITHOUT_NOTES)).isEqualTo(HIDDEN);
        assertThat(Sight.on(new TemplateEvent.Unrecognised("new")).of(BRUNO_SEES_ALL))
                .isEqualTo(HIDDEN);
    }

    @Test
    void that_a_number_changed_is_for_all_who_may_see_any_conversation() {
        var removed = new ChannelEvent.ChannelRemoved(NUMBER, null, null, NOW);

        assertThat(Sight.on(removed).of(BRUNO_SEES_OWN)).isEqualTo(SHOWN);
        assertThat(Sight.on(removed).of(NOBODY)).isEqualTo(HIDDEN);
        assertThat(Sight.on(new ChannelEvent.Unrecognised("new")).of(BRUNO_SEES_ALL))
                .isEqualTo(HIDDEN);
    }

    @Test
    void what_is_not_for_operators_or_not_understood_is_shown_to_nobody() {
        assertThat(Sight.on(new OutboundEvent.MessageAccepted(CONVERSATION, heldBy(null), new UUID(3, 3), "wamid", NOW))
                        .of(BRUNO_SEES_ALL))
                .isEqualTo(HIDDEN);
        assertThat(Sight.on(new ConversationEvent.Unrecognised("new")).of(BRUNO_SEES_ALL))
                .isEqualTo(HIDDEN);
    }

    private static Access heldBy(Person responder) {
        return new Access(NUMBER, null, responder == null ? null : responder.id());
    }

    private static ConversationEvent resolved(Access access, Person assignee) {
        var state = new ConversationState(
                1, NUMBER, null, ConversationState.Status.OPEN, null, 1, assignee, 1, null, null, NOW, NOW);
        return new ConversationEvent.Resolved(CONVERSATION, access, ANNA, NOW, state);
    }
}
