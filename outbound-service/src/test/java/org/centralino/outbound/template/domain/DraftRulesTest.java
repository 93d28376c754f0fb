package org.centralino.outbound.template.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.outbound.template.domain.Draft.DraftButton;
import org.centralino.outbound.template.domain.Draft.DraftCard;
import org.centralino.outbound.template.domain.Draft.DraftCode;
import org.centralino.outbound.template.domain.Draft.DraftExample;
import org.centralino.outbound.template.domain.Draft.DraftHeader;
import org.centralino.outbound.template.domain.Draft.DraftOffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftRulesTest {
    private static final DraftButton YES = new DraftButton(ButtonKind.QUICK_REPLY, "Va bene", null, null);
    private static final DraftButton NO = new DraftButton(ButtonKind.QUICK_REPLY, "No, grazie", null, null);
    private static final DraftButton PAGE =
            new DraftButton(ButtonKind.URL, "Segui", "https://example.org/p/{{1}}", "A-17");

    @Test
    void a_template_of_every_part_that_keeps_the_rules_has_no_flaw() {
        var draft = new Draft(
                "spedizione_in_ritardo",
                "it",
                Category.UTILITY,
                new DraftHeader(HeaderFormat.TEXT, "Ordine {{ordine}}", "A-17", null),
                null,
                "Ciao {{nome}}, il pacco {{ordine}} arriva domani.",
                "Casa Lume",
                List.of(YES, NO, PAGE, new DraftButton(ButtonKind.PHONE_NUMBER, "Chiama", "+390299990001", null)),
                List.of(new DraftExample("nome", "Ada"), new DraftExample("ordine", "A-17")),
                List.of(),
                null);

        assertThat(DraftRules.flawsOf(draft)).isEmpty();
    }

    @Test
    void what_is_missing_is_named_part_by_part() {
        var draft = new Draft(null, null, null, null, null, null, null, List.of(), List.of(), List.of(), null);

        assertThat(DraftRules.flawsOf(draft))
                .extracting(Flaw::path)
                .containsExactly("name", "language", "category", "body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Spedizione", "in ritardo", "ritardo!", ""})
    void a_name_has_small_letters_digits_and_underscores(String name) {
        assertThat(rules(new Draft(
                        name,
                        "it",
                        Category.UTILITY,
                        null,
                        null,
                        "Ciao.",
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null)))
                .containsExactly("name: name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{1}} arriva domani con il corriere | body: place-at-the-edge",
                "Il pacco arriva domani, caro {{1}}. | body: place-at-the-edge",
                "Il tuo pacco {{1}} {{2}} arriva domani con il corriere | body: places-touch",
                "Il {{1}} poi | body: too-many-places",
                "Il tuo pacco {{2}} arriva domani con il corriere | body: numbers",
                "Il tuo pacco {{1}} arriva {{quando}} con il corriere | body: mixed-places",
                "Il tuo pacco {{Ordine}} arriva domani con il corriere | body: mixed-places",
                "Il tuo pacco {{1} arriva domani con il corriere | body: braces"
            })
    void places_stand_where_the_platform_takes_them(String body, String flaw) {
        var examples = Stream.of("1", "2", "quando", "Ordine")
                .map(name -> new DraftExample(name, "x"))
                .toList();

        assertThat(rules(new Draft(
                        "a", "it", Category.UTILITY, null, null, body, null, List.of(), examples, List.of(), null)))
                .containsExactly(flaw);
    }

    @Test
    void each_place_has_an_example() {
        var draft = new Draft(
                "a",
                "it",
                Category.UTILITY,
                new DraftHeader(HeaderFormat.TEXT, "Ordine {{1}}", " ", null),
                null,
                "Il tuo pacco {{1}} arriva domani.",
                null,
                List.of(new DraftButton(ButtonKind.URL, "Segui", "https://example.org/{{1}}", null)),
                List.of(),
                List.of(),
                null);

        assertThat(rules(draft))
                .containsExactly("header.example: example", "examples[1]: example", "buttons[0].example: example");
    }

    @Test
    void lengths_are_counted_as_people_count_characters() {
        var sixty = "😊".repeat(60);

        assertThat(rules(body("Ciao.", sixty))).isEmpty();
        assertThat(rules(body("Ciao.", sixty + "!"))).containsExactly("footer: too-long");
        assertThat(rules(body("a".repeat(1_025), null))).containsExactly("body: too-long");
    }

    @Test
    void quick_replies_stand_together() {
        assertThat(rules(with(YES, PAGE, NO))).containsExactly("buttons: quick-replies-apart");
        assertThat(rules(with(PAGE, YES, NO))).isEmpty();
    }

    @Test
    void of_each_kind_of_button_there_are_as_many_as_the_platform_shows() {
        var other = new DraftButton(ButtonKind.URL, "Altro", "https://example.org", null);
        var third = new DraftButton(ButtonKind.URL, "Ancora", "https://example.org", null);

        assertThat(rules(with(PAGE, other, third))).containsExactly("buttons: too-many-of-a-kind");
        assertThat(rules(with(YES, YES))).containsExactly("buttons[1].text: text-twice");
    }

    @Test
    void a_form_is_named_by_its_number_and_there_is_one() {
        var form = new DraftButton(ButtonKind.FLOW, "Rispondi", "640000000000002", null);

        assertThat(rules(with(YES, form))).isEmpty();
        assertThat(rules(with(new DraftButton(ButtonKind.FLOW, "Rispondi", "voto", null))))
                .containsExactly("buttons[0].value: form");
        assertThat(rules(with(form, new DraftButton(ButtonKind.FLOW, "Ancora", "640000000000003", null))))
                .containsExactly("buttons: too-many-of-a-kind");
    }

    @Test
    void what_opens_products_stands_alone_in_a_marketing_template_below_a_line_of_words_at_most() {
        var products = new DraftButton(ButtonKind.MPM, null, null, null);
        var catalogue = new DraftButton(ButtonKind.CATALOG, null, null, null);
        var line = new DraftHeader(HeaderFormat.TEXT, "Scelte per te", null, null);

        assertThat(rules(opening(null, catalogue))).isEmpty();
        assertThat(rules(opening(line, products))).isEmpty();
        assertThat(rules(opening(line, catalogue))).containsExactly("header.format: catalogue-header");
        assertThat(rules(opening(new DraftHeader(HeaderFormat.IMAGE, null, null, "4::h"), products)))
                .containsExactly("header.format: catalogue-header");
        assertThat(rules(opening(null, products, YES))).containsExactly("buttons: catalogue-alone");
        assertThat(rules(with(products))).containsExactly("category: catalogue-marketing");
    }

    @Test
    void a_product_above_and_the_button_that_opens_it_go_together() {
        var opens = new DraftButton(ButtonKind.SPM, "Vedi la lampada", null, null);
        var product = new DraftHeader(HeaderFormat.PRODUCT, null, null, null);

        assertThat(rules(opening(product, opens))).isEmpty();
        assertThat(rules(opening(null, opens))).containsExactly("header.format: product-opened");
        assertThat(rules(opening(product, YES))).containsExactly("header.format: product-opened");
    }

    @Test
    void an_offer_is_short_and_has_a_code_or_a_page_below() {
        var code = new DraftButton(ButtonKind.COPY_CODE, null, null, "LAMPO20");

        assertThat(rules(offering("Saldi lampo", Category.MARKETING, "Ciao.", null, code, PAGE)))
                .isEmpty();
        assertThat(rules(offering("Saldi lampo per tutti", Category.UTILITY, "x".repeat(601), "Casa Lume", YES)))
                .containsExactly(
                        "offer.text: too-long",
                        "category: offer-marketing",
                        "body: too-long",
                        "footer: offer-footer",
                        "buttons: offer-buttons");
        assertThat(rules(offering("{{1}}", Category.MARKETING, "Ciao.", null, code)))
                .containsExactly("offer.text: no-place");
        assertThat(rules(offering(" ", Category.MARKETING, "Ciao.", null)))
                .containsExactly("offer.text: missing", "buttons: offer-buttons");
    }

    private static Draft offering(String text, Category category, String body, String footer, DraftButton... buttons) {
        return new Draft(
                "a",
                "it",
                category,
                null,
                new DraftOffer(text, true),
                body,
                footer,
                List.of(buttons),
                List.of(),
                List.of(),
                null);
    }

    @Test
    void cards_of_products_have_the_button_that_opens_them_and_no_words() {
        var opens = new DraftButton(ButtonKind.SPM, "Vedi", null, null);
        var right = new DraftCard(HeaderFormat.PRODUCT, null, null, List.of(opens), List.of());
        var wordy = new DraftCard(HeaderFormat.PRODUCT, null, "Notte", List.of(YES), List.of());

        assertThat(rules(cards(right, right))).isEmpty();
        assertThat(rules(cards(wordy, wordy)))
                .containsExactly(
                        "cards[0].body: product-words",
                        "cards[0].buttons: product-button",
                        "cards[1].body: product-words",
                        "cards[1].buttons: product-button");
    }

    @Test
    void a_leave_to_call_is_asked_for_once() {
        var asks = new DraftButton(ButtonKind.CALL_PERMISSION_REQUEST, null, null, null);

        assertThat(rules(with(asks))).isEmpty();
        assertThat(rules(with(asks, asks))).containsExactly("buttons: too-many-of-a-kind");
    }

    @Test
    void a_call_has_words_and_there_is_one_and_a_contact_card_has_whatsapps() {
        var call = new DraftButton(ButtonKind.VOICE_CALL, "Chiama", null, null);

        assertThat(rules(with(call, new DraftButton(ButtonKind.REQUEST_CONTACT_INFO, null, null, null))))
                .isEmpty();
        assertThat(rules(with(call, new DraftButton(ButtonKind.VOICE_CALL, " ", null, null))))
                .containsExactly("buttons: too-many-of-a-kind", "buttons[1].text: missing");
    }

    private static Draft opening(DraftHeader header, DraftButton... buttons) {
        return new Draft(
                "a",
                "it",
                Category.MARKETING,
                header,
                null,
                "Ciao.",
                null,
                List.of(buttons),
                List.of(),
                List.of(),
                null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "https://example.org/{{1}}/x",
                "https://{{1}}.example.org",
                "ftp://example.org",
                ""
            })
    void an_address_has_its_place_at_its_end(String address) {
        assertThat(rules(with(new DraftButton(ButtonKind.URL, "Segui", address, "x"))))
                .containsExactly("buttons[0].value: address");
    }

    @Test
    void the_words_of_a_code_are_the_platforms() {
        var plain = new Draft(
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
        var wordy = new Draft(
                "codice",
                "it",
                Category.AUTHENTICATION,
                null,
                null,
                "Ecco",
                null,
                List.of(),
                List.of(),
                List.of(),
                new DraftCode(false, 91));

        assertThat(rules(plain)).isEmpty();
        assertThat(rules(wordy)).containsExactly("code.minutes: minutes", "category: fixed-words");
    }

    @Test
    void a_file_above_needs_an_example_and_a_place_needs_none() {
        assertThat(rules(headed(HeaderFormat.IMAGE, "4::h"))).isEmpty();
        assertThat(rules(headed(HeaderFormat.DOCUMENT, null))).containsExactly("header.handle: file-example");
        assertThat(rules(headed(HeaderFormat.LOCATION, null))).isEmpty();
        assertThat(rules(headed(null, null))).containsExactly("header.format: header-format");
    }

    @Test
    void cards_that_keep_the_rules_have_no_flaw() {
        assertThat(rules(cards(card("La lampada {{1}} è arrivata", YES, PAGE), card("Ecco {{1}} la nuova", YES, PAGE))))
                .isEmpty();
        assertThat(rules(cards(card(null, YES), card(null, YES)))).isEmpty();
    }

    @Test
    void cards_are_two_to_ten_and_laid_out_alike() {
        var one = card("Notte", YES);

        assertThat(rules(cards(one))).containsExactly("cards: number-of-cards");
        assertThat(rules(cards(Stream.generate(() -> one).limit(11).toArray(DraftCard[]::new))))
                .containsExactly("cards: number-of-cards");
        assertThat(rules(cards(one, card(null, YES)))).containsExactly("cards: cards-alike");
        assertThat(rules(cards(one, card("Aurora", PAGE)))).containsExactly("cards: cards-alike");
        assertThat(rules(cards(one, new DraftCard(HeaderFormat.VIDEO, "4::h", "Aurora", List.of(YES), List.of()))))
                .containsExactly("cards: cards-alike");
    }

    @Test
    void each_card_has_a_picture_or_a_video_short_words_and_one_or_two_buttons() {
        var right = card("Notte", YES);
        var nameless = new DraftCard(HeaderFormat.DOCUMENT, null, "x".repeat(161), List.of(), List.of());

        assertThat(rules(cards(right, nameless)))
                .containsExactly(
                        "cards: cards-alike",
                        "cards[1].format: card-format",
                        "cards[1].handle: file-example",
                        "cards[1].body: too-long",
                        "cards[1].buttons: buttons-of-card");
        assertThat(rules(cards(
                        right, new DraftCard(HeaderFormat.IMAGE, "4::h", "Il {{1}} poi", List.of(YES), List.of()))))
                .containsExactly("cards[1].body: too-many-places", "cards[1].examples[1]: example");
    }

    @Test
    void beside_cards_there_is_a_text_and_nothing_else() {
        var draft = new Draft(
                "a",
                "it",
                Category.MARKETING,
                null,
                null,
                "Ciao.",
                "Casa Lume",
                List.of(),
                List.of(),
                List.of(card("Notte", YES), card("Aurora", YES)),
                null);

        assertThat(rules(draft)).containsExactly("cards: cards-alone");
    }

    private static Draft headed(HeaderFormat format, String handle) {
        return new Draft(
                "a",
                "it",
                Category.UTILITY,
                new DraftHeader(format, null, null, handle),
                null,
                "Ciao.",
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static Draft cards(DraftCard... cards) {
        return new Draft(
                "a", "it", Category.MARKETING, null, null, "Ciao.", null, List.of(), List.of(), List.of(cards), null);
    }

    private static DraftCard card(String body, DraftButton... buttons) {
        return new DraftCard(
                HeaderFormat.IMAGE, "4::h", body, List.of(buttons), List.of(new DraftExample("1", "Notte")));
    }

    private static Draft body(String body, String footer) {
        return new Draft("a", "it", Category.UTILITY, null, null, body, footer, List.of(), List.of(), List.of(), null);
    }

    private static Draft with(DraftButton... buttons) {
        return new Draft(
                "a", "it", Category.UTILITY, null, null, "Ciao.", null, List.of(buttons), List.of(), List.of(), null);
    }

    private static List<String> rules(Draft draft) {
        return DraftRules.flawsOf(draft).stream()
                .map(flaw -> flaw.path() + ": " + flaw.rule())
                .toList();
    }
}
