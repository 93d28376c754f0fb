package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every pod, whatever the values are.
class PodPolicyTest {
    @ParameterizedTest
    @MethodSource("templates")
    void it_is_nobody_and_may_nothing(PodTemplateSpec template) {
        var pod = template.getSpec();

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(containers(template)).allSatisfy(container -> {
            var security = container.getSecurityContext();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(security.getCapabilities().getAdd()).isEmpty();
            assertThat(security.getPrivileged()).isNull();
        });
        assertThat(Stream.of(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC()))
                .allMatch(Objects::isNull);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void it_writes_to_its_own_temporary_folder_and_to_shared_files_only(PodTemplateSpec template) {
        var pod = template.getSpec();

        assertThat(containers(template)).allSatisfy(container -> {
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getVolumeMounts())
                    .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                    .extracting(mount -> mount.getMountPath())
                    .contains("/tmp")
                    .isSubsetOf("/tmp", "/var/lib/centralino/assets");
        });
        assertThat(pod.getVolumes())
                .filteredOn(volume -> volume.getName().equals("tmp"))
                .singleElement()
                .satisfies(volume ->
                        assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
        assertThat(pod.getVolumes()).noneMatch(volume -> volume.getHostPath() != null);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void it_has_no_token_for_the_cluster(PodTemplateSpec template) {
        var pod = template.getSpec();

        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getServiceAccountName()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void it_has_an_account_of_its_own(Deployment deployment) {
        assertThat(deployment.getSpec().getTemplate().getSpec().getServiceAccountName())
                .isEqualTo(deployment.getMetadata().getName());
    }

    /// `CENTRALINO_NOTES_PORT=tcp://10.0.0.1:8083` would be read as the port to listen on.
    @ParameterizedTest
    @MethodSource("templates")
    void it_gets_no_variables_that_kubernetes_makes_of_services(PodTemplateSpec template) {
        var pod = template.getSpec();

        assertThat(pod.getEnableServiceLinks()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void no_job_is_taken_for_a_service(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Map.of());

        assertThat(rendered.jobs())
                .extracting(job ->
                        job.getSpec().getTemplate().getMetadata().getLabels().get("app.kubernetes.io/component"))
                .doesNotContainAnyElementsOf(Chart.SERVICES);
    }

    @ParameterizedTest
    @MethodSource("pods")
    void each_probe_asks_its_own_question_at_the_management_port(Deployment deployment) {
        assertThat(containers(deployment.getSpec().getTemplate())).allSatisfy(container -> {
            assertThat(pathOf(container.getStartupProbe())).isEqualTo("/q/health/started");
            assertThat(pathOf(container.getReadinessProbe())).isEqualTo("/q/health/ready");
            assertThat(pathOf(container.getLivenessProbe())).isEqualTo("/q/health/live");
        });
    }

    @ParameterizedTest
    @MethodSource("templates")
    void it_says_what_it_needs_and_never_takes_more_memory(PodTemplateSpec template) {
        assertThat(containers(template)).allSatisfy(container -> {
            var resources = container.getResources();
            assertThat(resources.getRequests()).containsOnlyKeys("cpu", "memory");
            assertThat(resources.getLimits()).containsOnlyKeys("cpu", "memory");
            assertThat(resources.getLimits().get("memory"))
                    .isEqualTo(resources.getRequests().get("memory"));
        });
    }

    /// What the JVM takes beside its heap was measured to be up to 222 MiB.
    @ParameterizedTest
    @MethodSource("templates")
    void its_memory_has_room_for_the_heap_and_as_much_again_as_was_measured(PodTemplateSpec template) {
        var options = Rendered.variableOf(template, "JAVA_TOOL_OPTIONS").getValue();
        var heap = Long.parseLong(options.replaceFirst(".*-Xmx(\\d+)m.*", "$1"));

        var limit = Rendered.containerOf(template).getResources().getLimits().get("memory");

        assertThat(limit.getNumericalAmount().longValueExact() >> 20).isGreaterThanOrEqualTo(heap + 222);
    }

    @ParameterizedTest
    @MethodSource("pods")
    void it_is_spread_over_zones_and_hosts(Deployment deployment) {
        var pod = deployment.getSpec().getTemplate();

        assertThat(pod.getSpec().getTopologySpreadConstraints())
                .allMatch(spread -> pod.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(spread.getLabelSelector().getMatchLabels().entrySet()))
                .extracting(TopologySpreadConstraint::getTopologyKey)
                .containsExactlyInAnyOrder("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    }

    @ParameterizedTest
    @MethodSource("pods")
    void an_update_starts_one_before_it_stops_one(Deployment deployment) {
        var update = deployment.getSpec().getStrategy().getRollingUpdate();

        assertThat(update.getMaxUnavailable().getIntVal()).isZero();
        assertThat(update.getMaxSurge().getIntVal()).isEqualTo(1);
    }

    /// Requests get ten seconds, then calls of the platform ten, the topics ten, the outbox five.
    @ParameterizedTest
    @MethodSource("pods")
    void it_goes_on_while_it_is_told_to_stop_and_may_end_what_it_does(Deployment deployment) {
        var template = deployment.getSpec().getTemplate();

        var delay = Duration.parse("PT"
                + Rendered.variableOf(template, "CENTRALINO_SHUTDOWN_DELAY").getValue());

        assertThat(delay).isPositive();
        assertThat(template.getSpec().getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(delay.plusSeconds(35).toSeconds());
    }

    /// It drains by itself. A hook would be waited for before it is even told to stop.
    @ParameterizedTest
    @MethodSource("templates")
    void nothing_keeps_it_from_hearing_that_it_is_to_stop(PodTemplateSpec template) {
        assertThat(containers(template)).allMatch(container -> container.getLifecycle() == null);
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void every_deployment_has_a_disruption_budget_that_lets_nodes_be_emptied(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Map.of());

        assertThat(rendered.deployments())
                .allSatisfy(deployment -> assertThat(rendered.all(PodDisruptionBudget.class))
                        .filteredOn(budget -> budget.getSpec()
                                .getSelector()
                                .equals(deployment.getSpec().getSelector()))
                        .singleElement()
                        .satisfies(budget -> assertThat(
                                        budget.getSpec().getMaxUnavailable().getIntVal())
                                .isEqualTo(1)));
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void no_account_gives_a_token_to_whoever_uses_it(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Map.of());

        assertThat(rendered.all(ServiceAccount.class))
                .extracting(account -> account.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(rendered.templates().stream()
                        .map(template -> template.getSpec().getServiceAccountName())
                        .distinct()
                        .toList());
        assertThat(rendered.all(ServiceAccount.class))
                .noneMatch(account -> !Boolean.FALSE.equals(account.getAutomountServiceAccountToken()));
    }

    @Test
    void there_are_two_of_each_unless_somebody_says_otherwise() {
        var rendered = Chart.with("everything-external");

        assertThat(rendered.deployments())
                .filteredOn(deployment -> !Rendered.componentOf(deployment).equals("gateway"))
                .hasSize(4)
                .allMatch(deployment -> deployment.getSpec().getReplicas() == 2);
    }

    @Test
    void who_counts_the_gateways_is_the_autoscaler_alone() {
        var rendered = Chart.with("everything-external");

        var gateway = rendered.deployment("gateway");
        assertThat(gateway.getSpec().getReplicas()).isNull();
        assertThat(rendered.all(HorizontalPodAutoscaler.class)).singleElement().satisfies(scaler -> {
            assertThat(scaler.getSpec().getScaleTargetRef().getName())
                    .isEqualTo(gateway.getMetadata().getName());
            assertThat(scaler.getSpec().getMinReplicas()).isEqualTo(2);
        });
    }

    static Stream<Deployment> pods() {
        return Chart.everyWay()
                .flatMap(way ->
                        Chart.with((String) way.get()[0], (String) way.get()[1], Map.of()).deployments().stream());
    }

    static Stream<PodTemplateSpec> templates() {
        return Chart.everyWay()
                .flatMap(way -> Stream.<Map<String, Object>>of(Map.of(), Chart.RESTORED)
                        .flatMap(changes ->
                                Chart.with((String) way.get()[0], (String) way.get()[1], changes)
                                        .templates()
                                        .stream()));
    }

    private static List<Container> containers(PodTemplateSpec template) {
        var pod = template.getSpec();
        return Stream.of(pod.getContainers(), pod.getInitContainers())
                .flatMap(List::stream)
                .toList();
    }

    private static String pathOf(Probe probe) {
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
        return probe.getHttpGet().getPath();
    }
}
