package org.centralino.gateway.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.centralino.gateway.RealInfrastructure;
import org.centralino.testkit.Infrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class SessionTest {

    @Test
    void everybody_may_know_where_to_sign_in() {
        given().get("/api/config")
                .then()
                .statusCode(200)
                .body("keycloak.url", equalTo(Infrastructure.running().keycloak()))
                .body("keycloak.realm", equalTo("centralino"))
                .body("keycloak.clientId", equalTo("centralino-web"))
                .body("numbers[0].phoneNumberId", equalTo("510000000000023"))
                .body("numbers[0].number", equalTo("390299990001"))
                .body("serverTime", notNullValue())
                .body(not(containsString("secret")));
    }

    @Test
    void an_operator_learns_who_he_is_and_what_he_may_do() {
        given().auth()
                .oauth2(Infrastructure.running().token("anna"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("id", equalTo("0a000000-0000-4000-8000-000000000001"))
                .body("name", equalTo("Anna Ricci"))
                .body("username", equalTo("anna"))
                .body("email", equalTo("anna@casalume.example"))
                .body("roles", contains("operator", "viewer"))
                .body("permissions", hasItems("conversation.see.all", "conversation.reply", "note.write"))
                .body("permissions", not(hasItems("conversation.take-over")));
    }

    @Test
    void nobody_is_told_who_he_is_without_a_token() {
        given().get("/api/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("reasonKey", equalTo("not-signed-in"));
        given().auth().oauth2("rubbish").get("/api/me").then().statusCode(401);
    }
}
