package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scenarios over real HTTP: played, watched, stopped, refused.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class ScenarioTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SCENARIOS = "/control/scenarios";

    @TestHTTPResource
    URI base;

    private Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @AfterEach
    void stop() {
        caller.delete(SCENARIOS + "/playing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-day-in-a-shop",
                "every-kind",
                "who-is-who",
                "groups",
                "what-happened-to-others",
                "from-the-phone",
                "a-template",
                "trouble"
            })
    void every_scenario_that_comes_along_plays_to_its_end(String name) {
        var begun = caller.post("%s/%s?speed=100".formatted(SCENARIOS, name), "");

        assertThat(begun.status()).as(begun.json().toString()).isEqualTo(202);
        var played = awaitEnd();
        assertThat(played.path("state").asText()).as(played.toString()).isEqualTo("ENDED");
        assertThat(played.path("happened")).isEqualTo(played.path("of"));
        caller.post("/control/faults", "{\"duplicateWebhooks\":false,\"outOfOrder\":false}");
    }

    @Test
    void one_of_ones_own_says_what_happens_when() {
        var own = """
                {"customers": {"ida": {"name": "Ida Bo", "phone": "+39 333 000 4401"}},
                 "steps": [
                  {"writes": {"customer": "ida", "id": "${id one}", "text": "Uno"}},
                  {"after": "200ms", "edits": {"customer": "ida", "message": "${id one}", "text": "Due"}},
                  {"after": "200ms", "webhook": {"field": "messages", "value": {"messaging_product": "whatsapp", "messages": [
                    {"from": "${phone ida}", "id": "${id two}", "timestamp": "${now-90m}", "type": "text", "text": {"body": "Tre \\ud83d"}}]}}}]}""";

        caller.post(SCENARIOS, own);

        var told = Inbox.waitForMessages(3);
        assertThat(told).extracting(message -> message.path("type").asText()).containsExactly("text", "edit", "text");
        assertThat(told.get(1).at("/edit/original_message_id"))
                .isEqualTo(told.get(0).path("id"));
        assertThat(told.get(2).at("/text/body").asText()).isEqualTo("Tre \ud83d");
        assertThat(awaitEnd().path("state").asText()).isEqualTo("ENDED");
    }

    @Test
    void several_times_within_a_while_are_as_many() {
        caller.post(SCENARIOS, """
                {"steps": [{"times": 7, "within": "500ms", "writes": {"customer": "393475550198", "text": "${any a|b}"}}]}""");

        assertThat(Inbox.waitForMessages(7)).hasSize(7);
    }

    @Test
    void the_clock_can_jump_over_the_time_between() {
        caller.post(SCENARIOS, """
                {"clock": "jumps", "steps": [{"at": "9h", "reads": {"customer": "393475550198"}}]}""");
        awaitEnd();

        assertThat(caller.get("/clock").json().path("offsetMillis").asLong())
                .isEqualTo(Duration.ofHours(9).toMillis());
    }

    @Test
    void a_step_that_is_refused_ends_the_play_and_says_why() {
        caller.post(SCENARIOS, """
                {"steps": [
                  {"reads": {"customer": "393475550198"}},
                  {"edits": {"customer": "393475550198", "message": "wamid.NONE", "text": "Ciao"}}]}""");

        var played = awaitEnd();
        assertThat(played.path("state").asText()).isEqualTo("FAILED");
        assertThat(played.path("happened").asInt()).isEqualTo(1);
        assertThat(played.path("why").asText())
                .isEqualTo("Line 3 (edits): No message on this customer's phone has this id.");
    }

    @Test
    void one_that_plays_can_be_stopped_and_keeps_others_out() {
        caller.post(SCENARIOS, """
                {"steps": [{"at": "1h", "reads": {"customer": "393475550198"}}]}""");

        var second = caller.post(SCENARIOS + "/every-kind", "");
        var stopped = caller.delete(SCENARIOS + "/playing");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("reasonKey").asText()).isEqualTo("scenario-playing");
        assertThat(stopped.json().path("state").asText()).isEqualTo("STOPPED");
    }

    @Test
    void a_file_that_is_wrong_is_a_problem_with_a_line_before_anything_happens() {
        var wrong = List.of(
                caller.post(SCENARIOS, "{\"steps\": [{\"sings\": {}}]}"),
                caller.post(
                        SCENARIOS,
                        "{\"steps\": [\n{\"writes\": {\"customer\": \"393475550198\", \"text\": \"${wish}\"}}]}"),
                caller.post(SCENARIOS, ""),
                caller.post(SCENARIOS + "/every-kind?speed=0", ""));

        assertThat(wrong).extracting(Caller.Answer::status).containsOnly(400);
        assertThat(wrong.get(1).json().at("/violations/0/field").asText()).isEqualTo("line 2");
        assertThat(wrong.get(1).json().path("detail").asText()).isEqualTo("Line 2: ${wish} stands for nothing.");
        assertThat(caller.post(SCENARIOS + "/nothing-like-it", "").status()).isEqualTo(404);
        assertThat(caller.post("/control/webhooks/changes", "{\"changes\":[{\"field\":\"calls\"}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void they_are_listed_with_their_titles_and_can_be_read() {
        var items = caller.get(SCENARIOS).json().path("items");

        assertThat(StreamSupport.stream(items.spliterator(), false)
                        .map(item -> item.at("/title/it").asText())
                        .collect(Collectors.toList()))
                .containsExactly(
                        "Una giornata in negozio",
                        "Ogni tipo una volta",
                        "Chi è chi",
                        "In un gruppo",
                        "Capitato ad altri",
                        "Dal telefono",
                        "La vita di un modello",
                        "Guai");
        assertThat(caller.get(SCENARIOS + "/trouble").json().asText()).contains("poisoned neighbours");
    }

    private JsonNode awaitEnd() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var playing = caller.get(SCENARIOS).json().path("playing");
            if (!playing.path("state").asText("PLAYING").equals("PLAYING")) {
                return playing;
            }
            assertThat(System.nanoTime())
                    .as("the time that a scenario may take")
                    .isLessThan(end);
        }
    }
}
