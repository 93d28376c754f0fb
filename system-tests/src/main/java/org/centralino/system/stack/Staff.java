package org.centralino.system.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
                .mapToObj(n -> hire("op%03d".formatted(n), "Operator", "N%03d".formatted(n), "realm", List.of(role)))
                .toList();
    }

    /// @return this many operators who see only what they hold and what nobody holds, and may take and answer
    public List<Operator> hireForTheirOwn(int many) {
        var client = done(keycloak.get("/admin/realms/centralino/clients?clientId=centralino"))
                .json()
                .path(0)
                .path("id")
                .asText();
        var permissions = Stream.of("conversation.see.own", "conversation.take", "conversation.reply")
                .map(name -> done(keycloak.get("/admin/realms/centralino/clients/%s/roles/%s".formatted(client, name)))
                        .json())
                .toList();
        return IntStream.rangeClosed(1, many)
                .parallel()
                .mapToObj(n ->
                        hire("own%03d".formatted(n), "Own", "N%03d".formatted(n), "clients/" + client, permissions))
                .toList();
    }

    /// @return an access token that lives only so long
    public String token(Operator operator, Duration life) {
        var clientId = "tokens-for-" + life.toSeconds();
        var client = Map.of(
                "clientId", clientId,
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
                        clientId,
                        "grant_type",
                        "password",
                        "username",
                        operator.username(),
                        "password",
                        operator.password())));
        return grant.json().path("access_token").asText();
    }

    /// @param kind the roles are of: `realm`, or `clients/` and the id of a client
    private Operator hire(String username, String given, String family, String kind, Object roles) {
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
        done(keycloak.post("/admin/realms/centralino/users/%s/role-mappings/%s".formatted(id, kind), roles));
        return new Operator(username, PASSWORD, given + " " + family);
    }

    private static Answer done(Answer answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("Keycloak says %d %s".formatted(answer.status(), answer.text()));
        }
        return answer;
    }
}
