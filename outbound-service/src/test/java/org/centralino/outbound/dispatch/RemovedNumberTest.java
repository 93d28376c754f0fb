package org.centralino.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.centralino.events.OutboundEvent.MessageRefused;
import org.centralino.outbound.OwnNumbers;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A number that was taken away sends nothing.
@QuarkusTest
class RemovedNumberTest extends Outbound {
    private static final String REMOVED = "510000000000029";

    @Inject
    OwnNumbers numbers;

    @BeforeEach
    void remove() throws SQLException {
        execute("""
                insert into channel (phone_number_id, number, name, of_settings, added_at, removed_at, told_at)
                values ('%s', '390699990009', 'Bari', false, now(), now(), now())""".formatted(REMOVED));
        Patience.await("the replica knows").until(() -> numbers.wasRemoved(REMOVED));
    }

    @AfterEach
    void forget() throws SQLException {
        execute("delete from channel where phone_number_id = '%s'".formatted(REMOVED));
    }

    @Test
    void a_reply_is_refused_with_the_reason_and_never_called() {
        var reply = replyFrom(REMOVED);

        queue(reply);

        Patience.await("the refusal")
                .untilAsserted(() -> assertThat(topic.toldAbout(reply.messageId()))
                        .last()
                        .isInstanceOfSatisfying(
                                MessageRefused.class,
                                refused -> assertThat(refused.error().title())
                                        .isEqualTo("This number is not connected any more")));
        assertThat(platform.callsOf(reply.messageId())).isEmpty();
    }
}
