package org.centralino.conversation.channel;

import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.reply;
import static org.centralino.conversation.Platform.NUMBER;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.Desk;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.ChannelEvent;
import org.centralino.events.ChannelEvent.ChannelChanged;
import org.centralino.events.ChannelEvent.ChannelRemoved;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A business number is taken away: its conversations stay.
@QuarkusTest
@RealInfrastructure
class RemovedNumberTest {

    @AfterEach
    void bringBack() {
        var conversation = Desk.heldByAnna();
        tells(new ChannelChanged(NUMBER, "390299990001", "Casa Lume", null, null, null, Instant.now()));
        Patience.await("it is there again")
                .untilAsserted(() -> reply("anna", conversation, UUID.randomUUID(), "Eccomi", 1, 1)
                        .statusCode(202));
    }

    @Test
    void nobody_writes_from_it_any_more_and_what_was_written_is_still_there() {
        var conversation = Desk.heldByAnna();

        tells(new ChannelRemoved(NUMBER, null, null, Instant.now()));

        Patience.await("it is refused")
                .untilAsserted(() -> reply("anna", conversation, UUID.randomUUID(), "Eccomi", 1, 1)
                        .statusCode(409)
                        .body("reasonKey", equalTo("number-removed")));
        as("anna")
                .contentType(ContentType.JSON)
                .body(Map.of("id", UUID.randomUUID(), "emoji", "👍", "epoch", 1))
                .put(
                        "/api/conversations/{id}/messages/{message}/reaction",
                        conversation,
                        UUID.fromString(as("carla")
                                .get("/api/conversations/{id}/timeline", conversation)
                                .then()
                                .extract()
                                .path("items[0].id")))
                .then()
                .statusCode(409)
                .body("reasonKey", equalTo("number-removed"));
        conversation(conversation).statusCode(200);
    }

    @Test
    void what_is_told_late_takes_nothing_away() {
        var conversation = Desk.heldByAnna();
        var now = Instant.now();
        tells(new ChannelRemoved(NUMBER, null, null, now));
        Patience.await("it is refused")
                .untilAsserted(() -> reply("anna", conversation, UUID.randomUUID(), "Eccomi", 1, 1)
                        .statusCode(409));

        tells(new ChannelChanged(NUMBER, "390299990001", "Casa Lume", null, null, null, now.plusMillis(1)));
        tells(new ChannelRemoved(NUMBER, null, null, now));

        Patience.await("it is there again")
                .untilAsserted(() -> reply("anna", conversation, UUID.randomUUID(), "Eccomi", 1, 1)
                        .statusCode(202));
    }

    private static void tells(ChannelEvent event) {
        PLATFORM.send(Topics.CHANNEL, event.phoneNumberId(), WireFormat.CHANNEL, event);
    }
}
