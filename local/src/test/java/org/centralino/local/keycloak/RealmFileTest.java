package org.centralino.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void the_overlay_adds_to_a_client_and_leaves_the_rest_of_it() throws IOException {
        var merged = merged("""
                {"sslRequired": "external", "clients": [{"clientId": "web", "publicClient": true,
                 "redirectUris": ["https://inbox.example/"], "attributes": {"pkce": "S256"}}]}""", """
                {"sslRequired": "none", "clients": [{"clientId": "web", "redirectUris": ["${ORIGIN}/"]},
                 {"clientId": "cli"}]}""", Map.of("ORIGIN", "http://localhost:8080"));

        assertThat(JSON.readTree(merged)).isEqualTo(JSON.readTree("""
                {"sslRequired": "none", "clients": [{"clientId": "web", "publicClient": true,
                 "redirectUris": ["http://localhost:8080/"], "attributes": {"pkce": "S256"}}, {"clientId": "cli"}]}"""));
    }

    @Test
    void the_overlay_adds_people_and_leaves_the_accounts_of_services() throws IOException {
        var merged = merged("""
                {"users": [{"username": "service-account-routing", "serviceAccountClientId": "routing"}]}""", """
                {"users": [{"username": "anna"}]}""", Map.of());

        assertThat(JSON.readTree(merged)).isEqualTo(JSON.readTree("""
                {"users": [{"username": "service-account-routing", "serviceAccountClientId": "routing"},
                 {"username": "anna"}]}"""));
    }

    @Test
    void nothing_is_left_to_be_filled_in_for_the_local_stack() {
        var realm = Keycloak.realm(Path.of(".."), 18_080);

        assertThat(realm)
                .doesNotContain("${")
                .contains("\"anna\"", "centralino-cli", "http://127.0.0.1:18080/", "http://localhost:5173/");
    }

    private String merged(String realm, String overlay, Map<String, String> variables) throws IOException {
        return RealmFile.merged(
                Files.writeString(folder.resolve("realm.json"), realm),
                Files.writeString(folder.resolve("overlay.json"), overlay),
                variables);
    }
}
