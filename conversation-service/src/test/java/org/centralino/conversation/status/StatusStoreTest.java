package org.centralino.conversation.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Desk.ofMessage;
import static org.centralino.conversation.Desk.written;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.MessageStatus;
import org.centralino.events.Pricing;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// How far our messages have come, as the platform reports it in any order.
@QuarkusTest
@RealInfrastructure
class StatusStoreTest {
    @Inject
    Pool database;

    @Test
    void the_database_ranks_statuses_as_the_contract_does() {
        assertThat(Arrays.stream(MessageStatus.values()))
                .allSatisfy(status -> assertThat(number("select message_status_rank('%s')".formatted(status.name())))
                        .isEqualTo(status.rank()));
    }

    @Test
    void a_status_that_comes_late_never_steps_back() {
        var conversation = heldByAnna();
        var message = accepted(conversation);
        PLATFORM.reports(Platform.status("wamid.out-" + message, "read", message));
        awaitStatus(conversation, message, "read");

        PLATFORM.reports(Platform.status("wamid.out-" + message, "delivered", message));
        everythingBeforeIsHandled();

        assertThat(StatusStoreTest.<String>of(conversation, message)).isEqualTo("read");
    }

    @Test
    void what_a_message_costs_is_kept_also_when_it_is_told_late() {
        var conversation = heldByAnna();
        var message = accepted(conversation);
        PLATFORM.reports(Platform.status("wamid.out-" + message, "delivered", message));
        awaitStatus(conversation, message, "delivered");

        PLATFORM.reports(Platform.status(
                "wamid.out-" + message,
                "sent",
                message,
                new Pricing("PMP", "regular", "service", true, Instant.parse("2026-12-02T09:00:00Z"))));

        Patience.await("the price is kept")
                .until(() -> "service".equals(ofMessage(conversation, message, "pricing.category"))
                        && "2026-12-02T09:00:00Z".equals(ofMessage(conversation, message, "pricing.freeUntil")));
    }

    @Test
    void all_statuses_of_a_message_that_come_at_once_leave_it_at_the_farthest() {
        var conversation = heldByAnna();
        var message = accepted(conversation);

        PLATFORM.reports(
                Platform.status("wamid.out-" + message, "read", null),
                Platform.status("wamid.out-" + message, "sent", message),
                Platform.status("wamid.out-" + message, "delivered", message));

        awaitStatus(conversation, message, "read");
    }

    @Test
    void a_status_without_our_id_marks_no_other_message() {
        var conversation = heldByAnna();
        var other = answered(conversation, 1);

        PLATFORM.reports(Platform.status("wamid.of-somebody-else-" + UUID.randomUUID(), "failed", null));
        everythingBeforeIsHandled();

        assertThat(StatusStoreTest.<String>of(conversation, other)).isEqualTo("queued");
    }

    @Test
    void a_status_that_names_a_customers_message_moves_nothing_and_does_not_circle() {
        var customer = Platform.somebody();
        var platformId = "wamid.in-" + UUID.randomUUID();
        PLATFORM.reports(
                Platform.message(customer, platformId, "Buongiorno", Instant.now()),
                Platform.status(platformId, "read", null));
        everythingBeforeIsHandled();

        Patience.await("it is parked, once")
                .until(() -> number("select count(*) from parked_status where platform_id = '%s'".formatted(platformId))
                        == 1);
    }

    @Test
    void a_status_that_came_first_waits_for_its_message() {
        var conversation = heldByAnna();
        var message = answered(conversation, 1);
        PLATFORM.reports(Platform.status("wamid.out-" + message, "delivered", null));
        everythingBeforeIsHandled();

        PLATFORM.accepted(conversation, message, "wamid.out-" + message);

        awaitStatus(conversation, message, "delivered");
    }

    private static UUID accepted(UUID conversation) {
        var message = answered(conversation, 1);
        PLATFORM.accepted(conversation, message, "wamid.out-" + message);
        awaitStatus(conversation, message, "accepted");
        return message;
    }

    /// The topic's records have one key here, so what is written behind them is shown after them.
    private static void everythingBeforeIsHandled() {
        written(Platform.somebody(), "Tutto il resto è passato");
    }

    private static <T> T of(UUID conversation, UUID message) {
        return ofMessage(conversation, message, "status");
    }

    private long number(String query) {
        return database.query(query)
                .execute()
                .map(rows -> ((Number) rows.iterator().next().getValue(0)).longValue())
                .await()
                .indefinitely();
    }
}
