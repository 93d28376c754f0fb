package org.centralino.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrangersTest {
    private static final String OFFICE = "203.0.113.7";

    private final Strangers<String> strangers = new Strangers<>(2);

    @Test
    void the_one_that_has_rested_longest_goes() {
        strangers.rest(OFFICE, "first");
        strangers.rest(OFFICE, "second");

        assertThat(strangers.work(OFFICE, "third")).contains("first");
    }

    @Test
    void who_has_worked_in_between_has_rested_less() {
        strangers.rest(OFFICE, "first");
        strangers.rest(OFFICE, "second");
        strangers.work(OFFICE, "first");
        strangers.rest(OFFICE, "first");

        assertThat(strangers.work(OFFICE, "third")).contains("second");
    }

    @Test
    void when_all_are_busy_the_new_one_goes() {
        strangers.work(OFFICE, "first");
        strangers.work(OFFICE, "second");

        assertThat(strangers.work(OFFICE, "third")).contains("third");
        assertThat(strangers.work(OFFICE, "second")).isEmpty();
    }

    @Test
    void who_has_left_makes_room() {
        strangers.work(OFFICE, "first");
        strangers.work(OFFICE, "second");
        strangers.leave(OFFICE, "first");

        assertThat(strangers.work(OFFICE, "third")).isEmpty();
    }

    @Test
    void other_addresses_have_room_of_their_own() {
        strangers.work(OFFICE, "first");
        strangers.work(OFFICE, "second");

        assertThat(strangers.work("203.0.113.8", "third")).isEmpty();
    }
}
