package org.centralino.simulator.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.centralino.simulator.platform.domain.Customer;
import org.junit.jupiter.api.Test;

/// The expected form is the fact sheet's (section 4.7).
class SystemPartsTest {
    private static final Instant AT = Instant.ofEpochSecond(1_795_359_600);
    private static final Customer GIULIA = Customer.of("Giulia Ferri", "393475550198", null, Customer.Kind.REGULAR);

    @Test
    void another_number_is_told_under_the_former_one() {
        var moved = GIULIA.movedTo("393330000401");

        var part = SystemParts.changed(moved, "393475550198", GIULIA.bsuid(), "510000000000023", "wamid.1", AT);

        assertThat(part.contact()).isNull();
        assertThat(part.content())
                .containsEntry("from", "393475550198")
                .containsEntry("type", "system")
                .containsEntry(
                        "system",
                        Map.of(
                                "type", "user_changed_number",
                                "body", "User changed number",
                                "wa_id", "393330000401",
                                "user_id", moved.bsuid(),
                                "previous_user_id", GIULIA.bsuid()));
    }

    @Test
    void another_id_is_told_by_nobody() {
        var renewed = GIULIA.withAnotherId();

        var part = SystemParts.changed(renewed, null, GIULIA.bsuid(), "510000000000023", "wamid.1", AT);

        assertThat(renewed.bsuid()).isNotEqualTo(GIULIA.bsuid());
        assertThat(part.content())
                .doesNotContainKey("from")
                .extractingByKey("system")
                .isEqualTo(Map.of(
                        "type",
                        "user_changed_user_id",
                        "body",
                        "User changed identifier",
                        "user_id",
                        renewed.bsuid(),
                        "previous_user_id",
                        GIULIA.bsuid()));
    }
}
