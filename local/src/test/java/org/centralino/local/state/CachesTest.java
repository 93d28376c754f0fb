package org.centralino.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachesTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_is_filled_once() {
        var times = new AtomicInteger();

        for (var round = 0; round < 3; round++) {
            Caches.once(folder.resolve("thing"), _ -> times.incrementAndGet());
        }

        assertThat(times).hasValue(1);
    }

    @Test
    void a_filling_that_failed_leaves_nothing_that_looks_finished() {
        assertThatThrownBy(() -> Caches.once(folder.resolve("thing"), half -> {
                    Files.writeString(half.resolve("first"), "done");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(folder.resolve("thing")).doesNotExist();
    }

    @Test
    void the_same_content_has_the_same_stamp_whenever_it_was_built() throws IOException {
        var first = Files.writeString(folder.resolve("first"), "content");
        var second = Files.writeString(folder.resolve("second"), "content");
        Files.setLastModifiedTime(first, FileTime.from(Instant.EPOCH));

        assertThat(Caches.stampOf(first)).isEqualTo(Caches.stampOf(second));
        assertThat(Caches.stampOf(Files.writeString(second, "Content"))).isNotEqualTo(Caches.stampOf(first));
    }

    @Test
    void what_nobody_used_for_a_week_is_swept_away() throws IOException {
        var old = Files.createDirectories(folder.resolve("old"));
        Files.writeString(old.resolve("file"), "content");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        Files.createDirectories(folder.resolve("recent"));

        Caches.sweep(folder);

        assertThat(folder).isDirectoryContaining(each -> each.endsWith("recent"));
        assertThat(old).doesNotExist();
    }
}
