package org.centralino.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/// Who calls.
public final class Caller {
    private Caller() {}

    /// @param operator a user name
    public static RequestSpecification as(String operator) {
        return given().auth().oauth2(Operators.token(operator));
    }
}
