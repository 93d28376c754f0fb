package org.centralino.conversation.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.reply;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.BlockRequested;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Customers from whom the business does not want to hear.
@QuarkusTest
@RealInfrastructure
class BlockResourceTest {
    private static final String DORA = "dora.blocks";

    @BeforeAll
    static void somebody_may_block() {
        Operators.signUp(DORA, Permission.SEE_ALL, Permission.SEE_CONTACTS, Permission.BLOCK_CONTACTS);
    }

    @Test
    void who_is_blocked_cannot_be_answered_until_he_is_let_in_again() {
        var giulia = Platform.somebody();
        var hers = written(giulia, "Comprate i miei follower");
        PLATFORM.taken(hers, 1, ANNA);
        awaitEpoch(hers, 1);

        block(hers).statusCode(200).body("conversations[0].block.pending", equalTo(true));
        var request = request(hers, 1);
        assertThat(request.blocked()).isTrue();
        assertThat(request.recipient().phone()).isEqualTo("+" + giulia.waId());
        PLATFORM.blockAnswered(hers, request.requestId(), true, null);
        awaitBlocked(hers, true);

        reply("anna", hers, UUID.randomUUID(), "Grazie", 1, 1)
                .statusCode(409)
                .body("reasonKey", equalTo("customer-blocked"));
        shown(hers)
                .body("conversations[0].blocked", equalTo(true))
                .body("conversations[0].block.pending", equalTo(false));
        history(hers).body("items.kind", hasItem("blocked"));

        unblock(hers).statusCode(200);
        PLATFORM.blockAnswered(hers, request(hers, 2).requestId(), false, null);
        awaitBlocked(hers, false);
        reply("anna", hers, UUID.randomUUID(), "Eccoci", 1, 1).statusCode(202);
        history(hers).body("items.kind", hasItem("unblocked"));
    }

    @Test
    void why_whatsapp_did_not_block_somebody_is_shown() {
        var his = written(Platform.somebody(), "Ciao");
        block(his).statusCode(200);

        PLATFORM.blockAnswered(his, request(his, 1).requestId(), true, 139101);

        Patience.await("the reason is shown")
                .until(() ->
                        Integer.valueOf(139101).equals(shown(his).extract().path("conversations[0].block.error.code")));
        conversation(his).body("blocked", equalTo(false));
        history(his).body("items.kind", hasItem("block-failed"));
    }

    @Test
    void who_has_not_written_for_a_day_cannot_be_blocked() {
        var ada = Platform.somebody();
        PLATFORM.reports(Platform.message(ada, "Tempo fa", Instant.now().minus(Duration.ofHours(25))));
        var hers = Desk.await(() -> Desk.found(ada), 1);

        block(hers).statusCode(409).body("reasonKey", equalTo("block-window-closed"));
    }

    @Test
    void blocking_needs_its_permission() {
        var his = written(Platform.somebody(), "Ciao");

        as("anna").put("/api/contacts/{id}/block", contactOf(his)).then().statusCode(403);
        as("anna").delete("/api/contacts/{id}/block", contactOf(his)).then().statusCode(403);
    }

    private static ValidatableResponse block(UUID conversation) {
        return as(DORA).put("/api/contacts/{id}/block", contactOf(conversation)).then();
    }

    private static ValidatableResponse unblock(UUID conversation) {
        return as(DORA).delete("/api/contacts/{id}/block", contactOf(conversation))
                .then();
    }

    private static ValidatableResponse shown(UUID conversation) {
        return as(DORA).get("/api/contacts/{id}", contactOf(conversation))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse history(UUID conversation) {
        return as(DORA).get("/api/conversations/{id}/history", conversation)
                .then()
                .statusCode(200);
    }

    private static String contactOf(UUID conversation) {
        return conversation(conversation).extract().path("contact.id");
    }

    /// @return the wish that was told as that one in a row
    private static BlockRequested request(UUID conversation, int place) {
        return Patience.await("wish %d is told".formatted(place))
                .until(() -> requests(conversation), found -> found.size() >= place)
                .get(place - 1);
    }

    private static List<BlockRequested> requests(UUID conversation) {
        List<ConversationEvent> told = PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, conversation, 1);
        return told.stream()
                .filter(BlockRequested.class::isInstance)
                .map(BlockRequested.class::cast)
                .toList();
    }

    private static void awaitBlocked(UUID conversation, boolean blocked) {
        Patience.await("blocked is " + blocked)
                .until(() -> conversation(conversation).extract().<Boolean>path("blocked") == blocked);
    }
}
