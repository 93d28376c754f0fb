package org.centralino.simulator.scenario.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.centralino.simulator.platform.domain.Customer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlanksTest {
    private static final Customer IDA = Customer.of("Ida", "393330004001", null, Customer.Kind.ADDED);
    private static final Blanks.Surroundings HERE = new Blanks.Surroundings() {
        @Override
        public Instant now() {
            return Instant.ofEpochSecond(1_795_665_600);
        }

        @Override
        public @Nullable String business(String name) {
            return name.equals("number") ? "510000000000023" : null;
        }

        @Override
        public @Nullable String sample(String name) {
            return name.equals("photo.jpg") ? "AAAA" : null;
        }
    };

    private final Blanks blanks = new Blanks("one", 7, Map.of("ida", IDA), HERE);

    @Test
    void a_time_is_told_as_text_as_a_number_or_as_a_date() {
        assertThat(filled("${now}")).isEqualTo("1795665600");
        assertThat(filled("${now-90m}")).isEqualTo("1795660200");
        assertThat(filled("${int now+1d}")).isEqualTo(1_795_752_000L);
        assertThat(filled("${iso now}")).isEqualTo("2026-11-26T04:00:00Z");
    }

    @Test
    void an_id_is_the_same_within_one_playing_and_another_in_the_next() {
        var next = new Blanks("two", 7, Map.of(), HERE);

        assertThat(filled("${id a}")).isEqualTo(filled("${id a}")).isNotEqualTo(filled("${id b}"));
        assertThat(next.filled(Map.of("it", "${id a}")).get("it")).isNotEqualTo(filled("${id a}"));
    }

    @Test
    void what_is_left_to_chance_comes_out_the_same_for_the_same_seed() {
        var again = new Blanks("two", 7, Map.of(), HERE);
        var choices = Map.<String, Object>of("all", java.util.Collections.nCopies(20, "${any a|b|c}"));

        assertThat(blanks.filled(choices)).isEqualTo(again.filled(choices));
    }

    @Test
    void people_samples_numbers_and_answers_have_their_places() {
        blanks.keep("group", "17");

        assertThat(filled("${phone ida}, ${bsuid ida}, ${kept group}, ${number}, ${sample photo.jpg}"))
                .isEqualTo("393330004001, %s, 17, 510000000000023, AAAA".formatted(IDA.bsuid()));
        assertThat(String.valueOf(filled("${letters 3000000}"))).hasSize(3_000_000);
    }

    @Test
    void blanks_are_filled_wherever_they_stand_and_a_null_stays() {
        var filled = blanks.filled(Map.of("a", Arrays.asList(Map.of("b", "${number}"), null, 3, true)));

        assertThat(filled.get("a")).isEqualTo(Arrays.asList(Map.of("b", "510000000000023"), null, 3, true));
    }

    @Test
    void what_stands_for_nothing_is_refused() {
        for (var nothing : List.of("${phone bo}", "${sample x.exe}", "${kept x}", "${letters many}", "${wish}")) {
            assertThatThrownBy(() -> filled(nothing)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private @Nullable Object filled(String text) {
        return blanks.filled(Map.of("it", text)).get("it");
    }
}
