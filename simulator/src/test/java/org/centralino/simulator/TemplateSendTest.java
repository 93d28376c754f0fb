package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.simulator.Caller.GIULIA;
import static org.centralino.simulator.Caller.NUMBER;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Inbox.class)
class TemplateSendTest {
    private static final String DELAY = """
            {"name":"spedizione_in_ritardo","language":{"code":"it"},"components":[
              {"type":"header","parameters":[{"type":"text","parameter_name":"ordine","text":"A-17"}]},
              {"type":"body","parameters":[{"type":"text","parameter_name":"nome","text":"Giulia"},
                {"type":"text","parameter_name":"ordine","text":"A-17"},
                {"type":"text","parameter_name":"giorno","text":"venerdì"}]},
              {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"ok"}]},
              {"type":"button","sub_type":"url","index":"2","parameters":[{"type":"text","text":"A-17"}]}]}""";
    private static final String PLACE = """
            {"name":"ritiro_in_negozio","language":{"code":"it"},"components":[
              {"type":"header","parameters":[{"type":"location",
                "location":{"latitude":45.46,"longitude":9.19,"name":"Casa Lume","address":"Via Roma 1"}}]},
              {"type":"body","parameters":[{"type":"text","parameter_name":"nome","text":"Giulia"}]}]}""";
    private static final String CARD = """
            {"card_index":%d,"components":[
              {"type":"header","parameters":[{"type":"image","image":{"link":"https://example.org/%d.png"}}]},
              {"type":"body","parameters":[{"type":"text","text":"49"}]},
              {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"c%d"}]},
              {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"lampada"}]}]}""";
    private static final String CAROUSEL = """
            {"name":"lampade_nuove","language":{"code":"it"},"components":[
              {"type":"body","parameters":[{"type":"text","text":"Giulia"}]},
              {"type":"carousel","cards":[%s,%s]}]}""".formatted(CARD.formatted(0, 0, 0), CARD.formatted(1, 1, 1));
    private static final String BODY =
            "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"parameter_name\":\"nome\",\"text\":\"Giulia\"}]}";
    private static final String FORM = """
            {"name":"come_e_andata","language":{"code":"it"},"components":[%s,
              {"type":"button","sub_type":"flow","index":"0","parameters":[
                {"type":"action","action":{"flow_token":"t7"}}]}]}""".formatted(BODY);
    private static final String PRODUCTS = """
            {"name":"scelte_per_te","language":{"code":"it"},"components":[%s,
              {"type":"button","sub_type":"mpm","index":"0","parameters":[{"type":"action","action":{
                "thumbnail_product_retailer_id":"LUME-02","sections":[
                  {"title":"Da tavolo","product_items":[{"product_retailer_id":"LUME-01"}]},
                  {"title":"Da terra","product_items":[{"product_retailer_id":"LUME-03"}]}]}}]}]}""".formatted(BODY);
    private static final String CATALOGUE = """
            {"name":"tutto_il_catalogo","language":{"code":"it"},"components":[%s,
              {"type":"button","sub_type":"CATALOG","index":"0","parameters":[
                {"type":"action","action":{"thumbnail_product_retailer_id":"LUME-08"}}]}]}""".formatted(BODY);
    private static final String PRODUCT = """
            {"type":"header","parameters":[{"type":"product",
              "product":{"product_retailer_id":"%s","catalog_id":"770000000000041"}}]}""";
    private static final String ABOVE = """
            {"name":"lampada_del_mese","language":{"code":"it"},"components":[%s,%s]}""".formatted(PRODUCT.formatted("LUME-02"), BODY);
    private static final String ON_CARDS =
            """
            {"name":"due_lampade","language":{"code":"it"},"components":[%s,{"type":"carousel","cards":[
              {"card_index":0,"components":[%s]},{"card_index":1,"components":[%s]}]}]}""".formatted(BODY, PRODUCT.formatted("LUME-01"), PRODUCT.formatted("LUME-02"));
    private static final String ENDING = """
            {"name":"saldi_lampo","language":{"code":"it"},"components":[
              {"type":"limited_time_offer","parameters":[{"type":"limited_time_offer",
                "limited_time_offer":{"expiration_time_ms":1796000000000}}]},%s,
              {"type":"button","sub_type":"copy_code","index":"0","parameters":[
                {"type":"coupon_code","coupon_code":"LAMPO20"}]}]}""".formatted(BODY);
    private static final String LEAVE_TO_CALL =
            "{\"name\":\"possiamo_chiamarti\",\"language\":{\"code\":\"it\"},\"components\":[%s]}".formatted(BODY);
    private static final String OFFER = """
            {"name":"saldi_estivi","language":{"code":"it"},"components":[
              {"type":"body","parameters":[{"type":"text","parameter_name":"nome","text":"Giulia"}]}]}""";

