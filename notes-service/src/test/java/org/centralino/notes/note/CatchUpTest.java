package org.centralino.notes.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.centralino.kit.kafka.Consumers;
import org.centralino.kit.restore.CatchUp;
import org.centralino.notes.Broker;
import org.centralino.notes.RealInfrastructure;
import org.centralino.testkit.Backup;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class CatchUpTest {
    private static final String NOTES = "/api/conversations/{conversation}/notes";

    @Inject
    CatchUp catchUp;

    @Inject
    @Liveness
    Consumers consumers;

    @Test
    void a_restored_service_knows_again_which_notes_it_told() throws Exception {
        try (var broker = new Broker()) {
            var conversation = broker.opensConversation();
            var edited = written(conversation, "Richiamala");
            var deleted = written(conversation, "Da togliere");
            var untouched = written(conversation, "Cliente storica");

            var backup = Backup.of("notes");

            edit(conversation, edited, "Richiamala domani");
            edit(conversation, edited, "Richiamala lunedì");
            as("bruno").delete(NOTES + "/{note}", conversation, deleted).then().statusCode(204);
            var gone = written(conversation, "Scritta e tolta");
            as("bruno").delete(NOTES + "/{note}", conversation, gone).then().statusCode(204);
            written(conversation, "Scritta dopo");
            broker.told(conversation, 9);
            var lost = Backup.rows("notes", "note");

            consumers.stop(new ShutdownEvent());
            backup.restore();
            assertThat(catchUp.since(backup.since()).changes()).isEqualTo(6);

            assertThat(Backup.rows("notes", "note"))
                    .isEqualTo(lost)
                    .anyMatch(row -> row.contains(untouched.toString()));
            assertThat(catchUp.since(backup.since()).changes()).isZero();
        } finally {
            consumers.start(new StartupEvent());
        }
    }

    private static UUID written(UUID conversation, String text) {
        var id = UUID.randomUUID();
        as("bruno")
                .contentType(ContentType.JSON)
                .body(Map.of("id", id, "text", text))
                .post(NOTES, conversation)
                .then()
                .statusCode(201);
        return id;
    }

    private static void edit(UUID conversation, UUID note, String text) {
        as("bruno")
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .put(NOTES + "/{note}", conversation, note)
                .then()
                .statusCode(200);
    }
}
