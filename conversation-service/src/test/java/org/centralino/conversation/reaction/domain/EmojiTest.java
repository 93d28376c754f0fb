package org.centralino.conversation.reaction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {
    @ParameterizedTest
    @ValueSource(strings = {"👍", "👍🏽", "❤️", "👩‍👩‍👧", "🇮🇹", "3️⃣", "✅", "☺"})
    void one_emoji_may_stand_on_a_message_whatever_it_is_put_together_from(String emoji) {
        assertThat(Emoji.isOne(emoji)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "👍👍", "ok 👍", "3", "è", ":)", "\u0000"})
    void anything_else_may_not(String text) {
        assertThat(Emoji.isOne(text)).isFalse();
    }
}
