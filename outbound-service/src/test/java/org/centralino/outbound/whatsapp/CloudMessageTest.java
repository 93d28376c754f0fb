package org.centralino.outbound.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.Precedence;
import org.centralino.outbound.dispatch.domain.Message;
import org.centralino.outbound.dispatch.domain.Trace;
import org.junit.jupiter.api.Test;

class CloudMessageTest {
    private static final Recipient GIULIA = new Recipient("+393330000042", null);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID ID = UUID.fromString("0192f0c4-0000-7000-8000-000000000002");

    @Test
    void a_text_to_a_phone_number_has_the_platforms_form_and_carries_our_id() throws JsonProcessingException {
        assertThat(bodyTo(new Recipient("+393330000042", null))).isEqualTo(JSON.readTree("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+393330000042",
                 "type":"text","text":{"body":"Ciao Giulia 😊\\nil pacco \\"parte\\" oggi."},
                 "biz_opaque_callback_data":"0192f0c4-0000-7000-8000-000000000002"}"""));
    }

    @Test
    void a_customer_without_a_phone_number_is_named_by_the_user_id() {
        var body = bodyTo(new Recipient(null, "IT.7781930025541178"));

        assertThat(body.has("to")).isFalse();
        assertThat(body.path("recipient").asText()).isEqualTo("IT.7781930025541178");
    }

    @Test
    void the_phone_number_wins_when_both_are_known() {
        var body = bodyTo(new Recipient("+393330000042", "IT.7781930025541178"));

        assertThat(body.path("to").asText()).isEqualTo("+393330000042");
        assertThat(body.has("recipient")).isFalse();
    }

    @Test
    void a_phone_number_is_never_sent_without_its_plus() {
        assertThat(bodyTo(new Recipient("393330000042", null)).path("to").asText())
                .isEqualTo("+393330000042");
    }

    @Test
    void a_group_is_named_by_its_id_and_as_a_group() {
        var body = bodyTo(new Recipient(null, null, "Y2FwaV9ncm91cDox"));

        assertThat(body.path("recipient_type").asText()).isEqualTo("group");
        assertThat(body.path("to").asText()).isEqualTo("Y2FwaV9ncm91cDox");
        assertThat(body.has("recipient")).isFalse();
    }

    @Test
    void a_reply_names_the_message_that_it_answers() throws JsonProcessingException {
        var trace = new Trace(ID, ID, new Access("510000000000023", null, null));
        var message = new Message(
                trace,
                "510000000000023",
                1,
                GIULIA,
                new Content.Text("Sì"),
                Precedence.REPLY,
                "wamid.FICT0001",
                Instant.EPOCH);

        var body = JSON.readTree(CloudMessage.of(message, JSON));

        assertThat(body.path("context").path("message_id").asText()).isEqualTo("wamid.FICT0001");
        assertThat(body(new Content.Text("Sì"), GIULIA).has("context")).isFalse();
    }

    @Test
    void where_a_page_is_named_its_preview_is_asked_for() {
        assertThat(body(new Content.Text("Ecco: https://casalume.example/x"), GIULIA)
                        .path("text")
                        .path("preview_url")
                        .asBoolean())
                .isTrue();
        assertThat(body(new Content.Text("Parte oggi."), GIULIA).path("text").has("preview_url"))
                .isFalse();
    }

    @Test
    void a_place_has_its_degrees_and_what_is_there() throws JsonProcessingException {
        var place = new Content.Location("Duomo\nMilano", 45.4642, 9.19, "Duomo", "Milano", null);

        assertThat(body(place, GIULIA).path("location")).isEqualTo(JSON.readTree("""
                {"latitude":45.4642,"longitude":9.19,"name":"Duomo","address":"Milano"}"""));
    }

    @Test
    void a_card_has_the_name_twice_and_a_number_that_can_be_written_to() throws JsonProcessingException {
        var card = new Content.Contacts.Card(
                "Bruno Conti",
                "Casa Lume",
                null,
                List.of(new Content.Contacts.Entry("+39 02 3456789", "WORK")),
                List.of(new Content.Contacts.Entry("bruno@casalume.example", null)),
                List.of(),
                List.of());

        assertThat(body(new Content.Contacts("Bruno Conti", List.of(card), false), GIULIA)
                        .path("contacts"))
                .isEqualTo(JSON.readTree("""
                [{"name":{"formatted_name":"Bruno Conti","first_name":"Bruno Conti"},"org":{"company":"Casa Lume"},
                  "phones":[{"phone":"+39 02 3456789","type":"WORK","wa_id":"39023456789"}],
                  "emails":[{"email":"bruno@casalume.example"}]}]"""));
    }

    @Test
    void questions_have_the_platforms_form() throws JsonProcessingException {
        var buttons = new Content.Buttons(
                "Confermi?", null, "Casa Lume", List.of(new Content.Buttons.ReplyButton("1", "Sì")));
        var options = new Content.Options(
                "Scegli",
                "Orari",
                null,
                "Vedi",
                List.of(new Content.Options.OptionSection(
                        "Mattina", List.of(new Content.Options.OptionRow("1.1", "9-11", "Libero")))));
        var link = new Content.Link("Segui il pacco", null, null, "Apri", "https://track.example/1");

        assertThat(interactive(buttons)).isEqualTo(JSON.readTree("""
                {"type":"button","body":{"text":"Confermi?"},"footer":{"text":"Casa Lume"},
                 "action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"Sì"}}]}}"""));
        assertThat(interactive(options)).isEqualTo(JSON.readTree("""
                {"type":"list","header":{"type":"text","text":"Orari"},"body":{"text":"Scegli"},
                 "action":{"button":"Vedi","sections":[{"title":"Mattina",
                   "rows":[{"id":"1.1","title":"9-11","description":"Libero"}]}]}}"""));
        assertThat(interactive(link)).isEqualTo(JSON.readTree("""
                {"type":"cta_url","body":{"text":"Segui il pacco"},
                 "action":{"name":"cta_url","parameters":{"display_text":"Apri","url":"https://track.example/1"}}}"""));
        assertThat(interactive(new Content.LocationRequest("Dove ti trovi?"))).isEqualTo(JSON.readTree("""
                {"type":"location_request_message","body":{"text":"Dove ti trovi?"},"action":{"name":"send_location"}}"""));
    }

