package org.centralino.conversation.thread;

import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.reply;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.Content;
import org.centralino.events.MessageContext;
import org.centralino.events.PlatformError;
import org.centralino.events.Pricing;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// Customers who came by an ad, and what messages to them cost.
@QuarkusTest
@RealInfrastructure
class FreeEntryResourceTest {
    private final Instant came = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);

    @Test
    void an_answer_to_who_came_by_an_ad_is_free_until_a_day_after() {
        var conversation = cameByAnAd();

        entry(conversation)
                .body("since", equalTo(came.toString()))
                .body("offeredUntil", equalTo(came.plus(Duration.ofHours(24)).toString()))
                .body("freeUntil", nullValue())
                .body("told", equalTo(false));
    }

    @Test
    void answered_all_is_free_for_three_days_and_not_by_an_answer_that_failed() {
        var conversation = cameByAnAd();
        var answer = answered(conversation);

        entry(conversation).body("offeredUntil", nullValue()).body("freeUntil", notNullValue());

        PLATFORM.refused(conversation, answer, new PlatformError(131026, "Undeliverable", null));
        awaitStatus(conversation, answer, "failed");
        entry(conversation).body("offeredUntil", notNullValue()).body("freeUntil", nullValue());
    }

    @Test
    void what_the_platform_says_of_it_holds() {
        var conversation = cameByAnAd();
        var answer = answered(conversation);
        var until = came.plus(Duration.ofHours(71));
        PLATFORM.accepted(conversation, answer, "wamid.out-" + answer);

        PLATFORM.reports(Platform.status(
                "wamid.out-" + answer,
                "sent",
                answer,
                new Pricing("PMP", "free_entry_point", "referral_conversion", false, until)));

        Patience.await("it is told")
                .untilAsserted(() -> entry(conversation)
                        .body("freeUntil", equalTo(until.toString()))
                        .body("told", equalTo(true)));
    }

    @Test
    void messages_to_whoever_came_otherwise_are_paid_for() {
        entry(written(Platform.somebody(), "Buongiorno"))
                .body("since", nullValue())
                .body("offeredUntil", nullValue())
                .body("freeUntil", nullValue());
    }

    @Test
    void only_who_may_see_the_conversation_is_told() {
        as("anna")
                .get("/api/conversations/{id}/free-entry", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private UUID cameByAnAd() {
        var giulia = Platform.somebody();
        var ad = new MessageContext.Referral("ad", "120200000000000001", null, "Lampade", null, null, null);
        PLATFORM.reports(Platform.message(
                giulia,
                "wamid." + UUID.randomUUID(),
                new Content.Text("Vorrei quella blu"),
                new MessageContext(null, false, false, null, ad, null),
                came));
        return Desk.await(() -> Desk.found(giulia), 1);
    }

    private static UUID answered(UUID conversation) {
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        var answer = UUID.randomUUID();
        reply("anna", conversation, answer, "Certo", 1, 1).statusCode(202);
        return answer;
    }

    private static ValidatableResponse entry(UUID conversation) {
        return as("anna")
                .get("/api/conversations/{id}/free-entry", conversation)
                .then()
                .statusCode(200);
    }
}
