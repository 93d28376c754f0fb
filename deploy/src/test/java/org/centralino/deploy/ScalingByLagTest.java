package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.centralino.events.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// KEDA counts the replicas of who hears topics, by what it has not read yet.
class ScalingByLagTest {
    static final List<String> CONSUMERS = List.of("conversation", "assignment", "notes", "outbound");

    @ParameterizedTest
    @ValueSource(strings = {"everything-external", "small"})
    void nothing_is_asked_of_keda_unless_it_is_switched_on(String values) {
        var rendered = Chart.with(values);

        assertThat(rendered.objects())
                .noneMatch(object -> object.getApiVersion().startsWith("keda.sh/"));
    }

    @Test
    void every_service_that_hears_a_topic_is_counted_so_and_no_other() {
        var hearing = Chart.SERVICES.stream()
                .filter(service -> !KafkaOfService.of(service).heard().isEmpty());

        var scaled = inTheCluster().all(ScaledObject.class);

        assertThat(scaled)
                .extracting(Rendered::componentOf)
                .containsExactlyInAnyOrderElementsOf(hearing.toList())
                .containsExactlyInAnyOrderElementsOf(CONSUMERS);
    }

    @ParameterizedTest
    @FieldSource("CONSUMERS")
    void there_is_a_trigger_for_every_group_in_which_its_code_hears_a_topic_and_no_other(String service) {
        var heard = KafkaOfService.of(service).heard();

        var triggers = scaler(inTheCluster(), service).spec().triggers();

        assertThat(triggers)
                .extracting(trigger -> trigger.asked("consumerGroup"), trigger -> trigger.asked("topic"))
                .containsExactlyInAnyOrderElementsOf(heard.stream()
                        .map(topic -> tuple(service + "." + shortNameOf(topic), topic))
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("CONSUMERS")
    void a_trigger_asks_for_nothing_that_the_service_could_not_ask_for_itself(String service) throws IOException {
        var permitted = KafkaAccess.permitted().get(service);
        var groups = new TreeSet<>(permitted.groups());
        groups.remove(KafkaOfService.replayGroup());

        var triggers = scaler(inTheCluster(), service).spec().triggers();

        assertThat(triggers)
                .extracting(trigger -> trigger.asked("consumerGroup"))
                .containsExactlyInAnyOrderElementsOf(groups);
        assertThat(triggers).extracting(trigger -> trigger.asked("topic")).isSubsetOf(permitted.read());
    }

    @ParameterizedTest
    @MethodSource("scaled")
    void there_are_never_more_replicas_than_partitions_and_never_none(ScaledObject scaled) {
        var fewest = scaled.spec().triggers().stream()
                .mapToInt(trigger -> partitionsOf(trigger.asked("topic")))
                .min()
                .orElseThrow();

        assertThat(scaled.spec().maxReplicaCount()).isBetween(scaled.spec().minReplicaCount(), fewest);
        assertThat(scaled.spec().minReplicaCount()).isPositive();
        assertThat(scaled.spec().idleReplicaCount()).isNull();
        assertThat(scaled.spec().triggers())
                .allMatch(trigger -> !trigger.metadata().containsKey("allowIdleConsumers"));
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void who_counts_the_replicas_of_a_scaled_service_is_keda_alone(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Map.of());

        assertThat(rendered.all(ScaledObject.class)).allSatisfy(scaled -> {
            var deployment = rendered.deployment(Rendered.componentOf(scaled));
            assertThat(deployment.getSpec().getReplicas()).isNull();
            assertThat(scaled.spec().scaleTargetRef())
                    .isEqualTo(new ScaledObject.Target(
                            deployment.getMetadata().getName(), deployment.getApiVersion(), deployment.getKind()));
        });
    }

    @Test
    void a_service_that_is_not_scaled_has_the_replicas_that_were_said() {
        var rendered = Chart.with(
                "in-the-cluster", Map.of("services.notes.autoscaling.enabled", false, "services.notes.replicas", 3));

        assertThat(rendered.deployment("notes").getSpec().getReplicas()).isEqualTo(3);
        assertThat(rendered.all(ScaledObject.class))
                .extracting(Rendered::componentOf)
                .containsExactlyInAnyOrder("conversation", "assignment", "outbound");
    }

    @Test
    void how_far_behind_a_replica_may_be_and_how_soon_one_goes_are_values() {
        var rendered = Chart.with(
                "in-the-cluster",
                Map.of(
                        "services.notes.autoscaling.lagThreshold", 50,
                        "services.notes.autoscaling.cooldownSeconds", 900));

        var notes = scaler(rendered, "notes").spec();

        assertThat(notes.triggers())
                .extracting(trigger -> trigger.asked("lagThreshold"))
                .containsOnly("50");
        assertThat(behaviour(notes).getScaleDown().getStabilizationWindowSeconds())
                .isEqualTo(900);
    }

    /// A group that has never been there begins with the oldest record; the protocol of Kafka 1.0, which KEDA speaks
    /// unless it is told otherwise, is not understood by Kafka 4.
    @ParameterizedTest
    @MethodSource("scaled")
    void keda_counts_as_the_services_read_and_speaks_as_kafka_4_understands(ScaledObject scaled) {
        assertThat(scaled.spec().triggers())
                .extracting(trigger -> trigger.asked("offsetResetPolicy"), trigger -> trigger.asked("version"))
                .containsOnly(tuple("earliest", "2.1.0"));
    }

    @ParameterizedTest
    @FieldSource("CONSUMERS")
    void where_strimzi_runs_kafka_keda_signs_in_as_the_service_and_nothing_is_typed(String service) {
        var rendered = inTheCluster();

        var authentication = authentication(rendered, service).spec();

        assertThat(authentication.secretTargetRef())
                .extracting(ScalingByLagTest::asTuple)
                .containsExactlyInAnyOrder(
                        tuple("password", "centralino-kafka-" + service, "password"),
                        tuple("ca", "centralino-cluster-ca-cert", "ca.crt"));
        assertThat(authentication.configMapTargetRef()).singleElement().satisfies(user -> {
            assertThat(user.parameter()).isEqualTo("username");
            assertThat(named(rendered, ConfigMap.class, user.name()).getData().get(user.key()))
                    .isEqualTo(service);
        });
        assertThat(named(rendered, KafkaUser.class, service)).isNotNull();
    }

    @ParameterizedTest
    @FieldSource("CONSUMERS")
    void where_strimzi_runs_kafka_it_is_called_as_another_namespace_must_call_it(String service) {
        var triggers = scaler(inTheCluster(), service).spec().triggers();

        assertThat(triggers)
                .extracting(
                        trigger -> trigger.asked("bootstrapServers"),
                        trigger -> trigger.asked("sasl"),
                        trigger -> trigger.asked("tls"),
                        trigger -> trigger.authenticationRef().name())
                .containsOnly(tuple(
                        "centralino-kafka-bootstrap.centralino.svc:9093",
                        "scram_sha512",
                        "enable",
                        "centralino-" + service));
    }

    @Test
    void to_a_kafka_of_yours_keda_signs_in_with_what_stands_in_the_secret_of_the_service() {
        var rendered = Chart.with("everything-external", notesScaled(Map.of()));

        assertThat(authentication(rendered, "notes").spec().secretTargetRef())
                .extracting(ScalingByLagTest::asTuple)
                .containsExactlyInAnyOrder(
                        tuple("username", "centralino-notes", "kafka-username"),
                        tuple("password", "centralino-notes", "kafka-password"),
                        tuple("ca", "centralino-kafka-ca", "ca.crt"));
        assertThat(authentication(rendered, "notes").spec().configMapTargetRef())
                .isNull();
        assertThat(scaler(rendered, "notes").spec().triggers())
                .extracting(trigger -> trigger.asked("bootstrapServers"), trigger -> trigger.asked("sasl"))
                .containsOnly(tuple(
                        "kafka-1.example.com:9093,kafka-2.example.com:9093,kafka-3.example.com:9093", "scram_sha512"));
    }

    @Test
    void another_secret_and_other_keys_can_be_said() {
        var rendered = Chart.with(
                "everything-external",
                notesScaled(Map.of(
                        "services.notes.autoscaling.kafkaSecret.name", "scaling",
                        "services.notes.autoscaling.kafkaSecret.usernameKey", "who",
                        "services.notes.autoscaling.kafkaSecret.passwordKey", "word")));

        assertThat(authentication(rendered, "notes").spec().secretTargetRef())
                .extracting(ScalingByLagTest::asTuple)
                .contains(tuple("username", "scaling", "who"), tuple("password", "scaling", "word"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN plaintext", "SCRAM-SHA-256 scram_sha256", "SCRAM-SHA-512 scram_sha512"})
    void each_way_to_sign_in_is_called_as_keda_calls_it(String mechanism) {
        var names = mechanism.split(" ");

        var rendered = Chart.with("everything-external", notesScaled(Map.of("kafka.saslMechanism", names[0])));

        assertThat(scaler(rendered, "notes").spec().triggers())
                .extracting(trigger -> trigger.asked("sasl"))
                .containsOnly(names[1]);
    }

    @Test
    void where_kafka_only_encrypts_nobody_signs_in_and_the_authority_is_still_known() {
        var rendered = Chart.with(
                "everything-external", notesScaled(Map.of("kafka.securityProtocol", "SSL", "kafka.saslMechanism", "")));

        assertThat(authentication(rendered, "notes").spec().secretTargetRef())
                .extracting(ScalingByLagTest::asTuple)
                .containsExactly(tuple("ca", "centralino-kafka-ca", "ca.crt"));
        assertThat(scaler(rendered, "notes").spec().triggers()).isNotEmpty().allSatisfy(trigger -> {
            assertThat(trigger.asked("tls")).isEqualTo("enable");
            assertThat(trigger.metadata()).doesNotContainKey("sasl");
        });
    }

    @Test
    void a_kafka_that_asks_for_nothing_is_told_nothing() {
        var rendered = Chart.with("small", notesScaled(Map.of()));

        assertThat(rendered.all(TriggerAuthentication.class)).isEmpty();
        assertThat(rendered.all(ConfigMap.class)).isEmpty();
        assertThat(scaler(rendered, "notes").spec().triggers()).isNotEmpty().allSatisfy(trigger -> {
            assertThat(trigger.authenticationRef()).isNull();
            assertThat(trigger.metadata()).doesNotContainKeys("sasl", "tls");
        });
    }

    @Test
    void a_key_that_keda_does_not_know_is_found() {
        assertThatThrownBy(() -> Rendered.of(withTrigger("{type: kafka, metadata: {}}", "maxReplicas: 2")))
                .hasMessageContaining("maxReplicas");
        assertThatThrownBy(() -> Rendered.of(withTrigger("{type: kafka, metadata: {group: a}}", "")))
                .hasMessageContaining("does not know group");
    }

    @Test
    void a_key_that_keda_needs_is_missed() {
        assertThatThrownBy(() -> Rendered.of(withTrigger("{type: kafka}", "")))
                .hasMessageContaining("creator property 'metadata'");
    }

    @Test
    void a_figure_that_is_no_text_is_found() {
        assertThatThrownBy(() -> Rendered.of(withTrigger("{type: kafka, metadata: {lagThreshold: 5}}", "")))
                .hasMessageContaining("lagThreshold is none");
    }

    static Stream<ScaledObject> scaled() {
        return Chart.everyWay()
                .flatMap(way ->
                        Chart.with((String) way.get()[0], (String) way.get()[1], Map.of())
                                .all(ScaledObject.class)
                                .stream());
    }

    private static Rendered inTheCluster() {
        return Chart.with("in-the-cluster");
    }

    private static Map<String, Object> notesScaled(Map<String, Object> more) {
        var changes = new HashMap<>(more);
        changes.put("services.notes.autoscaling.enabled", true);
        changes.put("postgresql.maxConnections", 400);
        return changes;
    }

    private static ScaledObject scaler(Rendered rendered, String service) {
        return named(rendered, ScaledObject.class, "centralino-" + service);
    }

    private static TriggerAuthentication authentication(Rendered rendered, String service) {
        return named(rendered, TriggerAuthentication.class, "centralino-" + service);
    }

    private static <T extends HasMetadata> T named(Rendered rendered, Class<T> type, String name) {
        return rendered.all(type).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HorizontalPodAutoscalerBehavior behaviour(ScaledObject.Spec spec) {
        return spec.advanced().horizontalPodAutoscalerConfig().behavior();
    }

    private static String shortNameOf(String topic) {
        return topic.replaceFirst("^centralino\\.(.+)\\.v\\d+$", "$1");
    }

    private static int partitionsOf(String name) {
        return Topics.all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow()
                .partitions();
    }

    private static Tuple asTuple(TriggerAuthentication.Source source) {
        return tuple(source.parameter(), source.name(), source.key());
    }

    private static String withTrigger(String trigger, String more) {
        return """
                apiVersion: keda.sh/v1alpha1
                kind: ScaledObject
                metadata: {name: a}
                spec:
                  scaleTargetRef: {name: a}
                  triggers: [%s]
                  %s
                """.formatted(trigger, more);
    }
}
