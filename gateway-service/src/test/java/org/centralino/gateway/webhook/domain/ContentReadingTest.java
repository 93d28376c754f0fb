package org.centralino.gateway.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.events.Content.Choice.Of.BUTTON;
import static org.centralino.events.Content.Choice.Of.LIST;
import static org.centralino.events.Content.Choice.Of.TEMPLATE;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centralino.events.Content;
import org.centralino.events.Content.Attachment;
import org.centralino.events.Content.Contacts.Card;
import org.centralino.events.Content.Contacts.Entry;
import org.centralino.events.Content.Form.Field;
import org.centralino.events.Content.Order.Line;
import org.centralino.events.MessageContext;
import org.centralino.events.MessageContext.Product;
import org.centralino.events.MessageContext.Referral;
import org.centralino.events.PlatformError;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageEdited;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.MessageRevoked;
import org.centralino.events.WhatsAppEvent.ReactionReceived;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What customers send, kind by kind: all of it, as little as there may be, and not as it should be.
class ContentReadingTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NUMBER = "510000000000023";
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final String LOCATION = """
            "type":"location","location":{"latitude":45.4642,"longitude":"9.19","name":"Bar Centrale",\
            "address":"Via Roma 1, Milano","url":"https://bar.example/"}""";
    private static final String CONTACTS = """
            "type":"contacts","contacts":[{"origin":"contact_request","birthday":"1980-02-29",
            "name":{"formatted_name":"Ida Bo","first_name":"Ida"},
            "org":{"company":"Bo srl","department":"Vendite","title":"Capo"},
            "phones":[{"phone":"+39 333 000 0001","wa_id":"393330000001","type":"CELL"},{"wa_id":"393330000002"}],
            "emails":[{"email":"ida@bo.example","type":"WORK"}],"urls":[{"url":"https://bo.example","type":"WORK"}],
            "addresses":[{"street":"Via Po 2","city":"Torino","state":"TO","zip":"10123","country":"Italia",
            "country_code":"it","type":"HOME"}]},
            {"name":{"prefix":"Dott.","first_name":"Ugo","last_name":"Re"}}]""";
    private static final String ORDER = """
            "type":"order","order":{"catalog_id":"800000000000171","text":"Per sabato","product_items":[
            {"product_retailer_id":"OLIO-5L","quantity":2,"item_price":38.5,"currency":"EUR"},
            {"product_retailer_id":"MIELE-1","quantity":"1","item_price":"9.90","currency":"eur"}]}""";
    private static final String TEMPLATE_BUTTON = """
            "type":"button","button":{"payload":"CONFERMA_VISITA","text":"Sì, confermo"}""";
    private static final String BUTTON_REPLY = """
            "type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"conferma","title":"Confermo"}}""";
    private static final String LIST_REPLY = """
            "type":"interactive","interactive":{"type":"list_reply",\
            "list_reply":{"id":"slot-3","title":"Giovedì","description":"10:00"}}""";
    private static final String FORM = """
            "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent",\
            "response_json":"{\\"flow_token\\":\\"tok-17\\",\\"voto\\":\\"4\\",\\"note\\":\\"Più luce\\\\nin sala\\",\
            \\"giorni\\":[\\"lun\\",\\"gio\\"]}"}}""";
    private static final String CALL_PERMISSION = """
            "type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{\
            "response":"accept","is_permanent":false,"expiration_timestamp":1795964400,"response_source":"user_action"}}""";
    private static final String PRODUCT_CARD = """
            "type":"interactive","interactive":{"type":"product","product":{"catalog_id":"8","product_retailer_id":"OLIO-5L"}}""";
    private static final String NOT_TOLD = """
            "type":"unsupported","unsupported":{"type":"poll_update"},"errors":[{"code":131051,\
            "title":"Message type unknown","message":"Message type unknown","error_data":{"details":"Not supported."}}]""";
    private static final String TAP_ON_AN_AD = """
            "type":"request_welcome","context":{"id":"wamid.OURS","forwarded":true,"frequently_forwarded":true,\
            "referred_product":{"catalog_id":"8","product_retailer_id":"OLIO-5L"}},\
            "referral":{"source_url":"https://example.org/ad/17","source_id":"120000000000000171","source_type":"ad",\
            "headline":"Corso prova","body":"Prima lezione gratis","media_type":"video",\
            "ctwa_clid":"FICT17","welcome_message":{"text":"Ciao! Come possiamo aiutarti?"}}""";
    private static final String DOCUMENT = """
            "type":"document","document":{"id":"1","mime_type":"application/pdf","filename":"a.pdf","caption":"Ecco"}""";
    private static final String IMAGE = """
            "type":"image","image":{"id":"1","mime_type":"image/jpeg","sha256":"SGFzaA==","caption":"Guarda",\
            "url":"https://lookaside.fbsbx.example/1"}""";
    private static final String VOICE = """
            "type":"audio","audio":{"id":"1","mime_type":"audio/ogg; codecs=opus","sha256":"SGFzaA==","voice":true}""";
    private static final String STICKER = """
            "type":"sticker","sticker":{"id":"1","mime_type":"image/webp","sha256":"SGFzaA==","animated":true}""";
    private static final String REACTION = """
            "type":"reaction","reaction":{"message_id":"wamid.OURS","emoji":"👍🏽"}""";
    private static final String EDIT = """
            "type":"edit","edit":{"original_message_id":"wamid.THEIRS","message":{"context":{"id":"M0"},\
            "type":"image","image":{"id":"1","caption":"Ora si vede"}}}""";
    private static final String REVOCATION = """
            "type":"revoke","revoke":{"original_message_id":"wamid.THEIRS"}""";
    private static final String TEXT = "\"type\":\"text\",\"text\":{\"body\":\"Ciao\"}";

    private final WebhookTranslation translation = new WebhookTranslation(Set.of(NUMBER));

    @Test
    void a_place_is_told_with_its_name_and_address() {
        assertThat(contentOf(LOCATION))
                .isEqualTo(new Content.Location(
                        "Bar Centrale, Via Roma 1, Milano",
                        45.4642,
                        9.19,
                        "Bar Centrale",
                        "Via Roma 1, Milano",
                        "https://bar.example/"));
    }

    @Test
    void where_the_customer_is_has_no_words() {
        assertThat(contentOf("\"type\":\"location\",\"location\":{\"latitude\":-90,\"longitude\":\"180\"}"))
                .isEqualTo(new Content.Location(null, -90, 180, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"latitude\":90.1,\"longitude\":9",
                "\"latitude\":45,\"longitude\":-180.5",
                "\"latitude\":45",
                "\"latitude\":null,\"longitude\":9",
                "\"latitude\":\"NaN\",\"longitude\":9",
                "\"latitude\":\"1e1\",\"longitude\":9",
                "\"latitude\":1e400,\"longitude\":9",
                "\"latitude\":true,\"longitude\":[9]",
            })
    void a_place_that_is_nowhere_on_the_earth_keeps_its_words(String where) {
        assertThat(contentOf("\"type\":\"location\",\"location\":{%s,\"name\":\"Bar\",\"address\":\"Via\"}"
                        .formatted(where)))
                .isEqualTo(new Content.Unsupported("location", "Bar, Via"));
    }

    @Test
    void a_card_is_told_with_all_that_stands_on_it() {
        assertThat(contentOf(CONTACTS))
                .isEqualTo(new Content.Contacts(
                        "Ida Bo, Dott. Ugo Re",
                        List.of(
                                new Card(
                                        "Ida Bo",
                                        "Bo srl, Vendite, Capo",
                                        "1980-02-29",
                                        List.of(new Entry("+39 333 000 0001", "CELL"), new Entry("393330000002", null)),
                                        List.of(new Entry("ida@bo.example", "WORK")),
                                        List.of(new Entry("https://bo.example", "WORK")),
                                        List.of(new Entry("Via Po 2, 10123 Torino, TO, Italia", "HOME"))),
                                new Card("Dott. Ugo Re", null, null, List.of(), List.of(), List.of(), List.of())),
                        true));
    }

    @Test
    void a_card_without_a_name_keeps_its_phones() {
        assertThat(contentOf("\"type\":\"contacts\",\"contacts\":[{\"phones\":[{\"phone\":\"112\"},{},7]}]"))
                .isEqualTo(new Content.Contacts(
                        null,
                        List.of(new Card(
                                null, null, null, List.of(new Entry("112", null)), List.of(), List.of(), List.of())),
                        false));
    }

    @Test
    void a_message_may_say_itself_that_its_cards_were_asked_for() {
        var content = contentOf(
                "\"type\":\"contacts\",\"origin\":\"contact_request\",\"contacts\":[{\"birthday\":\"1980-01-01\"}]");

        assertThat(((Content.Contacts) content).requested()).isTrue();
    }

    @Test
    void cards_without_end_are_cut_where_the_platform_cuts_them() {
        var phones = repeated("{\"phone\":\"%s\"}".formatted("1".repeat(2_000)), 60);
        var cards = repeated("{\"name\":{\"formatted_name\":\"Ida\"}}", 300);
        var content = (Content.Contacts)
                contentOf("\"type\":\"contacts\",\"contacts\":[{\"phones\":[%s]},%s]".formatted(phones, cards));

        assertThat(content.cards()).hasSize(CardReading.MOST_CARDS);
        assertThat(content.cards().getFirst().phones()).hasSize(CardReading.MOST_ENTRIES);
        assertThat(content.cards().getFirst().phones().getFirst().value()).hasSize(1_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "[null,7,\"Ida\",[]]", "{}", "null", "\"Ida\""})
    void cards_with_nothing_on_them_are_not_shown(String cards) {
        assertThat(contentOf("\"type\":\"contacts\",\"contacts\":" + cards))
                .isEqualTo(new Content.Unsupported("contacts", null));
    }

    @Test
    void an_order_is_told_line_by_line() {
        assertThat(contentOf(ORDER))
                .isEqualTo(new Content.Order(
                        "Per sabato",
                        "800000000000171",
                        List.of(
                                new Line("OLIO-5L", 2, new BigDecimal("38.5"), "EUR"),
                                new Line("MIELE-1", 1, new BigDecimal("9.90"), "EUR"))));
    }

    @ParameterizedTest
    @CsvSource({"text, Grazie, Grazie,", "catalog_id, 8,, 8"})
    void an_order_without_lines_is_an_order_when_it_says_anything(
            String field, String value, @Nullable String text, @Nullable String catalogId) {
        assertThat(contentOf("\"type\":\"order\",\"order\":{\"%s\":\"%s\"}".formatted(field, value)))
                .isEqualTo(new Content.Order(text, catalogId, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "null", "[]", "{\"product_items\":[]}", "{\"product_items\":[{\"quantity\":1},null]}"})
    void an_order_that_says_nothing_is_not_shown(String order) {
        assertThat(contentOf("\"type\":\"order\",\"order\":" + order))
                .isEqualTo(new Content.Unsupported("order", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2.0          | 5          | \"EUR\"    | 2 | 5   | EUR",
                "null         | null       | null       | 0 | -   | -",
                "\"dozen\"    | \"dear\"   | \"euro\"   | 0 | -   | -",
                "-1           | -1         | 978        | 0 | -   | -",
                "1.5          | 1e300      | \"\"       | 0 | -   | -",
                "99999999999  | \"1e9999999\" | []      | 0 | -   | -",
                "{}           | {}         | {}         | 0 | -   | -",
            })
    void a_line_of_an_order_says_only_what_can_be(
            String quantity,
            String price,
            String currency,
            int told,
            @Nullable BigDecimal priced,
            @Nullable String in) {
        var item = "{\"product_retailer_id\":\"X\",\"quantity\":%s,\"item_price\":%s,\"currency\":%s}"
                .formatted(quantity, price, currency);
        var content =
                (Content.Order) contentOf("\"type\":\"order\",\"order\":{\"product_items\":[%s]}".formatted(item));

        var line = content.lines().getFirst();
        assertThat(line.quantity()).isEqualTo(told);
        assertThat(line.currency()).isEqualTo(in);
        assertThat(line.price()).isEqualTo(priced);
    }

    @Test
    void an_order_without_end_is_cut() {
        var items = repeated("{\"product_retailer_id\":\"X\"}", 1_000);
        var content =
                (Content.Order) contentOf("\"type\":\"order\",\"order\":{\"product_items\":[%s]}".formatted(items));

        assertThat(content.lines()).hasSize(OrderReading.MOST_LINES);
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of(TEMPLATE_BUTTON, new Content.Choice("Sì, confermo", null, TEMPLATE, "CONFERMA_VISITA")),
                Arguments.of(BUTTON_REPLY, new Content.Choice("Confermo", null, BUTTON, "conferma")),
                Arguments.of(LIST_REPLY, new Content.Choice("Giovedì", "10:00", LIST, "slot-3")));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void what_was_pressed_is_told_with_what_stands_on_it(String message, Content choice) {
        assertThat(contentOf(message)).isEqualTo(choice);
    }

    @Test
    void what_was_pressed_without_saying_what_stands_on_it_is_known_by_its_id() {
        assertThat(contentOf("\"type\":\"button\",\"button\":{\"payload\":\"P\"}"))
                .isEqualTo(new Content.Choice("P", null, TEMPLATE, "P"));
        assertThat(contentOf(interactive("list_reply", "{\"id\":7}")))
                .isEqualTo(new Content.Choice("7", null, LIST, "7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"button_reply", "list_reply", "nfm_reply", "call_permission_reply"})
    void an_answer_that_says_nothing_keeps_the_name_of_its_kind(String kind) {
        assertThat(contentOf(interactive(kind, "{}")))
                .isEqualTo(new Content.Unsupported("interactive", null, kind, null));
    }

    @Test
    void a_button_that_says_nothing_is_not_shown() {
        assertThat(contentOf("\"type\":\"button\",\"button\":{}")).isEqualTo(new Content.Unsupported("button", null));
    }

    @Test
    void an_answer_of_a_new_kind_keeps_its_name_and_its_words() {
        assertThat(contentOf(interactive("voucher_reply", "{\"id\":\"SCONTO-10\"}")))
                .isEqualTo(new Content.Unsupported("interactive", "SCONTO-10", "voucher_reply", null));
        assertThat(contentOf(interactive("hologram_reply", "{\"title\":\"Blu\"}")))
                .isEqualTo(new Content.Unsupported("interactive", "Blu", "hologram_reply", null));
    }

    @Test
    void products_are_told_by_the_names_that_the_business_gave_them() {
        var list = interactive("product_list", """
                {"sections":[{"title":"Oli","product_items":[{"product_retailer_id":"OLIO-5L"},7]},
                 {"product_items":[{"product_retailer_id":"MIELE-1"}]}]}""");

        assertThat(contentOf(PRODUCT_CARD))
                .isEqualTo(new Content.Unsupported("interactive", "OLIO-5L", "product", null));
        assertThat(contentOf(list))
                .isEqualTo(new Content.Unsupported("interactive", "OLIO-5L, MIELE-1", "product_list", null));
    }

    @Test
    void a_form_is_told_field_by_field_and_without_the_platforms_token() {
        assertThat(contentOf(FORM))
                .isEqualTo(new Content.Form(
                        "Sent",
                        "flow",
                        List.of(
                                new Field("voto", "4"),
                                new Field("note", "Più luce\nin sala"),
                                new Field("giorni", "lun, gio"))));
    }

    @Test
    void groups_of_a_form_are_told_by_their_path() {
        var form = formOf("""
                {"values":{"city":"Roma","flow_token":"t","floor":{"number":4.50,"lift":true}},
                 "guests":[{"name":"Ida"},{"name":"Ugo"},7],"none":null,"empty":"","days":["",null]}""");

        assertThat(form.fields())
                .containsExactly(
                        new Field("values.city", "Roma"),
                        new Field("values.floor.number", "4.50"),
                        new Field("values.floor.lift", "true"),
                        new Field("guests.1.name", "Ida"),
                        new Field("guests.2.name", "Ugo"),
                        new Field("guests.3", "7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"voto\":", "voto: 4", "[1,2]", "\"voto\"", "null", "{} {}"})
    void a_form_that_cannot_be_taken_apart_is_shown_as_it_came(String response) {
        assertThat(formOf(response)).isEqualTo(new Content.Form(response, "flow", List.of()));
    }

    @Test
    void a_form_in_which_nothing_was_filled_in_has_the_platforms_word() {
        assertThat(formOf("{\"flow_token\":\"t\"}")).isEqualTo(new Content.Form("Sent", "flow", List.of()));
    }

    @Test
    void a_form_that_is_nested_too_deep_has_no_fields() {
        assertThat(formOf("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)).fields())
                .isEmpty();
    }

    @Test
    void what_cannot_be_taken_apart_stands_for_a_form_that_has_no_words() {
        assertThat(contentOf(interactive("nfm_reply", "{\"response_json\":\"voto: 4\"}")))
                .isEqualTo(new Content.Form("voto: 4", null, List.of()));
    }

    @Test
    void a_form_without_words_never_shows_the_platforms_token() {
        assertThat(contentOf(interactive("nfm_reply", "{\"response_json\":\"{\\\"flow_token\\\":\\\"t\\\"}\"}")))
                .isEqualTo(new Content.Form(null, null, List.of()));
    }

    @Test
    void a_form_without_end_is_cut() {
        var many = IntStream.range(0, 1_000)
                .mapToObj(i -> "\"f%d\":1".formatted(i))
                .collect(Collectors.joining(","));
        var form = formOf("{\"%s\":\"%s\",%s}".formatted("n".repeat(5_000), "è".repeat(5_000), many));

        assertThat(form.fields()).hasSize(FormReading.MOST_FIELDS);
        assertThat(form.fields().getFirst().name()).hasSize(201);
        assertThat(form.fields().getFirst().value()).hasSize(FormReading.LONGEST_VALUE + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"accept\",\"is_permanent\":false,\"expiration_timestamp\":1795964400     | true  | false | 2026-11-29T15:00:00Z",
                "\"accept\",\"expiration_timestamp\":\"1795964400\"                        | true  | false | 2026-11-29T15:00:00Z",
                "\"accept\",\"is_permanent\":true,\"expiration_timestamp\":1795964400      | true  | true  | -",
                "\"accept\",\"expiration_timestamp\":99999999999999                        | true  | false | -",
                "\"accept\",\"is_permanent\":[],\"expiration_timestamp\":\"never\"         | true  | false | -",
                "\"reject\",\"is_permanent\":true,\"expiration_timestamp\":1795964400      | false | false | -",
                "\"reject\"                                                                | false | false | -",
            })
    void whether_we_may_call_is_told(String said, boolean accepted, boolean permanent, @Nullable Instant until) {
        assertThat(contentOf(interactive("call_permission_reply", "{\"response\":%s}".formatted(said))))
                .isEqualTo(new Content.CallPermission(accepted, permanent, until));
    }

    @Test
    void what_the_platform_does_not_tell_is_told_with_what_it_was_and_why() {
        assertThat(contentOf(NOT_TOLD))
                .isEqualTo(new Content.Unsupported(
                        "unsupported",
                        null,
                        "poll_update",
                        new PlatformError(131051, "Message type unknown", "Not supported.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsupported", "image", "text", "location", "interactive", "hologram"})
    void a_message_that_is_only_an_error_says_why(String type) {
        assertThat(contentOf("\"type\":\"%s\",\"errors\":[null,{\"code\":\"131060\",\"title\":\"Gone\"},{\"code\":1}]"
                        .formatted(type)))
                .isEqualTo(new Content.Unsupported(type, null, null, new PlatformError(131060, "Gone", null)));
    }

    @Test
    void a_picture_is_told_with_its_words_and_where_it_can_be_had() {
        assertThat(contentOf(IMAGE))
                .isEqualTo(new Content.Image(
                        "Guarda", new Attachment("1", "image/jpeg", "SGFzaA==", "https://lookaside.fbsbx.example/1")));
    }

    @Test
    void a_document_has_its_name_and_what_stands_below_it_as_its_words() {
        assertThat(contentOf(DOCUMENT))
                .isEqualTo(new Content.Document(
                        "a.pdf, Ecco", "a.pdf", "Ecco", new Attachment("1", "application/pdf", null, null)));
    }

    @Test
    void what_was_spoken_into_whatsapp_is_told_apart_from_other_sound() {
        assertThat(contentOf(VOICE)).isInstanceOf(Content.Voice.class);
        assertThat(contentOf(VOICE.replace("true", "false"))).isInstanceOf(Content.Audio.class);
    }

    @Test
    void a_sticker_is_told_with_whether_it_moves() {
        assertThat(contentOf(STICKER))
                .isEqualTo(new Content.Sticker(true, new Attachment("1", "image/webp", "SGFzaA==", null)));
    }

    @Test
    void a_reaction_says_on_which_message_and_keeps_the_tone_of_the_skin() {
        var reaction = (ReactionReceived) eventsOf(message(REACTION)).getFirst();

        assertThat(reaction.target()).isEqualTo("wamid.OURS");
        assertThat(reaction.emoji()).isEqualTo("👍🏽");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"emoji\":\"\"", ",\"emoji\":null", ",\"emoji\":\" \""})
    void a_reaction_without_an_emoji_takes_it_away(String emoji) {
        var reaction = (ReactionReceived)
                eventsOf(message("\"type\":\"reaction\",\"reaction\":{\"message_id\":\"x\"%s}".formatted(emoji)))
                        .getFirst();

        assertThat(reaction.emoji()).isNull();
    }

    @Test
    void an_edit_says_of_which_message_and_what_it_says_now() {
        var edit = (MessageEdited) eventsOf(message(EDIT)).getFirst();

        assertThat(edit.target()).isEqualTo("wamid.THEIRS");
        assertThat(edit.content()).isEqualTo(new Content.Image("Ora si vede", new Attachment("1", null, null, null)));
    }

    @Test
    void an_edit_that_does_not_tell_the_new_words_is_told_as_one_where_the_platform_tells_none() {
        assertThat(contentOf("\"type\":\"edit\",\"edit\":{\"original_message_id\":\"x\",\"message\":{}}"))
                .isEqualTo(new Content.Unsupported("unsupported", null, "edit", null));
    }

    @Test
    void a_deletion_says_of_which_message() {
        assertThat(((MessageRevoked) eventsOf(message(REVOCATION)).getFirst()).target())
                .isEqualTo("wamid.THEIRS");
    }

    @Test
    void whoever_opened_the_chat_and_wrote_nothing_is_seen() {
        assertThat(contentOf("\"type\":\"request_welcome\""))
                .isEqualTo(new Content.Unsupported("request_welcome", null));
    }

    @Test
    void whoever_tapped_on_an_ad_and_wrote_nothing_is_seen_with_the_ad() {
        var message = messageOf("\"type\":\"text\",\"referral\":{\"source_type\":\"ad\",\"headline\":\"Saldi\"}");

        assertThat(message.content()).isEqualTo(new Content.Unsupported("text", null));
        assertThat(message.context())
                .isEqualTo(new MessageContext(
                        null, false, false, null, new Referral("ad", null, null, "Saldi", null, null, null), null));
    }

    @Test
    void a_context_tells_all_that_a_message_refers_to() {
        assertThat(messageOf(TAP_ON_AN_AD).context())
                .isEqualTo(new MessageContext(
                        "wamid.OURS",
                        true,
                        true,
                        new Product("8", "OLIO-5L"),
                        new Referral(
                                "ad",
                                "120000000000000171",
                                "https://example.org/ad/17",
                                "Corso prova",
                                "Prima lezione gratis",
                                "Ciao! Come possiamo aiutarti?",
                                "FICT17"),
                        null));
    }

    @Test
    void what_was_said_with_another_application_before_is_summed_up_beside_a_message() {
        var message = messageOf(TEXT
                + ",\"conversation_context\":{\"type\":\"summary\",\"summary\":{\"text\":\"Vuole un rimborso.\"}}");

        assertThat(message.context())
                .isEqualTo(new MessageContext(null, false, false, null, null, "Vuole un rimborso."));
    }

    @Test
    void a_question_from_a_product_page_names_the_product() {
        assertThat(messageOf(TEXT + ",\"context\":{\"referred_product\":{\"product_retailer_id\":\"OLIO-5L\"}}")
                        .context())
                .isEqualTo(new MessageContext(null, false, false, new Product(null, "OLIO-5L"), null, null));
    }

    @Test
    void an_address_that_is_too_long_is_left_out_and_not_cut() {
        var message = messageOf(TEXT
                + ",\"referral\":{\"source_id\":\"1\",\"source_url\":\"https://example.org/%s\"}"
                        .formatted("x".repeat(5_000)));

        assertThat(message.context())
                .isEqualTo(new MessageContext(
                        null, false, false, null, new Referral(null, "1", null, null, null, null, null), null));
    }

    @Test
    void a_name_that_is_cut_is_not_cut_within_a_character() {
        var content = (Content.Location)
                contentOf("\"type\":\"location\",\"location\":{\"latitude\":1,\"longitude\":1,\"name\":\"x%s\"}"
                        .formatted("😊".repeat(1_000)));

        assertThat(content.name()).hasSize(1_000).endsWith("😊…");
    }

    static List<String> examples() {
        return List.of(
                TEXT,
                LOCATION,
                CONTACTS,
                ORDER,
                TEMPLATE_BUTTON,
                BUTTON_REPLY,
                LIST_REPLY,
                FORM,
                CALL_PERMISSION,
                PRODUCT_CARD,
                NOT_TOLD,
                TAP_ON_AN_AD,
                DOCUMENT,
                IMAGE,
                VOICE,
                STICKER,
                REACTION,
                EDIT,
                REVOCATION);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_value_of_a_wrong_type_makes_one_event_and_no_failure(String example) throws JsonProcessingException {
        var message = JSON.readTree(message(example));
        var strange = List.of(
                "null",
                "-1",
                "1e400",
                "99999999999999999999",
                "true",
                "\"\"",
                "\"x\\u0000\\ud83d\"",
                "[]",
                "[[1],{}]",
                "{}",
                "{\"type\":{\"id\":[]}}");

        for (var place : placesIn(message)) {
            for (var value : strange) {
                var changed = replaced(message, place, JSON.readTree(value)).toString();
                assertThat(eventsOf(changed)).as("%s at %s", value, place).hasSize(1);
            }
            assertThat(eventsOf(removed(message, place).toString()))
                    .as("nothing at %s", place)
                    .hasSize(1);
        }
    }

    @Test
    void a_value_of_a_wrong_type_inside_of_a_form_makes_no_failure() throws JsonProcessingException {
        var answers = JSON.readTree("{\"a\":\"1\",\"b\":{\"c\":[\"2\",3],\"d\":null},\"e\":[{\"f\":4}]}");

        for (var place : placesIn(answers)) {
            var changed = replaced(answers, place, JSON.readTree("[[1,{\"a\":null}],{\"b\":{}},2]"))
                    .toString();
            assertThat(formOf(changed).fields()).as("%s", place).isNotEmpty();
        }
    }

    /// @return every place of the tree but its root
    private static List<JsonPointer> placesIn(JsonNode tree) {
        var places = new ArrayList<JsonPointer>();
        collect(JsonPointer.empty(), tree, places);
        return places;
    }

    private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> places) {
        if (!at.matches()) {
            places.add(at);
        }
        node.properties().forEach(member -> collect(at.appendProperty(member.getKey()), member.getValue(), places));
        if (node.isArray()) {
            IntStream.range(0, node.size()).forEach(i -> collect(at.appendIndex(i), node.get(i), places));
        }
    }

    private static JsonNode replaced(JsonNode tree, JsonPointer place, JsonNode by) {
        var copy = tree.deepCopy();
        switch (copy.at(place.head())) {
            case ObjectNode object -> object.set(place.last().getMatchingProperty(), by);
            case ArrayNode array -> array.set(place.last().getMatchingIndex(), by);
            default -> throw new IllegalStateException("Nothing stands in " + place.head());
        }
        return copy;
    }

    private static JsonNode removed(JsonNode tree, JsonPointer place) {
        var copy = tree.deepCopy();
        switch (copy.at(place.head())) {
            case ObjectNode object -> object.remove(place.last().getMatchingProperty());
            case ArrayNode array -> array.remove(place.last().getMatchingIndex());
            default -> throw new IllegalStateException("Nothing stands in " + place.head());
        }
        return copy;
    }

    private Content contentOf(String said) {
        return messageOf(said).content();
    }

    private MessageReceived messageOf(String said) {
        return (MessageReceived) eventsOf(message(said)).getFirst();
    }

    private Content.Form formOf(String response) {
        var reply = JSON.valueToTree(Map.of("name", "flow", "body", "Sent", "response_json", response));
        return (Content.Form) contentOf(interactive("nfm_reply", reply.toString()));
    }

    private List<WhatsAppEvent> eventsOf(String message) {
        var webhook = "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":"
                + "{\"phone_number_id\":\"%s\"},\"messages\":[%s]}}]}]}".formatted(NUMBER, message);
        return ReadBack.equal(translation.translate(webhook.getBytes(StandardCharsets.UTF_8), NOW));
    }

    private static String message(String said) {
        return "{\"from\":\"393330000042\",\"id\":\"wamid.1\",\"timestamp\":\"1795341599\",%s}".formatted(said);
    }

    private static String interactive(String kind, String reply) {
        return "\"type\":\"interactive\",\"interactive\":{\"type\":\"%s\",\"%s\":%s}".formatted(kind, kind, reply);
    }

    private static String repeated(String json, int times) {
        return String.join(",", Collections.nCopies(times, json));
    }
}
