package org.centralino.conversation.thread;

import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.PhoneContactChanged;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// What the address book of the phone beside our number calls people.
@QuarkusTest
@RealInfrastructure
class PhoneBookTest {
    private final Customer customer = Platform.somebody();
    private final Instant now = Instant.now();
    private final String name = "Fioraio " + UUID.randomUUID();

    @Test
    void a_customer_is_called_as_the_phone_calls_him_until_it_does_not_any_more() {
        var conversation = written(customer, "Buongiorno");

        PLATFORM.reports(called(name, now));
        awaitName(conversation, name);

        String contact = conversation(conversation).extract().path("contact.id");
        as("anna")
                .get("/api/contacts/{id}", contact)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("phoneBookName", equalTo(name))
                .body("profileName", equalTo("Giulia Ferri"));

        PLATFORM.reports(called(null, now.plusSeconds(10)));
        awaitName(conversation, "Giulia Ferri");
        as("anna").get("/api/contacts/{id}", contact).then().body("phoneBookName", nullValue());
    }

    @Test
    void what_was_told_of_an_earlier_time_changes_nothing() {
        var conversation = written(customer, "Buongiorno");
        PLATFORM.reports(
                called(name, now), called("Di prima", now.minusSeconds(60)), called(null, now.minusSeconds(30)));

        PLATFORM.reports(Platform.message(customer, "Ancora io", Instant.now()));
        Patience.await("the second message")
                .untilAsserted(() -> conversation(conversation).body("lastSequence", equalTo(2)));

        conversation(conversation).body("contact.name", equalTo(name));
    }

    @Test
    void who_never_wrote_is_found_by_that_name_and_has_no_conversation() {
        PLATFORM.reports(called(name, now), called(name, now));

        Patience.await("the contact")
                .untilAsserted(() -> as("anna")
                        .get("/api/contacts?search={name}", name)
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body("items[0].name", equalTo(name)));
        String contact = as("anna").get("/api/contacts?search={name}", name).path("items[0].id");
        as("anna").get("/api/contacts/{id}", contact).then().body("conversations", empty());

        var conversation = written(customer, "Eccomi");
        conversation(conversation).body("contact.id", equalTo(contact)).body("contact.name", equalTo(name));
    }

    private PhoneContactChanged called(String by, Instant at) {
        return new PhoneContactChanged(
                Platform.NUMBER,
                new Customer(customer.bsuid(), null, customer.waId(), null, null),
                by,
                at,
                Instant.now(),
                "{}");
    }

    private static void awaitName(UUID conversation, String expected) {
        Patience.await("the conversation is called " + expected)
                .untilAsserted(() -> conversation(conversation).body("contact.name", equalTo(expected)));
    }
}