    @TestHTTPResource
    URI base;

    private Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void a_template_reaches_somebody_who_never_wrote_and_stands_on_the_phone_with_its_buttons() {
        assertThat(send(DELAY, "template:1").status()).isEqualTo(200);

        var delivered = Inbox.waitForStatus("template:1", "delivered");
        assertThat(delivered.at("/pricing/category").asText()).isEqualTo("utility");
        var card = phone().path("template");
        assertThat(card.path("header").asText()).isEqualTo("Ordine A-17");
        assertThat(card.path("body").asText()).startsWith("Ciao Giulia, il tuo ordine A-17");
        assertThat(card.at("/buttons/0/value").asText()).isEqualTo("ok");
        assertThat(card.at("/buttons/2/value").asText()).isEqualTo("https://casalume.example/pacchi/A-17");
    }

    @Test
    void pressing_a_button_answers_with_its_payload_and_says_what_it_answers() {
        var wamid = send(DELAY, "template:2").json().at("/messages/0/id").asText();
        Inbox.waitForStatus("template:2", "delivered");

        caller.post("/control/customers/%s/messages".formatted(GIULIA), """
                {"type":"button","content":{"text":"Va bene","payload":"ok"},"quoted":"%s"}""".formatted(wamid));

        var answer = Inbox.waitForMessages(1).getFirst();
        assertThat(answer.at("/button/payload").asText()).isEqualTo("ok");
        assertThat(answer.at("/context/id").asText()).isEqualTo(wamid);
    }

    @Test
    void a_place_above_a_template_stands_on_the_phone() {
        send(PLACE, "template:8");

        Inbox.waitForStatus("template:8", "delivered");
        assertThat(phone().at("/template/place/name").asText()).isEqualTo("Casa Lume");
        assertThat(phone().at("/template/place/latitude").asDouble()).isEqualTo(45.46);
    }

    @Test
    void cards_stand_on_the_phone_and_a_press_on_one_brings_its_payload_back() {
        var wamid = send(CAROUSEL, "template:9").json().at("/messages/0/id").asText();

        Inbox.waitForStatus("template:9", "delivered");
        var cards = phone().at("/template/cards");
        assertThat(cards).hasSize(2);
        assertThat(cards.at("/1/body").asText()).isEqualTo("La lampada Aurora, da 49 euro in negozio.");
        assertThat(cards.at("/1/buttons/0/value").asText()).isEqualTo("c1");
        assertThat(cards.at("/1/buttons/1/value").asText()).isEqualTo("https://casalume.example/lampade/lampada");
        caller.post("/control/customers/%s/messages".formatted(GIULIA), """
                {"type":"button","content":{"text":"Mi interessa","payload":"c1"},"quoted":"%s"}""".formatted(wamid));
        assertThat(Inbox.waitForMessages(1).getFirst().at("/button/payload").asText())
                .isEqualTo("c1");
    }

