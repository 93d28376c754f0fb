package org.centralino.system.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.centralino.system.fault.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 500", "2, 2", "3, 3", "100, 1000", "2000, 20000", "100000, 1000000"})
    void there_are_as_many_messages_as_were_asked_for_and_no_conversation_is_empty(int conversations, int messages) {
        var lengths = new Scale(1, conversations, messages).lengths();

        assertThat(lengths).hasSize(conversations);
        assertThat(Arrays.stream(lengths).boxed()).allMatch(length -> length > 0);
        if (conversations > Scale.LONGEST_THREADS) {
            assertThat(Arrays.stream(lengths).sum()).isEqualTo(messages);
        }
    }

    @Test
    void most_threads_are_short_and_two_have_fifty_thousand_messages() {
        var lengths = new Scale(1, 100_000, 1_000_000).lengths();

        assertThat(lengths[0]).isEqualTo(50_000);
        assertThat(lengths[1]).isEqualTo(50_000);
        Arrays.sort(lengths);
        assertThat(lengths[50_000]).isBetween(3, 8);
        assertThat(lengths[99_000]).isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --conversations 0              | --conversations must be from 1 to 5,000,000, not 0.
            --conversations many           | --conversations must be a whole number, not 'many'.
            --conversations 9 --messages 8 | --messages must be from 9 to 100,000,000, not 8.
            --seed 50                      | --seed must be from 0 to 49, not 50.
            --seed 99999999999             | --seed must be from 0 to 49, not 2,147,483,647.
            """)
    void what_cannot_be_is_told_in_one_line(String words, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seed.scale(new Options(words.split(" "), "conversations", "messages", "seed")))
                .withMessage(told);
    }

    @Test
    void without_words_it_is_a_hundred_thousand_conversations_and_a_million_messages() {
        var scale = Seed.scale(new Options(new String[0], List.of(), "conversations"));

        assertThat(scale).isEqualTo(new Scale(1, 100_000, 1_000_000));
    }
}
