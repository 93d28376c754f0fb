package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Inbox.class)
class PageTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI base;

    @BeforeEach
    void begin() {
        new Caller(base).beginAgain();
    }

    @Test
    void the_page_runs_no_code_but_its_own_files() throws Exception {
        var page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContainPattern("<script(?! type=\"module\" src)|<style|style=|onclick=");
        var files = Pattern.compile("(?:href|src)=\"([\\w./]+)\"").matcher(page.body());
        while (files.find()) {
            assertThat(get("/" + files.group(1)).statusCode())
                    .as(files.group(1))
                    .isEqualTo(200);
        }
    }

    @Test
    void another_sites_page_cannot_press_the_buttons() throws Exception {
        var request = HttpRequest.newBuilder(base.resolve("/control/reset"))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void while_a_page_is_open_only_the_chat_on_its_screen_is_read() throws Exception {
        var caller = new Caller(base);
        var feed = HTTP.send(
                HttpRequest.newBuilder(base.resolve("/control/live?page=p1"))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofLines());
        try (var events = feed.body()) {
            var changes = events.iterator();
            changes.next();
            caller.giuliaWrites("Buongiorno");
            caller.reply("Ciao", "page:1");
            Inbox.waitForStatus("page:1", "delivered");

            assertThat(caller.get("/control/customers/" + Caller.GIULIA)
                            .json()
                            .path("unseen")
                            .asInt())
                    .isEqualTo(1);
            HTTP.send(
                    HttpRequest.newBuilder(base.resolve("/control/phones/p1"))
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString("{\"customer\":\"%s\"}".formatted(Caller.GIULIA)))
                            .build(),
                    BodyHandlers.discarding());

            Inbox.waitForStatus("page:1", "read");
            assertThat(changes.hasNext()).isTrue();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
    }
}
