package org.centralino.conversation.message;

import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.found;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.events.Content;
import org.centralino.events.Speaker;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.MessageEchoed;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.MessageSynced;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// What the platform sent of messages that cannot be shown.
@QuarkusTest
@RealInfrastructure
class RawMessageTest {
    private static final Content HOLOGRAM = new Content.Unsupported("hologram", null);

    private final Customer giulia = Platform.somebody();
    private final String wamid = "wamid." + UUID.randomUUID();

    @Test
    void who_may_sees_what_came_of_a_message_that_cannot_be_shown() {
        var conversation = hears(HOLOGRAM, "{\"type\":\"hologram\",\"hologram\":{\"id\":\"7\"}}");

        raw("dario", conversation)
                .statusCode(200)
                .body("raw", equalTo("{\"type\":\"hologram\",\"hologram\":{\"id\":\"7\"}}"));
        raw("carla", conversation).statusCode(403);
    }

    @Test
    void so_does_he_of_one_that_was_written_on_the_phone_and_of_one_of_the_past() {
        var now = Instant.now();
        PLATFORM.reports(new MessageEchoed(
                Platform.NUMBER, wamid, giulia, Speaker.PHONE, now, now, HOLOGRAM, null, "{\"of\":\"the phone\"}"));
        var conversation = await(() -> found(giulia), 1);
        raw("dario", conversation).statusCode(200).body("raw", equalTo("{\"of\":\"the phone\"}"));

        var old = "wamid." + UUID.randomUUID();
        var then = now.minus(Duration.ofDays(30));
        PLATFORM.reports(new MessageSynced(
                Platform.NUMBER, old, giulia, false, null, then, now, HOLOGRAM, null, "{\"of\":\"the past\"}"));
        Patience.await("it is here")
                .until(() -> raw("dario", conversation, old).extract().statusCode() == 200);
        raw("dario", conversation, old).body("raw", equalTo("{\"of\":\"the past\"}"));
    }

    @Test
    void of_what_can_be_shown_nothing_is_kept_twice() {
        raw("dario", hears(new Content.Text("Buongiorno"), "{}")).statusCode(404);
    }

    @Test
    void what_is_too_long_is_not_kept() {
        raw("dario", hears(HOLOGRAM, "{\"type\":\"%s\"}".formatted("x".repeat(9_000))))
                .statusCode(404);
    }

    @Test
    void who_may_not_see_the_conversation_does_not_see_it() {
        Operators.signUp("bettina", Permission.SEE_RAW_MESSAGES);

        raw("bettina", hears(HOLOGRAM, "{}")).statusCode(404);
    }

    @Test
    void what_the_customer_took_back_is_gone_and_does_not_come_again() {
        var message = message(HOLOGRAM, "{\"secret\":1}");
        PLATFORM.reports(message);
        var conversation = await(() -> found(giulia), 1);

        PLATFORM.reports(Platform.revocation(giulia, wamid), message, message);

        Patience.await("it is gone")
                .until(() -> raw("dario", conversation).extract().statusCode() == 404);
        PLATFORM.reports(Platform.message(giulia, "Allora?", Instant.now()));
        await(() -> found(giulia), 2);
        raw("dario", conversation).statusCode(404);
    }

    private UUID hears(Content content, String raw) {
        PLATFORM.reports(message(content, raw));
        return await(() -> found(giulia), 1);
    }

    private MessageReceived message(Content content, String raw) {
        var now = Instant.now();
        return new MessageReceived(Platform.NUMBER, wamid, giulia, now, now, content, null, false, null, raw);
    }

    private ValidatableResponse raw(String operator, UUID conversation) {
        return raw(operator, conversation, wamid);
    }

    private static ValidatableResponse raw(String operator, UUID conversation, String platformId) {
        return as(operator)
                .get(
                        "/api/conversations/{id}/messages/{message}/raw",
                        conversation,
                        MessageId.of(Platform.NUMBER, platformId))
                .then();
    }
}
