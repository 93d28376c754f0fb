package org.centralino.conversation.words.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
    private static final String COFFEE = "Perche\u0301 il caffè dell’ufficio è GIÀ finito? ☕\uFE0F";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    perche caffe    | Perche\u0301, caffè
                    perché          | Perche\u0301
                    gia finito      | GIÀ, finito
                    FINI            | fini
                    perc            | Perc
                    perch           | Perch
                    perche          | Perche\u0301
                    ufficio         | ufficio
                    dellufficio     | dell’ufficio
                    dell'uff        | dell’uff
                    dell` ufficio   | dell, ufficio
                    "gia finito"    | GIÀ, finito
                    ☕              | ☕\uFE0F
                    caffè ☕        | caffè, ☕\uFE0F
                    """)
    void what_is_found_is_marked_on_the_right_letters(String sought, String marked) {
        assertThat(marked(sought, COFFEE)).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    erche                 | only beginnings of words are found
                    caff finito           | and only of the last word
                    "finito gia"          | a phrase stands in its order
                    perche tè             | all words must be there
                    🙂                    | another picture is another word
                    """)
    void what_is_not_there_is_not_found(String sought, String why) {
        assertThat(Question.of(sought).ranges(COFFEE)).as(why).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dalo          | Nicolò D’Alò                     | D’Alò
                    d'alo         | Nicolò D’Alò                     | D’Alò
                    D’Alò         | Nicolò dalo                      | dalo
                    nicolo dalo   | Nicolo` D´Alò                    | Nicolo, D´Alò
                    strasse       | Große Straße 5                   | Straße
                    STRAS         | Große Straße 5                   | Straß
                    lodz          | Łódź                             | Łódź
                    istanbul      | İSTANBUL ve ırmak                | İSTANBUL
                    οδος          | ΟΔΟΣ                             | ΟΔΟΣ
                    ord 12        | Ord. ①②                          | Ord, ①②
                    كتاب          | الـكـتـاب كِتَاب                 | كِتَاب
                    12345         | ordine ١٢٣٤٥                     | ١٢٣٤٥
                    東京          | 私は東京に住む                   | 東京
                    email         | la mia e-mail                    | e-mail
                    e-mail        | la mia email                     | email
                    mario.rossi   | mario.rossi@example.org          | mario, rossi
                    ab-12         | codice AB12                      | AB12
                    """)
    void writings_of_one_word_are_one(String sought, String text, String marked) {
        assertThat(marked(sought, text)).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    +39 333 000 2001 | chiamate il +39 333 0002001 | 39 333 0002001
                    333 0002001      | chiamate il +39 333 0002001 | 333 0002001
                    3330002001       | chiamate il +39 333 0002001 | 333 0002001
                    0002001          | chiamate il +39 333 0002001 | 0002001
                    0002001          | 393330002001                | 0002001
                    000 20           | (333) 000-2001              | 000-20
                    55 1             | ordini 55 e 12              | ''
                    55 12            | dal 55 al 12                | 55, 12
                    """)
    void any_part_of_a_number_finds_it_however_it_is_grouped(String sought, String text, String marked) {
        assertThat(marked(sought, text)).isEqualTo(marked);
    }

    @Test
    void nothing_that_postgresql_would_read_as_an_operator_comes_through() {
        assertThat(Question.of("a' & !b | (c:*) \\ <->").query()).isEqualTo("(('a')) & (('b')) & (('c'))");
    }

    @Test
    void a_text_without_words_asks_for_nothing() {
        assertThat(Question.of("?! … “”").letters()).isZero();
    }

    private static String marked(String sought, String text) {
        return Question.of(sought).ranges(text).stream()
                .map(range -> text.substring(range.from(), range.to()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void a_vector_has_every_writing_with_its_places_and_the_ends_of_numbers() {
        assertThat(List.of(Words.of("D’Alò 333 00").vector().split(" ")))
                .containsExactly("'d':1", "'alo':2", "'333':3", "'00':4", "'dalo':1,2", "'33300':3,4", "'3300'");
    }
}
