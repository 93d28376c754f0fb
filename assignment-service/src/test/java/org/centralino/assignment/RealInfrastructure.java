package org.centralino.assignment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.centralino.testkit.Infrastructure;

/// Marks a test that needs PostgreSQL, Kafka and Keycloak: all of them share one.
@QuarkusTestResource(
        value = Infrastructure.class,
        initArgs = {
            @ResourceArg(name = "service", value = "assignment"),
            @ResourceArg(name = "keycloak", value = "true")
        })
@Retention(RetentionPolicy.RUNTIME)
public @interface RealInfrastructure {}
