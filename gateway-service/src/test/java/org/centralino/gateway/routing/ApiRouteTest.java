package org.centralino.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;
import org.centralino.gateway.RealInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealInfrastructure
class ApiRouteTest {

    @TestHTTPResource("/")
    URI gateway;

    @ParameterizedTest
    @CsvSource({
        "/api/conversations?view=mine&cursor=a%2Fb, conversation",
        "/api/conversations/1/assignment, assignment",
        "/api/operators, assignment"
    })
    void each_call_reaches_the_service_that_owns_it_as_it_was(String path, String service) {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer token")
                .body("{\"text\":\"è\"}")
                .contentType("application/json")
                .post(path)
                .then()
                .statusCode(200)
                .header("X-Service", service)
                .header("Cache-Control", "no-store")
                .body(containsString("POST " + path + "\n"))
                .body(containsString("Authorization=Bearer token"))
                .body(containsString("Content-type=application/json"))
                .body(containsString("{\"text\":\"è\"}"));
    }

    @Test
    void forged_identities_and_headers_of_one_connection_do_not_reach_a_service() {
        given().header("X-Forwarded-User", "admin")
                .header("X-User", "admin")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Original-URL", "/q/metrics")
                .header("Cookie", "session=admin")
                .header("Proxy-Authorization", "Basic x")
                .header("Keep-Alive", "timeout=1")
                .get("/api/conversations")
                .then()
                .statusCode(200)
                .header("Server", nullValue())
                .body(not(containsString("admin")))
                .body(not(containsString("10.0.0.1")))
                .body(not(containsString("X-original")))
                .body(not(containsString("Proxy")))
                .body(not(containsString("Keep-alive")));
    }

    @Test
    void a_refusal_of_a_service_comes_back_as_it_is() {
        given().get("/api/conversations/refused").then().statusCode(409).header("X-Service", "conversation");
    }

    @Test
    void large_answers_stream_through() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/api/conversations/large"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).hasSizeGreaterThan(5_000_000).endsWith("xxx");
        }
    }

    @Test
    void answers_go_out_compressed_when_the_browser_takes_that() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/api/conversations/large"))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());

            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(answer.body()).hasSizeLessThan(100_000);
        }
    }

    @Test
    void a_service_that_is_away_is_a_problem_that_passes() {
        given().get("/api/conversations/1/notes")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("reasonKey", equalTo("service-unavailable"));
    }

    @Test
    void a_service_that_hangs_up_is_a_problem_that_passes() {
        given().get("/api/conversations/broken").then().statusCode(503);
    }

    @Test
    void a_service_that_says_nothing_is_not_waited_for_without_end() {
        given().get("/api/conversations/silent")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("reasonKey", equalTo("service-unavailable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/unknown",
                "/api/conversations/../operators",
                "/api/conversations/%2e%2e/%2e%2e/q/metrics",
                "/api//conversations"
            })
    void what_nobody_owns_or_what_can_be_read_in_two_ways_is_not_found(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(gateway + path.substring(1)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/health", "/q/health/ready", "/q/openapi", "/q/swagger-ui", "/q/dev-ui"})
    void nothing_of_the_management_is_reached_from_outside(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_refused() {
        given().body(new byte[1024 * 1024 + 1])
                .post("/api/conversations/1/replies")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("reasonKey", equalTo("payload-too-large"))
                .body("limit", equalTo(1024 * 1024));
    }

    @Test
    void a_large_body_of_unknown_length_is_refused_too() throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/api/conversations/1/replies"))
                            .POST(HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream(new byte[2 * 1024 * 1024])))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void a_hundred_mebibytes_go_up_and_down_as_they_come() throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var up = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/api/conversations/1/bulk"))
                            .POST(HttpRequest.BodyPublishers.fromPublisher(zeros(HUNDRED_MEBIBYTES), HUNDRED_MEBIBYTES))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(up.headers().firstValueAsLong("X-Taken")).hasValue(HUNDRED_MEBIBYTES);

            var down = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/api/conversations/1/bulk?" + HUNDRED_MEBIBYTES))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(down.headers().firstValueAsLong("Content-Length")).hasValue(HUNDRED_MEBIBYTES);
            try (var body = down.body()) {
                assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(HUNDRED_MEBIBYTES);
            }
        }
    }

    @Test
    void a_body_of_unknown_length_is_cut_off_at_the_limit_of_its_address() throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/api/conversations/1/bulk"))
                            .POST(HttpRequest.BodyPublishers.fromPublisher(zeros(2 * HUNDRED_MEBIBYTES + 1)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("payload-too-large", String.valueOf(2 * HUNDRED_MEBIBYTES));
        }
    }

    @Test
    void a_part_of_something_can_be_asked_for_and_comes_as_it_is() throws Exception {
        given().header("Range", "bytes=0-3")
                .header("If-Range", "\"v1\"")
                .header("If-Modified-Since", "Sun, 01 Nov 2026 00:00:00 GMT")
                .get("/api/conversations")
                .then()
                .body(containsString("Range=bytes=0-3"))
                .body(containsString("If-range=\"v1\""))
                .body(containsString("If-modified-since="));

        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/api/conversations/1/part"))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.headers().firstValue("Content-Range")).hasValue("bytes 0-3/1000");
            assertThat(answer.headers().firstValue("Content-Encoding").orElse("identity"))
                    .isEqualTo("identity");
            assertThat(answer.body()).isEqualTo("part");
        }
    }

    @Test
    void what_a_browser_has_kept_is_not_sent_again() {
        given().get("/api/conversations/1/kept")
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .header("Cache-Control", "private, max-age=60")
                .header("Content-Length", "5");

        given().header("If-None-Match", "\"v1\"")
                .get("/api/conversations/1/kept")
                .then()
                .statusCode(304)
                .header("ETag", "\"v1\"")
                .header("Cache-Control", "private, max-age=60");
    }

    @Test
    void a_service_that_refuses_before_it_has_read_the_body_is_heard() {
        given().body(new byte[900 * 1024])
                .post("/api/conversations/1/early")
                .then()
                .statusCode(401)
                .body(equalTo("who are you?"));
    }

    @Test
    void a_service_that_takes_a_body_and_says_nothing_is_not_waited_for_without_end() {
        given().body("text").post("/api/conversations/silent").then().statusCode(504);
    }

    @Test
    void a_service_that_takes_nothing_of_a_body_is_not_waited_for_without_end() throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/api/conversations/silent/bulk"))
                            .POST(HttpRequest.BodyPublishers.fromPublisher(zeros(MORE_THAN_WAITS_ON_THE_WAY)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("service-unavailable");
        }
    }

    @Test
    void an_answer_that_breaks_off_does_not_look_whole() {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var torn = HttpRequest.newBuilder(gateway.resolve("/api/conversations/torn"))
                    .build();

            assertThatThrownBy(() -> http.send(torn, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    private static final long MORE_THAN_WAITS_ON_THE_WAY = 20L * 1024 * 1024;
    private static final long HUNDRED_MEBIBYTES = 100L * 1024 * 1024;

    private static Flow.Publisher<ByteBuffer> zeros(long bytes) {
        var piece = 64 * 1024;
        Iterable<byte[]> pieces = () -> LongStream.range(0, (bytes + piece - 1) / piece)
                .mapToObj(i -> new byte[(int) Math.min(piece, bytes - i * piece)])
                .iterator();
        return HttpRequest.BodyPublishers.ofByteArrays(pieces);
    }
}
