package org.centralino.conversation.addressbook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    @Test
    void what_is_written_is_read_again() {
        var lines = List.of(
                List.of("own_name", "city"),
                List.of("Rossi, \"Anna\"", "Lucca;\nItalia"),
                List.of("'apostrofo", "=SUM(A1)"));

        assertThat(CsvText.read(CsvText.write(List.copyOf(lines)))).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+39 333 000 0001", "-1", "@cmd", "\tx", "\rx"})
    void no_cell_is_a_formula(String cell) {
        var written = CsvText.write(List.of(List.of(cell)));

        assertThat(written).matches("(?s)\"?'.*");
    }

    @Test
    void a_spreadsheet_may_have_put_semicolons_and_a_byte_order_mark() {
        assertThat(CsvText.read("\uFEFFphone;own_name\r\n393330000001;Rossi, Anna\r\n\r\n"))
                .isEqualTo(List.of(List.of("phone", "own_name"), List.of("393330000001", "Rossi, Anna")));
    }
}
