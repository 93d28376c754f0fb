package org.centralino.conversation.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownNameTest {

    @Test
    void the_name_that_the_team_gave_comes_first_and_then_the_best_that_is_known() {
        assertThat(ShownName.of("Hotel Aurora", "Nico (hotel)", "Nico", "nico.f", "+393330001101", "IT.1"))
                .isEqualTo("Hotel Aurora");
        assertThat(ShownName.of(null, "Nico (hotel)", "Nico", "nico.f", "+393330001101", "IT.1"))
                .isEqualTo("Nico (hotel)");
        assertThat(ShownName.of(null, null, "Nico", "nico.f", "+393330001101", "IT.1"))
                .isEqualTo("Nico");
        assertThat(ShownName.of(null, null, " ", "nico.f", "+393330001101", "IT.1"))
                .isEqualTo("nico.f");
    }

    @Test
    void a_number_is_shown_in_its_countrys_groups() {
        assertThat(ShownName.of(null, null, null, null, "+393330001101", "IT.1"))
                .isEqualTo("+39 333 000 1101");
    }

    @Test
    void of_an_id_the_country_and_the_end_are_enough() {
        assertThat(ShownName.of(null, null, null, null, null, "IT.7781930025541178"))
                .isEqualTo("IT.…1178");
        assertThat(ShownName.of(null, null, null, null, null, "IT.1")).isEqualTo("IT.1");
    }

    @Test
    void a_strangers_name_stays_on_one_line_and_turns_nothing_around() {
        assertThat(ShownName.tidy("nico 2.0 \u202e<b>x</b>\nriga")).isEqualTo("nico 2.0 <b>x</b> riga");
        assertThat(ShownName.tidy("\u200f \n")).isNull();
    }

    @Test
    void an_emoji_of_several_parts_stays_whole() {
        assertThat(ShownName.tidy("Nico\u200d🚴")).isEqualTo("Nico\u200d🚴");
    }
}
