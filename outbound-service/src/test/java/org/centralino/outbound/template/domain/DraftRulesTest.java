package org.centralino.outbound.template.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.outbound.template.domain.Draft.DraftButton;
import org.centralino.outbound.template.domain.Draft.DraftCode;
import org.centralino.outbound.template.domain.Draft.DraftExample;
import org.centralino.outbound.template.domain.Draft.DraftHeader;
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
                new DraftHeader(HeaderFormat.TEXT, "Ordine {{ordine}}", "A-17"),
                "Ciao {{nome}}, il pacco {{ordine}} arriva domani.",
                "Casa Lume",
                List.of(YES, NO, PAGE, new DraftButton(ButtonKind.PHONE_NUMBER, "Chiama", "+390299990001", null)),
                List.of(new DraftExample("nome", "Ada"), new DraftExample("ordine", "A-17")),
                null);

        assertThat(DraftRules.flawsOf(draft)).isEmpty();
    }

    @Test
    void what_is_missing_is_named_part_by_part() {
        var draft = new Draft(null, null, null, null, null, null, List.of(), List.of(), null);

        assertThat(DraftRules.flawsOf(draft))
                .extracting(Flaw::path)
                .containsExactly("name", "language", "category", "body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Spedizione", "in ritardo", "ritardo!", ""})
    void a_name_has_small_letters_digits_and_underscores(String name) {
        assertThat(rules(new Draft(name, "it", Category.UTILITY, null, "Ciao.", null, List.of(), List.of(), null)))
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

        assertThat(rules(new Draft("a", "it", Category.UTILITY, null, body, null, List.of(), examples, null)))
                .containsExactly(flaw);
    }

    @Test
    void each_place_has_an_example() {
        var draft = new Draft(
                "a",
                "it",
                Category.UTILITY,
                new DraftHeader(HeaderFormat.TEXT, "Ordine {{1}}", " "),
                "Il tuo pacco {{1}} arriva domani.",
                null,
                List.of(new DraftButton(ButtonKind.URL, "Segui", "https://example.org/{{1}}", null)),
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
                List.of(),
                List.of(),
                new DraftCode(true, 10));
        var wordy = new Draft(
                "codice",
                "it",
                Category.AUTHENTICATION,
                null,
                "Ecco",
                null,
                List.of(),
                List.of(),
                new DraftCode(false, 91));

        assertThat(rules(plain)).isEmpty();
        assertThat(rules(wordy)).containsExactly("code.minutes: minutes", "category: fixed-words");
    }

    private static Draft body(String body, String footer) {
        return new Draft("a", "it", Category.UTILITY, null, body, footer, List.of(), List.of(), null);
    }

    private static Draft with(DraftButton... buttons) {
        return new Draft("a", "it", Category.UTILITY, null, "Ciao.", null, List.of(buttons), List.of(), null);
    }

    private static List<String> rules(Draft draft) {
        return DraftRules.flawsOf(draft).stream()
                .map(flaw -> flaw.path() + ": " + flaw.rule())
                .toList();
    }
}
