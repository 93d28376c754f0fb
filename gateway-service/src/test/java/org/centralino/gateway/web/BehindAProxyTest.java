package org.centralino.gateway.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.centralino.testkit.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(BehindAProxyTest.TrustedProxy.class)
class BehindAProxyTest {

    public static final class TrustedProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kafka.bootstrap.servers", "localhost:" + FreePorts.next(),
                    "quarkus.oidc.tenant-enabled", "false",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
                    "centralino.gateway.webhook.hosts", "hooks.example.com",
                    "centralino.gateway.assets-folder",
                            sharedWithAnOlderVersion().toString());
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        private static Path sharedWithAnOlderVersion() {
            try {
                var folder = Files.createTempDirectory("web-assets");
                Files.writeString(
                        Files.createDirectory(folder.resolve("older")).resolve("app-older.js"), "console.log('older')");
                return folder;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Test
    void who_came_by_tls_to_a_trusted_proxy_is_told_to_come_by_tls_always() {
        given().header("X-Forwarded-Proto", "https")
                .get("/")
                .then()
                .header("Strict-Transport-Security", equalTo("max-age=31536000"));
        given().header("X-Forwarded-Proto", "http").get("/").then().header("Strict-Transport-Security", nullValue());
        given().get("/").then().header("Strict-Transport-Security", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/whatsapp", "/webhooks/whatsapp/", "/webhooks//whatsapp", "/webhooks/%77hatsapp"})
    void webhooks_are_taken_at_the_host_name_that_was_said_and_at_no_other(String path) {
        handshake("hooks.example.com", "/webhooks/whatsapp")
                .then()
                .statusCode(200)
                .body(equalTo("1158201444"));
        handshake("Hooks.Example.com:443", "/webhooks/whatsapp").then().statusCode(200);

        handshake("inbox.example.com", path).then().statusCode(404);
        handshake("hooks.example.com.somebody.example", path).then().statusCode(404);
    }

    @Test
    void who_names_the_host_in_a_header_of_proxies_does_not_get_around_it() {
        given().header("X-Forwarded-Host", "hooks.example.com")
                .header("Forwarded", "host=hooks.example.com")
                .header("Host", "inbox.example.com")
                .get("/webhooks/whatsapp")
                .then()
                .statusCode(404);
    }

    private static Response handshake(String host, String path) {
        return given().header("Host", host)
                .urlEncodingEnabled(false)
                .queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", "local-verify-token")
                .queryParam("hub.challenge", "1158201444")
                .get(path);
    }

    @Test
    void an_older_page_gets_the_files_of_its_own_version() {
        given().get("/assets/app-older.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .body(equalTo("console.log('older')"));
        given().get("/assets/app-abc123.js").then().statusCode(200);
    }

    @Test
    void this_version_is_shared_for_the_next_one() throws IOException {
        var folder = Path.of(org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("centralino.gateway.assets-folder", String.class));
        try (var files = Files.walk(folder)) {
            org.assertj.core.api.Assertions.assertThat(
                            files.map(file -> file.getFileName().toString()))
                    .contains("app-abc123.js");
        }
    }
}
