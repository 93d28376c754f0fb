package org.centralino.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    sealed interface Fruit {}

    record Apple(int weight) implements Fruit {}

    record Pear(String name) implements Fruit {}

    @Test
    void what_was_written_is_there_after_a_kill() {
        open(new ArrayList<>()).append(List.of(new Apple(3), new Pear("è \uDCFF \0")));

        assertThat(reopened()).containsExactly(new Apple(3), new Pear("è \uDCFF \0"));
    }

    @Test
    void half_a_line_that_a_kill_left_is_dropped_and_what_follows_is_kept() throws IOException {
        open(new ArrayList<>()).append(List.of(new Apple(3)));
        Files.writeString(folder.resolve("journal.jsonl"), "{\"fact\":\"App", StandardOpenOption.APPEND);

        var fruits = new ArrayList<Fruit>();
        open(fruits).append(List.of(new Apple(4)));

        assertThat(reopened()).containsExactly(new Apple(3), new Apple(4));
    }

    @Test
    void lines_that_nobody_understands_are_left_out() throws IOException {
        open(new ArrayList<>()).append(List.of(new Apple(3)));
        Files.writeString(
                folder.resolve("journal.jsonl"),
                "{\"fact\":\"Banana\",\"of\":{}}\nnonsense\n",
                StandardOpenOption.APPEND);

        assertThat(reopened()).containsExactly(new Apple(3));
    }

    @Test
    void the_start_keeps_only_what_is_needed() throws IOException {
        open(new ArrayList<>()).append(List.of(new Apple(1), new Apple(2), new Apple(3)));

        new Journal<Fruit>(folder, Fruit.class, _ -> {}, () -> Stream.of(new Apple(6)));

        assertThat(Files.readAllLines(folder.resolve("journal.jsonl"))).hasSize(1);
        assertThat(reopened()).containsExactly(new Apple(6));
    }

    private List<Fruit> reopened() {
        var fruits = new ArrayList<Fruit>();
        open(fruits);
        return fruits;
    }

    private Journal<Fruit> open(List<Fruit> into) {
        return new Journal<>(folder, Fruit.class, into::add, into::stream);
    }
}
