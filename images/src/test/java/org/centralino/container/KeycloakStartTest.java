package org.centralino.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeycloakStartTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "inbox.example.com", "https://inbox.example.com/", "https://inbox.example.com/path"})
    void what_is_no_origin_is_refused(String origin) {
        assertThat(KeycloakStart.whatIsMissing(Map.of("CENTRALINO_WEB_ORIGIN", origin)))
                .contains("CENTRALINO_WEB_ORIGIN");
    }

    @Test
    void an_origin_is_enough() {
        assertThat(KeycloakStart.whatIsMissing(Map.of("CENTRALINO_WEB_ORIGIN", "https://inbox.example.com:8443")))
                .isEmpty();
    }

    @Test
    void its_folder_has_the_built_parts_and_the_realm_also_when_it_starts_again() throws IOException {
        var built = Files.createDirectories(folder.resolve("built"));
        Files.writeString(Files.createDirectories(built.resolve("lib")).resolve("a.jar"), "a");
        var realm = Files.writeString(folder.resolve("realm.json"), "{}");
        var home = folder.resolve("home");

        KeycloakStart.makeHome(built, realm, home);
        KeycloakStart.makeHome(built, realm, home);

        assertThat(home.resolve("lib/a.jar")).hasContent("a");
        assertThat(home.resolve("data/import/centralino-realm.json")).hasContent("{}");
    }
}
