package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.simulator.Caller.GIULIA;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Questions, places, cards and emojis of the business, on the phone and back.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class QuestionTest {
    private static final String PHONE = "/control/customers/%s/messages".formatted(GIULIA);
    private static final String BUTTONS = """
            {"type":"button","header":{"type":"text","text":"Consegna"},"body":{"text":"Confermi?"},
             "footer":{"text":"Casa Lume"},"action":{"buttons":[
              {"type":"reply","reply":{"id":"1","title":"Sì"}},{"type":"reply","reply":{"id":"2","title":"No"}}]}}""";
    private static final String LIST = """
            {"type":"list","body":{"text":"Scegli"},"action":{"button":"Vedi orari","sections":[
              {"title":"Mattina","rows":[{"id":"1.1","title":"9-11","description":"Libero"}]},
              {"title":"Sera","rows":[{"id":"2.1","title":"18-20"}]}]}}""";

    @TestHTTPResource
    URI base;

    private Caller caller;
    private String question;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
        question = caller.giuliaWrites("Buongiorno").json().path("id").asText();
    }

    @Test
    void a_question_stands_on_the_phone_and_pressing_a_button_answers_it() {
        var wamid = sent("interactive", BUTTONS, "question:1");
        Inbox.waitForStatus("question:1", "delivered");

        assertThat(newest().at("/question/header").asText()).isEqualTo("Consegna");
        assertThat(newest().at("/question/choices/0/title").asText()).isEqualTo("Sì");
        caller.post(PHONE, """
                {"type":"interactive","content":{"type":"button_reply","button_reply":{"id":"1","title":"Sì"}},
                 "quoted":"%s"}""".formatted(wamid));

        var answer = Inbox.waitForMessages(2).getLast();
        assertThat(answer.at("/interactive/button_reply/id").asText()).isEqualTo("1");
        assertThat(answer.at("/context/id").asText()).isEqualTo(wamid);
    }

    @Test
    void a_list_has_its_rows_in_their_sections() {
        sent("interactive", LIST, "question:2");
        Inbox.waitForStatus("question:2", "delivered");

        assertThat(newest().at("/question/button").asText()).isEqualTo("Vedi orari");
        assertThat(newest().at("/question/choices"))
                .extracting(choice -> choice.path("section").asText()
                        + " "
                        + choice.path("title").asText())
                .containsExactly("Mattina 9-11", "Sera 18-20");
    }

    @Test
    void a_place_a_card_a_page_and_the_question_where_one_is_are_taken() {
        sent("location", "{\"latitude\":45.4,\"longitude\":\"9.1\",\"name\":\"Duomo\"}", "made:1");
        sent(
                "contacts",
                "[{\"name\":{\"formatted_name\":\"Bruno\",\"first_name\":\"Bruno\"},\"phones\":[{\"phone\":\"+3902\"}]}]",
                "made:2");
        sent("interactive", """
                {"type":"cta_url","body":{"text":"Segui il pacco"},"action":{"name":"cta_url",
                 "parameters":{"display_text":"Apri","url":"https://track.example/1"}}}""", "made:3");
        sent("interactive", """
                {"type":"location_request_message","body":{"text":"Dove sei?"},"action":{"name":"send_location"}}""", "made:4");
        Inbox.waitForStatus("made:4", "delivered");

        Inbox.waitForStatus("made:1", "delivered");
        Inbox.waitForStatus("made:2", "delivered");
        Inbox.waitForStatus("made:3", "delivered");
        assertThat(caller.get(PHONE).json().path("items"))
                .extracting(message -> message.path("text").asText())
                .containsExactly("Buongiorno", "Duomo", "Bruno, +3902", "Segui il pacco", "Dove sei?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"button\",\"body\":{\"text\":\"?\"},\"action\":{\"buttons\":[]}}",
                "{\"type\":\"button\",\"body\":{\"text\":\"?\"},\"action\":{\"buttons\":[{\"type\":\"reply\",\"reply\":{\"id\":\"1\",\"title\":\"Ventuno caratteri qui\"}}]}}",
                "{\"type\":\"button\",\"body\":{\"text\":\"?\"},\"action\":{\"buttons\":[{\"type\":\"reply\",\"reply\":{\"id\":\"1\",\"title\":\"A\"}},{\"type\":\"reply\",\"reply\":{\"id\":\"1\",\"title\":\"B\"}}]}}",
                "{\"type\":\"button\",\"action\":{\"buttons\":[{\"type\":\"reply\",\"reply\":{\"id\":\"1\",\"title\":\"A\"}}]}}",
                "{\"type\":\"list\",\"body\":{\"text\":\"?\"},\"action\":{\"button\":\"Vedi\",\"sections\":[{\"rows\":[{\"id\":\"1\",\"title\":\"A\"}]},{\"rows\":[{\"id\":\"2\",\"title\":\"B\"}]}]}}",
                "{\"type\":\"cta_url\",\"body\":{\"text\":\"?\"},\"action\":{\"name\":\"cta_url\",\"parameters\":{\"display_text\":\"Apri\",\"url\":\"no address\"}}}",
                "{\"type\":\"location_request_message\",\"body\":{\"text\":\"?\"},\"action\":{\"name\":\"something\"}}",
                "{\"type\":\"hologram\",\"body\":{\"text\":\"?\"}}"
            })
    void what_the_platform_refuses_is_refused(String interactive) {
        assertThat(send("interactive", interactive, "refused").status()).isEqualTo(400);
    }

    @Test
    void an_emoji_of_the_business_stands_on_the_customers_message_until_it_is_taken_away() {
        assertThat(react(question, "👍").status()).isEqualTo(200);
        assertThat(newest().path("businessReaction").asText()).isEqualTo("👍");

        react(question, "");

        assertThat(newest().path("businessReaction").isNull()).isTrue();
        assertThat(caller.get(PHONE).json().path("items")).hasSize(1);
    }

    @Test
    void an_emoji_needs_a_message_of_this_chat_of_the_last_thirty_days_and_an_open_window() {
        assertThat(react("wamid.UNKNOWN", "👍").json().at("/error/code").asInt())
                .isEqualTo(131009);

        caller.post("/control/clock", "{\"jump\":\"PT25H\"}");
        assertThat(react(question, "👍").json().at("/error/code").asInt()).isEqualTo(131047);

        caller.post("/control/clock", "{\"jump\":\"P30D\"}");
        assertThat(react(question, "👍").json().at("/error/code").asInt()).isEqualTo(131009);
    }

    private Caller.Answer react(String wamid, String emoji) {
        return send("reaction", "{\"message_id\":\"%s\",\"emoji\":\"%s\"}".formatted(wamid, emoji), "reaction:1");
    }

    private String sent(String type, String content, String callbackData) {
        var answer = send(type, content, callbackData);
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json().at("/messages/0/id").asText();
    }

    private Caller.Answer send(String type, String content, String callbackData) {
        return caller.graph("""
                {"messaging_product":"whatsapp","to":"+%s","type":"%s","%s":%s,
                 "biz_opaque_callback_data":"%s"}""".formatted(GIULIA, type, type, content, callbackData));
    }

    private JsonNode newest() {
        var items = caller.get(PHONE).json().path("items");
        return items.get(items.size() - 1);
    }
}
