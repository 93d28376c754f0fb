package org.centralino.gateway.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.centralino.gateway.RealInfrastructure;
import org.centralino.testkit.Infrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealInfrastructure
class WebAppTest {

    @TestHTTPResource("/")
    URI gateway;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/inbox/mine", "/conversations/0193", "/x?y=1"})
    void every_place_in_the_app_is_the_one_page(String path) {
        given().accept("text/html,application/xhtml+xml")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .body(containsString("Test page"));
    }

    @Test
    void the_page_is_not_sent_again_when_the_browser_has_it() {
        var version = given().get("/").then().extract().header("ETag");

        given().header("If-None-Match", version).get("/").then().statusCode(304);
        given().header("If-None-Match", "W/\"older\"").get("/").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/unknown",
                "/webhooks/unknown",
                "/q/metrics",
                "/assets/gone.js",
                "/gone.js",
                "/problems/no-such"
            })
    void what_is_no_place_in_the_app_is_not_the_page(String path) {
        given().accept("text/html,*/*;q=0.8").get(path).then().statusCode(404).body(not(containsString("Test page")));
    }

    @Test
    void a_program_that_asks_for_a_wrong_address_gets_no_page() {
        given().accept("application/json").get("/inbox").then().statusCode(404);
    }

    @Test
    void files_with_a_hash_in_their_names_are_kept_for_ever_and_others_are_not() {
        given().get("/assets/app-abc123.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Last-Modified", nullValue());
        given().accept("text/html")
                .get("/assets/gone.js")
                .then()
                .statusCode(404)
                .header("Cache-Control", "no-store")
                .body(not(containsString("<html")));
        given().get("/early.js").then().statusCode(200).header("Last-Modified", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/app-abc123.js", "/api/config", "/api/unknown", "/api/conversations"})
    void a_browser_is_told_to_trust_nothing_else(String path) {
        var keycloak = Infrastructure.running().keycloak();
        given().get(path)
                .then()
                .header(
                        "Content-Security-Policy",
                        equalTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
                                + "media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; connect-src 'self' "
                                + keycloak + "; frame-src 'none'; "
                                + "frame-ancestors 'none'; base-uri 'none'; form-action 'self' " + keycloak
                                + "; require-trusted-types-for 'script'; trusted-types centralino"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Permissions-Policy", containsString("camera=()"))
                .header("Permissions-Policy", containsString("microphone=(self)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/config"})
    void over_plain_http_nobody_is_told_to_come_by_tls_whatever_he_says_of_a_proxy(String path) {
        given().header("X-Forwarded-Proto", "https")
                .get(path)
                .then()
                .statusCode(200)
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void the_page_says_of_which_build_it_is_as_the_configuration_does() {
        var build = given().get("/api/config").then().extract().path("build");

        given().get("/").then().body(containsString("<meta name=\"centralino-build\" content=\"" + build + "\">"));
        assertThat(build).asString().matches("[0-9a-f]{24}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/app-abc123.js", "/api/config"})
    void texts_go_out_compressed_when_the_browser_takes_that(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(gateway.resolve(path))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.discarding());

            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        }
    }

    @Test
    void a_problem_type_can_be_read_up() {
        given().get("/problems/window-closed")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("24 hours"));
        given().get("/problems/no-such").then().statusCode(404).contentType("application/problem+json");
    }
}
