package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the chart counts as connections to PostgreSQL is what the services open.
class ConnectionBudgetTest {
    static final List<String> WITH_DATABASE = Chart.WITH_DATABASE;

    private static final String POOL = "quarkus.datasource.reactive.max-size";
    /// One that relays the outbox, and one that hears of other replicas' work.
    private static final int BESIDE_THE_POOL = 2;
    /// Two were seen when a service migrated an empty database.
    private static final int OF_A_MIGRATION = 4;

    private static final Pattern OPENS_ITS_OWN =
            Pattern.compile("new PG\\w*DataSource\\(|PgSubscriber\\.subscriber\\(|PgConnection\\.connect\\("
                    + "|PgBuilder\\.|PgPool\\.|DriverManager\\.|AgroalDataSource");

    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void a_pool_is_as_large_as_the_code_makes_it_unless_somebody_says_otherwise(String service) {
        var inCode = SettingsOfService.of(service).defaultOf(POOL).orElseThrow();

        var deployment = Chart.with("everything-external").deployment(service);

        assertThat(poolOf(deployment)).contains(Integer.parseInt(inCode));
    }

    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void migrations_have_no_pool_of_their_own(String service) {
        var settings = SettingsOfService.of(service);

        assertThat(settings.defaultOf("quarkus.datasource.jdbc.pooling-enabled"))
                .contains("false");
    }

    @Test
    void beside_the_pool_two_places_in_the_code_open_a_connection() throws IOException {
        var places = new TreeSet<String>();
        for (var module : Stream.concat(
                        Stream.of("service-kit"), WITH_DATABASE.stream().map(service -> service + "-service"))
                .toList()) {
            for (var source : Sources.in(Path.of("..", module, "src/main"))) {
                if (OPENS_ITS_OWN.matcher(Files.readString(source)).find()) {
                    places.add(source.getFileName().toString());
                }
            }
        }

        assertThat(places).hasSize(BESIDE_THE_POOL).containsExactlyInAnyOrder("OutboxRelay.java", "Notices.java");
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void the_sum_is_that_of_the_rendered_replicas_and_pools(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Map.of());
        var sum = rendered.deployments().stream()
                        .mapToInt(deployment -> poolOf(deployment)
                                .map(pool -> most(rendered, deployment) * (pool + BESIDE_THE_POOL) + OF_A_MIGRATION)
                                .orElse(0))
                        .sum()
                + rendered.all(KeycloakServer.class).stream()
                        .map(KeycloakServer::spec)
                        .mapToInt(
                                keycloak -> keycloak.instances() * keycloak.db().poolMaxSize())
                        .sum();

        var refusal =
                catchThrowable(() -> Chart.with(values, kubernetes, Map.of("postgresql.maxConnections", sum / 2)));

        assertThat(refusal).hasMessageContaining(" may open %d connections".formatted(sum));
    }

    /// As many as a scaler may ask for, and the one that an update has more.
    private static int most(Rendered rendered, Deployment deployment) {
        var scaled = rendered.all(ScaledObject.class).stream()
                .filter(object -> Rendered.componentOf(object).equals(Rendered.componentOf(deployment)))
                .map(object -> object.spec().maxReplicaCount())
                .findFirst();
        return scaled.orElseGet(() -> deployment.getSpec().getReplicas())
                + deployment
                        .getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxSurge()
                        .getIntVal();
    }

    private static Optional<Integer> poolOf(Deployment deployment) {
        return Rendered.containerOf(deployment.getSpec().getTemplate()).getEnv().stream()
                .filter(variable -> variable.getName().equals(Setting.variableOf(POOL)))
                .map(EnvVar::getValue)
                .map(Integer::valueOf)
                .findFirst();
    }
}
