package org.centralino.conversation.reaction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.events.MessageStatus;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.centralino.events.Reaction;
import org.junit.jupiter.api.Test;

class WishTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Person ANNA = new Person(new UUID(0, 1), "Anna Ricci");
    private static final Reaction HIS = new Reaction("🙏", null, NOON);
    private static final Reaction OURS = new Reaction("👍", ANNA, NOON, null, MessageStatus.ACCEPTED, null);
    private static final PlatformError TOO_OLD = new PlatformError(131009, "Parameter value is not valid", null);

    @Test
    void ours_stands_beside_the_customers_while_the_platform_is_asked() {
        assertThat(wish("❤️", null).asked(List.of(HIS))).containsExactly(HIS, ours("❤️", MessageStatus.QUEUED, null));
    }

    @Test
    void of_ours_there_is_one() {
        assertThat(wish("❤️", OURS).asked(List.of(OURS, HIS)))
                .containsExactly(HIS, ours("❤️", MessageStatus.QUEUED, null));
    }

    @Test
    void what_the_platform_has_done_stands() {
        var queued = wish("❤️", null).asked(List.of());

        assertThat(wish("❤️", null).answered(queued, null)).containsExactly(ours("❤️", MessageStatus.ACCEPTED, null));
    }

    @Test
    void what_the_platform_refused_is_shown_as_failed_with_its_reason() {
        assertThat(wish("❤️", null).answered(List.of(HIS), TOO_OLD))
                .containsExactly(HIS, ours("❤️", MessageStatus.FAILED, TOO_OLD));
    }

    @Test
    void what_could_not_be_taken_away_is_back() {
        assertThat(wish(null, OURS).asked(List.of(OURS, HIS))).containsExactly(HIS);
        assertThat(wish(null, OURS).answered(List.of(HIS), TOO_OLD))
                .containsExactly(HIS, ours("👍", MessageStatus.FAILED, TOO_OLD));
    }

    @Test
    void a_wish_is_fulfilled_when_the_message_looks_like_it_and_nothing_failed() {
        assertThat(Wish.isFulfilled(List.of(HIS, OURS), "👍")).isTrue();
        assertThat(Wish.isFulfilled(List.of(HIS, OURS), "❤️")).isFalse();
        assertThat(Wish.isFulfilled(List.of(ours("👍", MessageStatus.FAILED, TOO_OLD)), "👍"))
                .isFalse();
        assertThat(Wish.isFulfilled(List.of(HIS), null)).isTrue();
        assertThat(Wish.isFulfilled(List.of(OURS), null)).isFalse();
    }

    private static Wish wish(String emoji, Reaction former) {
        return new Wish(new UUID(0, 2), new UUID(0, 3), emoji, ANNA, NOON, former);
    }

    private static Reaction ours(String emoji, MessageStatus status, PlatformError error) {
        return new Reaction(emoji, ANNA, NOON, null, status, error);
    }
}
