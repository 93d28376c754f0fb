package org.centralino.outbound.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.centralino.events.Template;
import org.centralino.events.Template.Approval;
import org.centralino.events.Template.Button;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.Header;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.events.Template.Offer;
import org.centralino.events.Template.Parameter;
import org.centralino.events.Template.ParameterKind;
import org.centralino.events.Template.Place;
import org.junit.jupiter.api.Test;

class TemplateReadingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void named_places_are_read_with_their_examples_from_header_text_and_address() throws JsonProcessingException {
        var template = read("""
                {"id":"770000000000031","name":"spedizione_in_ritardo","language":"it","status":"PAUSED","category":"UTILITY",
                 "parameter_format":"NAMED","quality_score":{"score":"YELLOW","date":1795000000},"rejected_reason":"NONE",
                 "components":[
                  {"type":"BODY","text":"Ciao {{nome}}, il pacco {{ordine}} arriva domani.",
                   "example":{"body_text_named_params":[{"param_name":"nome","example":"Ada"},{"param_name":"ordine","example":"A-17"}]}},
                  {"type":"HEADER","format":"TEXT","text":"Ordine {{ordine}}",
                   "example":{"header_text_named_params":[{"param_name":"ordine","example":"A-17"}]}},
                  {"type":"FOOTER","text":"Casa Lume"},
                  {"type":"BUTTONS","buttons":[
                   {"type":"URL","text":"Segui","url":"https://example.org/p/{{1}}","example":["https://example.org/p/A-17"]},
                   {"type":"QUICK_REPLY","text":"Va bene"},
                   {"type":"HOLOGRAM","text":"Guarda"}]}]}""");

