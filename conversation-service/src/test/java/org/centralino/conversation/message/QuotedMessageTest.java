package org.centralino.conversation.message;

import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.Content;
import org.centralino.events.MessageContext;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class QuotedMessageTest {

    @Test
    void a_message_that_answers_one_that_came_with_it_shows_which() {
        var customer = Platform.somebody();
        var question = wamid();

        PLATFORM.reports(
                Platform.message(customer, question, "Avete la lampada blu?", Instant.now()),
                answer(customer, question));

        timeline(await(() -> found(customer), 2))
                .body("items[1].quoted.content.text", equalTo("Avete la lampada blu?"))
                .body("items[1].quoted.messageId", equalTo(firstIn(customer)))
                .body("items[1].quoted", not(hasKey("author")));
    }

    @Test
    void a_message_that_answers_an_operator_shows_whom() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        var reply = answered(conversation, 1);
        var platformId = wamid();
        PLATFORM.accepted(conversation, reply, platformId);
        awaitStatus(conversation, reply, "accepted");

        PLATFORM.reports(answer(customer, platformId));

        await(() -> found(customer), 3);
        timeline(conversation)
                .body("items[2].quoted.messageId", equalTo(reply.toString()))
                .body("items[2].quoted.author", hasEntry("name", ANNA.name()));
    }

    @Test
    void what_stands_in_another_conversation_is_not_quoted() {
        var theirs = wamid();
        var another = Platform.somebody();
        PLATFORM.reports(Platform.message(another, theirs, "Il mio codice è 1234", Instant.now()));
        await(() -> found(another), 1);
        var customer = Platform.somebody();

        PLATFORM.reports(answer(customer, theirs));

        timeline(await(() -> found(customer), 1))
                .body("items[0].context.answers", equalTo(theirs))
                .body("items[0]", not(hasKey("quoted")));
    }

    @Test
    void a_place_comes_through_as_a_place_and_its_words_stand_in_the_list() {
        var customer = Platform.somebody();
        var place = new Content.Location("Bar Sole, Via Roma 1", 44.4949, 11.3426, "Bar Sole", "Via Roma 1", null);

        PLATFORM.reports(Platform.message(customer, wamid(), place, null, Instant.now()));

        var conversation = await(() -> found(customer), 1, "Bar Sole, Via Roma 1");
        timeline(conversation)
                .body("items[0].content.type", equalTo("location"))
                .body("items[0].content.latitude", equalTo(44.4949f))
                .body("items[0].content.name", equalTo("Bar Sole"));
        as("carla").get("/api/conversations/{id}", conversation).then().body("preview.kind", equalTo("location"));
    }

    private static MessageReceived answer(Customer customer, String platformId) {
        return Platform.message(
                customer,
                wamid(),
                new Content.Text("Quella, sì"),
                new MessageContext(platformId, false, false),
                Instant.now().plusSeconds(1));
    }

    private static String wamid() {
        return "wamid." + UUID.randomUUID();
    }

    private static String firstIn(Customer customer) {
        return timeline(UUID.fromString((String) found(customer).get("id")))
                .extract()
                .path("items[0].id");
    }

    private static ValidatableResponse timeline(UUID conversation) {
        return as("carla")
                .get("/api/conversations/{id}/timeline", conversation)
                .then()
                .statusCode(200);
    }
}
