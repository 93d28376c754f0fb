package org.centralino.assignment.directory;

import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.centralino.assignment.Keycloak;
import org.centralino.assignment.RealInfrastructure;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class OperatorsResourceTest {
    private static final String OPERATORS = "/api/operators";

    @Test
    void who_asks_is_in_the_directory_and_it_says_who_may_hold_a_conversation() {
        as("elena").get(OPERATORS).then().statusCode(200);

        as("anna")
                .get(OPERATORS)
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'Anna Ricci' }.mayHold", equalTo(true))
                .body("items.find { it.name == 'Elena Fontana' }.mayHold", equalTo(false))
                .body("nextCursor", nullValue());
    }

    @Test
    void who_cannot_sign_in_any_more_may_hold_nothing() {
        Operators.signUp("sofia", Permission.SEE_ALL, Permission.REPLY);
        as("sofia").get(OPERATORS).then().body("items.find { it.name == 'sofia Prova' }.mayHold", equalTo(true));

        Keycloak.disable("sofia");

        Patience.await("sofia is told to be disabled")
                .untilAsserted(() -> as("anna")
                        .get(OPERATORS)
                        .then()
                        .body("items.find { it.name == 'sofia Prova' }.mayHold", equalTo(false)));
    }
}
