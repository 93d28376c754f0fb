package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.system.stack.Operator.ANNA;

import java.nio.file.Path;
import java.util.UUID;
import org.centralino.system.stack.Answer;
import org.centralino.system.stack.Api;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bad requests of operators get a problem document that says what is wrong, and leave no trace.
@ExtendWith(Product.class)
class BadRequestIT {
    private final RunningStack stack;
    private Driver driver;
    private Api anna;
    private UUID conversation;

    BadRequestIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void anna_holds_a_conversation() {
        driver = new Driver(stack, Path.of("target/ledgers/bad-requests.jsonl"));
        anna = stack.as(ANNA);
        conversation = driver.opens(driver.newCustomer());
        var taken = anna.take(conversation);
        assertThat(taken.status()).isEqualTo(200);
        Patience.await("the conversation has heard who holds it")
                .until(() -> anna.conversation(conversation)
                        .path("epoch")
                        .equals(taken.json().path("epoch")));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t"})
    void an_empty_reply_is_refused(String text) {
        assertRefused(anna.reply(conversation, UUID.randomUUID(), text), 400, "invalid-request");
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void a_reply_of_4096_characters_is_accepted_and_one_more_is_refused() {
        assertRefused(anna.reply(conversation, UUID.randomUUID(), "a".repeat(4_097)), 400, "invalid-request");
        assertThat(driver.reply(ANNA, conversation, "a".repeat(4_096)).status()).isEqualTo(202);
    }

    @Test
    void a_reply_that_is_no_text_is_refused() {
        assertRefused(anna.reply(conversation, UUID.randomUUID(), "zero \u0000"), 400, "invalid-request");
    }

    @Test
    void a_reply_to_a_conversation_that_does_not_exist_is_refused() {
        assertRefused(anna.reply(UUID.randomUUID(), UUID.randomUUID(), "Chi è?", 1, 1), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"id\":\"no-uuid\"}",
                "{\"id\":\"0a000000-0000-4000-8000-0000000000ff\",\"content\":{\"type\":\"image\"},\"lastSeen\":1,\"epoch\":1}"
            })
    void a_reply_that_is_not_of_the_form_is_refused(String body) {
        var answer = anna.call("POST", "/api/conversations/%s/replies".formatted(conversation), body);

        assertRefused(answer, 400, "invalid-request");
    }

    @Test
    void the_same_reply_twice_is_one_and_the_same_id_with_other_words_is_refused() {
        var id = UUID.randomUUID();
        var seen = anna.conversation(conversation);
        var lastSeen = seen.path("lastSequence").asLong();
        var epoch = seen.path("epoch").asLong();

        var first = anna.reply(conversation, id, "Una volta", lastSeen, epoch);
        var second = anna.reply(conversation, id, "Una volta", lastSeen, epoch);
        var other = anna.reply(conversation, id, "Due volte", lastSeen, epoch);

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json().path("sequence")).isEqualTo(first.json().path("sequence"));
        assertRefused(other, 409, "id-already-used");
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void a_reply_that_did_not_see_the_last_message_is_stopped_and_shows_it() {
        var seen = anna.conversation(conversation);
        var customer = driver.customers().values().iterator().next();
        driver.deliver(
                java.util.List.of(driver.message(customer, 2, stack.simulator().now())));
        Patience.await("the message stands").until(() -> messages() == 2);

        var answer = anna.reply(
                conversation,
                UUID.randomUUID(),
                "Troppo presto",
                seen.path("lastSequence").asLong(),
                seen.path("epoch").asLong());

        assertRefused(answer, 409, "stale-view");
        assertThat(answer.json()
                        .path("added")
                        .path(0)
                        .path("content")
                        .path("text")
                        .asText())
                .isEqualTo(driver.words("number 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tampered", "eyJ4IjoxfQ", "%00", "../../etc/passwd", "' or 1=1 --"})
    void a_cursor_that_is_not_ours_is_refused(String cursor) {
        var encoded = java.net.URLEncoder.encode(cursor, java.nio.charset.StandardCharsets.UTF_8);

        assertRefused(anna.get("/api/conversations?view=all&cursor=" + encoded), 400, "invalid-cursor");
        assertRefused(
                anna.get("/api/conversations/%s/timeline?before=%s".formatted(conversation, encoded)),
                400,
                "invalid-cursor");
    }

    @Test
    void a_cursor_that_was_changed_by_one_character_is_refused() {
        driver.opens(driver.newCustomer());
        var cursor = anna.get("/api/conversations?view=all&limit=1")
                .json()
                .path("nextCursor")
                .asText();
        var middle = cursor.length() / 2;
        var changed =
                cursor.substring(0, middle) + (cursor.charAt(middle) == 'A' ? 'B' : 'A') + cursor.substring(middle + 1);

        assertRefused(anna.get("/api/conversations?view=all&limit=1&cursor=" + changed), 400, "invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "many"})
    void a_page_that_is_no_page_is_refused(String limit) {
        assertRefused(anna.get("/api/conversations?view=all&limit=" + limit), 400, "invalid-request");
    }

    private static void assertRefused(Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).contains(problem);
        assertThat(answer.json().path("type").asText()).isEqualTo("/problems/" + problem);
        assertThat(answer.json().path("title").asText()).isNotBlank();
    }

    private int messages() {
        return anna.timeline(conversation).size();
    }
}