    @ParameterizedTest
    @CsvSource({
        "\"card_index\":1, \"card_index\":2, 132012",
        "\"type\":\"image\", \"type\":\"video\", 132012",
        "'{\"type\":\"text\",\"text\":\"49\"}', '', 132000",
        "'{\"type\":\"text\",\"text\":\"lampada\"}', '', 131008"
    })
    void cards_that_do_not_fit_are_refused(String said, String instead, int code) {
        assertThat(send(CAROUSEL.replace(said, instead), "template:10")
                        .json()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(code);
    }

    @Test
    void a_form_stands_on_the_phone_and_comes_back_filled_in_with_its_token() {
        var wamid = send(FORM, "template:20").json().at("/messages/0/id").asText();
        Inbox.waitForStatus("template:20", "delivered");
        var token = phone().at("/template/buttons/0/value").asText();

        caller.post("/control/customers/%s/messages".formatted(GIULIA), """
                {"type":"interactive","content":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent",
                  "response_json":"{\\"flow_token\\":\\"%s\\",\\"voto\\":\\"5\\"}"}},"quoted":"%s"}""".formatted(token, wamid));

        var answer = Inbox.waitForMessages(1).getFirst();
        assertThat(answer.at("/interactive/nfm_reply/response_json").asText()).contains("t7", "voto");
        assertThat(answer.at("/context/id").asText()).isEqualTo(wamid);
    }

    @Test
    void products_stand_on_the_phone_with_what_they_are_called_and_cost() {
        send(PRODUCTS, "template:21");

        Inbox.waitForStatus("template:21", "delivered");
        var offers = phone().at("/template/products/offers");
        assertThat(offers).hasSize(2);
        assertThat(offers.at("/0/name").asText()).isEqualTo("Lampada Aurora");
        assertThat(offers.at("/1/section").asText()).isEqualTo("Da terra");
        assertThat(phone().at("/template/products/catalog").asText()).isEqualTo("770000000000041");
    }

    @Test
    void of_the_whole_catalogue_a_product_may_stand_first() {
        send(CATALOGUE, "template:22");
        Inbox.waitForStatus("template:22", "delivered");

        assertThat(phone().at("/template/products/offers/0/name").asText()).isEqualTo("Candela al fico");
        assertThat(send(CATALOGUE.replaceAll("(?s),\\s*\\{\"type\":\"button.*", "]}"), "template:23")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_product_stands_above_the_words() {
        send(ABOVE, "template:25");

        Inbox.waitForStatus("template:25", "delivered");
        assertThat(phone().at("/template/products/offers/0/name").asText()).isEqualTo("Lampada Brera");
    }

    @Test
    void a_product_stands_on_each_card() {
        send(ON_CARDS, "template:26");

        Inbox.waitForStatus("template:26", "delivered");
        assertThat(phone().at("/template/products/offers")).hasSize(2);
        assertThat(phone().at("/template/products/offers/0/name").asText()).isEqualTo("Lampada Aurora");
    }

    @Test
    void an_offer_stands_on_the_phone_with_its_end() {
        send(ENDING, "template:27");

        Inbox.waitForStatus("template:27", "delivered");
        assertThat(phone().at("/template/offer/text").asText()).isEqualTo("Saldi lampo");
        assertThat(phone().at("/template/offer/endsAt").asText()).startsWith("2026-11-30T");
    }

    @Test
    void who_is_asked_whether_he_may_be_called_answers_with_a_permission() {
        send(LEAVE_TO_CALL, "template:28");

        Inbox.waitForStatus("template:28", "delivered");
        assertThat(phone().at("/template/buttons/0/type").asText()).isEqualTo("CALL_PERMISSION_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "above, LUME-02, LUME-99, 131009",
        "above, catalog_id, catalogue, 131008",
        "above, '\"type\":\"product\"', '\"type\":\"image\"', 132012",
        "cards, '{\"card_index\":0', '{\"card_index\":7', 132012",
        "cards, '\"type\":\"carousel\"', '\"type\":\"button\"', 132000",
        "ending, expiration_time_ms, expires, 132012",
        "ending, '\"type\":\"limited_time_offer\",\"parameters\"', '\"type\":\"header\",\"parameters\"', 132000"
    })
    void what_stands_above_or_ends_is_checked(String which, String said, String instead, int code) {
        var whole = which.equals("above") ? ABOVE : which.equals("cards") ? ON_CARDS : ENDING;

        var refused = send(whole.replace(said, instead), "template:29");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "flow, '\"sub_type\":\"flow\"', '\"sub_type\":\"url\"', 131009",
        "flow, '\"type\":\"action\"', '\"type\":\"payload\"', 132012",
        "flow, '\"type\":\"button\"', '\"type\":\"body\"', 131008",
        "flow, '\"index\":\"0\"', '\"index\":\"3\"', 132012",
        "flow, '\"text\":\"Giulia\"', '\"text\":\" \"', 131008",
        "mpm, LUME-03, LUME-05, 131009",
        "mpm, LUME-03, LUME-99, 131009",
        "mpm, '\"title\":\"Da terra\",', '', 131009",
        "mpm, thumbnail_product, picture, 100",
        "mpm, '\"sections\"', '\"parts\"', 100",
        "catalogue, LUME-08, LUME-99, 131009"
    })
    void what_opens_nothing_that_is_there_is_refused(String which, String said, String instead, int code) {
        var whole = which.equals("flow") ? FORM : which.equals("mpm") ? PRODUCTS : CATALOGUE;

        var refused = send(whole.replace(said, instead), "template:24");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(code);
    }

    @Test
    void a_place_that_is_none_and_cards_that_are_missing_are_refused() {
        assertThat(send(PLACE.replace("45.46", "91"), "template:11")
                        .json()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(132012);
        assertThat(send(CAROUSEL.replaceAll("(?s),\\s*\\{\"type\":\"carousel.*", "]}"), "template:12")
                        .json()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(132000);
    }

    @ParameterizedTest
    @CsvSource({
        "spedizione_in_ritardo, something_else, 132001",
        "\"it\", \"en_US\", 132001",
        "spedizione_in_ritardo, novita_del_mese, 132015",
        "\"nome\", \"cognome\", 132012",
        "'{\"type\":\"text\",\"parameter_name\":\"nome\",\"text\":\"Giulia\"},', '', 132000",
        "\"Giulia\", \"Giu\\nlia\", 132018",
        "\"sub_type\":\"url\"$\"index\":\"2\", \"sub_type\":\"url\"$\"index\":\"7\", 132012",
        "\"index\":\"2\", \"index\":\"0\", 131008"
    })
    void what_the_platform_refuses_is_refused_with_its_code(String said, String instead, int code) {
        var refused = send(DELAY.replace(said.replace('$', ','), instead.replace('$', ',')), "template:3");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(code);
    }

    @Test
    void a_number_of_another_account_has_none_of_these() {
        var other = caller.post(
                        "/control/numbers",
                        "{\"name\":\"Torino\",\"phone\":\"+39 011 9999 0003\",\"waba\":\"410000000000099\"}")
                .json()
                .path("phoneNumberId")
                .asText();
        caller.templates("POST", other + "/register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"123456\"}");

        var refused = caller.graph(Caller.TOKEN, other, """
                {"messaging_product":"whatsapp","to":"+%s","type":"template","template":%s}""".formatted(GIULIA, PLACE));

        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(132001);
    }

    @Test
    void advertising_that_the_customer_stopped_fails_until_it_is_wanted_again_and_the_business_is_told() {
        var marketing = "/control/customers/%s/marketing".formatted(GIULIA);
        caller.put(marketing, "{\"wanted\":false}");
        send(OFFER, "template:4");
        send(DELAY, "template:5");

        assertThat(error("template:4")).isEqualTo(131050);
        assertThat(Inbox.waitForStatus("template:5", "delivered")).isNotNull();
        var told = Inbox.waitFor(all -> all.stream().anyMatch(it -> it.text().contains("user_preferences")));
        assertThat(told.stream().filter(it -> it.text().contains("\"stop\""))).isNotEmpty();
        caller.put(marketing, "{\"wanted\":true}");
        send(OFFER, "template:6");
        assertThat(Inbox.waitForStatus("template:6", "delivered")
                        .at("/pricing/category")
                        .asText())
                .isEqualTo("marketing");
    }

    @Test
    void advertising_fails_while_customers_have_had_enough_of_it() {
        caller.post("/control/faults", "{\"marketingCap\":true}");

        send(OFFER, "template:7");

        assertThat(error("template:7")).isEqualTo(131049);
    }

    private int error(String callbackData) {
        return Inbox.waitForStatus(callbackData, "failed").at("/errors/0/code").asInt();
    }

    private JsonNode phone() {
        return caller.get("/control/customers/%s/messages".formatted(GIULIA))
                .json()
                .at("/items/0");
    }

    private Caller.Answer send(String template, String callbackData) {
        return caller.graph(Caller.TOKEN, NUMBER, """
                {"messaging_product":"whatsapp","to":"+%s","type":"template","template":%s,
                 "biz_opaque_callback_data":"%s"}""".formatted(GIULIA, template, callbackData));
    }
}
