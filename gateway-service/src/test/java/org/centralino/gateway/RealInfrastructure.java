package org.centralino.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.centralino.testkit.Infrastructure;

/// Marks a test that needs Kafka and Keycloak, and services behind the gateway: all of them share one.
@QuarkusTestResource(
        value = Infrastructure.class,
        initArgs = {@ResourceArg(name = "service", value = "gateway"), @ResourceArg(name = "keycloak", value = "true")})
@QuarkusTestResource(StandInServices.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealInfrastructure {}
