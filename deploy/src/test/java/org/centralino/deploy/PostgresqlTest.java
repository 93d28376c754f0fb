package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// CloudNativePG runs PostgreSQL beside the services.
class PostgresqlTest {
    static final List<String> WITH_DATABASE = Chart.WITH_DATABASE;

    /// Keycloak's operator makes no database, either.
    private static final List<String> OWNERS =
            Stream.concat(WITH_DATABASE.stream(), Stream.of("keycloak")).toList();

    @ParameterizedTest
    @ValueSource(strings = {"everything-external", "small"})
    void nothing_is_asked_of_cloudnativepg_unless_it_is_switched_on(String values) {
        var rendered = Chart.with(values);

        assertThat(rendered.objects())
                .noneMatch(object -> object.getApiVersion().startsWith("postgresql.cnpg.io/"));
    }

    @Test
    void everybody_with_a_database_has_one_that_its_own_role_owns() {
        var rendered = inTheCluster();

        assertThat(rendered.all(CnpgDatabase.class))
                .extracting(
                        database -> database.spec().name(),
                        database -> database.spec().owner(),
                        database -> database.spec().cluster().getName(),
                        database -> database.spec().databaseReclaimPolicy())
                .containsExactlyInAnyOrderElementsOf(OWNERS.stream()
                        .map(owner ->
                                tuple(owner, owner, cluster(rendered).metadata().getName(), "retain"))
                        .toList());
        assertThat(cluster(rendered).spec().managed().roles())
                .extracting(CnpgCluster.Role::name)
                .containsExactlyInAnyOrderElementsOf(OWNERS);
    }

    @Test
    void a_role_may_sign_in_and_nothing_else() {
        var roles = cluster(inTheCluster()).spec().managed().roles();

        assertThat(roles).isNotEmpty().allSatisfy(role -> {
            assertThat(role.ensure()).isEqualTo("present");
            assertThat(role.login()).isTrue();
            assertThat(Stream.of(
                            role.superuser(),
                            role.createdb(),
                            role.createrole(),
                            role.replication(),
                            role.bypassrls(),
                            role.inRoles()))
                    .containsOnlyNulls();
        });
    }

    /// The rules of PostgreSQL are read from above, and the first that fits holds. Those of the operator come before.
    @Test
    void a_role_reaches_the_database_of_its_own_name_and_nobody_else_reaches_any() {
        var rules = cluster(inTheCluster()).spec().postgresql().rules();

        assertThat(rules)
                .containsExactly(
                        "host sameuser assignment,conversation,keycloak,notes,outbound all scram-sha-256",
                        "host all all all reject");
    }

    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void a_service_and_its_migration_sign_in_with_the_password_that_the_role_has(String service) {
        var rendered = inTheCluster();
        var role = cluster(rendered).spec().managed().roles().stream()
                .filter(found -> found.name().equals(service))
                .findFirst()
                .orElseThrow();

        for (var template : List.of(
                rendered.deployment(service).getSpec().getTemplate(),
                rendered.job(service + "-migration").getSpec().getTemplate())) {
            var password = Rendered.variableOf(template, "CENTRALINO_DATABASE_PASSWORD")
                    .getValueFrom()
                    .getSecretKeyRef();
            assertThat(password.getName()).isEqualTo(role.passwordSecret().getName());
            assertThat(password.getKey()).isEqualTo("password");
        }
    }

    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void a_service_and_its_migration_call_the_instance_that_may_be_written(String service) {
        var rendered = inTheCluster();
        var expected = cluster(rendered).metadata().getName() + "-rw";

        assertThat(Stream.of(
                        rendered.deployment(service).getSpec().getTemplate(),
                        rendered.job(service + "-migration").getSpec().getTemplate()))
                .extracting(
                        template -> Rendered.variableOf(template, "CENTRALINO_DATABASE_HOST")
                                .getValue(),
                        template -> Rendered.variableOf(template, "CENTRALINO_POSTGRES_PORT")
                                .getValue())
                .containsOnly(tuple(expected, "5432"));
    }

