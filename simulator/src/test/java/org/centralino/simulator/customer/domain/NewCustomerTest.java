package org.centralino.simulator.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.simulator.customer.domain.NewCustomer.Objection;
import org.junit.jupiter.api.Test;

class NewCustomerTest {

    @Test
    void with_a_number_the_number_is_the_id_and_the_bsuid_begins_with_its_country() {
        var customer = new NewCustomer(" Zoë ", "+90 555 010 2299", "").customer();

        assertThat(customer.id()).isEqualTo("905550102299");
        assertThat(customer.name()).isEqualTo("Zoë");
        assertThat(customer.bsuid()).matches("TR\\.\\d{16}");
        assertThat(customer.username()).isNull();
    }

    @Test
    void without_a_number_the_bsuid_is_the_id() {
        var customer = new NewCustomer("Ada", null, "@ada.lovelace").customer();

        assertThat(customer.phone()).isNull();
        assertThat(customer.id()).isEqualTo(customer.bsuid());
        assertThat(customer.username()).isEqualTo("ada.lovelace");
    }

    @Test
    void what_is_wrong_is_said() {
        assertThat(new NewCustomer(" ", "+393470000000", null).objection()).contains(Objection.NAME_MISSING);
        assertThat(new NewCustomer("A".repeat(81), "+393470000000", null).objection())
                .contains(Objection.NAME_TOO_LONG);
        assertThat(new NewCustomer("Ada", " ", null).objection()).contains(Objection.ADDRESS_MISSING);
        assertThat(new NewCustomer("Ada", "12", null).objection()).contains(Objection.PHONE_INVALID);
        assertThat(new NewCustomer("Ada", null, "a b").objection()).contains(Objection.USERNAME_INVALID);
        assertThat(new NewCustomer("Ada", "+393470000000", "ada").objection()).isEmpty();
    }
}