        assertThat(template)
                .isEqualTo(new Template(
                        "770000000000031",
                        "290000000000017",
                        List.of("510000000000023"),
                        "spedizione_in_ritardo",
                        "it",
                        Approval.PAUSED,
                        Category.UTILITY,
                        new Header(HeaderFormat.TEXT, "Ordine {{ordine}}"),
                        null,
                        "Ciao {{nome}}, il pacco {{ordine}} arriva domani.",
                        "Casa Lume",
                        List.of(
                                new Button(ButtonKind.URL, "Segui", "https://example.org/p/{{1}}"),
                                new Button(ButtonKind.QUICK_REPLY, "Va bene", null),
                                new Button(ButtonKind.OTHER, "Guarda", null)),
                        List.of(),
                        List.of(
                                new Parameter(Place.HEADER, null, null, "ordine", ParameterKind.TEXT, "A-17"),
                                new Parameter(Place.BODY, null, null, "nome", ParameterKind.TEXT, "Ada"),
                                new Parameter(Place.BODY, null, null, "ordine", ParameterKind.TEXT, "A-17"),
                                new Parameter(
                                        Place.BUTTON, null, 0, "1", ParameterKind.TEXT, "https://example.org/p/A-17")),
                        null,
                        "YELLOW",
                        null));
    }

    @Test
    void numbered_places_take_their_examples_in_order() throws JsonProcessingException {
        var template = read("""
                {"id":"1","name":"a","language":"it","status":"APPROVED","category":"MARKETING","components":[
                  {"type":"HEADER","format":"IMAGE","example":{"header_handle":["https://example.org/h"]}},
                  {"type":"BODY","text":"Prima {{2}} poi {{1}} ecco","example":{"body_text":[["uno","due"]]}},
                  {"type":"BUTTONS","buttons":[{"type":"COPY_CODE","text":"Copy","example":["LUME10"]}]}]}""");

        assertThat(template.parameters())
                .containsExactly(
                        new Parameter(Place.HEADER, null, null, "file", ParameterKind.IMAGE, null),
                        new Parameter(Place.BODY, null, null, "2", ParameterKind.TEXT, "due"),
                        new Parameter(Place.BODY, null, null, "1", ParameterKind.TEXT, "uno"),
                        new Parameter(Place.BUTTON, null, 0, "code", ParameterKind.CODE, "LUME10"));
    }

    @Test
    void a_code_has_the_platforms_words_also_when_it_does_not_say_them() throws JsonProcessingException {
        var template = read("""
                {"id":"1","name":"codice","language":"it","status":"APPROVED","category":"AUTHENTICATION","components":[
                  {"type":"BODY","add_security_recommendation":true},
                  {"type":"FOOTER","code_expiration_minutes":10},
                  {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE","text":"Copia codice"}]}]}""");

        assertThat(template.body()).startsWith("Il tuo codice di verifica è *{{1}}*. Per la tua");
        assertThat(template.footer()).isEqualTo("Questo codice scade tra 10 minuti.");
        assertThat(template.buttons()).containsExactly(new Button(ButtonKind.ONE_TIME_CODE, "Copia codice", null));
        assertThat(template.parameters()).extracting(Parameter::kind).containsOnly(ParameterKind.CODE);
    }

    @Test
    void the_cards_of_a_carousel_say_in_which_of_them_something_is_to_be_filled_in() throws JsonProcessingException {
        var template = read("""
                {"id":"1","name":"a","language":"it","status":"APPROVED","category":"MARKETING","components":[
                  {"type":"BODY","text":"Le novità"},
                  {"type":"CAROUSEL","cards":[
                    {"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Aurora per {{1}} euro"},
                      {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Questa"}]}]},
                    {"components":[{"type":"HEADER","format":"VIDEO"}]}]}]}""");

        assertThat(template.cards()).hasSize(2);
        assertThat(template.parameters())
                .extracting(Parameter::card, Parameter::kind)
                .containsExactly(
                        tuple(0, ParameterKind.IMAGE), tuple(0, ParameterKind.TEXT), tuple(1, ParameterKind.VIDEO));
    }

    @Test
    void buttons_that_open_something_of_whatsapps_are_known() throws JsonProcessingException {
        var template = read("""
                {"id":"1","name":"a","language":"it","status":"APPROVED","category":"MARKETING","components":[
                  {"type":"BODY","text":"Ciao"},
                  {"type":"BUTTONS","buttons":[
                    {"type":"FLOW","text":"Rispondi","flow_id":640000000000002,"flow_action":"NAVIGATE"},
                    {"type":"MPM","text":"Vedi articoli"},{"type":"CATALOG","text":"Vedi il catalogo"},
                    {"type":"VOICE_CALL","text":"Chiama"},{"type":"REQUEST_CONTACT_INFO","text":"Condividi"},
                    {"type":"SPM","text":"Vedi"}]}]}""");

        assertThat(template.buttons())
                .containsExactly(
                        new Button(ButtonKind.FLOW, "Rispondi", "640000000000002"),
                        new Button(ButtonKind.MPM, "Vedi articoli", null),
                        new Button(ButtonKind.CATALOG, "Vedi il catalogo", null),
                        new Button(ButtonKind.VOICE_CALL, "Chiama", null),
                        new Button(ButtonKind.REQUEST_CONTACT_INFO, "Condividi", null),
                        new Button(ButtonKind.SPM, "Vedi", null));
        assertThat(template.parameters()).isEmpty();
    }

    @Test
    void an_offer_says_whether_it_ends_and_a_leave_to_call_may_stand_beside_the_buttons()
            throws JsonProcessingException {
        var template = read("""
                {"id":"1","name":"a","language":"it","status":"APPROVED","category":"MARKETING","components":[
                  {"type":"HEADER","format":"PRODUCT"},
                  {"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Saldi lampo","has_expiration":true}},
                  {"type":"BODY","text":"Ciao"},{"type":"CALL_PERMISSION_REQUEST"}]}""");

        assertThat(template.header()).isEqualTo(new Header(HeaderFormat.PRODUCT, null));
        assertThat(template.offer()).isEqualTo(new Offer("Saldi lampo", true));
        assertThat(template.buttons()).containsExactly(new Button(ButtonKind.CALL_PERMISSION_REQUEST, "", null));
        assertThat(template.unknownParts()).isNull();
    }

    @Test
    void a_code_that_gets_into_an_app_by_itself_says_how() throws JsonProcessingException {
        var template = read("""
                {"id":"1","name":"a","language":"it","status":"APPROVED","category":"AUTHENTICATION","components":[
                  {"type":"BODY","text":"{{1}} è il tuo codice."},
                  {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"ONE_TAP","text":"Copia"}]}]}""");

        assertThat(template.buttons()).containsExactly(new Button(ButtonKind.ONE_TIME_CODE, "Copia", "ONE_TAP"));
    }

    @Test
    void words_that_are_not_known_are_something_else_and_parts_that_are_not_known_stop_nothing()
            throws JsonProcessingException {
        var template = read("""
                {"id":"1","name":"a","language":"it","status":"LOCKED","category":"SERVICE","rejected_reason":"PROMOTIONAL",
                 "components":[{"type":"HEADER","format":"GIF"},{"type":"BODY","text":"Ciao"},{"type":"AURA","x":1}]}""");

        assertThat(template.status()).isEqualTo(Approval.OTHER);
        assertThat(template.category()).isEqualTo(Category.OTHER);
        assertThat(template.header()).isEqualTo(new Header(HeaderFormat.OTHER, null));
        assertThat(template.reason()).isEqualTo("PROMOTIONAL");
        assertThat(template.unknownParts()).containsExactly("AURA");
        assertThat(template.parameters()).isEmpty();
    }

    @Test
    void what_has_no_id_is_no_template() throws JsonProcessingException {
        assertThat(TemplateReading.read(JSON.readTree("{\"name\":\"a\"}"), "2", List.of()))
                .isEmpty();
    }

    private static Template read(String json) throws JsonProcessingException {
        return TemplateReading.read(JSON.readTree(json), "290000000000017", List.of("510000000000023"))
                .orElseThrow();
    }
}
