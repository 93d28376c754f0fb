package org.centralino.system.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededConversationTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final int SEED = 3;
    private static final List<SeededConversation> SOME = IntStream.range(0, 500)
            .mapToObj(n -> SeededConversation.of(SEED, n, 1 + n % 40, NOW))
            .toList();

    @Test
    void the_same_seed_makes_up_the_same() {
        assertThat(SeededConversation.of(SEED, 7, 20, NOW)).isEqualTo(SeededConversation.of(SEED, 7, 20, NOW));
        assertThat(SeededConversation.idOf(SEED, 7))
                .isEqualTo(SeededConversation.of(SEED, 7, 20, NOW).id());
    }

    @Test
    void another_seed_makes_up_other_people() {
        assertThat(SeededConversation.of(SEED + 1, 7, 20, NOW).customer().waId())
                .isNotEqualTo(SeededConversation.of(SEED, 7, 20, NOW).customer().waId());
    }

    @Test
    void nobody_shares_an_id_or_a_number() {
        assertThat(SOME).extracting(SeededConversation::id).doesNotHaveDuplicates();
        assertThat(SOME).extracting(it -> it.customer().waId()).doesNotHaveDuplicates();
        assertThat(SOME.stream().flatMap(it -> it.messages().stream()))
                .extracting(SeededMessage::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void messages_stand_in_the_order_of_their_times_and_none_is_in_the_future() {
        assertThat(SOME).allSatisfy(it -> {
            assertThat(it.messages()).extracting(SeededMessage::at).isSorted().allMatch(at -> at.isBefore(NOW));
            assertThat(it.messages())
                    .extracting(SeededMessage::sequence)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, it.messages().size())
                                    .boxed()
                                    .toList());
        });
    }

    @Test
    void a_customer_waits_since_the_first_message_that_nobody_answered() {
        assertThat(SOME)
                .filteredOn(it -> it.waitingSince() != null)
                .isNotEmpty()
                .allSatisfy(it -> {
                    var first = it.messages().get(it.answeredThrough());
                    assertThat(first.isInbound()).isTrue();
                    assertThat(it.waitingSince()).isEqualTo(first.at());
                });
    }

    @Test
    void only_who_held_a_conversation_answered_in_it() {
        assertThat(SOME)
                .allSatisfy(it -> assertThat(it.messages().stream().filter(message -> !message.isInbound()))
                        .allMatch(message -> message.author().equals(it.holder())
                                || message.author().equals(it.former())));
    }

    @Test
    void all_kinds_of_conversations_are_there() {
        assertThat(SOME).anyMatch(SeededConversation::isResolved);
        assertThat(SOME).anyMatch(it -> !it.isResolved() && it.holder() == null && it.epoch() == 0);
        assertThat(SOME).anyMatch(it -> !it.isResolved() && it.holder() == null && it.epoch() == 2);
        assertThat(SOME).anyMatch(it -> it.holder() != null && it.epoch() == 1);
        assertThat(SOME).anyMatch(it -> it.holder() != null && it.epoch() == 2);
        assertThat(SOME).anyMatch(it -> !it.notes().isEmpty());
        assertThat(SOME).anyMatch(it -> it.windowExpiresAt().isAfter(NOW));
    }
}
