package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// A Job makes a service's tables; the service does not start before they are there.
class MigrationsTest {
    static final List<String> WITH_DATABASE = Chart.WITH_DATABASE;

    /// It ends before it speaks to anybody but its database.
    private static final Set<String> NOT_SPOKEN_TO =
            Set.of("CENTRALINO_KAFKA_BOOTSTRAP", "CENTRALINO_KEYCLOAK_URL", "CENTRALINO_SIMULATOR_URL");

    @Test
    void every_service_with_a_database_has_one_and_no_other() {
        var rendered = Chart.with("everything-external");

        assertThat(rendered.jobs())
                .extracting(Rendered::componentOf)
                .containsExactlyInAnyOrder(
                        "conversation-migration", "assignment-migration", "notes-migration", "outbound-migration");
    }

    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void it_is_the_services_own_image_and_account_and_ends_when_the_tables_are_made(String service) {
        var rendered = Chart.with("everything-external");
        var deployed = rendered.deployment(service).getSpec().getTemplate();

        var job = migration(rendered, service);

        assertThat(Rendered.containerOf(job).getImage())
                .isEqualTo(Rendered.containerOf(deployed).getImage());
        assertThat(job.getSpec().getServiceAccountName())
                .isEqualTo(deployed.getSpec().getServiceAccountName());
        assertThat(valueOf("QUARKUS_INIT_AND_EXIT", job)).isEqualTo("true");
        assertThat(job.getSpec().getRestartPolicy()).isEqualTo("Never");
        assertThat(SettingsOfService.of(service).defaultOf("quarkus.flyway.migrate-at-start"))
                .contains("true");
    }

    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void a_service_waits_for_its_tables_and_makes_none(String service) {
        var deployed =
                Chart.with("everything-external").deployment(service).getSpec().getTemplate();

        assertThat(valueOf("QUARKUS_FLYWAY_MIGRATE_AT_START", deployed)).isEqualTo("false");
        assertThat(valueOf("QUARKUS_FLYWAY_VALIDATE_AT_START", deployed)).isEqualTo("true");
    }

    /// The kit's migrations are numbered below those of the services, so what is newer there is missing here.
    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void an_older_version_goes_on_with_the_tables_of_a_newer_one(String service) {
        var settings = SettingsOfService.of(service);

        assertThat(settings.defaultOf("quarkus.flyway.ignore-migration-patterns"))
                .contains("*:future,*:missing");
    }

    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void where_there_are_no_jobs_a_service_makes_its_tables_itself(String service) {
        var rendered = Chart.with("small");

        assertThat(rendered.jobs()).isEmpty();
        assertThat(Rendered.containerOf(rendered.deployment(service).getSpec().getTemplate())
                        .getEnv())
                .extracting(EnvVar::getName)
                .noneMatch(name -> name.startsWith("QUARKUS_FLYWAY_"));
    }

    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void it_finds_the_database_of_its_service(String service) {
        var rendered = Chart.with("everything-external");
        var deployed = rendered.deployment(service).getSpec().getTemplate();

        var job = migration(rendered, service);

        for (var variable :
                List.of("CENTRALINO_DATABASE_HOST", "CENTRALINO_POSTGRES_PORT", "CENTRALINO_DATABASE_PASSWORD")) {
            assertThat(Rendered.variableOf(job, variable)).isEqualTo(Rendered.variableOf(deployed, variable));
        }
    }

    /// What is there for its own sake must not come to a process that never uses it.
    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void it_knows_no_secret_but_that_of_the_database(String service) {
        var job = migration(Chart.with("everything-external"), service);

        assertThat(Rendered.containerOf(job).getEnv())
                .filteredOn(variable -> variable.getValueFrom() != null)
                .extracting(EnvVar::getName)
                .containsExactly("CENTRALINO_DATABASE_PASSWORD");
    }

    @ParameterizedTest
    @FieldSource("WITH_DATABASE")
    void it_is_told_all_without_which_the_service_does_not_even_begin(String service) {
        var needed = new HashSet<String>();
        SettingsOfService.of(service).all().stream()
                .filter(Setting::needed)
                .map(Setting::variable)
                .filter(variable -> variable.startsWith("CENTRALINO_") && !NOT_SPOKEN_TO.contains(variable))
                .forEach(needed::add);

        var job = migration(Chart.with("everything-external"), service);

        assertThat(Rendered.containerOf(job).getEnv())
                .extracting(EnvVar::getName)
                .containsAll(needed);
    }

    @Test
    void what_somebody_sets_for_a_service_holds_for_its_migration_too() {
        var job = migration(Chart.with("everything-external"), "conversation");

        assertThat(valueOf("CENTRALINO_CONVERSATION_KEEP_MESSAGES", job)).isEqualTo("365d");
    }

    /// What a Job does cannot be changed: Kubernetes would refuse the update.
    @Test
    void another_version_is_another_job_and_the_same_is_the_same() {
        var once = Chart.with("everything-external");
        var again = Chart.with("everything-external", Map.of("services.gateway.replicas", 4));
        var newer = Chart.with("everything-external", Map.of("image.tag", "0.2.0"));

        assertThat(names(again)).isEqualTo(names(once));
        assertThat(names(newer)).doesNotContainAnyElementsOf(names(once));
    }

    @Test
    void its_name_fits_where_kubernetes_writes_it_also_for_a_release_with_a_long_one() {
        var rendered = Chart.named("a-release-whose-name-is-longer-than-most", "everything-external");

        assertThat(names(rendered)).isNotEmpty().allMatch(name -> name.length() <= 63);
    }

    @Test
    void how_often_it_is_tried_and_how_long_it_is_kept_are_values() {
        var rendered = Chart.with(
                "everything-external",
                Map.of("migrations.job.backoffLimit", 3, "migrations.job.ttlSecondsAfterFinished", 60));

        assertThat(rendered.jobs())
                .extracting(
                        job -> job.getSpec().getBackoffLimit(),
                        job -> job.getSpec().getTtlSecondsAfterFinished())
                .containsOnly(tuple(3, 60));
    }

    private static List<String> names(Rendered rendered) {
        return rendered.jobs().stream().map(job -> job.getMetadata().getName()).toList();
    }

    private static PodTemplateSpec migration(Rendered rendered, String service) {
        return rendered.job(service + "-migration").getSpec().getTemplate();
    }

    private static String valueOf(String name, PodTemplateSpec template) {
        return Rendered.variableOf(template, name).getValue();
    }
}
