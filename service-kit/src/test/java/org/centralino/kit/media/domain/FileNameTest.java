package org.centralino.kit.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:05Z");

    @ParameterizedTest
    @ValueSource(
            strings = {"Número 7 – Società «Perù»; \"bozza\".pdf", "Rechnung Nr. 7.pdf", "foto 👨‍👩‍👧.jpg", "ordine"})
    void an_honest_name_stays_as_it_is(String name) {
        assertThat(named(name)).isEqualTo(name);
    }

    @Test
    void a_name_that_turns_its_direction_shows_its_true_ending() {
        assertThat(named("fattura\u202efdp.exe")).isEqualTo("fatturafdp.exe");
    }

    @Test
    void a_name_has_no_folders_and_one_line_and_is_cut_in_its_middle() {
        var name = named("../../fattura\u202efdp.exe\n" + "x".repeat(240) + ".exe");

        assertThat(name).startsWith("fatturafdp.exe xxx").endsWith("xxx.exe").contains("x…x");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({"C:\\Users\\Enzo\\a.pdf, a.pdf", "/etc/passwd, passwd", "...bashrc, bashrc", "a.pdf..., a.pdf"})
    void where_it_stood_and_what_hides_it_is_left_out(String given, String shown) {
        assertThat(named(given)).isEqualTo(shown);
    }

    @Test
    void characters_are_not_cut_in_half() {
        assertThat(named("👍".repeat(200)).codePoints())
                .allMatch(letter -> letter == "👍".codePointAt(0) || letter == '…');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "..", "../", "\u202e\u200b"})
    void what_is_no_name_gets_one_of_kind_and_time(String given) {
        assertThat(named(given)).isEqualTo("document-2026-11-22-120005.pdf");
    }

    @Test
    void a_photo_is_called_after_its_time() {
        assertThat(FileName.of(null, FileKind.IMAGE, "image/jpeg", NOON)).isEqualTo("image-2026-11-22-120005.jpg");
        assertThat(FileName.of(null, FileKind.IMAGE, FileType.NEUTRAL, NOON)).isEqualTo("image-2026-11-22-120005.bin");
    }

    private static String named(String given) {
        return FileName.of(given, FileKind.DOCUMENT, "application/pdf", NOON);
    }
}
