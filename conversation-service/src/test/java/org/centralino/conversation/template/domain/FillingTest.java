package org.centralino.conversation.template.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.centralino.conversation.template.domain.Delays.delay;
import static org.centralino.conversation.template.domain.Delays.positional;
import static org.centralino.conversation.template.domain.Delays.values;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centralino.conversation.template.domain.Filling.Fault;
import org.centralino.conversation.template.domain.Filling.Filled;
import org.centralino.conversation.template.domain.Filling.Refused;
import org.centralino.events.Content;
import org.centralino.events.Content.FromTemplate;
import org.centralino.events.Content.FromTemplate.OpenedProducts;
import org.centralino.events.Content.FromTemplate.PlaceAbove;
import org.centralino.events.Content.FromTemplate.SentCard;
import org.centralino.events.Content.FromTemplate.SentOffer;
import org.centralino.events.Content.Products.ProductSection;
import org.centralino.events.Template;
import org.centralino.events.Template.Button;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FillingTest {
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final Content.Attachment FILE = new Content.Attachment("7", "image/jpeg", null, null);

    @Test
    void the_customer_gets_header_words_footer_and_buttons_with_everything_filled_in() {
        var content = filled(filling(delay(), values()));

        assertThat(content.header()).isEqualTo("Ordine A-17");
        assertThat(content.text()).isEqualTo("Ciao Giulia, il pacco A-17 arriva domani. Giulia, va bene?");
        assertThat(content.footer()).isEqualTo("Casa Lume");
        assertThat(content.buttons()).extracting(Button::value).containsExactly("https://example.org/pacco/A-17", null);
    }

    @Test
    void what_was_filled_in_stands_in_the_templates_order_whatever_order_it_came_in() {
        var content = filled(filling(delay(), values().reversed()));

        assertThat(content.parameters())
                .extracting(FromTemplate.Filled::value)
                .containsExactly("A-17", "Giulia", "A-17", "A-17");
    }

    @Test
    void braces_and_dollars_in_a_value_are_words_and_no_places() {
        var content = filled(filling(
                positional(Category.UTILITY, "Sono {{1}} e {{2}}.", 2),
                List.of(body("1", "$1 {{2}}"), body("2", "x"))));

        assertThat(content.text()).isEqualTo("Sono $1 {{2}} e x.");
    }

    @Test
    void what_is_missing_is_named() {
        assertThat(faults(filling(delay(), values().subList(0, 3))))
                .containsExactly(new Fault("button.0.1", Complaint.missing("is missing")));
    }

    @Test
    void what_is_no_place_of_the_template_is_refused() {
        var values = new ArrayList<>(values());
        values.add(body("cognome", "Ferri"));

        assertThat(faults(filling(delay(), values)))
                .containsExactly(new Fault("body.cognome", Complaint.of("unknown", "is no place of this template")));
    }

    @Test
    void a_place_is_filled_in_once() {
        var values = new ArrayList<>(values());
        values.add(body("nome", "Ada"));

        assertThat(faults(filling(delay(), values)))
                .containsExactly(new Fault("body.nome", Complaint.of("twice", "is filled in twice")));
    }

    static Stream<Arguments> what_is_taken_nowhere() {
        return Stream.of(
                arguments("due\nrighe", "broken-line"),
                arguments("con\ttabulatore", "broken-line"),
                arguments("cinque     spazi", "broken-line"),
                arguments("   ", "empty"),
                arguments("\u0000", "no-text"),
                arguments("mezza \ud83d", "no-text"));
    }

    @ParameterizedTest
    @MethodSource("what_is_taken_nowhere")
    void what_whatsapp_takes_in_no_place_is_refused(String text, String code) {
        assertThat(faults(filling(positional(Category.UTILITY, "Buongiorno {{1}}!", 1), List.of(body("1", text)))))
                .extracting(Fault::field, fault -> fault.complaint().code())
                .containsExactly(tuple("body.1", code));
    }

    @Test
    void four_spaces_in_a_row_are_fine() {
        assertThat(filled(filling(positional(Category.UTILITY, "Buongiorno {{1}}!", 1), List.of(body("1", "a    b"))))
                        .text())
                .isEqualTo("Buongiorno a    b!");
    }

    @Test
    void words_that_are_too_long_when_filled_in_are_laid_to_the_longest_value() {
        var template = positional(Category.UTILITY, "Da {{1}} a {{2}}.", 2);

        assertThat(faults(filling(template, List.of(body("1", "x"), body("2", "y".repeat(1024))))))
                .containsExactly(new Fault(
                        "body.2",
                        new Complaint(
                                "too-long",
                                1024,
                                "is too long: with it the text has 1032 characters, and WhatsApp allows 1024")));
    }

    @Test
    void a_header_has_sixty_characters_at_most() {
        var values = new ArrayList<>(values());
        values.set(0, new Value(Place.HEADER, null, null, "ordine", "A".repeat(60)));

        assertThat(faults(filling(delay(), values))).extracting(Fault::field).containsExactly("header.ordine");
    }

    private static Value body(String name, String text) {
        return new Value(Place.BODY, null, null, name, text);
    }

    private static FromTemplate filled(Filling filling) {
        assertThat(filling).isInstanceOf(Filled.class);
        return ((Filled) filling).content();
    }

    private static List<Fault> faults(Filling filling) {
        assertThat(filling).isInstanceOf(Refused.class);
        return ((Refused) filling).faults();
    }

    @Test
    void above_its_words_stands_a_file_of_the_kind_that_it_wants() {
        var template = Delays.pictured("lampada");
        var picture = new Content.Image(null, FILE);

        assertThat(filled(Filling.of(template, List.of(), above(picture), NOW)).file())
                .isEqualTo(picture);
        assertThat(faults(Filling.of(template, List.of(), Brought.NOTHING, NOW)))
                .containsExactly(new Fault("header", Complaint.of("picture-missing", "needs a picture")));
        assertThat(faults(Filling.of(template, List.of(), above(new Content.Video(null, FILE)), NOW)))
                .containsExactly(new Fault("header", Complaint.of("picture-missing", "needs a picture")));
    }

    @Test
    void a_template_without_a_place_for_a_file_takes_none() {
        assertThat(faults(Filling.of(delay(), values(), above(new Content.Image(null, FILE)), NOW)))
                .containsExactly(new Fault("header", Complaint.of("not-taken", "takes no file")));
    }

    @Test
    void above_its_words_stands_the_place_that_it_wants() {
        var shop = new PlaceAbove(45.4642, 9.19, "Casa Lume", null);

        assertThat(filled(Filling.of(
                                Delays.located("ritiro"),
                                List.of(),
                                new Brought(null, shop, List.of(), null, null),
                                NOW))
                        .placeAbove())
                .isEqualTo(shop);
        assertThat(faults(Filling.of(Delays.located("ritiro"), List.of(), Brought.NOTHING, NOW)))
                .containsExactly(new Fault("place", Complaint.missing("is missing")));
        assertThat(faults(Filling.of(delay(), values(), new Brought(null, shop, List.of(), null, null), NOW)))
                .containsExactly(new Fault("place", Complaint.of("not-taken", "stands above no words here")));
    }

    @Test
    void each_card_has_its_own_file_words_and_addresses() {
        var filled = filled(Filling.of(
                Delays.carousel("lampade"), Delays.valuesOfCarousel(), cards(picture("8"), picture("9")), NOW));

        assertThat(filled.text()).isEqualTo("Ciao Giulia, ecco le lampade nuove.");
        assertThat(filled.cards())
                .extracting(SentCard::text)
                .containsExactly("La lampada Notte ti aspetta.", "La lampada Aurora ti aspetta.");
        assertThat(filled.cards())
                .extracting(card -> card.buttons().getLast().value())
                .containsExactly("https://example.org/notte", "https://example.org/aurora");
        assertThat(filled.files()).containsExactly(picture("8"), picture("9"));
    }

    @Test
    void cards_want_a_file_each_of_the_kind_that_they_have_and_short_words() {
        var template = Delays.carousel("lampade");
        var values = new ArrayList<>(Delays.valuesOfCarousel());

        assertThat(faults(Filling.of(template, values, cards(picture("8")), NOW)))
                .containsExactly(new Fault("cards", new Complaint("count", 2, "must be 2, one file for each card")));
        assertThat(faults(Filling.of(template, values, cards(picture("8"), new Content.Video(null, FILE)), NOW)))
                .containsExactly(new Fault("card.1.header", Complaint.of("picture-missing", "needs a picture")));
        values.set(1, new Value(Place.BODY, 0, null, "1", "x".repeat(150)));
        assertThat(faults(Filling.of(template, values, cards(picture("8"), picture("9")), NOW)))
                .extracting(Fault::field)
                .containsExactly("card.0.body.1");
        assertThat(faults(Filling.of(delay(), values(), cards(picture("8")), NOW)))
                .containsExactly(new Fault("cards", new Complaint("count", 0, "must be 0, one file for each card")));
    }

    @Test
    void products_are_chosen_for_the_button_that_opens_them_and_for_no_other() {
        var lamp = new Content.ShownProduct("LUME-01", "Lampada Aurora", "89,00 €");
        var some = new OpenedProducts("770000000000041", null, List.of(new ProductSection(null, List.of(lamp))));
        var all = new OpenedProducts("770000000000041", lamp, List.of());
        var products = Delays.opening("scelte", ButtonKind.MPM);
        var catalogue = Delays.opening("tutto", ButtonKind.CATALOG);

        assertThat(filled(Filling.of(products, List.of(), opening(some), NOW)).products())
                .isEqualTo(some);
        assertThat(filled(Filling.of(catalogue, List.of(), opening(all), NOW)).products())
                .isEqualTo(all);
        assertThat(faults(Filling.of(products, List.of(), opening(all), NOW)))
                .containsExactly(
                        new Fault("products", Complaint.missing("are missing: choose those that the button opens")));
        assertThat(faults(Filling.of(catalogue, List.of(), opening(some), NOW)))
                .containsExactly(new Fault(
                        "products",
                        Complaint.of("not-taken", "have no sections here: the button opens the whole catalogue")));
        assertThat(faults(Filling.of(catalogue, List.of(), Brought.NOTHING, NOW)))
                .containsExactly(new Fault(
                        "products", Complaint.missing("are missing: name the catalogue that the button opens")));
        assertThat(faults(Filling.of(delay(), values(), opening(some), NOW)))
                .containsExactly(
                        new Fault("products", Complaint.of("not-taken", "are opened by no button of this template")));
    }

    @Test
    void a_single_product_stands_above_the_words_and_one_on_each_card() {
        var above = Delays.opening("lampada", ButtonKind.SPM);
        var cards = Delays.ofProducts("vetrina");

        assertThat(filled(Filling.of(above, List.of(), opening(products(1)), NOW))
                        .products())
                .isEqualTo(products(1));
        assertThat(faults(Filling.of(above, List.of(), opening(products(2)), NOW)))
                .containsExactly(new Fault(
                        "products", new Complaint("count", 1, "must be a single one, which stands above the words")));
        assertThat(filled(Filling.of(cards, List.of(), opening(products(2)), NOW))
                        .buttons())
                .extracting(Button::kind)
                .containsExactly(ButtonKind.SPM);
        assertThat(faults(Filling.of(cards, List.of(), opening(products(1)), NOW)))
                .containsExactly(new Fault(
                        "products", new Complaint("count", 2, "must be 2 in one section, one for each card")));
        assertThat(faults(Filling.of(cards, List.of(), Brought.NOTHING, NOW)))
                .containsExactly(new Fault("products", Complaint.missing("are missing: choose those that it shows")));
    }

    @Test
    void an_offer_says_when_it_ends_which_is_later_than_now() {
        var offer = Delays.offering("saldi", true);

        assertThat(filled(Filling.of(offer, List.of(), until(NOW.plusSeconds(60)), NOW))
                        .offer())
                .isEqualTo(new SentOffer("Saldi lampo", NOW.plusSeconds(60)));
        assertThat(faults(Filling.of(offer, List.of(), until(NOW), NOW)))
                .containsExactly(
                        new Fault("offerEndsAt", Complaint.of("over", "is over: an offer ends later than now")));
        assertThat(faults(Filling.of(offer, List.of(), until(null), NOW)))
                .containsExactly(new Fault("offerEndsAt", Complaint.missing("is missing: say when the offer ends")));
        assertThat(faults(Filling.of(Delays.offering("saldi", false), List.of(), until(NOW.plusSeconds(60)), NOW)))
                .containsExactly(new Fault("offerEndsAt", Complaint.of("not-taken", "is not said by this template")));
    }

    @Test
    void a_code_is_the_same_in_the_text_and_at_its_button() {
        var template = Delays.code("codice");
        var inText = new Value(Place.BODY, null, null, "1", "123456");

        assertThat(faults(filling(template, List.of(inText, new Value(Place.BUTTON, null, 0, "1", "654321")))))
                .containsExactly(
                        new Fault("button", Complaint.of("differs", "must copy the same code as the text says")));
        assertThat(filled(filling(template, List.of(inText, new Value(Place.BUTTON, null, 0, "1", "123456"))))
                        .text())
                .isEqualTo("123456 è il tuo codice.");
    }

    private static Brought until(Instant end) {
        return new Brought(null, null, List.of(), null, end);
    }

    private static OpenedProducts products(int count) {
        var shown = IntStream.range(0, count)
                .mapToObj(n -> new Content.ShownProduct("LUME-0" + n, "Lampada", null))
                .toList();
        return new OpenedProducts("770000000000041", null, List.of(new ProductSection(null, shown)));
    }

    private static Brought opening(OpenedProducts products) {
        return new Brought(null, null, List.of(), products, null);
    }

    private static Brought above(Content.WithFile file) {
        return new Brought(file, null, List.of(), null, null);
    }

    private static Brought cards(Content.WithFile... files) {
        return new Brought(null, null, List.of(files), null, null);
    }

    private static Content.Image picture(String id) {
        return new Content.Image(null, new Content.Attachment(id, "image/jpeg", null, null));
    }

    private static Filling filling(Template template, List<Value> values) {
        return Filling.of(template, values, Brought.NOTHING, NOW);
    }
}
