package org.centralino.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
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
}
