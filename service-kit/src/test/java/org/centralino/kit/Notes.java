package org.centralino.kit;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.NoteEvent;
import org.centralino.events.Person;

/// Notes that a team may have written.
public final class Notes {
    private static final Access EVERYBODY = new Access("510000000000023", null, null);
    private static final Person CHIARA = new Person(UUID.randomUUID(), "Chiara");
    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");

    private Notes() {}

    public static NoteEvent.Written written(UUID conversation, String text) {
        return new NoteEvent.Written(conversation, EVERYBODY, UUID.randomUUID(), CHIARA, text, null, MORNING);
    }

    public static NoteEvent.Deleted deleted(UUID conversation) {
        return new NoteEvent.Deleted(conversation, EVERYBODY, UUID.randomUUID(), CHIARA, null, MORNING);
    }
}
