package org.centralino.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where Keycloak is, as the services know it and as browsers do.
@ApplicationScoped
public class Identity {
    private static final String REALMS = "/realms/";

    private final URI publicUrl;
    private final String realm;

    Identity(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer, GatewayConfig gateway) {
        var at = issuer.indexOf(REALMS);
        if (at < 0) {
            throw new IllegalStateException("quarkus.oidc.auth-server-url names no realm: " + issuer);
        }
        this.realm = issuer.substring(at + REALMS.length());
        this.publicUrl = gateway.publicKeycloakUrl().orElseGet(() -> URI.create(issuer.substring(0, at)));
    }

    public URI publicUrl() {
        return publicUrl;
    }

    public String realm() {
        return realm;
    }

    /// @return scheme, host and port of [#publicUrl], as a content security policy names it
    public String publicOrigin() {
        return publicUrl.getScheme() + "://" + publicUrl.getAuthority();
    }
}
