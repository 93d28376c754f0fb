package org.centralino.conversation.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.centralino.conversation.contact.ConsentRows.Said;
import org.centralino.events.Consent.Source;
import org.junit.jupiter.api.Test;

/// Which of two things that a person said about advertising counts.
class SaidTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void what_was_said_last_counts() {
        assertThat(said(false, Source.CUSTOMER, NOON).outweighs(said(true, Source.OPERATOR, NOON.minusSeconds(1))))
                .isTrue();
        assertThat(said(true, Source.OPERATOR, NOON.minusSeconds(1)).outweighs(said(false, Source.CUSTOMER, NOON)))
                .isFalse();
    }

    @Test
    void the_yes_of_a_file_counts_less_than_anything_else_also_when_that_is_older() {
        var imported = said(true, Source.IMPORT, NOON);
        var withdrawn = said(false, Source.CUSTOMER, NOON.minusSeconds(60));

        assertThat(imported.outweighs(withdrawn)).isFalse();
        assertThat(withdrawn.outweighs(imported)).isTrue();
    }

    @Test
    void the_no_of_a_file_counts_as_what_it_is() {
        assertThat(said(false, Source.IMPORT, NOON).outweighs(said(true, Source.OPERATOR, NOON.minusSeconds(1))))
                .isTrue();
    }

    private static Said said(boolean given, Source source, Instant at) {
        return new Said(UUID.randomUUID(), given, source, "so", null, at);
    }
}
