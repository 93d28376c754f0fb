package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several customers who write where all of them see it.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class GroupTest {
    private static final String MARCO = "393335550171";
    private static final String MEMBERS = """
            {"subject":"Trasloco","members":["%s","%s"]}""".formatted(Caller.GIULIA, MARCO);

    @TestHTTPResource
    URI base;

    Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void a_group_is_told_of_and_what_is_written_in_it_names_it_and_who_wrote() {
        var group = made();

        var created = webhook("group_create");
        assertThat(created.json().at("/entry/0/changes/0/field").asText()).isEqualTo("group_lifecycle_update");
        assertThat(created.json()
                        .at("/entry/0/changes/0/value/groups/0/subject")
                        .asText())
                .isEqualTo("Trasloco");
        webhook("group_participants_add");

        writes(group, MARCO, "Ciao a tutti");

        var message = Inbox.waitForMessages(1).getFirst();
        assertThat(message.path("group_id").asText()).isEqualTo(group);
        assertThat(message.path("from").asText()).isEqualTo(MARCO);
        assertThat(chat(group).path("items").path(0).path("sender").asText()).isEqualTo(MARCO);
        assertThat(chat(MARCO).path("items")).isEmpty();
    }

    @Test
    void an_answer_to_a_group_has_a_status_of_each_of_its_people() {
        var group = made();
        writes(group, MARCO, "A che ora?");

        var sent = caller.graph("local-access-token", Caller.NUMBER, """
                {"messaging_product":"whatsapp","recipient_type":"group","to":"%s","type":"text",
                 "text":{"body":"Alle otto"},"biz_opaque_callback_data":"1"}""".formatted(group));

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.json().at("/contacts/0/input").asText()).isEqualTo(group);
        for (var member : new String[] {Caller.GIULIA, MARCO}) {
            var status = status("delivered", member);
            assertThat(status.path("recipient_type").asText()).isEqualTo("group");
            assertThat(status.path("recipient_id").asText()).isEqualTo(group);
        }
    }

    @Test
    void a_group_is_addressed_as_one_and_a_person_is_not() {
        var group = made();
        writes(group, MARCO, "A che ora?");

        assertThat(refused("group", Caller.GIULIA)).isEqualTo(131020);
        assertThat(refused("group", "nobody")).isEqualTo(131020);
        assertThat(refused("crowd", group)).isEqualTo(100);
    }

    @Test
    void only_who_is_in_a_group_writes_in_it_and_who_leaves_is_told_of() {
        var group = made();

        assertThat(caller.delete("/control/groups/%s/members/%s".formatted(group, MARCO))
                        .status())
                .isEqualTo(200);

        webhook("group_participants_remove");
        assertThat(write(group, MARCO, "Ancora io").status()).isEqualTo(409);
    }

    @Test
    void an_emoji_in_a_group_is_somebodys() {
        var group = made();
        var message = writes(group, MARCO, "Il camion è qui");

        caller.put(
                "/control/customers/%s/messages/%s/reaction?by=%s".formatted(group, message, Caller.GIULIA),
                "{\"emoji\":\"👍\"}");

        var reaction = Inbox.waitForMessages(2).getLast();
        assertThat(reaction.path("type").asText()).isEqualTo("reaction");
        assertThat(reaction.path("from").asText()).isEqualTo(Caller.GIULIA);
        assertThat(reaction.path("group_id").asText()).isEqualTo(group);
    }

    private String made() {
        return caller.post("/control/groups", MEMBERS).json().path("id").asText();
    }

    private String writes(String group, String sender, String text) {
        var answer = write(group, sender, text);
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private Caller.Answer write(String group, String sender, String text) {
        return caller.post(
                "/control/customers/%s/messages".formatted(group),
                "{\"text\":\"%s\",\"from\":\"%s\"}".formatted(text, sender));
    }

    private JsonNode chat(String customer) {
        return caller.get("/control/customers/%s/messages".formatted(customer)).json();
    }

    private int refused(String type, String to) {
        return caller.graph("local-access-token", Caller.NUMBER, """
                {"messaging_product":"whatsapp","recipient_type":"%s","to":"%s","type":"text","text":{"body":"x"}}""".formatted(type, to))
                .json()
                .at("/error/code")
                .asInt();
    }

    private static Inbox.Received webhook(String word) {
        return Inbox.waitFor(
                        received -> received.stream().anyMatch(it -> it.text().contains(word)))
                .stream()
                .filter(it -> it.text().contains(word))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode status(String word, String member) {
        return Inbox.waitFor(received -> received.stream()
                        .flatMap(Inbox.Received::statuses)
                        .anyMatch(status -> isOf(status, word, member)))
                .stream()
                .flatMap(Inbox.Received::statuses)
                .filter(status -> isOf(status, word, member))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(JsonNode status, String word, String member) {
        return status.path("status").asText().equals(word)
                && status.path("recipient_participant_id").asText().equals(member);
    }
}
