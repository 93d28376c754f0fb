package org.centralino.conversation.thread;

import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Desk.resolve;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class StateResourceTest {

    @Test
    void who_has_seen_everything_resolves_it_and_nobody_waits() {
        resolve("anna", heldByAnna(), 1)
                .statusCode(200)
                .body("status", equalTo("resolved"))
                .body("waitingSince", nullValue());
    }

    @Test
    void a_message_that_slipped_in_is_shown_before_the_conversation_is_resolved() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Grazie, tutto a posto");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        PLATFORM.reports(Platform.message(customer, "Anzi, manca un pezzo", Instant.now()));
        await(() -> found(customer), 2);

        resolve("anna", conversation, 1)
                .statusCode(409)
                .body("reasonKey", equalTo("stale-view"))
                .body("lastSequence", equalTo(2))
                .body("added[0].content.text", equalTo("Anzi, manca un pezzo"));
        resolve("anna", conversation, 2).statusCode(200);
    }

    @Test
    void resolving_says_what_was_seen() {
        as("anna")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/conversations/{id}/resolve", heldByAnna())
                .then()
                .statusCode(400)
                .body("detail", equalTo("lastSeen is missing."));
    }

    @Test
    void what_another_operator_holds_is_not_resolved() {
        resolve("bruno", heldByAnna(), 1)
                .statusCode(409)
                .body("reasonKey", equalTo("held-by-another-operator"))
                .body("holder.name", equalTo("Anna Ricci"));
    }

    @Test
    void who_may_take_over_resolves_what_another_holds() {
        resolve("carla", heldByAnna(), 1).statusCode(200);
    }

    @Test
    void a_viewer_may_not_resolve() {
        resolve("elena", heldByAnna(), 1).statusCode(403);
    }

    @Test
    void a_conversation_that_does_not_exist_is_not_found() {
        resolve("anna", UUID.randomUUID(), 0).statusCode(404).body("reasonKey", equalTo("not-found"));
    }

    @Test
    void what_was_resolved_is_reopened() {
        var conversation = heldByAnna();
        resolve("anna", conversation, 1).statusCode(200);

        as("anna")
                .post("/api/conversations/{id}/reopen", conversation)
                .then()
                .statusCode(200)
                .body("status", equalTo("open"));
    }
}
