package org.centralino.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnicodeTextTest {
    private static final long SEED = 20261122;
    private static final int TEXTS = 2_000;
    private static final int LONGEST = 40;

    /// Texts of arbitrary char values, rich in what goes wrong: U+0000, halves of surrogate pairs in any
    /// order, the edges of their range.
    static Stream<String> texts() {
        var random = new Random(SEED);
        return Stream.generate(() -> text(random)).limit(TEXTS);
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(LONGEST))
                .mapToObj(_ -> String.valueOf(character(random)))
                .collect(Collectors.joining());
    }

    private static char character(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> '\0';
            case 1 -> (char) random.nextInt(Character.MIN_HIGH_SURROGATE, Character.MAX_HIGH_SURROGATE + 1);
            case 2 -> (char) random.nextInt(Character.MIN_LOW_SURROGATE, Character.MAX_LOW_SURROGATE + 1);
            case 3 -> "\uD7FF\uE000\uFFFD\uFFFE\uFFFF".charAt(random.nextInt(5));
            case 4 -> "aèß漢 \n".charAt(random.nextInt(6));
            default -> (char) random.nextInt(Character.MAX_VALUE + 1);
        };
    }

    @Test
    void whatever_comes_can_be_stored_afterwards() {
        assertThat(texts().map(UnicodeText::storable)).allMatch(UnicodeText::isStorable);
    }

    @Test
    void whatever_comes_has_a_utf_8_form_afterwards_and_no_u_0000() {
        assertThat(texts().map(UnicodeText::storable))
                .allMatch(UnicodeTextTest::hasUtf8Form)
                .noneMatch(text -> text.contains("\0"));
    }

    @Test
    void what_can_be_stored_is_left_alone() {
        assertThat(texts().filter(UnicodeText::isStorable))
                .allSatisfy(text -> assertThat(UnicodeText.storable(text)).isSameAs(text));
    }

    @Test
    void text_can_be_stored_exactly_when_it_has_a_utf_8_form_and_no_u_0000() {
        assertThat(texts())
                .allSatisfy(text ->
                        assertThat(UnicodeText.isStorable(text)).isEqualTo(hasUtf8Form(text) && !text.contains("\0")));
    }

    @Test
    void doing_it_twice_changes_nothing() {
        assertThat(texts().map(UnicodeText::storable))
                .allSatisfy(once -> assertThat(UnicodeText.storable(once)).isEqualTo(once));
    }

    @Test
    void every_character_keeps_its_place() {
        assertThat(texts()).allSatisfy(text -> {
            var before = text.codePoints().toArray();
            var after = UnicodeText.storable(text).codePoints().toArray();

            assertThat(after).hasSameSizeAs(before);
            assertThat(IntStream.range(0, before.length))
                    .allMatch(at -> after[at] == before[at] || after[at] == 0xFFFD);
        });
    }

    static Stream<Arguments> examples() {
        return Stream.of(
                example("ciao", "ciao"),
                example("", ""),
                example("a\0b", "a\uFFFDb"),
                example("👍", "👍"),
                example("\uD83D", "\uFFFD"),
                example("\uDC4D\uD83D", "\uFFFD\uFFFD"),
                example("\uD83D\uD83D\uDC4D", "\uFFFD👍"));
    }

    private static Arguments example(String from, String to) {
        return Arguments.of(from, to);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void what_cannot_be_stored_becomes_a_replacement_character(String from, String to) {
        assertThat(UnicodeText.storable(from)).isEqualTo(to);
    }

    private static boolean hasUtf8Form(String text) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException none) {
            return false;
        }
    }
}
