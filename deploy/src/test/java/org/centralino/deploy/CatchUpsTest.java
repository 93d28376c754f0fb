package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// After databases were restored nothing runs but a Job for each of them, which hears what its service had
/// told.
class CatchUpsTest {
    static final List<String> WITH_DATABASE = Chart.WITH_DATABASE;

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void there_is_one_for_each_service_with_a_database_and_nobody_else_runs(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Chart.RESTORED);

        assertThat(rendered.jobs())
                .extracting(Rendered::componentOf)
                .contains("conversation-catch-up", "assignment-catch-up", "notes-catch-up", "outbound-catch-up")
                .doesNotContain("gateway-catch-up");
        assertThat(rendered.deployments())
                .hasSize(5)
                .allMatch(deployment -> deployment.getSpec().getReplicas() == 0);
        assertThat(rendered.all(HorizontalPodAutoscaler.class)).isEmpty();
        assertThat(rendered.all(ScaledObject.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void normally_there_is_none(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Map.of());

        assertThat(rendered.jobs()).extracting(Rendered::componentOf).noneMatch(name -> name.endsWith("-catch-up"));
        assertThat(rendered.templates())
                .flatExtracting(template -> Rendered.containerOf(template).getEnv())
                .extracting(EnvVar::getName)
                .doesNotContain("CENTRALINO_CATCH_UP_SINCE");
    }

    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void it_is_the_service_itself_with_its_settings_and_makes_its_tables_first(String service) {
        var rendered = Chart.with("everything-external", Chart.RESTORED);
        var deployed = rendered.deployment(service).getSpec().getTemplate();

        var job = catchUp(rendered, service);

        assertThat(Rendered.containerOf(job).getImage())
                .isEqualTo(Rendered.containerOf(deployed).getImage());
        assertThat(job.getSpec().getServiceAccountName())
                .isEqualTo(deployed.getSpec().getServiceAccountName());
        assertThat(Rendered.variableOf(job, "CENTRALINO_CATCH_UP_SINCE").getValue())
                .isEqualTo(Chart.RESTORED.get("restore.since"));
        assertThat(Rendered.variableOf(job, "QUARKUS_FLYWAY_MIGRATE_AT_START").getValue())
                .isEqualTo("true");
        assertThat(Rendered.containerOf(job).getEnv())
                .containsAll(Rendered.containerOf(deployed).getEnv().stream()
                        .filter(variable -> !variable.getName().equals("QUARKUS_FLYWAY_MIGRATE_AT_START"))
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void the_time_is_a_setting_that_the_code_reads(String service) {
        assertThat(SettingsOfService.of(service).all())
                .extracting(Setting::variable)
                .contains("CENTRALINO_CATCH_UP_SINCE");
    }

    /// Nobody is hurt by a pod that ends: it refuses while a replica of before is still stopping, and is tried
    /// again.
    @Test
    void it_is_tried_again_in_a_pod_of_its_own() {
        var job = Chart.with("everything-external", Chart.RESTORED).job("notes-catch-up");

        assertThat(job.getSpec().getBackoffLimit()).isPositive();
        assertThat(job.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
    }

    @Test
    void another_time_is_another_job() {
        var once = Chart.with("small", Chart.RESTORED);
        var again = Chart.with("small", Map.of("restore.since", "2026-11-22T10:00:00Z"));

        assertThat(names(again)).isNotEmpty().doesNotContainAnyElementsOf(names(once));
    }

    @Test
    void its_name_fits_where_kubernetes_writes_it_also_for_a_release_with_a_long_one() {
        var rendered = Chart.named("a-release-whose-name-is-longer-than-most", "small", Chart.RESTORED);

        assertThat(names(rendered)).isNotEmpty().allMatch(name -> name.length() <= 63);
    }

    private static List<String> names(Rendered rendered) {
        return rendered.jobs().stream()
                .map(job -> job.getMetadata().getName())
                .filter(name -> name.contains("catch-up"))
                .toList();
    }

    private static PodTemplateSpec catchUp(Rendered rendered, String service) {
        return rendered.job(service + "-catch-up").getSpec().getTemplate();
    }
}
