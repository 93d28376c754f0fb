package org.centralino.outbound.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.centralino.events.Content;
import org.centralino.events.Content.FromTemplate;
import org.centralino.events.Content.FromTemplate.FileAbove;
import org.centralino.events.Content.FromTemplate.Filled;
import org.centralino.events.Content.FromTemplate.OpenedProducts;
import org.centralino.events.Content.FromTemplate.PlaceAbove;
import org.centralino.events.Content.FromTemplate.SentCard;
import org.centralino.events.Content.FromTemplate.SentOffer;
import org.centralino.events.Content.Products.ProductSection;
import org.centralino.events.Content.ShownProduct;
import org.centralino.events.Template.Button;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.events.Template.Parameter;
import org.centralino.events.Template.ParameterKind;
import org.centralino.events.Template.Place;
import org.junit.jupiter.api.Test;

class CloudTemplateTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ShownProduct AURORA = new ShownProduct("LUME-01", "Lampada Aurora", "89,00 €");
    private static final ShownProduct BRERA = new ShownProduct("LUME-02", "Lampada Brera", "129,00 €");

    @Test
    void named_places_are_filled_in_by_their_names_and_buttons_by_their_places() throws JsonProcessingException {
        var sent = sent(
                List.of(
                        new Button(ButtonKind.URL, "Segui il pacco", "https://example.org/pacco/A-17"),
                        new Button(ButtonKind.PHONE_NUMBER, "Chiama", "+390299990001"),
                        new Button(ButtonKind.QUICK_REPLY, "Va bene", null)),
                List.of(
                        filled(Place.HEADER, null, "ordine", "A-17"),
                        filled(Place.BODY, null, "nome", "Giulia"),
                        filled(Place.BODY, null, "ordine", "A-17"),
                        filled(Place.BUTTON, 0, "1", "A-17")));

        assertThat(written(sent)).isEqualTo(JSON.readTree("""
                {"name":"spedizione_in_ritardo","language":{"code":"it"},"components":[
                  {"type":"header","parameters":[{"type":"text","parameter_name":"ordine","text":"A-17"}]},
                  {"type":"body","parameters":[
                    {"type":"text","parameter_name":"nome","text":"Giulia"},
                    {"type":"text","parameter_name":"ordine","text":"A-17"}]},
                  {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"A-17"}]},
                  {"type":"button","sub_type":"quick_reply","index":"2","parameters":[
                    {"type":"payload","payload":"spedizione_in_ritardo:2"}]}]}"""));
    }

    @Test
    void counted_places_are_filled_in_by_their_order_and_have_no_names() throws JsonProcessingException {
        var sent = sent(
                List.of(), List.of(filled(Place.BODY, null, "1", "Giulia"), filled(Place.BODY, null, "2", "A-17")));

        assertThat(written(sent)).isEqualTo(JSON.readTree("""
                {"name":"spedizione_in_ritardo","language":{"code":"it"},"components":[
                  {"type":"body","parameters":[{"type":"text","text":"Giulia"},{"type":"text","text":"A-17"}]}]}"""));
    }

    @Test
    void the_first_value_goes_into_the_place_with_the_number_one_wherever_that_stands() throws JsonProcessingException {
        var sent = sent(
                List.of(), List.of(filled(Place.BODY, null, "2", "A-17"), filled(Place.BODY, null, "1", "Giulia")));

        assertThat(written(sent).at("/components/0/parameters")).isEqualTo(JSON.readTree("""
                [{"type":"text","text":"Giulia"},{"type":"text","text":"A-17"}]"""));
    }

    @Test
    void a_product_stands_above_the_words_or_one_on_each_card() throws JsonProcessingException {
        var opens = List.of(new Button(ButtonKind.SPM, "Vedi", null));

        assertThat(written(sent(opens, List.of(), null, null, null, products("LUME-01")))
                        .at("/components"))
                .isEqualTo(JSON.readTree("""
                        [{"type":"header","parameters":[{"type":"product",
                          "product":{"product_retailer_id":"LUME-01","catalog_id":"770000000000041"}}]}]"""));
        assertThat(written(sent(opens, List.of(), null, null, null, products("LUME-01", "LUME-02")))
                        .at("/components/0/cards/1"))
                .isEqualTo(JSON.readTree("""
                        {"card_index":1,"components":[{"type":"header","parameters":[{"type":"product",
                          "product":{"product_retailer_id":"LUME-02","catalog_id":"770000000000041"}}]}]}"""));
    }

    @Test
    void an_offer_ends_at_a_millisecond() throws JsonProcessingException {
        var sent = new FromTemplate(
                "Ciao",
                "saldi_lampo",
                "it",
                Category.MARKETING,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                new SentOffer("Saldi lampo", Instant.ofEpochMilli(1_796_000_000_123L)));

        assertThat(written(sent).at("/components")).isEqualTo(JSON.readTree("""
                [{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer",
                  "limited_time_offer":{"expiration_time_ms":1796000000123}}]}]"""));
    }

    private static OpenedProducts products(String... ids) {
        return new OpenedProducts(
                "770000000000041",
                null,
                List.of(new ProductSection(
                        null,
                        Stream.of(ids)
                                .map(id -> new Content.ShownProduct(id, id, null))
                                .toList())));
    }

    @Test
    void a_code_to_copy_has_a_form_of_its_own() throws JsonProcessingException {
        var sent = sent(
                List.of(new Button(ButtonKind.COPY_CODE, "Copia il codice", "SCONTO10")),
                List.of(filled(Place.BUTTON, 0, "1", "SCONTO10")));

        assertThat(written(sent).path("components")).isEqualTo(JSON.readTree("""
                [{"type":"button","sub_type":"copy_code","index":"0","parameters":[
                  {"type":"coupon_code","coupon_code":"SCONTO10"}]}]"""));
    }

    @Test
    void a_picture_above_its_words_is_named_by_the_platforms_id() throws JsonProcessingException {
        var file = new Content.Attachment("880000000000901", null, null, null);
        var sent = sent(List.of(), List.of(), new FileAbove(HeaderFormat.IMAGE, file, null), null, null);

        assertThat(written(sent).path("components")).isEqualTo(JSON.readTree("""
                [{"type":"header","parameters":[{"type":"image","image":{"id":"880000000000901"}}]}]"""));
    }

    @Test
    void a_place_above_its_words_is_a_parameter_of_the_header() throws JsonProcessingException {
        var shop = new PlaceAbove(45.4642, 9.19, "Casa Lume", null);

        assertThat(written(sent(List.of(), List.of(), null, shop, null)).path("components"))
                .isEqualTo(JSON.readTree("""
                        [{"type":"header","parameters":[{"type":"location",
                          "location":{"latitude":45.4642,"longitude":9.19,"name":"Casa Lume"}}]}]"""));
    }

    @Test
    void cards_have_components_of_their_own_and_count_their_buttons_anew() throws JsonProcessingException {
        var buttons = List.of(
                new Button(ButtonKind.QUICK_REPLY, "Questa", null),
                new Button(ButtonKind.URL, "Guardala", "https://example.org/lampade/aurora"));
        var cards = List.of(
                new SentCard(HeaderFormat.IMAGE, attachment("901"), "La lampada Notte", buttons),
                new SentCard(HeaderFormat.IMAGE, attachment("902"), "La lampada Aurora", buttons));
        var sent = sent(
                List.of(),
                List.of(
                        filled(Place.BODY, null, "1", "Giulia"),
                        onCard(0, Place.BODY, null, "1", "Notte"),
                        onCard(0, Place.BUTTON, 1, "1", "notte"),
                        onCard(1, Place.BODY, null, "1", "Aurora"),
                        onCard(1, Place.BUTTON, 1, "1", "aurora")),
                null,
                null,
                cards);

        assertThat(written(sent).path("components")).isEqualTo(JSON.readTree("""
                [{"type":"body","parameters":[{"type":"text","text":"Giulia"}]},
                 {"type":"carousel","cards":[
                  {"card_index":0,"components":[
                    {"type":"header","parameters":[{"type":"image","image":{"id":"901"}}]},
                    {"type":"body","parameters":[{"type":"text","text":"Notte"}]},
                    {"type":"button","sub_type":"quick_reply","index":"0","parameters":[
                      {"type":"payload","payload":"spedizione_in_ritardo:0:0"}]},
                    {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"notte"}]}]},
                  {"card_index":1,"components":[
                    {"type":"header","parameters":[{"type":"image","image":{"id":"902"}}]},
                    {"type":"body","parameters":[{"type":"text","text":"Aurora"}]},
                    {"type":"button","sub_type":"quick_reply","index":"0","parameters":[
                      {"type":"payload","payload":"spedizione_in_ritardo:1:0"}]},
                    {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"aurora"}]}]}]}]"""));
    }

    @Test
    void a_form_brings_back_which_message_it_was_filled_in_for() throws JsonProcessingException {
        var sent = sent(
                List.of(
                        new Button(ButtonKind.QUICK_REPLY, "Più tardi", null),
                        new Button(ButtonKind.FLOW, "Rispondi", "640000000000002")),
                List.of());

        assertThat(written(sent).path("components").path(1)).isEqualTo(JSON.readTree("""
                {"type":"button","sub_type":"flow","index":"1","parameters":[
                  {"type":"action","action":{"flow_token":"our-message"}}]}"""));
    }

    @Test
    void chosen_products_go_in_their_sections_below_the_picture_of_the_first() throws JsonProcessingException {
        var sections = List.of(
                new ProductSection("Da tavolo", List.of(AURORA, BRERA)),
                new ProductSection("Da terra", List.of(new ShownProduct("LUME-03", "Duomo", null))));
        var sent = opening(ButtonKind.MPM, new OpenedProducts("770000000000041", null, sections));

        assertThat(written(sent).path("components")).isEqualTo(JSON.readTree("""
                [{"type":"button","sub_type":"mpm","index":"0","parameters":[{"type":"action","action":{
                  "thumbnail_product_retailer_id":"LUME-01","sections":[
                    {"title":"Da tavolo","product_items":[
                      {"product_retailer_id":"LUME-01"},{"product_retailer_id":"LUME-02"}]},
                    {"title":"Da terra","product_items":[{"product_retailer_id":"LUME-03"}]}]}}]}]"""));
    }

    @Test
    void the_whole_catalogue_needs_nothing_but_may_show_the_picture_of_a_product() throws JsonProcessingException {
        var plain = opening(ButtonKind.CATALOG, new OpenedProducts("770000000000041", null, List.of()));
        var pictured = opening(ButtonKind.CATALOG, new OpenedProducts("770000000000041", BRERA, List.of()));

        assertThat(written(plain).has("components")).isFalse();
        assertThat(written(pictured).path("components")).isEqualTo(JSON.readTree("""
                [{"type":"button","sub_type":"CATALOG","index":"0","parameters":[
                  {"type":"action","action":{"thumbnail_product_retailer_id":"LUME-02"}}]}]"""));
    }

    @Test
    void a_call_and_a_contact_card_are_the_customers_to_give() {
        var sent = sent(
                List.of(
                        new Button(ButtonKind.VOICE_CALL, "Chiama", null),
                        new Button(ButtonKind.REQUEST_CONTACT_INFO, "Condividi", null)),
                List.of());

        assertThat(written(sent).has("components")).isFalse();
    }

    private static FromTemplate opening(ButtonKind kind, OpenedProducts products) {
        return sent(List.of(new Button(kind, "Vedi", null)), List.of(), null, null, null, products);
    }

    @Test
    void a_template_without_places_has_no_components() {
        assertThat(written(sent(List.of(), List.of())).has("components")).isFalse();
    }

    private static FromTemplate sent(List<Button> buttons, List<Filled> filled) {
        return sent(buttons, filled, null, null, null);
    }

    private static FromTemplate sent(
            List<Button> buttons, List<Filled> filled, FileAbove file, PlaceAbove place, List<SentCard> cards) {
        return sent(buttons, filled, file, place, cards, null);
    }

    private static FromTemplate sent(
            List<Button> buttons,
            List<Filled> filled,
            FileAbove file,
            PlaceAbove place,
            List<SentCard> cards,
            OpenedProducts products) {
        return new FromTemplate(
                "Ciao",
                "spedizione_in_ritardo",
                "it",
                Category.UTILITY,
                null,
                null,
                buttons,
                filled,
                file,
                place,
                cards,
                products,
                null);
    }

    private static Content.Attachment attachment(String id) {
        return new Content.Attachment(id, null, null, null);
    }

    private static Filled filled(Place place, Integer button, String name, String value) {
        return onCard(null, place, button, name, value);
    }

    private static Filled onCard(Integer card, Place place, Integer button, String name, String value) {
        return new Filled(new Parameter(place, card, button, name, ParameterKind.TEXT, null), value);
    }

    private static JsonNode written(FromTemplate sent) {
        return CloudTemplate.of(sent, "our-message");
    }
}
