package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Templates as the Graph API has them, and what happens to them.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class TemplateTest {
    private static final String OF_THE_ACCOUNT = "290000000000017/message_templates";
    private static final String NEW = """
            {"name":"promemoria","language":"it","category":"UTILITY","parameter_format":"NAMED","components":[
              {"type":"BODY","text":"Ciao {{nome}}, ti aspettiamo domani.",
               "example":{"body_text_named_params":[{"param_name":"nome","example":"Ada"}]}}]}""";

    private static final String CAROUSEL = """
            {"name":"vetrina","language":"it","category":"MARKETING","components":[
              {"type":"BODY","text":"Ecco le lampade."},{"type":"CAROUSEL","cards":[%s,%s]}]}""";
    private static final String CARD = """
            {"components":[{"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::h"]}},
              {"type":"BODY","text":"La lampada"},
              {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Questa"}]}]}""";

    @TestHTTPResource
    URI base;

    private Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void the_list_comes_page_by_page_and_by_state_language_and_words() {
        var first = get("?limit=4&fields=id,name");
        assertThat(first.path("data")).hasSize(4);
        assertThat(first.path("data").path(0).size()).isEqualTo(2);
        assertThat(first.at("/paging/next").asText()).startsWith("https://graph.facebook.com/");
        var last = get("?limit=100&after=" + first.at("/paging/cursors/after").asText());
        assertThat(last.path("data")).hasSize(16);
        assertThat(last.path("paging").has("next")).isFalse();

        assertThat(names(get("?status=REJECTED,PAUSED"))).containsExactly("saldi_di_stagione", "novita_del_mese");
        assertThat(names(get("?language=en"))).containsExactly("spedizione_in_ritardo", "grazie");
        assertThat(names(get("?name_or_content=aurora"))).containsExactly("offerta_lampade");
    }

    @Test
    void what_opens_products_stands_alone_and_a_form_is_named() {
        var alone = NEW.replace("UTILITY", "MARKETING").replace("}]}}]}", """
                }]}},{"type":"BUTTONS","buttons":[{"type":"MPM","text":"Vedi articoli"}]}]}""");
        var together = alone.replace("}]}]}", """
                },{"type":"QUICK_REPLY","text":"Va bene"}]}]}""");
        var nameless = alone.replace("MPM", "FLOW");

        assertThat(caller.templates("POST", OF_THE_ACCOUNT, together).status()).isEqualTo(400);
        assertThat(caller.templates("POST", OF_THE_ACCOUNT, alone.replace("MARKETING", "UTILITY"))
                        .status())
                .isEqualTo(400);
        assertThat(caller.templates("POST", OF_THE_ACCOUNT, nameless).status()).isEqualTo(400);
        assertThat(caller.templates("POST", OF_THE_ACCOUNT, alone).status()).isEqualTo(200);
    }

    @Test
    void a_new_one_waits_and_is_looked_at_by_its_id() {
        var made = caller.templates("POST", OF_THE_ACCOUNT, NEW);

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.json().path("status").asText()).isEqualTo("PENDING");
        var shown = caller.templates("GET", made.json().path("id").asText(), "").json();
        assertThat(shown.path("name").asText()).isEqualTo("promemoria");
        var again = caller.templates("POST", OF_THE_ACCOUNT, NEW);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().at("/error/error_subcode").asInt()).isEqualTo(2388024);
        assertThat(again.json().at("/error/error_user_msg").asText()).isNotEmpty();
    }

    @Test
    void what_breaks_the_rules_is_refused_with_the_platforms_code() {
        assertRefused(NEW.replace("Ciao {{nome}}", "{{nome}} ciao"), 2388299);
        assertRefused(NEW.replace("domani", "domani ".repeat(200)), 2388040);
        assertRefused(NEW.replace(", ti aspettiamo domani", " {{nome}} eccoci qui da noi in negozio"), 2388072);
        assertRefused(NEW.replace(", ti aspettiamo domani", " ok"), 2388293);
    }

    @Test
    void an_example_is_brought_to_the_app_of_the_token_and_becomes_a_handle() {
        var app = caller.templates("GET", "debug_token?input_token=" + Caller.TOKEN, "")
                .json()
                .at("/data/app_id")
                .asText();
        var session = caller.templates("POST", app + "/uploads?file_length=9&file_type=image/png", "")
                .json()
                .path("id")
                .asText();

        assertThat(session).startsWith("upload:");
        assertThat(caller.example(session, "a picture").json().path("h").asText())
                .startsWith("4::");
        assertThat(caller.example(session, "another picture").status()).isEqualTo(400);
        assertThat(caller.templates("POST", app + "/uploads?file_length=9&file_type=image/webp", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void cards_are_two_at_least_and_laid_out_alike() {
        var cards = CAROUSEL.formatted(CARD, CARD);
        assertThat(caller.templates("POST", OF_THE_ACCOUNT, cards).status()).isEqualTo(200);

        for (var wrong : List.of(
                CAROUSEL.formatted(CARD, CARD.replace("IMAGE", "VIDEO")),
                CAROUSEL.formatted(CARD, CARD.replace("QUICK_REPLY", "PHONE_NUMBER")),
                CAROUSEL.formatted(CARD.replace("IMAGE", "TEXT"), CARD.replace("IMAGE", "TEXT")),
                CAROUSEL.formatted(CARD, CARD).replace("La lampada", "La lampada ".repeat(20)),
                CAROUSEL.replace(",%s", "").formatted(CARD))) {
            assertThat(caller.templates("POST", OF_THE_ACCOUNT, wrong.replace("\"vetrina\"", "\"altra\""))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_rejected_one_may_be_changed_and_one_that_waits_may_not() {
        var rejected = id(get("?name=saldi_di_stagione"));
        var parts =
                "{\"category\":\"UTILITY\",\"components\":[{\"type\":\"BODY\",\"text\":\"I saldi cominciano lunedì.\"}]}";

        assertThat(caller.templates("POST", rejected, parts)
                        .json()
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(get("?name=saldi_di_stagione").at("/data/0/status").asText()).isEqualTo("PENDING");
        assertThat(caller.templates("POST", rejected, parts).status()).isEqualTo(400);
        var webhook = Inbox.waitFor(received -> !received.isEmpty()).getFirst();
        assertThat(webhook.json().at("/entry/0/changes/0/field").asText())
                .isEqualTo("message_template_components_update");
    }

    @Test
    void an_approved_one_keeps_its_category_and_its_name_is_blocked_after_it_was_deleted() {
        var id = id(get("?name=appuntamento"));
        var parts = "{\"category\":\"MARKETING\",\"components\":[{\"type\":\"BODY\",\"text\":\"Ti aspettiamo.\"}]}";
        assertThat(caller.templates("POST", id, parts).status()).isEqualTo(400);

        assertThat(caller.templates("DELETE", OF_THE_ACCOUNT + "?name=appuntamento", "")
                        .status())
                .isEqualTo(200);
        assertThat(get("?name=appuntamento").path("data")).isEmpty();
        assertRefused(NEW.replace("promemoria", "appuntamento"), 2388023);
        assertThat(caller.templates("DELETE", OF_THE_ACCOUNT + "?name=appuntamento", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_approved_one_is_edited_once_a_day_and_ten_times_in_thirty_days() {
        var id = id(get("?name=appuntamento"));
        assertThat(edit(id)).isEqualTo(200);
        approve("appuntamento");
        assertThat(edit(id)).isEqualTo(400);

        for (var times = 1; times < 10; times++) {
            caller.post("/control/clock", "{\"jump\":\"PT25H\"}");
            assertThat(edit(id)).isEqualTo(200);
            approve("appuntamento");
        }
        caller.post("/control/clock", "{\"jump\":\"PT25H\"}");
        assertThat(edit(id)).isEqualTo(400);

        caller.post("/control/clock", "{\"jump\":\"P20D\"}");
        assertThat(edit(id)).isEqualTo(200);
    }

    @Test
    void what_was_edited_while_it_was_rejected_does_not_count() {
        var id = id(get("?name=saldi_di_stagione"));
        assertThat(edit(id)).isEqualTo(200);
        approve("saldi_di_stagione");

        assertThat(edit(id)).isEqualTo(200);
    }

    @Test
    void only_approved_rejected_and_paused_ones_are_edited() {
        var id = id(get("?name=grazie&language=it"));

        for (var event : List.of("PENDING", "DISABLED", "ARCHIVED", "IN_APPEAL", "LIMIT_EXCEEDED")) {
            caller.post("/control/templates/grazie/it", "{\"event\":\"%s\"}".formatted(event));
            assertThat(edit(id)).as(event).isEqualTo(400);
        }
        caller.post("/control/templates/grazie/it", "{\"event\":\"PAUSED\"}");
        assertThat(edit(id)).isEqualTo(200);
    }

    @Test
    void an_account_makes_a_hundred_an_hour_and_has_two_hundred_and_fifty() {
        make(100, 0);

        var tooFast = caller.templates("POST", OF_THE_ACCOUNT, NEW);

        assertThat(tooFast.status()).isEqualTo(400);
        assertThat(tooFast.json().at("/error/code").asInt()).isEqualTo(80008);
        assertThat(caller.post("/control/templates", NEW).status()).isEqualTo(409);
        caller.post("/control/clock", "{\"jump\":\"PT61M\"}");
        make(100, 100);
        caller.post("/control/clock", "{\"jump\":\"PT61M\"}");
        make(250 - get("?limit=1000").path("data").size(), 200);
        assertRefused(NEW, 2388019);
    }

    @Test
    void one_that_is_over_its_limit_is_told_and_cannot_be_sent() {
        caller.post("/control/templates/grazie/it", "{\"event\":\"LIMIT_EXCEEDED\"}");

        var told = Inbox.waitFor(received -> !received.isEmpty()).getFirst();

        assertThat(told.json().at("/entry/0/changes/0/value/event").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(get("?name=grazie&language=it").at("/data/0/status").asText())
                .isEqualTo("LIMIT_EXCEEDED");
        var sent = caller.graph("""
                {"messaging_product":"whatsapp","to":"+%s","type":"template",
                 "template":{"name":"grazie","language":{"code":"it"}}}""".formatted(Caller.GIULIA));
        assertThat(sent.json().at("/error/code").asInt()).isEqualTo(132001);
    }

    @Test
    void one_language_is_deleted_alone() {
        var id = id(get("?name=grazie&language=en"));

        caller.templates("DELETE", OF_THE_ACCOUNT + "?name=grazie&hsm_id=" + id, "");

        assertThat(get("?name=grazie").at("/data/0/language").asText()).isEqualTo("it");
        assertThat(get("?name=grazie").path("data")).hasSize(1);
    }

    @Test
    void what_happens_to_one_is_told_in_the_platforms_form() {
        var life = "/control/templates/grazie/it";
        caller.post(
                life,
                "{\"event\":\"REJECTED\",\"reason\":\"SCAM\",\"explanation\":\"No.\",\"recommendation\":\"Write otherwise.\"}");
        caller.post(life, "{\"quality\":\"RED\"}");
        caller.post(life, "{\"category\":\"MARKETING\"}");

        var values = Inbox.waitFor(received -> received.size() == 3).stream()
                .map(received -> received.json().at("/entry/0/changes/0"))
                .toList();

        assertThat(values)
                .extracting(change -> change.path("field").asText())
                .containsExactly(
                        "message_template_status_update",
                        "message_template_quality_update",
                        "template_category_update");
        var rejected = values.getFirst().path("value");
        assertThat(rejected.path("message_template_id").isNumber()).isTrue();
        assertThat(rejected.path("reason").asText()).isEqualTo("SCAM");
        assertThat(rejected.at("/rejection_info/recommendation").asText()).isEqualTo("Write otherwise.");
        assertThat(values.getLast().at("/value/previous_category").asText()).isEqualTo("UTILITY");
        assertThat(get("?name=grazie&language=it").at("/data/0/rejected_reason").asText())
                .isEqualTo("SCAM");
        assertThat(caller.post(life, "{\"event\":\"LOST\"}").status()).isEqualTo(400);
        assertThat(caller.post("/control/templates/niente/it", "{\"quality\":\"RED\"}")
                        .status())
                .isEqualTo(404);
    }

    private int edit(String id) {
        return caller.templates(
                        "POST", id, "{\"components\":[{\"type\":\"BODY\",\"text\":\"Ti aspettiamo in negozio.\"}]}")
                .status();
    }

    private void approve(String name) {
        caller.post("/control/templates/%s/it".formatted(name), "{\"event\":\"APPROVED\"}");
    }

    private void make(int many, int from) {
        for (var next = from; next < from + many; next++) {
            var asked = NEW.replace("promemoria", "promemoria_" + next);
            assertThat(caller.templates("POST", OF_THE_ACCOUNT, asked).status()).isEqualTo(200);
        }
    }

    private void assertRefused(String asked, int subcode) {
        var refused = caller.templates("POST", OF_THE_ACCOUNT, asked);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(100);
        assertThat(refused.json().at("/error/error_subcode").asInt()).isEqualTo(subcode);
    }

    private JsonNode get(String query) {
        return caller.templates("GET", OF_THE_ACCOUNT + query, "").json();
    }

    private static String id(JsonNode list) {
        return list.at("/data/0/id").asText();
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.path("data").spliterator(), false)
                .map(template -> template.path("name").asText())
                .toList();
    }
}
