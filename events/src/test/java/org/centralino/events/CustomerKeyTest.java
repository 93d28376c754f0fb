package org.centralino.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.centralino.events.WhatsAppEvent.Customer;
import org.junit.jupiter.api.Test;

class CustomerKeyTest {
    private static final String NUMBER = "510000000000023";
    private static final CustomerKey KEY = new CustomerKey("local-key-secret");
    private static final Customer GIULIA =
            new Customer("IT.7781930025541178", null, "393330000042", "giulia.r", "Giulia Rossi");

    @Test
    void one_customer_at_one_number_has_one_key_for_ever() {
        assertThat(KEY.of(NUMBER, GIULIA)).isEqualTo("89fb303ed4034ca086a286461b0e3895");
        assertThat(KEY.of(NUMBER, knownByPhone("393330000042"))).isEqualTo("5aece7646b5cf05ec546a012215a6f4f");
    }

    @Test
    void a_key_shows_neither_phone_number_nor_name() {
        var keys = IntStream.range(0, 1_000).mapToObj(last -> "39333%07d".formatted(last));

        assertThat(keys)
                .allSatisfy(phone -> assertThat(KEY.of(NUMBER, knownByPhone(phone)))
                        .matches("[0-9a-f]{32}")
                        .doesNotContain(phone, phone.substring(2), NUMBER));
    }

    @Test
    void who_does_not_have_the_secret_cannot_find_the_number_by_trying_all_of_them() {
        var stranger = new CustomerKey("guessed");

        assertThat(stranger.of(NUMBER, knownByPhone("393330000042")))
                .isNotEqualTo(KEY.of(NUMBER, knownByPhone("393330000042")));
    }

    @Test
    void what_a_customer_changes_at_will_does_not_change_the_key() {
        var renamed = new Customer(GIULIA.bsuid(), GIULIA.parentBsuid(), GIULIA.waId(), "giulia.rossi", "Giulia");

        assertThat(KEY.of(NUMBER, renamed)).isEqualTo(KEY.of(NUMBER, GIULIA));
    }

    @Test
    void a_phone_number_that_is_withheld_does_not_change_the_key_of_who_has_a_bsuid() {
        var withheld = new Customer(GIULIA.bsuid(), null, null, null, null);

        assertThat(KEY.of(NUMBER, withheld)).isEqualTo(KEY.of(NUMBER, GIULIA));
    }

    @Test
    void two_customers_and_two_numbers_have_keys_of_their_own() {
        var keys = IntStream.range(0, 1_000)
                .boxed()
                .flatMap(last -> IntStream.range(0, 3)
                        .mapToObj(number -> KEY.of(NUMBER + number, knownByPhone("39333%07d".formatted(last)))));

        assertThat(keys).doesNotHaveDuplicates().hasSize(3_000);
    }

    @Test
    void what_concerns_nobody_has_a_key_too() {
        assertThat(KEY.of(NUMBER, new Customer(null, null, null, null, null))).matches("[0-9a-f]{32}");
    }

    private static Customer knownByPhone(String phone) {
        return new Customer(null, null, phone, null, "Giulia Rossi");
    }
}
