package org.centralino.assignment.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.authentication.UsernamePasswordCredentials;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.assignment.AssignmentConfig;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.problem.ProblemException;
import org.jboss.logging.Logger;

/// Asks Keycloak, which alone decides who may sign in and what he may do, by this service's own account.
@Singleton
class Accounts {
    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final Duration DISABLED_ARE_KEPT = Duration.ofSeconds(5);
    /// A token is not used when it may end on the way.
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final WebClient http;
    private final AssignmentConfig config;
    private final String realm;
    private final String admin;

    private volatile Kept<String> token = Kept.nothing();
    private volatile Kept<Set<UUID>> disabled = Kept.nothing();

    Accounts(Vertx vertx, AssignmentConfig config) {
        this.config = config;
        this.realm = config.realmUrl().toString();
        this.admin = realm.replaceFirst("/realms/", "/admin/realms/");
        this.http = WebClient.create(vertx, new WebClientOptions().setConnectTimeout((int)
                        config.keycloakTimeout().toMillis()));
    }

    /// @return the operator's account, if there is one; else the problem 503 `identity-unavailable`
    Uni<Optional<Account>> find(UUID operatorId) {
        var user = get("/users/" + operatorId);
        var permissions =
                get("/users/%s/role-mappings/clients/%s/composite".formatted(operatorId, config.permissionsClient()));
        return Uni.combine()
                .all()
                .unis(user, permissions)
                .with((account, roles) -> account.statusCode() == 404
                        ? Optional.<Account>empty()
                        : Optional.of(account(succeeded(account), succeeded(roles))))
                .onFailure()
                .transform(this::unavailable);
    }

    /// @return who cannot sign in any more, as it was a few seconds ago at most; else the problem 503
    ///     `identity-unavailable`
    Uni<Set<UUID>> disabled() {
        var kept = disabled;
        return kept.isGood()
                ? Uni.createFrom().item(kept.value())
                : get("/users?enabled=false&briefRepresentation=true&max=10000")
                        .map(answer -> objects(succeeded(answer))
                                .map(user -> UUID.fromString(user.getString("id")))
                                .collect(Collectors.toUnmodifiableSet()))
                        .invoke(found -> disabled = Kept.of(found, DISABLED_ARE_KEPT))
                        .onFailure()
                        .transform(this::unavailable);
    }

    private static Account account(HttpResponse<Buffer> user, HttpResponse<Buffer> roles) {
        return new Account(
                user.bodyAsJsonObject().getBoolean("enabled", false),
                objects(roles).anyMatch(role -> Permission.REPLY.equals(role.getString("name"))));
    }

    private Uni<HttpResponse<Buffer>> get(String path) {
        return token().chain(bearer -> http.getAbs(admin + path)
                .timeout(config.keycloakTimeout().toMillis())
                .bearerTokenAuthentication(bearer)
                .send());
    }

    private Uni<String> token() {
        var kept = token;
        return kept.isGood()
                ? Uni.createFrom().item(kept.value())
                : http.postAbs(realm + "/protocol/openid-connect/token")
                        .timeout(config.keycloakTimeout().toMillis())
                        .authentication(new UsernamePasswordCredentials(config.clientId(), config.clientSecret()))
                        .sendForm(MultiMap.caseInsensitiveMultiMap().add("grant_type", "client_credentials"))
                        .map(answer -> succeeded(answer).bodyAsJsonObject())
                        .invoke(granted -> token = Kept.of(
                                granted.getString("access_token"),
                                Duration.ofSeconds(granted.getLong("expires_in"))
                                        .minus(MARGIN)))
                        .map(granted -> granted.getString("access_token"));
    }

    private static Stream<JsonObject> objects(HttpResponse<Buffer> answer) {
        return answer.bodyAsJsonArray().stream().map(JsonObject.class::cast);
    }

    private static HttpResponse<Buffer> succeeded(HttpResponse<Buffer> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "it answered %d. Does this service have its account, secret and roles there?"
                            .formatted(answer.statusCode()));
        }
        return answer;
    }

    /// What was kept may be what is wrong: another try begins anew.
    private ProblemException unavailable(Throwable failure) {
        LOG.warnf("Keycloak does not say who may hold a conversation: %s", failure.getMessage());
        token = Kept.nothing();
        return Problem.of(
                        503,
                        "identity-unavailable",
                        "Keycloak does not answer",
                        "Nothing was changed: whether your colleague may hold the conversation cannot be checked just"
                                + " now. Try again in a moment.")
                .asException();
    }
}