    @Test
    void the_server_takes_as_many_connections_as_the_budget_says_and_a_role_its_share() {
        var cluster = cluster(inTheCluster()).spec();

        assertThat(cluster.postgresql().parameters()).containsEntry("max_connections", "600");
        assertThat(cluster.managed().roles())
                .extracting(CnpgCluster.Role::name, CnpgCluster.Role::connectionLimit)
                .containsExactlyInAnyOrder(
                        tuple("conversation", 9 * 18 + 4),
                        tuple("assignment", 5 * 18 + 4),
                        tuple("notes", 5 * 18 + 4),
                        tuple("outbound", 7 * 18 + 4),
                        tuple("keycloak", 2 * 20));
    }

    /// As the local stack and all tests have it.
    @Test
    void texts_are_ordered_as_they_are_wherever_it_was_tried() {
        var made = cluster(inTheCluster()).spec().bootstrap().initdb();

        assertThat(List.of(made.encoding(), made.localeProvider(), made.builtinLocale()))
                .containsExactly("UTF8", "builtin", "C.UTF-8");
    }

    @Test
    void what_was_committed_is_on_another_instance_too_and_they_are_spread() {
        var cluster = cluster(inTheCluster()).spec();

        assertThat(cluster.instances()).isEqualTo(3);
        assertThat(cluster.postgresql().synchronous()).isEqualTo(new CnpgCluster.Synchronous("any", 1, null));
        assertThat(cluster.topologySpreadConstraints())
                .allMatch(spread ->
                        spread.getLabelSelector().getMatchLabels().equals(Map.of("cnpg.io/cluster", "centralino-db")))
                .extracting(TopologySpreadConstraint::getTopologyKey)
                .containsExactlyInAnyOrder("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    }

    @Test
    void it_is_backed_up_to_the_store_that_was_named() {
        var rendered = inTheCluster();

        assertThat(cluster(rendered).spec().plugins())
                .containsExactly(new CnpgCluster.Plugin(
                        "barman-cloud.cloudnative-pg.io",
                        null,
                        true,
                        Map.of("barmanObjectName", "centralino-backups")));
        assertThat(rendered.all(CnpgScheduledBackup.class)).singleElement().satisfies(backup -> {
            assertThat(backup.spec().cluster().getName())
                    .isEqualTo(cluster(rendered).metadata().getName());
            assertThat(backup.spec().schedule().split(" ")).hasSize(6);
            assertThat(backup.spec().method()).isEqualTo("plugin");
            assertThat(backup.spec().pluginConfiguration().name()).isEqualTo("barman-cloud.cloudnative-pg.io");
        });
    }

    @Test
    void without_a_store_nothing_is_backed_up() {
        var rendered = Chart.with("in-the-cluster", Map.of("postgresql.cluster.backup.enabled", false));

        assertThat(rendered.all(CnpgScheduledBackup.class)).isEmpty();
        assertThat(cluster(rendered).spec().plugins()).isNull();
    }

    @Test
    void one_instance_to_try_it_out_waits_for_no_other() {
        var rendered = Chart.with(
                "in-the-cluster",
                Map.of("postgresql.cluster.instances", 1, "postgresql.cluster.synchronousReplicas", 0));

        assertThat(cluster(rendered).spec().postgresql().synchronous()).isNull();
    }

    @Test
    void what_customers_said_outlives_the_removal_of_the_chart() {
        var holders = inTheCluster().objects().stream()
                .filter(object -> object instanceof CnpgCluster || object instanceof CnpgDatabase)
                .toList();

        assertThat(holders)
                .hasSize(6)
                .allMatch(object ->
                        "keep".equals(object.getMetadata().getAnnotations().get("helm.sh/resource-policy")));
    }

    @Test
    void a_key_that_cloudnativepg_does_not_know_or_needs_is_found() {
        assertThatThrownBy(() -> Rendered.of(with("{instances: 1, storage: {class: fast}}")))
                .hasMessageContaining("class");
        assertThatThrownBy(() -> Rendered.of(with("{imageName: a}"))).hasMessageContaining("instances");
        assertThatThrownBy(() -> Rendered.of(with("{instances: 1, postgresql: {parameters: {max_connections: 9}}}")))
                .hasMessageContaining("max_connections is none");
    }

    private static String with(String spec) {
        return """
                apiVersion: postgresql.cnpg.io/v1
                kind: Cluster
                metadata: {name: a}
                spec: %s
                """.formatted(spec);
    }

    private static Rendered inTheCluster() {
        return Chart.with("in-the-cluster");
    }

    private static CnpgCluster cluster(Rendered rendered) {
        return rendered.all(CnpgCluster.class).getFirst();
    }
}
