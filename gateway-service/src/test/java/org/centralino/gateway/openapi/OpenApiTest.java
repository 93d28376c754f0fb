package org.centralino.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.centralino.gateway.RealInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class OpenApiTest {

    @Test
    void one_document_holds_the_paths_of_all_services_that_answer() {
        given().get("/api/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/me"))
                .body("paths", hasKey("/api/conversations"))
                .body("paths", hasKey("/api/operators"))
                .body("paths", not(hasKey("/internal")))
                .body("components.schemas.View.title", equalTo("conversation"))
                .body("components.schemas.AssignmentView.title", equalTo("assignment"))
                .body("x-not-available", contains("notes"));
    }

    @Test
    void a_browser_that_has_it_is_told_that_it_is_still_so() {
        var tag = given().get("/api/openapi")
                .then()
                .header("Cache-Control", containsString("max-age=60"))
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag).get("/api/openapi").then().statusCode(304);
        given().header("If-None-Match", "W/\"older\"")
                .get("/api/openapi")
                .then()
                .statusCode(200);
    }
}
