package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What would start and then not work, or be open, is refused before anything is installed.
class RefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gateway      | app-secrets, kafka-jaas-config, key-secret, verify-token
            conversation | database-password, kafka-jaas-config, media-access-key, media-secret-key, media-ticket-secret
            assignment   | client-secret, database-password, kafka-jaas-config
            notes        | database-password, kafka-jaas-config
            outbound     | access-token, database-password, kafka-jaas-config, media-access-key, media-secret-key
            """)
    void a_service_without_its_secret_is_refused_with_the_keys_that_it_needs(String service, String keys) {
        var install = installing("everything-external", "services.%s.existingSecret".formatted(service), "");

        assertThatThrownBy(install)
                .hasMessageContaining("services.%s.existingSecret is missing: name a Secret with the keys %s."
                        .formatted(service, keys));
    }

    @Test
    void more_connections_than_the_server_has_are_refused_with_both_figures() {
        var install = installing("everything-external", "postgresql.maxConnections", 251);

        assertThatThrownBy(install)
                .hasMessageContaining("The services may open 232 connections to PostgreSQL during an update, and"
                        + " postgresql.maxConnections less postgresql.reservedConnections leaves 231");
    }

    @Test
    void as_many_connections_as_the_server_has_are_taken() {
        var install = installing("everything-external", "postgresql.maxConnections", 252);

        assertThatCode(install).doesNotThrowAnyException();
    }

    @Test
    void a_replica_more_counts_with_all_its_connections() {
        var install = installing("everything-external", "services.notes.replicas", 5);

        assertThatThrownBy(install).hasMessageContaining("may open 286 connections");
    }

    @Test
    void of_a_scaled_service_the_most_replicas_count_and_not_those_that_there_would_be_otherwise() {
        var withoutRoom = Map.<String, Object>of("services.notes.replicas", 20, "postgresql.maxConnections", 543);
        var withRoom = Map.<String, Object>of("services.notes.replicas", 20, "postgresql.maxConnections", 544);

        assertThatThrownBy(() -> Chart.with("in-the-cluster", withoutRoom))
                .hasMessageContaining("The services and Keycloak may open 524 connections")
                .hasMessageContaining("leaves 523");
        assertThatCode(() -> Chart.with("in-the-cluster", withRoom)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation", "assignment", "notes", "outbound"})
    void more_replicas_than_a_topic_has_partitions_are_refused(String service) {
        var install = installing("in-the-cluster", "services.%s.autoscaling.maxReplicas".formatted(service), 25);

        assertThatThrownBy(install)
                .hasMessageContaining("services.%s.autoscaling.maxReplicas is 25, and centralino.".formatted(service))
                .hasMessageContaining("has 24 partitions: some replicas would hear nothing of it.");
    }

    @Test
    void as_many_replicas_as_a_topic_has_partitions_are_taken() {
        var changes =
                Map.<String, Object>of("services.notes.autoscaling.maxReplicas", 24, "postgresql.maxConnections", 950);

        assertThatCode(() -> Chart.with("in-the-cluster", changes)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "notes"})
    void a_least_that_is_more_than_the_most_is_refused(String service) {
        var changes = Map.<String, Object>of(
                "services.%s.autoscaling.enabled".formatted(service), true,
                "services.%s.autoscaling.minReplicas".formatted(service), 7,
                "services.%s.autoscaling.maxReplicas".formatted(service), 6);

        assertThatThrownBy(() -> Chart.with("in-the-cluster", changes))
                .hasMessageContaining("services.%s.autoscaling.minReplicas is 7".formatted(service));
    }

    @Test
    void a_service_without_the_secret_with_which_it_is_counted_is_refused_with_these_keys_as_well() {
        var changes =
                Map.<String, Object>of("services.notes.autoscaling.enabled", true, "services.notes.existingSecret", "");

        assertThatThrownBy(() -> Chart.with("everything-external", changes))
                .hasMessageContaining("name a Secret with the keys database-password, kafka-jaas-config,"
                        + " kafka-password, kafka-username.");
    }

    @Test
    void the_secret_of_another_kafka_is_refused() {
        var install = installing("in-the-cluster", "services.notes.autoscaling.kafkaSecret.name", "other");

        assertThatThrownBy(install)
                .hasMessageContaining("services.notes.autoscaling.kafkaSecret.name is set although"
                        + " kafka.strimzi.enabled is true");
    }

    @ParameterizedTest
    @CsvSource({"host, postgresql.example.com", "port, 5433"})
    void two_servers_of_postgresql_are_refused(String name, String value) {
        var install = installing("in-the-cluster", "postgresql." + name, value);

        assertThatThrownBy(install)
                .hasMessageContaining(
                        "postgresql.%s is set although postgresql.cluster.enabled is true".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation", "assignment", "notes", "outbound"})
    void a_role_without_its_password_is_refused(String service) {
        var install = installing("in-the-cluster", "services.%s.databaseSecret".formatted(service), "");

        assertThatThrownBy(install)
                .hasMessageContaining(("services.%1$s.databaseSecret is missing: name a Secret of the type"
                                + " kubernetes.io/basic-auth with username: %1$s and a password.")
                        .formatted(service));
    }

    @Test
    void a_service_whose_secrets_are_all_in_secrets_of_their_own_needs_none() {
        var install = installing("in-the-cluster", "services.notes.existingSecret", "");

        assertThatCode(install).doesNotThrowAnyException();
    }

    @Test
    void a_most_of_connections_that_is_there_twice_is_refused() {
        var install =
                installingAlso("in-the-cluster", "postgresql: {cluster: {parameters: {max_connections: \"100\"}}}");

        assertThatThrownBy(install)
                .hasMessageContaining("postgresql.cluster.parameters has max_connections, which the chart sets");
    }

    @Test
    void a_postgresql_in_which_nobody_could_write_is_refused() {
        var install = installing("in-the-cluster", "postgresql.cluster.instances", 1);

        assertThatThrownBy(install)
                .hasMessageContaining(
                        "postgresql.cluster.synchronousReplicas is 1, and postgresql.cluster.instances 1: nobody could write.");
    }

    @Test
    void a_backup_that_goes_nowhere_is_refused() {
        var install = installing("in-the-cluster", "postgresql.cluster.backup.objectStore", "");

        assertThatThrownBy(install).hasMessageContaining("postgresql.cluster.backup.objectStore is missing");
    }

    @Test
    void a_server_of_which_nobody_says_what_it_can_take_is_refused() {
        var install = installing("everything-external", "postgresql.maxConnections", 0);

        assertThatThrownBy(install).hasMessageContaining("postgresql.maxConnections is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image.registry", "keycloak.url", "kafka.bootstrap", "kafka.saslMechanism", "postgresql.host"})
    void an_address_that_is_missing_is_named(String value) {
        var install = installing("everything-external", value, "");

        assertThatThrownBy(install).hasMessageContaining(value + " is missing: ");
    }

    @Test
    void tokens_for_kafka_that_come_from_nowhere_are_refused() {
        var install = installing("everything-external", "kafka.saslMechanism", "OAUTHBEARER");

        assertThatThrownBy(install).hasMessageContaining("kafka.tokenUrl is missing: ");
    }

    @Test
    void a_scaler_that_could_not_sign_in_is_refused() {
        var install = installingAlso("everything-external", """
                kafka: {saslMechanism: OAUTHBEARER, tokenUrl: "https://id.example.com/token"}
                services: {notes: {autoscaling: {enabled: true, kafkaSecret: {name: scaling}}}}
                """);

        assertThatThrownBy(install).hasMessageContaining("the chart has only a password for KEDA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns", "ingress", "monitoring", "kafka", "keycloak", "postgresql"})
    void a_place_of_which_nobody_says_who_it_is_is_refused(String place) {
        var install = installingAlso("everything-external", "networkPolicy: {%s: {peers: []}}".formatted(place));

        assertThatThrownBy(install).hasMessageContaining("networkPolicy.%s.peers is empty".formatted(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingress", "keda", "cnpg"})
    void a_place_from_which_nobody_could_come_is_refused(String place) {
        var install = installingAlso("in-the-cluster", "networkPolicy: {%s: {peers: []}}".formatted(place));

        assertThatThrownBy(install).hasMessageContaining("networkPolicy.%s.peers is empty".formatted(place));
    }

    @Test
    void a_place_that_is_everywhere_is_refused() {
        var install = installing("everything-external", "networkPolicy.kafka.peers[0].ipBlock.cidr", "0.0.0.0/0");

        assertThatThrownBy(install)
                .hasMessageContaining("networkPolicy.kafka.peers has 0.0.0.0/0, which is everywhere");
    }

    @ParameterizedTest
    @CsvSource({
        "bootstrap, kafka.example.com:9092",
        "securityProtocol, SASL_SSL",
        "saslMechanism, PLAIN",
        "tokenUrl, https://id.example.com/token",
        "caSecret, centralino-kafka-ca"
    })
    void two_kafkas_are_refused(String name, String value) {
        var install = installing("in-the-cluster", "kafka." + name, value);

        assertThatThrownBy(install)
                .hasMessageContaining("kafka.%s is set although kafka.strimzi.enabled is true".formatted(name));
    }

    @Test
    void more_copies_than_brokers_are_refused() {
        var install = installing("in-the-cluster", "kafka.strimzi.brokers.replicas", 2);

        assertThatThrownBy(install)
                .hasMessageContaining("kafka.strimzi.replicationFactor is 3, and there are 2 brokers");
    }

    @Test
    void two_keycloaks_are_refused() {
        var install = installing("in-the-cluster", "keycloak.url", "http://keycloak.identity:8080");

        assertThatThrownBy(install)
                .hasMessageContaining("keycloak.url is set although keycloak.operator.enabled is true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keycloak.publicUrl",
                "keycloak.image",
                "keycloak.operator.databaseSecret",
                "keycloak.realm.adminSecret"
            })
    void a_keycloak_without_what_it_needs_is_refused(String value) {
        var install = installing("in-the-cluster", value, "");

        assertThatThrownBy(install).hasMessageContaining(value + " is missing: ");
    }

    @Test
    void a_realm_that_does_not_know_where_the_page_is_is_refused() {
        var changes = Map.<String, Object>of(
                "keycloak.realm.enabled", true,
                "keycloak.realm.adminSecret", "centralino-keycloak-admin",
                "keycloak.image", "registry.example.com/centralino/keycloak:26.7.3");

        assertThatThrownBy(() -> Chart.with("small", changes))
                .hasMessageContaining("keycloak.realm.webOrigin is missing");
    }

    @Test
    void a_kafka_that_takes_nothing_while_a_broker_restarts_is_refused() {
        var install = installing("in-the-cluster", "kafka.strimzi.minInsyncReplicas", 3);

        assertThatThrownBy(install)
                .hasMessageContaining("kafka.strimzi.minInsyncReplicas is 3, and kafka.strimzi.replicationFactor 3");
    }

    @Test
    void one_broker_to_try_it_out_is_taken() {
        var install = installingAlso("in-the-cluster", """
                kafka:
                  strimzi: {replicationFactor: 1, minInsyncReplicas: 1, brokers: {replicas: 1}, controllers: {replicas: 1}}
                """);

        assertThatCode(install).doesNotThrowAnyException();
    }

    @Test
    void an_even_number_of_controllers_is_refused() {
        var install = installing("in-the-cluster", "kafka.strimzi.controllers.replicas", 2);

        assertThatThrownBy(install).hasMessageContaining("controllers");
    }

    @Test
    void a_secret_among_the_values_is_refused() {
        var install = installing("small", "services.outbound.env.CENTRALINO_OTHER_TOKEN", "abc");

        assertThatThrownBy(install).hasMessageContaining("CENTRALINO_OTHER_TOKEN, which looks like a secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CENTRALINO_DATABASE_HOST", "CENTRALINO_DATABASE_PASSWORD"})
    void a_variable_that_would_be_there_twice_is_refused(String variable) {
        var install = installing("small", "services.notes.env." + variable, "abc");

        assertThatThrownBy(install).hasMessageContaining(variable + ", which the chart sets");
    }

    @ParameterizedTest
    @CsvSource({"in-the-cluster, ingress", "everything-external, gatewayApi"})
    void a_way_in_that_the_gateway_does_not_trust_is_refused(String values, String way) {
        var install = installingAlso(values, "services: {gateway: {trustedProxies: []}}");

        assertThatThrownBy(install)
                .hasMessageContaining(
                        "services.gateway.trustedProxies is empty although %s.enabled is true".formatted(way));
    }

    @Test
    void two_kinds_of_ways_in_are_refused() {
        var install = installingAlso("everything-external", """
                ingress: {enabled: true, page: {host: inbox.example.com}, webhook: {host: hooks.example.com}}
                """);

        assertThatThrownBy(install).hasMessageContaining("ingress.enabled and gatewayApi.enabled are both true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.hostnames", "page.parentRefs", "webhook.hostnames", "webhook.parentRefs"})
    void a_route_that_does_not_say_for_whom_or_where_it_is_is_refused(String value) {
        var path = value.split("\\.");

        var install = installingAlso("everything-external", "gatewayApi: {%s: {%s: []}}".formatted(path[0], path[1]));

        assertThatThrownBy(install).hasMessageContaining("gatewayApi.%s is empty".formatted(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tlsSecret: ""                                   | ingress.webhook.tlsSecret is missing although
            mutualTls: {caSecret: ""}                       | ingress.webhook.mutualTls.caSecret is missing
            host: inbox.example.com                         | ingress.webhook.host is that of the page although
            annotations: {nginx.ingress.kubernetes.io/auth-tls-verify-client: "off"} | auth-tls-verify-client, which the chart
            mutualTls: {commonName: "(.*)"}                 | commonName
            """)
    void a_certificate_that_nobody_would_be_asked_for_rightly_is_refused(String change, String reason) {
        var install = installingAlso(
                "in-the-cluster", MutualTlsTest.AT_AN_INGRESS, "ingress: {webhook: {%s}}".formatted(change));

        assertThatThrownBy(install).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            webhook: {parentRefs: [{namespace: gateways, name: public}]}                   | gatewayApi.webhook.parentRefs names public without sectionName
            page: {parentRefs: [{namespace: gateways, name: public, sectionName: hooks}]}  | gatewayApi.page.parentRefs has the listener hooks of public, too
            page: {hostnames: [inbox.example.com, hooks.example.com]}                      | gatewayApi.page.hostnames has hooks.example.com, too
            webhook: {hostnames: ["*.example.com"]}                                        | gatewayApi.webhook.hostnames has *.example.com
            """)
    void a_route_that_leads_around_the_certificate_is_refused(String change, String reason) {
        var install =
                installingAlso("everything-external", MutualTlsTest.AT_A_GATEWAY, "gatewayApi: {%s}".formatted(change));

        assertThatThrownBy(install).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingress", "gatewayApi"})
    void a_certificate_is_not_asked_for_where_nothing_leads_in(String way) {
        var install = installing("small", "%s.webhook.mutualTls.enabled".formatted(way), true);

        assertThatThrownBy(install)
                .hasMessageContaining(
                        "%s.webhook.mutualTls.enabled is true although %s.enabled is false".formatted(way, way));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"postgres.host", "services.gateway.replica", "services.simulator.replicas", "pod.priviledged"})
    void a_value_that_is_not_there_is_refused(String value) {
        var install = installing("small", value, 1);

        assertThatThrownBy(install).hasMessageContaining("additional");
    }

    @Test
    void a_kubernetes_that_nobody_tried_it_for_is_refused() {
        assertThatThrownBy(() -> Chart.with("small", "1.29.9", Map.of())).hasMessageContaining("1.30");
    }

    @Test
    void a_pod_that_would_be_killed_before_it_is_done_is_refused() {
        var install = installing("small", "pod.shutdownDelaySeconds", 26);

        assertThatThrownBy(install)
                .hasMessageContaining(
                        "pod.terminationGracePeriodSeconds is 60: a pod that goes on for 26 seconds may" + " need 61");
    }

    private static ThrowingCallable installing(String values, String path, Object value) {
        return () -> Chart.with(values, Map.of(path, value));
    }

    private static ThrowingCallable installingAlso(String values, String... more) {
        return () -> Chart.withAlso(values, more);
    }
}
