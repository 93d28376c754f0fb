package org.centralino.conversation.template.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.contact.domain.Advertising.ALLOWED;
import static org.centralino.conversation.contact.domain.Advertising.NOT_AGREED;
import static org.centralino.conversation.contact.domain.Advertising.NOT_WANTED;
import static org.centralino.conversation.template.domain.Delays.NUMBER;
import static org.centralino.conversation.template.domain.Delays.delay;
import static org.centralino.conversation.template.domain.Delays.positional;
import static org.centralino.conversation.template.domain.Delays.with;

import java.util.List;
import java.util.Optional;
import org.centralino.events.Template.Approval;
import org.centralino.events.Template.Button;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.CarouselCard;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.Header;
import org.centralino.events.Template.HeaderFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ObstacleTest {
    @Test
    void an_approved_template_of_the_number_can_be_sent() {
        assertThat(Obstacle.of(delay(), NUMBER, ALLOWED)).isEmpty();
    }

    @Test
    void one_of_another_account_cannot() {
        assertThat(Obstacle.of(delay(), "510000000000099", ALLOWED)).contains(Obstacle.ANOTHER_NUMBER);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "APPROVED")
    void one_that_is_not_approved_cannot(Approval status) {
        assertThat(Obstacle.of(with(null, List.of(), status), NUMBER, ALLOWED)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void one_with_words_a_file_or_a_place_above_it_can_and_others_cannot_yet(HeaderFormat format) {
        var can = switch (format) {
            case TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION -> true;
            case PRODUCT, OTHER -> false;
        };

        assertThat(Obstacle.of(with(new Header(format, null), List.of(), Approval.APPROVED), NUMBER, ALLOWED)
                        .isEmpty())
                .isEqualTo(can);
    }

    @Test
    void one_with_cards_can() {
        assertThat(Obstacle.of(Delays.carousel("lampade"), NUMBER, ALLOWED)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"OTHER", "SPM"})
    void one_with_a_button_that_is_known_can(ButtonKind kind) {
        assertThat(Obstacle.of(Delays.opening("apre", kind), NUMBER, ALLOWED)).isEmpty();
    }

    @Test
    void a_product_above_and_the_button_that_opens_it_go_together() {
        var product = new Header(HeaderFormat.PRODUCT, null);
        var opens = List.of(new Button(ButtonKind.SPM, "Vedi", null));

        assertThat(Obstacle.of(with(product, opens, Approval.APPROVED), NUMBER, ALLOWED))
                .isEmpty();
        assertThat(Obstacle.of(with(null, opens, Approval.APPROVED), NUMBER, ALLOWED))
                .contains(Obstacle.UNKNOWN_PART);
    }

    @Test
    void one_with_products_on_its_cards_can() {
        assertThat(Obstacle.of(Delays.ofProducts("vetrina"), NUMBER, ALLOWED)).isEmpty();
    }

    @Test
    void one_with_a_part_that_is_not_known_cannot() {
        assertThat(Obstacle.of(Delays.withUnknownPart("aura"), NUMBER, ALLOWED)).contains(Obstacle.UNKNOWN_PART);
    }

    @Test
    void one_whose_cards_open_a_list_of_products_cannot() {
        var card = new CarouselCard(
                new Header(HeaderFormat.IMAGE, null), null, List.of(new Button(ButtonKind.MPM, "Vedi", null)));

        assertThat(Obstacle.of(Delays.withCards("vetrina", List.of(card, card)), NUMBER, ALLOWED))
                .contains(Obstacle.UNKNOWN_PART);
    }

    @Test
    void one_that_opens_products_and_the_catalogue_cannot() {
        var buttons = List.of(new Button(ButtonKind.MPM, "Vedi", null), new Button(ButtonKind.CATALOG, "Tutto", null));

        assertThat(Obstacle.of(with(null, buttons, Approval.APPROVED), NUMBER, ALLOWED))
                .contains(Obstacle.UNKNOWN_PART);
    }

    @Test
    void one_with_a_button_of_a_new_kind_cannot() {
        var button = new Button(ButtonKind.OTHER, "Chiama il futuro", null);

        assertThat(Obstacle.of(with(null, List.of(button), Approval.APPROVED), NUMBER, ALLOWED))
                .contains(Obstacle.UNKNOWN_PART);
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void who_wants_no_advertising_gets_none_and_everything_else(Category category) {
        assertThat(Obstacle.of(positional(category, "Buongiorno", 0), NUMBER, NOT_WANTED)
                        .isPresent())
                .isEqualTo(category == Category.MARKETING);
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void who_never_agreed_is_asked_before_he_gets_any(Category category) {
        assertThat(Obstacle.of(positional(category, "Buongiorno", 0), NUMBER, NOT_AGREED))
                .isEqualTo(category == Category.MARKETING ? Optional.of(Obstacle.CONSENT_MISSING) : Optional.empty());
    }
}
