package org.centralino.system.stack;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Operators beyond the demo's, made through Keycloak's own administration. Only for a stack of one's own.
public final class Staff {
    private static final String PASSWORD = "centralino";

    private final Api keycloak;
    private final Tokens tokens;

    private Staff(Api keycloak, Tokens tokens) {
        this.keycloak = keycloak;
        this.tokens = tokens;
    }

    /// @return the administration of the stack's realm
    public static Staff of(RunningStack stack) {
        var grant = stack.tokens()
                .grant(
                        "master",
                        Map.of(
                                "client_id", "admin-cli",
                                "grant_type", "password",
                                "username", "admin",
                                "password", "local-admin"));
        if (!grant.isSuccess()) {
            throw new IllegalStateException("No administrator's token: " + grant.text());
        }
        var token = grant.json().path("access_token").textValue();
        return new Staff(stack.with(token).at(stack.ports().keycloak()), stack.tokens());
    }

    /// @return this many operators who may take and answer
    public List<Operator> hire(int many) {
        var role = done(keycloak.get("/admin/realms/centralino/roles/operator")).json();
        return IntStream.rangeClosed(1, many)
                .parallel()
                .mapToObj(n -> hire("op%03d".formatted(n), "Operator", "N%03d".formatted(n), List.of(role)))
                .toList();
    }

    /// @return an access token that lives only so long
    public String briefToken(Operator operator, java.time.Duration life) {
        var client = Map.of(
                "clientId", "brief",
                "publicClient", true,
                "standardFlowEnabled", false,
                "directAccessGrantsEnabled", true,
                "fullScopeAllowed", true,
                "attributes", Map.of("access.token.lifespan", Long.toString(life.toSeconds())));
        var made = keycloak.post("/admin/realms/centralino/clients", client);
        if (made.status() != 409) {
            done(made);
        }
        var grant = done(tokens.grant(
                "centralino",
                Map.of(
                        "client_id",
                        "brief",
                        "grant_type",
                        "password",
                        "username",
                        operator.username(),
                        "password",
                        operator.password())));
        return grant.json().path("access_token").asText();
    }

    private Operator hire(String username, String given, String family, Object roles) {
        var user = Map.of(
                "username",
                username,
                "firstName",
                given,
                "lastName",
                family,
                "email",
                username + "@casalume.example",
                "emailVerified",
                true,
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
        var made = keycloak.post("/admin/realms/centralino/users", user);
        if (made.status() != 409) {
            done(made);
        }
        var id = done(keycloak.get("/admin/realms/centralino/users?exact=true&username=" + username))
                .json()
                .path(0)
                .path("id")
                .asText();
        done(keycloak.post("/admin/realms/centralino/users/%s/role-mappings/realm".formatted(id), roles));
        return new Operator(username, PASSWORD, given + " " + family);
    }

    private static Answer done(Answer answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("Keycloak says %d %s".formatted(answer.status(), answer.text()));
        }
        return answer;
    }
}
