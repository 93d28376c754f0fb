package org.centralino.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.centralino.local.port.Port;
import org.centralino.local.state.StateFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {
    @TempDir
    private Path root;

    @Test
    void from_its_sources_it_has_the_settings_that_it_is_started_with() throws IOException {
        var settings = Map.of("QUARKUS_PROFILE", "local", "CENTRALINO_HOST", "127.0.0.1");

        var code = service(settings).runFromSources(maven("env > settings"));

        assertThat(code).isZero();
        assertThat(Files.readAllLines(root.resolve("settings")))
                .contains("QUARKUS_PROFILE=local", "CENTRALINO_HOST=127.0.0.1");
    }

    @Test
    void from_its_sources_it_is_built_with_what_it_is_made_of() throws IOException {
        service(Map.of()).runFromSources(maven("echo \"$@\" > words"));

        assertThat(Files.readString(root.resolve("words")))
                .contains("-pl notes-service -am process-classes quarkus:dev ");
    }

    private Service service(Map<String, String> settings) {
        var state = new StateFolder(root, root, false);
        return new Service("notes", "notes-service", 128, Port.NOTES_MANAGEMENT, settings, state, "notes");
    }

    private String maven(String script) throws IOException {
        var file = Files.writeString(root.resolve("mvn"), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }
}
