package org.centralino.notes.note.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.kit.Decision.accepted;
import static org.centralino.kit.Decision.nothing;
import static org.centralino.kit.Decision.rejected;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.NoteEvent.Deleted;
import org.centralino.events.NoteEvent.Edited;
import org.centralino.events.NoteEvent.Written;
import org.centralino.events.Person;
import org.centralino.notes.note.domain.NoteCommand.Delete;
import org.centralino.notes.note.domain.NoteCommand.Edit;
import org.centralino.notes.note.domain.NoteCommand.Write;
import org.junit.jupiter.api.Test;

class NoteTest {
    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final UUID OTHER_CONVERSATION = UUID.randomUUID();
    private static final UUID NOTE = UUID.randomUUID();
    private static final Person ANNA = new Person(UUID.randomUUID(), "Anna Ricci");
    private static final Person BRUNO = new Person(UUID.randomUUID(), "Bruno Conti");
    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Access ACCESS = new Access("510000000000023", null, ANNA.id());
    private static final NoteCommand.Moment MOMENT = new NoteCommand.Moment(ACCESS, ANNA, NOON);

    @Test
    void a_new_note_is_told_with_its_author_and_the_one_who_holds_the_conversation() {
        var decision = new Note.Unwritten().decide(write(BRUNO, "Call her"));

        assertThat(decision)
                .isEqualTo(accepted(new Written(CONVERSATION, ACCESS, NOTE, BRUNO, "Call her", ANNA, NOON)));
    }

    @Test
    void the_same_note_again_changes_nothing() {
        var decision = noteBy(BRUNO, "Call her").decide(write(BRUNO, "Call her"));

        assertThat(decision).isEqualTo(nothing());
    }

    @Test
    void the_same_id_with_another_text_is_refused() {
        var decision = noteBy(BRUNO, "Call her").decide(write(BRUNO, "Call him"));

        assertThat(decision).isEqualTo(rejected(Refusal.ID_ALREADY_USED));
    }

    @Test
    void a_colleague_cannot_write_under_the_same_id() {
        var decision = noteBy(BRUNO, "Call her").decide(write(ANNA, "Call her"));

        assertThat(decision).isEqualTo(rejected(Refusal.ID_ALREADY_USED));
    }

    @Test
    void the_same_id_in_another_conversation_is_refused() {
        var elsewhere = new Write(NOTE, OTHER_CONVERSATION, BRUNO, "Call her", MOMENT);

        var decision = noteBy(BRUNO, "Call her").decide(elsewhere);

        assertThat(decision).isEqualTo(rejected(Refusal.ID_ALREADY_USED));
    }

    @Test
    void a_deleted_note_is_not_written_again_by_a_late_repetition() {
        var decision = deletedNoteBy(BRUNO).decide(write(BRUNO, "Call her"));

        assertThat(decision).isEqualTo(rejected(Refusal.ID_ALREADY_USED));
    }

    @Test
    void the_author_may_change_the_text() {
        var decision = noteBy(BRUNO, "Call her").decide(edit(BRUNO, "Call him"));

        assertThat(decision).isEqualTo(accepted(new Edited(CONVERSATION, ACCESS, NOTE, BRUNO, "Call him", ANNA, NOON)));
    }

    @Test
    void changing_the_text_to_what_it_is_changes_nothing() {
        var decision = noteBy(BRUNO, "Call her").decide(edit(BRUNO, "Call her"));

        assertThat(decision).isEqualTo(nothing());
    }

    @Test
    void nobody_else_may_change_the_text() {
        var decision = noteBy(BRUNO, "Call her").decide(edit(ANNA, "Call him"));

        assertThat(decision).isEqualTo(rejected(Refusal.NOT_THE_AUTHOR));
    }

    @Test
    void a_note_is_not_found_through_another_conversation() {
        var note = noteBy(BRUNO, "Call her");

        assertThat(note.decide(new Edit(OTHER_CONVERSATION, BRUNO, "Call him", MOMENT)))
                .isEqualTo(rejected(Refusal.NO_SUCH_NOTE));
        assertThat(note.decide(new Delete(OTHER_CONVERSATION, BRUNO, MOMENT)))
                .isEqualTo(rejected(Refusal.NO_SUCH_NOTE));
    }

    @Test
    void what_was_never_written_cannot_be_changed_or_deleted() {
        assertThat(new Note.Unwritten().decide(edit(BRUNO, "Call him"))).isEqualTo(rejected(Refusal.NO_SUCH_NOTE));
        assertThat(new Note.Unwritten().decide(delete(BRUNO))).isEqualTo(rejected(Refusal.NO_SUCH_NOTE));
    }

    @Test
    void the_author_may_delete_it() {
        var decision = noteBy(BRUNO, "Call her").decide(delete(BRUNO));

        assertThat(decision).isEqualTo(accepted(new Deleted(CONVERSATION, ACCESS, NOTE, BRUNO, ANNA, NOON)));
    }

    @Test
    void nobody_else_may_delete_it() {
        var decision = noteBy(BRUNO, "Call her").decide(delete(ANNA));

        assertThat(decision).isEqualTo(rejected(Refusal.NOT_THE_AUTHOR));
    }

    @Test
    void deleting_it_twice_changes_nothing() {
        var decision = deletedNoteBy(BRUNO).decide(delete(BRUNO));

        assertThat(decision).isEqualTo(nothing());
    }

    @Test
    void a_deleted_note_does_not_exist_for_anybody_else_and_cannot_be_changed() {
        assertThat(deletedNoteBy(BRUNO).decide(delete(ANNA))).isEqualTo(rejected(Refusal.NO_SUCH_NOTE));
        assertThat(deletedNoteBy(BRUNO).decide(edit(BRUNO, "Call him"))).isEqualTo(rejected(Refusal.NO_SUCH_NOTE));
    }

    @Test
    void the_state_follows_from_the_facts() {
        var written =
                new Note.Unwritten().after(new Written(CONVERSATION, ACCESS, NOTE, BRUNO, "Call her", ANNA, MORNING));
        var edited = written.after(new Edited(CONVERSATION, ACCESS, NOTE, BRUNO, "Call him", ANNA, NOON));
        var deleted = edited.after(new Deleted(CONVERSATION, ACCESS, NOTE, BRUNO, ANNA, NOON));

        assertThat(written).isEqualTo(new Note.Standing(NOTE, CONVERSATION, BRUNO, "Call her", MORNING, null));
        assertThat(edited).isEqualTo(new Note.Standing(NOTE, CONVERSATION, BRUNO, "Call him", MORNING, NOON));
        assertThat(deleted).isEqualTo(new Note.Deletion(NOTE, CONVERSATION, BRUNO, MORNING, NOON));
    }

    private static Note noteBy(Person author, String text) {
        return new Note.Standing(NOTE, CONVERSATION, author, text, MORNING, null);
    }

    private static Note deletedNoteBy(Person author) {
        return new Note.Deletion(NOTE, CONVERSATION, author, MORNING, MORNING);
    }

    private static Write write(Person author, String text) {
        return new Write(NOTE, CONVERSATION, author, text, MOMENT);
    }

    private static Edit edit(Person by, String text) {
        return new Edit(CONVERSATION, by, text, MOMENT);
    }

    private static Delete delete(Person by) {
        return new Delete(CONVERSATION, by, MOMENT);
    }
}
