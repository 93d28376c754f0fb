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

/// Products of the catalogue, on the phone and back.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class ProductTest {
    private static final String PHONE = "/control/customers/%s/messages".formatted(GIULIA);
    private static final String CATALOGUE = "770000000000041";
    private static final String LAMP = """
            {"type":"product","action":{"catalog_id":"770000000000041","product_retailer_id":"LUME-01"}}""";

    @TestHTTPResource
    URI base;

    private Caller caller;
    private int sends;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
        caller.giuliaWrites("Buongiorno");
    }

    @Test
    void the_account_has_a_catalogue_whose_products_are_had_in_pages_and_by_their_names() {
        assertThat(graph("290000000000017/product_catalogs").at("/data/0/id").asText())
                .isEqualTo(CATALOGUE);

        var first = graph(CATALOGUE + "/products?limit=5");
        assertThat(first.path("data")).hasSize(5);
        assertThat(first.at("/data/0/price").asText()).startsWith("89,00");
        assertThat(first.at("/paging/next").asText()).isNotEmpty();
        var last = graph(CATALOGUE + "/products?limit=50&after="
                + first.at("/paging/cursors/after").asText());
        assertThat(last.path("data")).hasSize(7);
        assertThat(last.path("paging").has("next")).isFalse();
        assertThat(graph(CATALOGUE + "/products?filter=%7B%22name%22%3A%7B%22i_contains%22%3A%22LED%22%7D%7D")
                        .path("data"))
                .singleElement()
                .satisfies(product ->
                        assertThat(product.path("retailer_id").asText()).isEqualTo("LUME-12"));
        assertThat(graph("770000000000042/products").at("/error/error_subcode").asInt())
                .isEqualTo(33);
    }

    @Test
    void a_product_stands_on_the_phone_and_is_ordered_and_asked_about() {
        assertThat(send(LAMP).status()).isEqualTo(200);
        Inbox.waitForStatus("product:1", "delivered");
        assertThat(newest().at("/question/offers/0/name").asText()).isEqualTo("Lampada Aurora");

        caller.post(PHONE, """
                {"type":"order","content":{"catalog_id":"770000000000041","text":"Per sabato","product_items":[
                 {"product_retailer_id":"LUME-01","quantity":2,"item_price":89.0,"currency":"EUR"}]}}""");
        caller.post(PHONE, """
                {"text":"Disponibile?","context":{"referred_product":{"catalog_id":"770000000000041",
                 "product_retailer_id":"LUME-01"}}}""");

        var messages = Inbox.waitForMessages(3);
        assertThat(messages.get(1).at("/order/product_items/0/quantity").asInt())
                .isEqualTo(2);
        assertThat(messages.get(2)
                        .at("/context/referred_product/product_retailer_id")
                        .asText())
                .isEqualTo("LUME-01");
    }

    @Test
    void several_products_have_their_sections_and_the_whole_catalogue_has_what_is_there() {
        assertThat(send("""
                {"type":"product_list","header":{"type":"text","text":"Lampade"},"body":{"text":"Ecco"},
                 "action":{"catalog_id":"770000000000041","sections":[
                  {"title":"Tavolo","product_items":[{"product_retailer_id":"LUME-01"}]},
                  {"title":"Terra","product_items":[{"product_retailer_id":"LUME-03"}]}]}}""").status()).isEqualTo(200);
        Inbox.waitForStatus("product:1", "delivered");
        assertThat(newest().at("/question/offers"))
                .extracting(offer -> offer.path("section").asText() + " "
                        + offer.path("name").asText())
                .containsExactly("Tavolo Lampada Aurora", "Terra Lampada da terra Duomo");

        assertThat(send("""
                {"type":"catalog_message","body":{"text":"Guarda"},"action":{"name":"catalog_message",
                 "parameters":{"thumbnail_product_retailer_id":"LUME-08"}}}""").status()).isEqualTo(200);
        Inbox.waitForStatus("product:2", "delivered");
        assertThat(newest().at("/question/offers"))
                .hasSize(11)
                .first()
                .satisfies(offer -> assertThat(offer.path("id").asText()).isEqualTo("LUME-08"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"product\",\"action\":{\"catalog_id\":\"770000000000041\",\"product_retailer_id\":\"NONE\"}}",
                "{\"type\":\"product\",\"action\":{\"catalog_id\":\"770000000000041\",\"product_retailer_id\":\"LUME-05\"}}",
                "{\"type\":\"product\",\"action\":{\"catalog_id\":\"1\",\"product_retailer_id\":\"LUME-01\"}}",
                "{\"type\":\"product\",\"header\":{\"type\":\"text\",\"text\":\"A\"},\"action\":{\"catalog_id\":\"770000000000041\",\"product_retailer_id\":\"LUME-01\"}}",
                "{\"type\":\"product_list\",\"body\":{\"text\":\"A\"},\"action\":{\"catalog_id\":\"770000000000041\",\"sections\":[{\"product_items\":[{\"product_retailer_id\":\"LUME-01\"}]}]}}",
                "{\"type\":\"product_list\",\"header\":{\"type\":\"text\",\"text\":\"A\"},\"body\":{\"text\":\"A\"},\"action\":{\"catalog_id\":\"770000000000041\",\"sections\":[]}}",
                "{\"type\":\"catalog_message\",\"body\":{\"text\":\"A\"},\"action\":{\"name\":\"other\"}}"
            })
    void what_the_platform_refuses_is_refused(String interactive) {
        assertThat(send(interactive).status()).isEqualTo(400);
    }

    private Caller.Answer send(String interactive) {
        sends++;
        return caller.graph("""
                {"messaging_product":"whatsapp","to":"+%s","type":"interactive","interactive":%s,
                 "biz_opaque_callback_data":"product:%d"}""".formatted(GIULIA, interactive, sends));
    }

    private JsonNode graph(String path) {
        return caller.templates("GET", path, "").json();
    }

    private JsonNode newest() {
        var items = caller.get(PHONE).json().path("items");
        return items.get(items.size() - 1);
    }
}
