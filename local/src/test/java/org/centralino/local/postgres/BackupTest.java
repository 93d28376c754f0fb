package org.centralino.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.centralino.local.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_says_since_when_its_databases_know_nothing() throws IOException {
        facts("format=1", "since=2026-11-22T09\\:00\\:00Z");

        assertThat(Backup.in(folder).since()).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
    }

    @Test
    void a_folder_that_is_no_backup_is_refused() {
        assertThatThrownBy(() -> Backup.in(folder))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("is no backup of Centralino")
                .hasMessageContaining("./centralino backup FOLDER makes one");
    }

    @Test
    void a_backup_of_another_version_is_refused() throws IOException {
        facts("format=2", "since=2026-11-22T09\\:00\\:00Z");

        assertThatThrownBy(() -> Backup.in(folder))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("its format is 2, and this one knows 1");
    }

    private void facts(String... lines) throws IOException {
        Files.write(folder.resolve("centralino-backup.properties"), List.of(lines));
    }
}
