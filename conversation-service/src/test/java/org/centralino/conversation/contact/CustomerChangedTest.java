package org.centralino.conversation.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.says;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.centralino.events.WhatsAppEvent.CustomerChanged.What;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// Customers who have his keys than before.
@QuarkusTest
@RealInfrastructure
class CustomerChangedTest {

    @Test
    void who_has_another_id_stays_in_his_conversation_and_nothing_is_unread() {
        var giulio = Platform.somebody();
        var his = written(giulio, "Buongiorno");
        var before = conversation(his).extract();
        var now = anotherId();

        PLATFORM.reports(change(What.IDENTITY, giulio, now));
        awaitLine(his, "customer-changed-identity");

        conversation(his)
                .body("unread", equalTo(before.<Integer>path("unread")))
                .body("lastSequence", equalTo(before.<Integer>path("lastSequence")))
                .body("windowExpiresAt", equalTo(before.<String>path("windowExpiresAt")))
                .body("contact.phone", equalTo("+" + giulio.waId()));
        PLATFORM.reports(Platform.message(now, "Sono sempre io", Instant.now()));
        awaitMessages(his, 2);
        PLATFORM.reports(Platform.message(
                new Customer(giulio.bsuid(), null, null, null, "Giulio"), "In ritardo", Instant.now()));
        awaitMessages(his, 3);
    }

    @Test
    void told_in_both_forms_it_is_one_line() {
        var giulio = Platform.somebody();
        var his = written(giulio, "Buongiorno");
        var now = anotherId();

        PLATFORM.reports(change(What.IDENTITY, giulio, now), change(What.IDENTITY, giulio, now));
        PLATFORM.reports(Platform.message(now, "Fatto", Instant.now()));
        awaitMessages(his, 2);

        assertThat(lines(his)).containsOnlyOnce("customer-changed-identity");
    }

    @Test
    void who_announced_it_before_he_ever_wrote_is_one_customer() {
        var giulio = Platform.somebody();
        var now = new Customer("IT.new-" + UUID.randomUUID(), null, null, null, "Giulio");
        PLATFORM.reports(change(What.IDENTITY, giulio, now));

        var his = written(giulio, "Con la vecchia");
        PLATFORM.reports(Platform.message(now, "Con la nuova", Instant.now()));

        awaitMessages(his, 2);
    }

    @Test
    void what_he_withdrew_under_one_id_holds_under_the_other_once_both_are_told_to_be_his() {
        var giulio = Platform.somebody();
        var his = written(giulio, "Con la vecchia");
        var since = Platform.somebody();
        says(his, true, "Asked at the counter.").statusCode(200);
        says(written(since, "Con la nuova"), false, "Wrote that it is too much.")
                .statusCode(200);

        PLATFORM.reports(change(What.IDENTITY, giulio, new Customer(since.bsuid(), null, null, null, "Giulio")));
        awaitLine(his, "customer-changed-identity");

        assertThat(lines(his)).contains("consent-withdrawn");
    }

    @Test
    void a_number_that_another_customer_has_is_not_taken_from_her() {
        var elena = Platform.somebody();
        var hers = written(elena, "Sono Elena");
        var giulio = Platform.somebody();
        var his = written(giulio, "Sono Giulio");
        var now = new Customer("IT.new-" + UUID.randomUUID(), null, elena.waId(), null, null);

        PLATFORM.reports(change(What.NUMBER, giulio, now));
        awaitLine(his, "customer-changed-number");

        conversation(hers).body("contact.phone", equalTo("+" + elena.waId()));
        conversation(his).body("contact.phone", nullValue());
        PLATFORM.reports(Platform.message(now, "Dal nuovo numero", Instant.now()));
        awaitMessages(his, 2);
        conversation(his).body("contact.phone", nullValue());
    }

    @Test
    void another_device_leaves_a_line_and_nothing_to_answer() {
        var giulio = Platform.somebody();
        var his = written(giulio, "Buongiorno");

        var change = change(What.DEVICE, giulio, giulio);
        PLATFORM.reports(change, change);
        awaitLine(his, "customer-changed-device");

        PLATFORM.reports(Platform.message(giulio, "Eccomi", Instant.now()));
        awaitMessages(his, 2);
        assertThat(lines(his)).containsOnlyOnce("customer-changed-device");
    }

    private static CustomerChanged change(What what, Customer before, Customer now) {
        return new CustomerChanged(
                Platform.NUMBER,
                "wamid." + UUID.randomUUID(),
                new Customer(before.bsuid(), null, null, null, null),
                now,
                what,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Instant.now(),
                "{}");
    }

    private static Customer anotherId() {
        return new Customer("IT.new-" + UUID.randomUUID(), null, null, null, "Giulio");
    }

    private static List<String> lines(UUID conversation) {
        return as("carla")
                .get("/api/conversations/{id}/history", conversation)
                .then()
                .statusCode(200)
                .extract()
                .path("items.kind");
    }

    private static void awaitLine(UUID conversation, String kind) {
        Patience.await("the history says " + kind)
                .until(() -> lines(conversation).contains(kind));
    }

    private static void awaitMessages(UUID conversation, int count) {
        Patience.await("the conversation has %d messages".formatted(count))
                .until(() -> conversation(conversation).extract().<Integer>path("lastSequence") == count);
    }
}