    @Test
    void products_of_a_catalogue_are_named_by_their_ids() throws JsonProcessingException {
        var lamp = new Content.ShownProduct("LUME-01", "Lampada Aurora", "89,00 €");
        var alone = new Content.Product("Lampada Aurora", null, null, "77", lamp);
        var said = new Content.Product("Lampada Aurora\nEcco", "Ecco", "Casa Lume", "77", lamp);
        var several = new Content.Products(
                "Ecco",
                "Lampade",
                null,
                "77",
                List.of(new Content.Products.ProductSection("Da tavolo", List.of(lamp))));
        var all = new Content.Catalogue("Guarda", null, "77", lamp);

        assertThat(interactive(alone)).isEqualTo(JSON.readTree("""
                {"type":"product","action":{"catalog_id":"77","product_retailer_id":"LUME-01"}}"""));
        assertThat(interactive(said)).isEqualTo(JSON.readTree("""
                {"type":"product","body":{"text":"Ecco"},"footer":{"text":"Casa Lume"},
                 "action":{"catalog_id":"77","product_retailer_id":"LUME-01"}}"""));
        assertThat(interactive(several)).isEqualTo(JSON.readTree("""
                {"type":"product_list","header":{"type":"text","text":"Lampade"},"body":{"text":"Ecco"},
                 "action":{"catalog_id":"77","sections":[{"title":"Da tavolo",
                   "product_items":[{"product_retailer_id":"LUME-01"}]}]}}"""));
        assertThat(interactive(all)).isEqualTo(JSON.readTree("""
                {"type":"catalog_message","body":{"text":"Guarda"},"action":{"name":"catalog_message",
                 "parameters":{"thumbnail_product_retailer_id":"LUME-01"}}}"""));
        assertThat(interactive(new Content.Catalogue("Guarda", null, "77", null)))
                .isEqualTo(JSON.readTree("""
                {"type":"catalog_message","body":{"text":"Guarda"},"action":{"name":"catalog_message"}}"""));
    }

    private static JsonNode interactive(Content content) {
        var body = body(content, GIULIA);
        assertThat(body.path("type").asText()).isEqualTo("interactive");
        return body.path("interactive");
    }

    @Test
    void a_file_is_named_by_the_platforms_id_with_the_words_below_it() {
        var body = body(new Content.Image("La schiena", file()), GIULIA);

        assertThat(body.path("type").asText()).isEqualTo("image");
        assertThat(body.path("image").path("id").asText()).isEqualTo("880000000000901");
        assertThat(body.path("image").path("caption").asText()).isEqualTo("La schiena");
    }

    @Test
    void a_document_keeps_its_name_and_a_voice_message_says_that_it_is_one() {
        var document = body(new Content.Document("Preventivo.pdf", "Preventivo.pdf", null, file()), GIULIA);
        var voice = body(new Content.Voice(file()), GIULIA);

        assertThat(document.path("document").path("filename").asText()).isEqualTo("Preventivo.pdf");
        assertThat(document.path("document").has("caption")).isFalse();
        assertThat(voice.path("type").asText()).isEqualTo("audio");
        assertThat(voice.path("audio").path("voice").asBoolean()).isTrue();
    }

    private static Content.Attachment file() {
        return new Content.Attachment("880000000000901", null, null, null);
    }

    private static JsonNode bodyTo(Recipient recipient) {
        return body(new Content.Text("Ciao Giulia 😊\nil pacco \"parte\" oggi."), recipient);
    }

    private static JsonNode body(Content text, Recipient recipient) {
        var trace = new Trace(ID, UUID.randomUUID(), new Access("510000000000023", null, null));
        var message = new Message(
                trace,
                "510000000000023",
                1,
                recipient,
                text,
                Precedence.REPLY,
                null,
                Instant.parse("2026-11-22T12:00:00Z"));
        try {
            return JSON.readTree(CloudMessage.of(message, JSON));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
