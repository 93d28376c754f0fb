package org.centralino.conversation.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTicketTest {
    private static final String SECRET = "a secret of all replicas";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID CONVERSATION = UUID.randomUUID();

    private final MediaTicket ticket = MediaTicket.of(ANNA, false, true, CONVERSATION, NOON);

    @Test
    void who_made_a_ticket_knows_it_again() {
        assertThat(MediaTicket.read(ticket.signed(SECRET), SECRET, NOON)).contains(ticket);
    }

    @Test
    void a_ticket_of_another_secret_is_none() {
        assertThat(MediaTicket.read(ticket.signed("another"), SECRET, NOON)).isEmpty();
    }

    @Test
    void a_ticket_is_good_for_at_least_ten_minutes_and_not_for_ever() {
        var text = ticket.signed(SECRET);

        assertThat(MediaTicket.read(text, SECRET, NOON.plus(Duration.ofMinutes(9))))
                .isPresent();
        assertThat(MediaTicket.read(text, SECRET, NOON.plus(Duration.ofMinutes(15))))
                .isEmpty();
    }

    @Test
    void tickets_of_nearly_one_time_are_equal_so_that_a_browser_finds_what_it_has_kept() {
        var aMinuteLater = MediaTicket.of(ANNA, false, true, CONVERSATION, NOON.plusSeconds(1));
        var twoMinutesLater = MediaTicket.of(ANNA, false, true, CONVERSATION, NOON.plusSeconds(120));

        assertThat(twoMinutesLater.signed(SECRET)).isEqualTo(aMinuteLater.signed(SECRET));
    }

    @Test
    void no_letter_of_a_ticket_can_be_changed() {
        var text = ticket.signed(SECRET);

        for (var at = 0; at < text.length(); at++) {
            var changed = new StringBuilder(text);
            changed.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');
            assertThat(MediaTicket.read(changed.toString(), SECRET, NOON).filter(it -> !it.equals(ticket)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "AAAA", "ff ff"})
    void what_is_no_ticket_at_all_is_none(String text) {
        assertThat(MediaTicket.read(text, SECRET, NOON)).isEmpty();
    }
}
