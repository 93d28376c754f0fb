package org.centralino.outbound.channel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.centralino.outbound.channel.domain.BusinessProfile.Flaw;
import org.junit.jupiter.api.Test;

class BusinessProfileTest {

    @Test
    void what_is_not_named_is_right() {
        assertThat(new BusinessProfile(null, null, null, null, null, null, null).flaws())
                .isEmpty();
    }

    @Test
    void what_is_as_long_as_it_may_be_is_right() {
        var profile = new BusinessProfile(
                "😊".repeat(139),
                "a".repeat(256),
                "d".repeat(256),
                "ciao@casalume.example",
                List.of("https://casalume.example", "http://www.casalume.example/negozio"),
                "RETAIL",
                null);

        assertThat(profile.flaws()).isEmpty();
    }

    @Test
    void each_field_has_its_limit() {
        var profile = new BusinessProfile(
                "a".repeat(140),
                "a".repeat(257),
                "d".repeat(257),
                "e".repeat(129),
                List.of("a", "b", "c"),
                "SHOES",
                null);

        assertThat(profile.flaws())
                .extracting(Flaw::field, Flaw::code, Flaw::limit)
                .contains(
                        tuple("about", "too-long", 139),
                        tuple("address", "too-long", 256),
                        tuple("description", "too-long", 256),
                        tuple("email", "too-long", 128),
                        tuple("email", "malformed", null),
                        tuple("websites", "too-many", 2),
                        tuple("websites[2]", "malformed", null),
                        tuple("vertical", "unknown", null));
    }

    @Test
    void an_empty_address_takes_it_away_and_an_empty_about_is_refused() {
        assertThat(new BusinessProfile(null, "", "", "", List.of(), null, null).flaws())
                .isEmpty();
        assertThat(new BusinessProfile(" ", null, null, null, null, null, null).flaws())
                .extracting(Flaw::field, Flaw::code)
                .containsExactly(tuple("about", "empty"));
    }
}
