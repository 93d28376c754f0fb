package org.centralino.conversation.history;

import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class HistoryResourceTest {

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
}
