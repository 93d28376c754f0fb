package org.centralino.conversation.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.contact.domain.Recognition.Kind;
import org.centralino.conversation.contact.domain.Recognition.Known;
import org.centralino.conversation.contact.domain.Recognition.New;
import org.centralino.events.WhatsAppEvent.Customer;
import org.junit.jupiter.api.Test;

class RecognitionTest {
    private static final UUID GIULIA = new UUID(0, 42);
    private static final UUID MARCO = new UUID(0, 43);
    private static final Key BSUID = new Key(Kind.BSUID, "IT.7781930025541178");
    private static final Key WA_ID = new Key(Kind.WA_ID, "393330000042");

    @Test
    void nobody_that_we_know_is_new_with_every_key() {
        assertThat(Recognition.of(customer(BSUID.value(), WA_ID.value()), Map.of(), Map.of()))
                .isEqualTo(new New(List.of(BSUID, WA_ID)));
    }

    @Test
    void a_customer_is_known_by_his_bsuid_when_the_phone_number_is_withheld() {
        assertThat(Recognition.of(customer(BSUID.value(), null), Map.of(BSUID, GIULIA), Map.of(GIULIA, BSUID.value())))
                .isEqualTo(new Known(GIULIA, List.of()));
    }

    @Test
    void a_customer_known_by_phone_number_gets_his_bsuid_written_down() {
        assertThat(Recognition.of(customer(BSUID.value(), WA_ID.value()), Map.of(WA_ID, GIULIA), Map.of()))
                .isEqualTo(new Known(GIULIA, List.of(BSUID)));
    }

    @Test
    void when_two_contacts_turn_out_to_be_one_the_bsuid_decides_and_the_number_passes_to_it() {
        var owners = Map.of(BSUID, GIULIA, WA_ID, MARCO);

        assertThat(Recognition.of(customer(BSUID.value(), WA_ID.value()), owners, Map.of(GIULIA, BSUID.value())))
                .isEqualTo(new Known(GIULIA, List.of(WA_ID)));
    }

    @Test
    void a_recycled_phone_number_does_not_join_two_people() {
        var stranger = customer("IT.9005512218840031", WA_ID.value());

        assertThat(Recognition.of(stranger, Map.of(WA_ID, GIULIA), Map.of(GIULIA, BSUID.value())))
                .isEqualTo(new New(List.of(new Key(Kind.BSUID, "IT.9005512218840031"), WA_ID)));
    }

    @Test
    void a_number_in_another_spelling_is_the_same_number() {
        var withoutNinth = new Key(Kind.WA_ID, "551187654321");
        var customer = customer(null, withoutNinth.value());

        assertThat(Recognition.of(customer, Map.of(new Key(Kind.WA_ID, "5511987654321"), GIULIA), Map.of()))
                .isEqualTo(new Known(GIULIA, List.of()));
    }

    private static Customer customer(String bsuid, String waId) {
        return new Customer(bsuid, null, waId, null, "Giulia Rossi");
    }
}
