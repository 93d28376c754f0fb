package org.centralino.conversation.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.WhatsAppEvent.Customer;
import org.junit.jupiter.api.Test;

/// A phone number that passed to somebody else.
@QuarkusTest
@RealInfrastructure
class KeyMovedTest {

    @Test
    void the_former_owner_is_not_reached_by_it_any_more() {
        var giulia = Platform.somebody();
        var hers = written(giulia, "Sono Giulia");
        var marco = new Customer("IT.marco-" + UUID.randomUUID(), null, giulia.waId(), null, "Marco Conti");

        var his = written(marco, "Ora il numero è mio");

        assertThat(his).isNotEqualTo(hers);
        conversation(hers).body("contact.phone", nullValue());
        conversation(his).body("contact.phone", equalTo("+" + giulia.waId()));
    }

    @Test
    void both_histories_tell_it() {
        var giulia = Platform.somebody();
        var hers = written(giulia, "Sono Giulia");
        written(new Customer("IT.marco-" + UUID.randomUUID(), null, giulia.waId(), null, "Marco Conti"), "Eccomi");

        as("carla").get("/api/conversations/{id}/history", hers).then().body("items.kind", hasItem("key-moved"));
    }

    @Test
    void two_contacts_that_claim_one_key_are_never_merged_by_themselves() {
        var number = Platform.somebody().waId();
        var byNumber = written(new Customer(null, null, number, null, "Senza nome"), "Da un numero");
        var bsuid = "IT.giulia-" + UUID.randomUUID();
        PLATFORM.reports(Platform.message(
                new Customer(bsuid, null, null, "giulia.f", "Giulia Ferri"), "Senza numero", java.time.Instant.now()));

        var both = written(new Customer(bsuid, null, number, null, "Giulia Ferri"), "Con tutti e due");

        assertThat(both).isNotEqualTo(byNumber);
        conversation(byNumber).body("contact.phone", nullValue());
    }
}
