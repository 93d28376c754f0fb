package org.centralino.simulator.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.PlatformState;
import org.junit.jupiter.api.Test;

class NewIdentityTest {
    private static final Customer GIULIA = Customer.of("Giulia Ferri", "393475550198", null, Customer.Kind.REGULAR);

    @Test
    void who_moves_to_another_number_is_found_by_it_and_stays_the_same() {
        var moved = new NewIdentity("+39 333 000 0401", null, null, null, null).of(GIULIA);
        var state = new PlatformState();
        state.apply(new Fact.CustomerSaved(GIULIA));
        state.apply(new Fact.CustomerSaved(moved));

        assertThat(moved.id()).isEqualTo(GIULIA.id());
        assertThat(moved.bsuid()).isNotEqualTo(GIULIA.bsuid());
        assertThat(state.customer("+39 333 000 0401")).contains(moved);
        assertThat(state.customer(moved.bsuid())).contains(moved);
        assertThat(state.customers()).hasSize(1);
    }

    @Test
    void a_number_that_is_hidden_can_be_shown_again() {
        var hidden = new NewIdentity(null, null, true, "giulia.f", null).of(GIULIA);

        assertThat(hidden.phone()).isNull();
        assertThat(hidden.username()).isEqualTo("giulia.f");
        assertThat(new NewIdentity(null, null, false, null, null).of(hidden).phone())
                .isEqualTo("393475550198");
    }

    @Test
    void only_other_keys_are_told_and_only_when_wanted() {
        assertThat(new NewIdentity(null, true, null, null, null).isTold()).isTrue();
        assertThat(new NewIdentity(null, true, null, null, false).isTold()).isFalse();
        assertThat(new NewIdentity(null, null, true, "giulia.f", null).isTold()).isFalse();
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThat(new NewIdentity("12", null, null, null, null).objection()).isPresent();
    }
}
