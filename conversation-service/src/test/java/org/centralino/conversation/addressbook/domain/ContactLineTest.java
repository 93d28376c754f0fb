package org.centralino.conversation.addressbook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.centralino.conversation.addressbook.domain.ContactLine.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactLineTest {

    @Test
    void a_line_says_who_it_is_and_what_is_noted() {
        var line = ContactLine.read("phone,own_name,city\n'+39 333 000 0001,Anna,Lucca")
                .getFirst();

        assertThat(line).isEqualTo(new ContactLine(1, "393330000001", null, "Anna", null, Map.of("city", "Lucca")));
        assertThat(line.objection()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NO_KEY, '', ''", "NOT_A_PHONE, anna, ''", "NOT_A_BSUID, '', 12"})
    void a_line_without_a_key_that_can_be_is_refused(Objection objection, String phone, String bsuid) {
        var line = ContactLine.read("phone,bsuid,own_name\n%s,%s,Anna".formatted(phone, bsuid))
                .getFirst();

        assertThat(line.objection()).contains(objection);
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "Sì, true", "VERO, true", "1, true", "no, false", "NO, false", "falso, false"})
    void consent_is_said_in_the_words_of_both_languages_and_of_spreadsheets(String word, boolean agreed) {
        var line = ContactLine.read("phone,marketing_consent\n393330000001," + word)
                .getFirst();

        assertThat(line.agreed()).contains(agreed);
        assertThat(line.objection()).isEmpty();
        assertThat(line.attributes()).isEmpty();
    }

    @Test
    void what_is_neither_yes_nor_no_is_no_consent_and_nothing_says_nothing() {
        var lines = ContactLine.read("phone,marketing_consent\n393330000001,maybe\n393330000002,");

        assertThat(lines.getFirst().objection()).contains(Objection.NOT_A_CONSENT);
        assertThat(lines.getLast().objection()).isEmpty();
        assertThat(lines.getLast().agreed()).isEmpty();
    }

    @Test
    void the_column_may_be_called_in_plain_words_where_it_is_not_called_as_it_is_written_here() {
        var foreign =
                ContactLine.read("phone;Consenso marketing\n393330000001;sì").getFirst();
        var ours = ContactLine.read("phone;consenso marketing;marketing_consent\n393330000001;da chiedere;no")
                .getFirst();

        assertThat(foreign.agreed()).contains(true);
        assertThat(ours.agreed()).contains(false);
        assertThat(ours.attributes()).isEqualTo(Map.of("consenso marketing", "da chiedere"));
    }

    @Test
    void what_it_does_not_name_stays_and_what_it_empties_goes() {
        var line = ContactLine.read("phone,city,vip\n393330000001,,yes").getFirst();

        assertThat(line.addedTo(Map.of("city", "Lucca", "since", "2019")))
                .isEqualTo(Map.of("vip", "yes", "since", "2019"));
        assertThat(line.ownNameOver("Anna")).isEqualTo("Anna");
    }

    @Test
    void taken_twice_it_changes_nothing_more() {
        var line =
                ContactLine.read("phone,own_name,city\n393330000001,Anna,Lucca").getFirst();

        assertThat(line.changes(null, Map.of())).isTrue();
        assertThat(line.changes("Anna", Map.of("city", "Lucca"))).isFalse();
    }
}
