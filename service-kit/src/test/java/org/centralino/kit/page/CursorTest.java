package org.centralino.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.centralino.kit.page.Cursor.Position;
import org.centralino.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Instant TIME = Instant.parse("2026-11-22T15:00:01.312906Z");
    private static final UUID ID = UUID.fromString("01a1f452-5980-73a9-941c-5f0e2a6c8d10");
    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Test
    void says_where_a_page_ended() {
        assertThat(Cursor.read(Cursor.of(TIME, ID))).isEqualTo(new Position(TIME, ID.toString()));
        assertThat(Cursor.read(Cursor.of(TIME, ID)).id()).isEqualTo(ID);
        assertThat(Cursor.read(Cursor.of(TIME, 42L)).number()).isEqualTo(42);
    }

    @Test
    void keeps_every_time_and_every_tie_breaker() {
        var times =
                List.of(Instant.EPOCH, Instant.EPOCH.minusNanos(1), Instant.MIN, Instant.MAX, TIME, TIME.plusNanos(7));
        var tieBreakers = List.of("", "0", "-1", "a|b", "è|漢👍", "x".repeat(500));

        assertThat(times)
                .allSatisfy(time -> assertThat(tieBreakers)
                        .allSatisfy(tieBreaker -> assertThat(Cursor.read(Cursor.of(time, tieBreaker)))
                                .isEqualTo(new Position(time, tieBreaker))));
    }

    @Test
    void needs_no_escaping_in_an_address() {
        assertThat(Cursor.of(TIME, "a|b?&=/+ è")).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void none_means_the_first_page() {
        assertThat(Cursor.read(null)).isNull();
        assertThat(Cursor.read("")).isNull();
    }

    @Test
    void is_refused_when_any_of_its_characters_was_changed() {
        var cursors = Stream.of(Cursor.of(TIME, ID), Cursor.of(TIME, 7), Cursor.of(TIME, 71), Cursor.of(TIME, 712));

        assertThat(cursors.flatMap(CursorTest::everyOtherSpelling))
                .hasSizeGreaterThan(10_000)
                .allSatisfy(altered -> assertInvalid(() -> Cursor.read(altered)));
    }

    @Test
    void is_refused_when_any_bit_behind_the_base64_was_changed() {
        var bytes = Base64.getUrlDecoder().decode(Cursor.of(TIME, ID));

        assertThat(IntStream.range(0, bytes.length * Byte.SIZE)).allSatisfy(bit -> {
            var altered = bytes.clone();
            altered[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertInvalid(() -> Cursor.read(base64(altered)));
        });
    }

    @Test
    void is_refused_when_something_was_cut_off_or_added() {
        var cursor = Cursor.of(TIME, ID);

        assertThat(IntStream.range(1, cursor.length())).allSatisfy(length -> {
            assertInvalid(() -> Cursor.read(cursor.substring(0, length)));
            assertInvalid(() -> Cursor.read(cursor.substring(length)));
        });
        assertThat(List.of("=", "==", " ", "A", "\n", "%20", "\0"))
                .allSatisfy(more -> assertInvalid(() -> Cursor.read(cursor + more)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "next",
                "null",
                "è",
                "' or 1=1 --",
                "AAAA",
                "AAAAAA",
                "../../etc/passwd",
                "01a1f452-5980-73a9-941c-5f0e2a6c8d10",
                "2026-11-22T15:00:00Z"
            })
    void what_never_was_one_is_refused(String text) {
        assertInvalid(() -> Cursor.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "12|x",
                "12.|x",
                ".12|x",
                "a.b|x",
                "12.13",
                "9223372036854775807.0|x",
                "9223372036854775807.999999999999|x",
                "99999999999999999999.0|x"
            })
    void one_that_was_made_up_with_a_right_checksum_is_refused_and_does_no_harm(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32C();
        crc.update(bytes);
        var forged = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt((int) crc.getValue())
                .put(bytes)
                .array();

        assertInvalid(() -> Cursor.read(base64(forged)));
    }

    @Test
    void one_of_another_list_is_refused() {
        var ofHistory = Cursor.read(Cursor.of(TIME, 42L));
        var ofConversations = Cursor.read(Cursor.of(TIME, ID));

        assertInvalid(ofHistory::id);
        assertInvalid(ofConversations::number);
    }

    private static Stream<String> everyOtherSpelling(String cursor) {
        return IntStream.range(0, cursor.length())
                .boxed()
                .flatMap(at -> BASE64URL
                        .chars()
                        .filter(character -> character != cursor.charAt(at))
                        .mapToObj(character -> cursor.substring(0, at) + (char) character + cursor.substring(at + 1)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void assertInvalid(ThrowingCallable reading) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(reading)
                .extracting(ProblemException::problem)
                .satisfies(problem -> {
                    assertThat(problem.reasonKey()).isEqualTo("invalid-cursor");
                    assertThat(problem.status()).isEqualTo(400);
                });
    }
}
