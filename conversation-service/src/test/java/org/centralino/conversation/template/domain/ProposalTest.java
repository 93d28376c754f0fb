package org.centralino.conversation.template.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.template.domain.Delays.delay;
import static org.centralino.conversation.template.domain.Delays.positional;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.centralino.conversation.template.domain.Proposal.Known;
import org.centralino.conversation.template.domain.Proposal.Source;
import org.centralino.events.Template;
import org.centralino.events.Template.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalTest {
    private static final Known KNOWN =
            new Known("Giulia Ferri", "Luca Bianchi", Map.of(), List.of("Grazie", "Dov'è l'ordine A-17?"));

    @Test
    void places_are_understood_by_their_names() {
        assertThat(proposals(delay(), KNOWN))
                .containsExactly(
                        Optional.of(new Proposal("A-17", Source.MESSAGE)),
                        Optional.of(new Proposal("Giulia", Source.CUSTOMER)),
                        Optional.of(new Proposal("A-17", Source.MESSAGE)),
                        Optional.empty());
    }

    @Test
    void numbered_places_are_understood_by_the_words_before_them() {
        var template =
                positional(Category.UTILITY, "Gentile {{1}}, l'ordine {{2}} parte {{3}}. Il tuo operatore: {{4}}.", 4);

        assertThat(proposals(template, KNOWN))
                .containsExactly(
                        Optional.of(new Proposal("Giulia", Source.CUSTOMER)),
                        Optional.of(new Proposal("A-17", Source.MESSAGE)),
                        Optional.empty(),
                        Optional.of(new Proposal("Luca", Source.OPERATOR)));
    }

    @Test
    void what_the_team_has_noted_under_the_name_comes_first() {
        var known = new Known("Giulia Ferri", "Luca Bianchi", Map.of("Ordine", "B-99"), KNOWN.said());

        assertThat(proposals(delay(), known).getFirst()).contains(new Proposal("B-99", Source.ATTRIBUTE));
    }

    @Test
    void a_customer_without_a_name_is_not_called_by_a_number() {
        var known = new Known(null, "Luca Bianchi", Map.of(), List.of());

        assertThat(proposals(delay(), known)).allMatch(Optional::isEmpty);
    }

    @ParameterizedTest
    @CsvSource({
        "Il mio ordine è A-17,A-17",
        "ordine #4711 grazie,4711",
        "2026-00031?,2026-00031",
        "Ecco: AB1234,AB1234",
        "alle 10:30,",
        "sono al 3331234567890,",
        "costa 1200.50,",
        "apri https://example.org/12345,"
    })
    void the_number_of_an_order_is_found_in_what_the_customer_wrote(String said, String found) {
        var known = new Known(null, "Luca", Map.of(), List.of(said));

        assertThat(proposals(delay(), known).getFirst().map(Proposal::value)).isEqualTo(Optional.ofNullable(found));
    }

    private static List<Optional<Proposal>> proposals(Template template, Known known) {
        return template.parameters().stream()
                .map(parameter -> Proposal.of(template, parameter, known))
                .toList();
    }
}
