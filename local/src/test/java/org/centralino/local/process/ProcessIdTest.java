package org.centralino.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdTest {
    @TempDir
    private Path folder;

    @Test
    void a_process_is_found_again_by_what_was_written_down() {
        var me = ProcessId.of(ProcessHandle.current());
        me.write(folder.resolve("me.pid"));

        assertThat(ProcessId.read(folder.resolve("me.pid")).flatMap(ProcessId::alive))
                .contains(ProcessHandle.current());
    }

    @Test
    void a_stranger_that_got_the_number_of_an_ended_process_is_not_taken_for_it() {
        var me = ProcessHandle.current();
        var earlier = me.info().startInstant().orElseThrow().minus(Duration.ofHours(1));

        assertThat(new ProcessId(me.pid(), earlier).alive()).isEmpty();
    }

    @Test
    void what_is_not_there_or_not_whole_names_nobody() throws IOException {
        Files.writeString(folder.resolve("half.pid"), "123\n");
        Files.writeString(folder.resolve("words.pid"), "some\nwords\n");

        assertThat(ProcessId.read(folder.resolve("none.pid"))).isEmpty();
        assertThat(ProcessId.read(folder.resolve("half.pid"))).isEmpty();
        assertThat(ProcessId.read(folder.resolve("words.pid"))).isEmpty();
    }
}
