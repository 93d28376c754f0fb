package org.centralino.outbound.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.outbound.template.domain.Draft;
import org.centralino.outbound.template.domain.Draft.DraftButton;
import org.centralino.outbound.template.domain.Draft.DraftCard;
import org.centralino.outbound.template.domain.Draft.DraftCode;
import org.centralino.outbound.template.domain.Draft.DraftExample;
import org.centralino.outbound.template.domain.Draft.DraftHeader;
import org.centralino.outbound.template.domain.Draft.DraftOffer;
import org.junit.jupiter.api.Test;

class TemplateWritingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_draft_with_named_places_takes_the_platforms_form() throws JsonProcessingException {
        var draft = new Draft(
                "spedizione_in_ritardo",
                "it",
                Category.UTILITY,
                new DraftHeader(HeaderFormat.TEXT, "Ordine {{ordine}}", "A-17", null),
                null,
                "Ciao {{nome}}, il pacco arriva domani.",
                "Casa Lume",
                List.of(
                        new DraftButton(ButtonKind.URL, "Segui", "https://example.org/p/{{1}}", "A-17"),
                        new DraftButton(ButtonKind.PHONE_NUMBER, "Chiama", "+390299990001", null),
                        new DraftButton(ButtonKind.COPY_CODE, null, null, "LUME10"),
                        new DraftButton(ButtonKind.QUICK_REPLY, "Va bene", null, null)),
                List.of(new DraftExample("nome", "Ada")),
                List.of(),
                null);

        assertThat(JSON.readTree(TemplateWriting.whole(draft).toString())).isEqualTo(JSON.readTree("""
                {"name":"spedizione_in_ritardo","language":"it","category":"UTILITY","parameter_format":"NAMED","components":[
                  {"type":"HEADER","format":"TEXT","text":"Ordine {{ordine}}",
                   "example":{"header_text_named_params":[{"param_name":"ordine","example":"A-17"}]}},
                  {"type":"BODY","text":"Ciao {{nome}}, il pacco arriva domani.",
                   "example":{"body_text_named_params":[{"param_name":"nome","example":"Ada"}]}},
                  {"type":"FOOTER","text":"Casa Lume"},
                  {"type":"BUTTONS","buttons":[
                   {"type":"URL","text":"Segui","url":"https://example.org/p/{{1}}","example":["A-17"]},
                   {"type":"PHONE_NUMBER","text":"Chiama","phone_number":"+390299990001"},
                   {"type":"COPY_CODE","example":"LUME10"},
                   {"type":"QUICK_REPLY","text":"Va bene"}]}]}"""));
    }

    @Test
    void examples_of_numbered_places_stand_in_their_order() {
        var draft = new Draft(
                "a",
                "it",
                Category.UTILITY,
                null,
                null,
                "Prima {{2}} poi {{1}} ecco qui.",
                null,
                List.of(),
                List.of(new DraftExample("2", "due"), new DraftExample("1", "uno")),
                List.of(),
                null);

        var body = TemplateWriting.whole(draft).path("components").path(0);

        assertThat(body.path("example").path("body_text").toString()).isEqualTo("[[\"uno\",\"due\"]]");
    }

    @Test
    void of_a_code_only_what_can_be_chosen_is_said() throws JsonProcessingException {
        var draft = new Draft(
                "codice",
                "it",
                Category.AUTHENTICATION,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new DraftCode(true, 10));

        assertThat(JSON.readTree(TemplateWriting.changed(draft, false).toString()))
                .isEqualTo(JSON.readTree("""
                {"components":[
                  {"type":"BODY","add_security_recommendation":true},
                  {"type":"FOOTER","code_expiration_minutes":10},
                  {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}"""));
    }

    @Test
    void buttons_that_open_something_of_whatsapps_have_its_words_where_it_writes_them() throws JsonProcessingException {
        var draft = new Draft(
                "a",
                "it",
                Category.MARKETING,
                null,
                null,
                "Ciao.",
                null,
                List.of(
                        new DraftButton(ButtonKind.FLOW, "Rispondi", "640000000000002", null),
                        new DraftButton(ButtonKind.MPM, null, null, null),
                        new DraftButton(ButtonKind.CATALOG, null, null, null),
                        new DraftButton(ButtonKind.VOICE_CALL, "Chiama", null, null),
                        new DraftButton(ButtonKind.REQUEST_CONTACT_INFO, null, null, null)),
                List.of(),
                List.of(),
                null);

        assertThat(TemplateWriting.whole(draft).at("/components/1/buttons")).isEqualTo(JSON.readTree("""
                [{"type":"FLOW","text":"Rispondi","flow_id":"640000000000002"},
                 {"type":"MPM","text":"View items"},{"type":"CATALOG","text":"View catalog"},
                 {"type":"VOICE_CALL","text":"Chiama"},
                 {"type":"REQUEST_CONTACT_INFO","text":"Share contact info"}]"""));
    }

    @Test
    void an_offer_stands_above_the_words_and_products_need_no_example() throws JsonProcessingException {
        var card = new DraftCard(
                HeaderFormat.PRODUCT,
                null,
                null,
                List.of(new DraftButton(ButtonKind.SPM, "Vedi", null, null)),
                List.of());
        var draft = new Draft(
                "a",
                "it",
                Category.MARKETING,
                new DraftHeader(HeaderFormat.PRODUCT, null, null, null),
                new DraftOffer("Saldi lampo", true),
                "Ciao.",
                null,
                List.of(new DraftButton(ButtonKind.CALL_PERMISSION_REQUEST, null, null, null)),
                List.of(),
                List.of(card),
                null);

        assertThat(TemplateWriting.whole(draft).at("/components")).isEqualTo(JSON.readTree("""
                [{"type":"HEADER","format":"PRODUCT"},
                 {"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Saldi lampo","has_expiration":true}},
                 {"type":"BODY","text":"Ciao."},
                 {"type":"BUTTONS","buttons":[{"type":"CALL_PERMISSION_REQUEST"}]},
                 {"type":"CAROUSEL","cards":[{"components":[{"type":"HEADER","format":"PRODUCT"},
                   {"type":"BUTTONS","buttons":[{"type":"SPM","text":"Vedi"}]}]}]}]"""));
    }

    @Test
    void files_are_named_by_their_examples_above_and_on_cards() throws JsonProcessingException {
        var card = new DraftCard(
                HeaderFormat.VIDEO,
                "4::lampada",
                "La lampada {{1}} è qui.",
                List.of(new DraftButton(ButtonKind.QUICK_REPLY, "Questa", null, null)),
                List.of(new DraftExample("1", "Notte")));
        var draft = new Draft(
                "vetrina",
                "it",
                Category.MARKETING,
                new DraftHeader(HeaderFormat.IMAGE, null, null, "4::sopra"),
                null,
                "Ecco le lampade.",
                null,
                List.of(),
                List.of(),
                List.of(card, card),
                null);

        var components = TemplateWriting.whole(draft).path("components");

        assertThat(JSON.readTree(components.path(0).toString())).isEqualTo(JSON.readTree("""
                {"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::sopra"]}}"""));
        assertThat(JSON.readTree(components.path(2).path("cards").path(1).toString()))
                .isEqualTo(JSON.readTree("""
                {"components":[
                  {"type":"HEADER","format":"VIDEO","example":{"header_handle":["4::lampada"]}},
                  {"type":"BODY","text":"La lampada {{1}} è qui.","example":{"body_text":[["Notte"]]}},
                  {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Questa"}]}]}"""));
    }
}
