package org.centralino.assignment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

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

    /// Keycloak's own id of the client whose roles are the permissions. It is another one in a realm that was not
    /// imported from ours.
    @WithDefault("c0000000-0000-4000-8000-000000000001")
    UUID permissionsClient();

    /// How long Keycloak may think before we say that it does not answer.
    @WithDefault("2s")
    Duration keycloakTimeout();
}
