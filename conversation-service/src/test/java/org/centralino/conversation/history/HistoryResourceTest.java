package org.centralino.conversation.history;

import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class HistoryResourceTest {
    @Inject
    Pool database;

    @Test
    void it_tells_nothing_of_notes_to_who_may_not_read_them() {
        Operators.signUp("nora", "conversation.see.all", "conversation.reply");
        var conversation = heldByAnna();
        PLATFORM.noted(conversation, UUID.randomUUID(), ANNA);
        Patience.await("the note stands in the history")
                .untilAsserted(() -> as("carla")
                        .get("/api/conversations/{id}/history", conversation)
                        .then()
                        .body("items.kind", hasItem("note-added")));

        as("nora")
                .get("/api/conversations/{id}/history", conversation)
                .then()
                .statusCode(200)
                .body("items.kind", hasItem("taken"))
                .body("items.kind", not(hasItem("note-added")));
    }

    /// Each entry of an earlier version has an id of its own, and the topics are heard from their beginning.
    @Test
    void what_an_earlier_version_wrote_down_is_not_written_again() {
        var conversation = written(Platform.somebody(), "Buongiorno");
        var taken = Instant.parse("2026-11-22T09:00:00.123456Z");
        var note = UUID.randomUUID();
        var noted = Instant.parse("2026-11-22T09:01:00.654321Z");
        writeDown(conversation, taken, "taken", null);
        writeDown(conversation, noted, "note-added", note);

        PLATFORM.taken(conversation, 1, ANNA, taken);
        PLATFORM.noted(conversation, note, ANNA, noted);

        awaitEpoch(conversation, 1);
        awaitSecondNote(conversation);
        as("carla")
                .get("/api/conversations/{id}/history", conversation)
                .then()
                .body("items.kind", containsInAnyOrder("customer-wrote", "taken", "note-added", "note-added"));
    }

    private void writeDown(UUID conversation, Instant at, String kind, UUID note) {
        database.preparedQuery("""
                        insert into history_entry (id, conversation_id, at, kind, actor_kind, actor_id, actor_name, note_id)
                        values (gen_random_uuid(), $1, $2, $3, 'operator', $4, $5, $6)""")
                .execute(Tuple.from(
                        Arrays.asList(conversation, at.atOffset(ZoneOffset.UTC), kind, ANNA.id(), ANNA.name(), note)))
                .await()
                .indefinitely();
    }

    /// The records of a conversation are handled in their order, so what was told before has been heard then.
    private static void awaitSecondNote(UUID conversation) {
        var another = UUID.randomUUID();
        PLATFORM.noted(conversation, another, ANNA);
        Patience.await("another note stands in the history")
                .untilAsserted(() -> as("carla")
                        .get("/api/conversations/{id}/history", conversation)
                        .then()
                        .body("items.noteId", hasItem(another.toString())));
    }
}
