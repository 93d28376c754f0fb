package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.strimzi.api.kafka.model.kafka.JbodStorage;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaAuthorizationSimple;
import io.strimzi.api.kafka.model.kafka.PersistentClaimStorage;
import io.strimzi.api.kafka.model.kafka.listener.KafkaListenerAuthenticationScramSha512;
import io.strimzi.api.kafka.model.kafka.listener.KafkaListenerType;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.ProcessRoles;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.KafkaUserScramSha512ClientAuthentication;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.centralino.events.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Kafka, when Strimzi runs it.
class StrimziTest {
    static final List<String> SERVICES = Chart.SERVICES;

    @ParameterizedTest
    @ValueSource(strings = {"everything-external", "small"})
    void nothing_is_asked_of_it_unless_it_is_switched_on(String values) {
        var rendered = Chart.with(values);

        assertThat(strimzis(rendered)).isEmpty();
    }

    @Test
    void the_topics_are_those_that_the_code_knows() {
        var topics = inTheCluster().all(KafkaTopic.class);

        assertThat(topics)
                .extracting(
                        topic -> topic.getMetadata().getName(),
                        topic -> topic.getSpec().getPartitions(),
                        topic -> topic.getSpec().getConfig().get("cleanup.policy"),
                        topic -> ((Number) topic.getSpec().getConfig().get("retention.ms")).longValue())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(StrimziTest::asRendered).toList());
    }

    @Test
    void a_topic_outlives_a_broker_and_its_records_outlive_their_time_by_a_day_at_most() {
        var topics = inTheCluster().all(KafkaTopic.class);

        assertThat(topics).isNotEmpty().allSatisfy(topic -> {
            assertThat(topic.getSpec().getReplicas()).isEqualTo(3);
            assertThat(((Number) topic.getSpec().getConfig().get("segment.ms")).longValue())
                    .isEqualTo(Duration.ofDays(1).toMillis());
        });
    }

    @Test
    void what_is_acknowledged_is_on_two_brokers_and_topics_do_not_come_by_themselves() {
        var config = kafka(inTheCluster()).getSpec().getKafka().getConfig();

        assertThat(config)
                .containsEntry("auto.create.topics.enable", false)
                .containsEntry("min.insync.replicas", 2)
                .containsEntry("default.replication.factor", 3)
                .containsEntry("offsets.topic.replication.factor", 3)
                .containsEntry("transaction.state.log.replication.factor", 3)
                .containsEntry("transaction.state.log.min.isr", 2);
    }

    @Test
    void a_record_may_be_as_large_as_the_services_send_them() {
        var config = kafka(inTheCluster()).getSpec().getKafka().getConfig();

        assertThat(config).containsEntry("message.max.bytes", 8 * 1024 * 1024);
    }

    @Test
    void the_only_way_in_is_encrypted_and_for_those_with_a_password() {
        var cluster = kafka(inTheCluster()).getSpec().getKafka();

        assertThat(cluster.getListeners()).singleElement().satisfies(listener -> {
            assertThat(listener.isTls()).isTrue();
            assertThat(listener.getType()).isEqualTo(KafkaListenerType.INTERNAL);
            assertThat(listener.getAuth()).isInstanceOf(KafkaListenerAuthenticationScramSha512.class);
        });
        assertThat(cluster.getAuthorization())
                .isInstanceOfSatisfying(
                        KafkaAuthorizationSimple.class,
                        simple -> assertThat(simple.getSuperUsers()).isNullOrEmpty());
    }

    @Test
    void the_way_in_is_for_the_pods_of_the_services_and_no_others_in_their_namespace() {
        var rendered = inTheCluster();

        var peers = peers(rendered);

        assertThat(peers)
                .filteredOn(peer -> peer.getNamespaceSelector() == null)
                .extracting(peer -> peer.getPodSelector().getMatchLabels())
                .containsExactlyInAnyOrderElementsOf(rendered.deployments().stream()
                        .map(deployment -> deployment.getSpec().getSelector().getMatchLabels())
                        .toList());
    }

    @Test
    void keda_may_come_in_to_count_what_is_not_read_yet_and_nobody_else_from_other_namespaces() {
        var peers = peers(inTheCluster());

        assertThat(peers)
                .filteredOn(peer -> peer.getNamespaceSelector() != null)
                .extracting(
                        peer -> peer.getNamespaceSelector().getMatchLabels(),
                        peer -> peer.getPodSelector().getMatchLabels())
                .containsExactly(tuple(Map.of("kubernetes.io/metadata.name", "keda"), Map.of("app", "keda-operator")));
    }

    @Test
    void keda_may_not_come_in_where_no_service_is_scaled_by_it() {
        var rendered = Chart.withAlso("in-the-cluster", """
                services:
                  conversation: {autoscaling: {enabled: false}}
                  assignment: {autoscaling: {enabled: false}}
                  notes: {autoscaling: {enabled: false}}
                  outbound: {autoscaling: {enabled: false}}
                """);

        assertThat(peers(rendered)).hasSize(5).allMatch(peer -> peer.getNamespaceSelector() == null);
    }

    @Test
    void who_may_come_in_can_be_left_to_others() {
        var rendered = Chart.with("in-the-cluster", Map.of("networkPolicy.enabled", false));

        var listener = kafka(rendered).getSpec().getKafka().getListeners().getFirst();

        assertThat(listener.getNetworkPolicyPeers()).isNullOrEmpty();
    }

    @Test
    void the_services_reach_its_brokers_and_of_them_that_port_only() {
        var rendered = inTheCluster();
        var brokers = Map.of("strimzi.io/broker-role=true", "kafka");

        var edges = new Edges(rendered.all(NetworkPolicy.class), brokers).outgoing();

        assertThat(edges)
                .filteredOn(edge -> edge.contains("-> kafka"))
                .containsExactlyInAnyOrderElementsOf(Chart.SERVICES.stream()
                        .map(service -> service + " -> kafka: TCP 9093")
                        .toList());
    }

    @Test
    void whoever_else_is_said_to_be_kafka_is_taken_for_it() {
        var rendered = Chart.withAlso(
                "in-the-cluster", "networkPolicy: {kafka: {peers: [{ipBlock: {cidr: 10.20.9.0/24}}], ports: [9095]}}");

        var edges = new Edges(rendered.all(NetworkPolicy.class), Map.of("10.20.9.0/24", "kafka")).outgoing();

        assertThat(edges).contains("notes -> kafka: TCP 9095").noneMatch(edge -> edge.contains("strimzi.io"));
    }

    @Test
    void each_service_has_a_user_with_the_rights_that_are_written_down() {
        var users = inTheCluster().all(KafkaUser.class);

        assertThat(users)
                .extracting(user -> user.getMetadata().getName(), KafkaAccess::of)
                .containsExactlyInAnyOrderElementsOf(KafkaAccess.permitted().entrySet().stream()
                        .map(permitted -> tuple(permitted.getKey(), permitted.getValue()))
                        .toList());
        assertThat(users)
                .extracting(user -> user.getSpec().getAuthentication())
                .hasOnlyElementsOfType(KafkaUserScramSha512ClientAuthentication.class);
    }

    @Test
    void no_right_is_for_more_than_one_name_or_for_more_than_it_says() {
        var rules = inTheCluster().all(KafkaUser.class).stream()
                .flatMap(user -> ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization()).getAcls().stream())
                .toList();

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getType()).isIn(null, AclRuleType.ALLOW);
            assertThat(rule.getOperations()).hasSize(1);
            assertThat(nameAndPattern(rule)).satisfies(found -> {
                assertThat((String) found.toList().getFirst())
                        .doesNotContain("*")
                        .isNotBlank();
                assertThat(found.toList().getLast()).isEqualTo(AclResourcePatternType.LITERAL);
            });
        });
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_signs_in_with_what_strimzi_makes_and_nothing_is_typed(String service) {
        var rendered = inTheCluster();

        var settings = rendered.container(service).getEnv();

        assertThat(settings)
                .extracting(EnvVar::getName, EnvVar::getValue)
                .contains(
                        tuple("CENTRALINO_KAFKA_BOOTSTRAP", "centralino-kafka-bootstrap:9093"),
                        tuple("KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
                        tuple("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512"),
                        tuple("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM"));
        assertThat(settings)
                .filteredOn(variable -> variable.getName().equals("KAFKA_SASL_JAAS_CONFIG"))
                .extracting(
                        variable -> variable.getValueFrom().getSecretKeyRef().getName(),
                        variable -> variable.getValueFrom().getSecretKeyRef().getKey())
                .containsExactly(tuple(secretOf(rendered, service), "sasl.jaas.config"));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_trusts_the_authority_of_the_cluster(String service) {
        var rendered = inTheCluster();

        var pod = rendered.deployment(service).getSpec().getTemplate().getSpec();

        assertThat(pod.getVolumes())
                .filteredOn(volume -> volume.getName().equals("kafka-ca"))
                .extracting(
                        volume -> volume.getSecret().getSecretName(),
                        volume -> volume.getSecret().getItems().getFirst().getKey())
                .containsExactly(tuple(kafka(rendered).getMetadata().getName() + "-cluster-ca-cert", "ca.crt"));
        assertThat(rendered.container(service).getVolumeMounts())
                .anyMatch(mount -> mount.getName().equals("kafka-ca"));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void no_secret_of_strimzi_is_called_as_one_that_somebody_makes(String service) {
        var rendered = inTheCluster();

        var named = rendered.container(service).getEnv().stream()
                .filter(variable ->
                        variable.getValueFrom() != null && !variable.getName().startsWith("KAFKA_"))
                .map(variable -> variable.getValueFrom().getSecretKeyRef().getName());

        assertThat(named).isNotEmpty().doesNotContain(secretOf(rendered, service));
    }

    @Test
    void there_are_controllers_and_brokers_spread_over_zones_and_hosts() {
        var pools = inTheCluster().all(KafkaNodePool.class);

        assertThat(pools)
                .extracting(
                        pool -> pool.getMetadata().getName(),
                        pool -> pool.getSpec().getRoles(),
                        pool -> pool.getSpec().getReplicas())
                .containsExactlyInAnyOrder(
                        tuple("brokers", List.of(ProcessRoles.BROKER), 6),
                        tuple("controllers", List.of(ProcessRoles.CONTROLLER), 3));
        assertThat(pools)
                .allSatisfy(pool -> assertThat(
                                pool.getSpec().getTemplate().getPod().getTopologySpreadConstraints())
                        .allMatch(spread -> spread.getLabelSelector()
                                .getMatchLabels()
                                .equals(Map.of(
                                        "strimzi.io/cluster",
                                        "centralino",
                                        "strimzi.io/pool-name",
                                        pool.getMetadata().getName())))
                        .extracting(TopologySpreadConstraint::getTopologyKey)
                        .containsExactlyInAnyOrder("topology.kubernetes.io/zone", "kubernetes.io/hostname"));
    }

    @Test
    void a_broker_says_what_it_needs_and_its_disk_stays() {
        var pools = inTheCluster().all(KafkaNodePool.class);

        assertThat(pools).isNotEmpty().allSatisfy(pool -> {
            assertThat(pool.getSpec().getResources().getLimits()).containsOnlyKeys("cpu", "memory");
            assertThat(pool.getSpec().getResources().getRequests()).containsOnlyKeys("cpu", "memory");
            assertThat(((JbodStorage) pool.getSpec().getStorage()).getVolumes())
                    .singleElement()
                    .isInstanceOfSatisfying(PersistentClaimStorage.class, disk -> {
                        assertThat(disk.isDeleteClaim()).isFalse();
                        assertThat(disk.getSize()).matches("\\d+Gi");
                    });
        });
    }

    @Test
    void what_customers_said_outlives_the_removal_of_the_chart() {
        var holders = strimzis(inTheCluster()).stream()
                .filter(object -> !(object instanceof KafkaUser))
                .toList();

        assertThat(holders)
                .isNotEmpty()
                .allMatch(object ->
                        "keep".equals(object.getMetadata().getAnnotations().get("helm.sh/resource-policy")));
    }

    @Test
    void everything_belongs_to_the_one_cluster() {
        var rendered = inTheCluster();

        assertThat(strimzis(rendered))
                .filteredOn(object -> !(object instanceof Kafka))
                .isNotEmpty()
                .allMatch(object -> kafka(rendered)
                        .getMetadata()
                        .getName()
                        .equals(object.getMetadata().getLabels().get("strimzi.io/cluster")));
    }

    /// The operator hands labels down to pods, but none of `app.kubernetes.io`.
    @Test
    void a_new_version_of_the_chart_alone_restarts_no_broker() {
        var labels = Stream.concat(
                        inTheCluster().all(Kafka.class).stream(), inTheCluster().all(KafkaNodePool.class).stream())
                .flatMap(object -> object.getMetadata().getLabels().keySet().stream())
                .toList();

        assertThat(labels)
                .isNotEmpty()
                .allMatch(label -> label.equals("strimzi.io/cluster")
                        || label.startsWith("app.kubernetes.io/") && !label.equals("app.kubernetes.io/part-of"));
    }

    @Test
    void a_key_that_strimzi_does_not_know_is_found() {
        assertThatThrownBy(() -> Rendered.of("""
                        apiVersion: kafka.strimzi.io/v1
                        kind: KafkaTopic
                        spec: {partition: 24}
                        """)).hasMessageContaining("partition");
    }

    @Test
    void everything_has_what_strimzi_needs() {
        var objects = strimzis(inTheCluster());

        assertThat(objects).isNotEmpty().flatExtracting(Missing::in).isEmpty();
    }

    @Test
    void a_key_that_strimzi_needs_is_missed() {
        var rendered = Rendered.of("""
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaUser
                spec:
                  authorization:
                    type: simple
                    acls: [{resource: {type: topic, name: a}}, {operations: [Read]}]
                """);

        var missing = Missing.in(rendered.all(KafkaUser.class).getFirst());

        assertThat(missing)
                .containsExactly(
                        ".getSpec.getAuthorization.getAcls.getOperations",
                        ".getSpec.getAuthorization.getAcls.getResource");
    }

    private static Rendered inTheCluster() {
        return Chart.with("in-the-cluster");
    }

    private static List<HasMetadata> strimzis(Rendered rendered) {
        return rendered.objects().stream()
                .filter(object -> object.getApiVersion().startsWith("kafka.strimzi.io/"))
                .toList();
    }

    private static Kafka kafka(Rendered rendered) {
        return rendered.all(Kafka.class).getFirst();
    }

    private static List<NetworkPolicyPeer> peers(Rendered rendered) {
        return kafka(rendered).getSpec().getKafka().getListeners().getFirst().getNetworkPolicyPeers();
    }

    private static String secretOf(Rendered rendered, String user) {
        return kafka(rendered).getSpec().getEntityOperator().getUserOperator().getSecretPrefix() + user;
    }

    private static Tuple asRendered(Topics.Topic topic) {
        return tuple(
                topic.name(),
                topic.partitions(),
                topic.compacted() ? "compact" : "delete",
                topic.retention().toMillis());
    }

    private static Tuple nameAndPattern(AclRule rule) {
        return switch (rule.getResource()) {
            case AclRuleTopicResource topic -> tuple(topic.getName(), topic.getPatternType());
            case AclRuleGroupResource group -> tuple(group.getName(), group.getPatternType());
            case AclRuleResource other -> throw new AssertionError("A right on " + other.getType());
        };
    }
}
