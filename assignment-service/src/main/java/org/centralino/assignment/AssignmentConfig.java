package org.centralino.assignment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Settings of the assignment service.
@ConfigMapping(prefix = "centralino.assignment")
public interface AssignmentConfig {

    /// This service's own account at Keycloak, which may read who may be given a conversation.
    @WithDefault("assignment-service")
    String clientId();

    /// The secret of that account, as Keycloak shows it.
    String clientSecret();

    /// Our realm at Keycloak.
    @WithDefault("${quarkus.oidc.auth-server-url}")
    URI realmUrl();

    /// How long Keycloak may think before we say that it does not answer.
    @WithDefault("2s")
    Duration keycloakTimeout();
}
