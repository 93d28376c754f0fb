package org.centralino.conversation;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.centralino.testkit.Infrastructure;

/// Marks a test that needs PostgreSQL, Kafka, Keycloak and an object store: all of them share one.
@QuarkusTestResource(
        value = Infrastructure.class,
        initArgs = {
            @ResourceArg(name = "service", value = "conversation"),
            @ResourceArg(name = "keycloak", value = "true"),
            @ResourceArg(name = "objects", value = "true")
        })
@Retention(RetentionPolicy.RUNTIME)
public @interface RealInfrastructure {}
