package org.centralino.assignment.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.centralino.assignment.Broker;
import org.centralino.assignment.RealInfrastructure;
import org.centralino.kit.kafka.Consumers;
import org.centralino.kit.restore.CatchUp;
import org.centralino.testkit.Backup;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class CatchUpTest {
    @Inject
    CatchUp catchUp;

    @Inject
    @Liveness
    Consumers consumers;

    @Test
    void a_restored_service_gives_no_epoch_twice() throws Exception {
        try (var broker = new Broker()) {
            var known = broker.opensConversation();
            takeOver("dario", known, 1);

            var backup = Backup.of("assignment");

            takeOver("carla", known, 2);
            takeOver("dario", known, 3);
            var unknown = broker.opensConversation();
            takeOver("carla", unknown, 1);
            broker.told(known, 3);
            broker.told(unknown, 1);
            var lost = Backup.rows("assignment", "conversation", "version", "phone_number_id", "team_id");

            consumers.stop(new ShutdownEvent());
            backup.restore();
            assertThat(catchUp.since(backup.since()).changes()).isPositive();

            assertThat(Backup.rows("assignment", "conversation", "version", "phone_number_id", "team_id"))
                    .isEqualTo(lost);
            assertThat(catchUp.since(backup.since()).changes()).isZero();

            takeOver("carla", known, 4);
        } finally {
            consumers.start(new StartupEvent());
        }
    }

    private static void takeOver(String operator, UUID conversation, int epoch) {
        var answer = as(operator)
                .contentType(ContentType.JSON)
                .body(Map.of("takeOver", true))
                .post("/api/conversations/{conversation}/assignment", conversation)
                .then()
                .statusCode(200)
                .extract();
        assertThat(answer.<Integer>path("epoch")).isEqualTo(epoch);
    }
}
