package org.centralino.conversation.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.WhatsAppEvent;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class TimelineResourceTest {
    private static final List<String> TEXTS =
            IntStream.rangeClosed(1, 9).mapToObj(Integer::toString).toList();

    @Test
    void a_page_around_a_message_leads_to_both_ends_through_messages_of_the_same_second() {
        var conversation = conversationOfNine();
        var fifth = idOf(conversation, "5");

        var middle = page(conversation, "around=%s&limit=3".formatted(fifth));

        assertThat(texts(middle)).containsExactly("4", "5", "6");
        var all = new ArrayList<>(texts(middle));
        for (var page = middle; page.getString("nextCursor") != null; ) {
            page = page(conversation, "limit=2&before=" + page.getString("nextCursor"));
            all.addAll(0, texts(page));
        }
        for (var page = middle; page.getString("previousCursor") != null; ) {
            page = page(conversation, "limit=2&after=" + page.getString("previousCursor"));
            all.addAll(texts(page));
        }
        assertThat(all).isEqualTo(TEXTS);
    }

    @Test
    void the_newest_page_leads_to_older_ones_only() {
        ask(conversationOfNine(), "limit=3")
                .statusCode(200)
                .body("items.content.text", contains("7", "8", "9"))
                .body("previousCursor", nullValue());
    }

    @Test
    void around_a_message_that_is_not_in_this_conversation_there_is_nothing() {
        var another = idOf(conversationOfNine(), "5");

        ask(heldByAnna(), "around=" + another)
                .statusCode(404)
                .body("reasonKey", equalTo("message-not-found"))
                .body("title", equalTo("The message is not in this conversation"));
    }

    @Test
    void only_one_of_before_after_and_around_may_be_given() {
        var conversation = heldByAnna();
        var cursor = page(conversationOfNine(), "limit=1").getString("nextCursor");

        for (var two : List.of(
                "before=%s&after=%s".formatted(cursor, cursor),
                "around=%s&after=%s".formatted(UUID.randomUUID(), cursor),
                "around=%s&before=%s".formatted(UUID.randomUUID(), cursor))) {
            ask(conversation, two)
                    .statusCode(400)
                    .body("detail", equalTo("Give only one of before, after and around."));
        }
    }

    @Test
    void around_needs_the_id_of_a_message() {
        ask(heldByAnna(), "around=5").statusCode(400).body("detail", containsString("id of a message"));
    }

    @Test
    void who_may_not_see_the_conversation_learns_nothing_of_its_messages() {
        var conversation = conversationOfNine();
        var fifth = idOf(conversation, "5");

        ask(UUID.randomUUID(), "around=" + fifth).statusCode(404).body("reasonKey", equalTo("not-found"));
    }

    /// Three to a second, as a customer's quick messages are.
    private static UUID conversationOfNine() {
        var customer = Platform.somebody();
        var start = Instant.now().minusSeconds(30).truncatedTo(ChronoUnit.SECONDS);
        PLATFORM.reports(IntStream.range(0, 9)
                .mapToObj(index -> Platform.message(customer, TEXTS.get(index), start.plusSeconds(index / 3)))
                .toArray(WhatsAppEvent[]::new));
        return await(() -> found(customer), 9);
    }

    private static UUID idOf(UUID conversation, String text) {
        return UUID.fromString(
                page(conversation, "limit=100").getString("items.find { it.content.text == '%s' }.id".formatted(text)));
    }

    private static JsonPath page(UUID conversation, String query) {
        return ask(conversation, query).statusCode(200).extract().jsonPath();
    }

    private static List<String> texts(JsonPath page) {
        return page.getList("items.content.text");
    }

    private static ValidatableResponse ask(UUID conversation, String query) {
        return as("anna")
                .get("/api/conversations/" + conversation + "/timeline?" + query)
                .then();
    }
}
