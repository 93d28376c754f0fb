package org.centralino.conversation.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.ofMessage;
import static org.centralino.conversation.Desk.resolve;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.events.Content;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class ChangedMessageTest {
    private final Customer giulia = Platform.somebody();
    private final String question = wamid();

    @Test
    void an_emoji_on_an_answer_neither_reopens_nor_makes_anybody_wait() {
        var conversation = written(giulia, "Avete la lampada blu?");
        var answer = answeredAs(conversation, "wamid.out." + question);
        resolve("anna", conversation, 2).statusCode(200);

        PLATFORM.reports(Platform.reaction(giulia, "wamid.out." + question, "👍🏽"));

        awaitEmojis(conversation, answer, "👍🏽");
        conversation(conversation)
                .body("status", equalTo("resolved"))
                .body("waitingSince", nullValue())
                .body("lastSequence", equalTo(2));
    }

    @Test
    void an_emoji_that_is_taken_away_is_gone() {
        var conversation = asked("Avete la lampada blu?");
        PLATFORM.reports(Platform.reaction(giulia, question, "👍"));
        awaitEmojis(conversation, id(question), "👍");

        PLATFORM.reports(Platform.reaction(giulia, question, null));

        awaitEmojis(conversation, id(question));
    }

    @Test
    void an_emoji_that_came_before_the_platform_named_our_answer_stands_on_it() {
        var conversation = written(giulia, "Avete la lampada blu?");
        PLATFORM.reports(Platform.reaction(giulia, "wamid.out." + question, "🙏"));

        var answer = answeredAs(conversation, "wamid.out." + question);

        awaitEmojis(conversation, answer, "🙏");
    }

    @Test
    void an_edit_says_what_stands_there_now_and_what_stood_there_before() {
        var conversation = asked("Alle tre?");

        PLATFORM.reports(Platform.edit(giulia, question, new Content.Text("Alle quattro?")));

        await(() -> found(giulia), 1, "Alle quattro?");
        assertThat((String) ofMessage(conversation, id(question), "earlier[0].content.text"))
                .isEqualTo("Alle tre?");
        history(conversation).body("items.kind", hasItem("customer-edited"));
    }

    @Test
    void what_is_deleted_is_nowhere_any_more() {
        var conversation = asked("Il mio codice è 1234");

        PLATFORM.reports(Platform.revocation(giulia, question));

        awaitKind(conversation, id(question), "revoked");
        conversation(conversation).body("preview.kind", equalTo("revoked")).body("preview.text", nullValue());
        assertThat(as("carla")
                        .get("/api/conversations/{id}/timeline", conversation)
                        .asString())
                .doesNotContain("1234");
        history(conversation).body("items.kind", hasItem("customer-revoked"));
    }

    @Test
    void what_was_deleted_before_it_came_comes_as_deleted() {
        PLATFORM.reports(
                Platform.revocation(giulia, question), Platform.message(giulia, question, "Scusi", Instant.now()));

        var conversation = await(() -> found(giulia), 1);
        awaitKind(conversation, id(question), "revoked");
    }

    @Test
    void a_change_that_the_platform_does_not_tell_is_a_line_and_the_last_message_stays_in_the_list() {
        var conversation = asked("Alle tre?");
        var untold = Platform.message(
                giulia, wamid(), new Content.Unsupported("unsupported", null, "edit", null), null, Instant.now());

        PLATFORM.reports(untold, untold);

        Patience.await("the line stands in the history")
                .until(() -> history(conversation)
                        .extract()
                        .<List<String>>path("items.kind")
                        .contains("customer-edited-untold"));
        PLATFORM.reports(Platform.message(giulia, "Allora?", Instant.now()));
        await(() -> found(giulia), 2, "Allora?");
        assertThat(history(conversation).extract().<List<String>>path("items.kind"))
                .containsOnlyOnce("customer-edited-untold");
    }

    @Test
    void whoever_comes_with_such_a_line_first_is_a_customer_who_waits() {
        PLATFORM.reports(Platform.message(
                giulia, wamid(), new Content.Unsupported("unsupported", null, "edit", null), null, Instant.now()));

        var conversation = await(() -> found(giulia), 1);
        conversation(conversation).body("waitingSince", not(nullValue()));
    }

    private UUID asked(String text) {
        PLATFORM.reports(Platform.message(giulia, question, text, Instant.now()));
        return await(() -> found(giulia), 1, text);
    }

    private static UUID answeredAs(UUID conversation, String platformId) {
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        var answer = answered(conversation, 1);
        PLATFORM.accepted(conversation, answer, platformId);
        awaitStatus(conversation, answer, "accepted");
        return answer;
    }

    private static UUID id(String platformId) {
        return MessageId.of(Platform.NUMBER, platformId);
    }

    private static void awaitEmojis(UUID conversation, UUID message, String... emojis) {
        Patience.await("the message has " + List.of(emojis))
                .until(() -> ofMessage(conversation, message, "reactions.emoji").equals(List.of(emojis)));
    }

    private static void awaitKind(UUID conversation, UUID message, String kind) {
        Patience.await("the message is " + kind)
                .until(() -> ofMessage(conversation, message, "content.type").equals(kind));
    }

    private static ValidatableResponse history(UUID conversation) {
        return as("carla")
                .get("/api/conversations/{id}/history", conversation)
                .then()
                .statusCode(200);
    }

    private static String wamid() {
        return "wamid." + UUID.randomUUID();
    }
}
