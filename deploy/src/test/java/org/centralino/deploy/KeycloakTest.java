package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Keycloak's operator runs Keycloak beside the services, and a Job brings its realm to what `identity` says.
class KeycloakTest {
    static final List<String> SERVICES = Chart.SERVICES;

    private static final Path REALM = Path.of("../identity/src/main/realm/centralino-realm.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"everything-external", "small"})
    void nothing_is_asked_of_keycloaks_operator_unless_it_is_switched_on(String values) {
        var rendered = Chart.with(values);

        assertThat(rendered.all(KeycloakServer.class)).isEmpty();
        assertThat(rendered.jobs()).extracting(Rendered::componentOf).doesNotContain("realm");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void services_call_it_by_the_name_that_the_operator_gives(String service) {
        var rendered = Chart.with("in-the-cluster");
        var name = keycloak(rendered).metadata().getName();

        var deployed = rendered.deployment(service).getSpec().getTemplate();

        assertThat(valueOf("CENTRALINO_KEYCLOAK_URL", deployed)).isEqualTo("http://%s-service:8080".formatted(name));
        assertThat(keycloak(rendered).spec().http().httpPort()).isEqualTo(8080);
    }

    /// Tokens name the address that browsers know, whoever asks for them, and services still ask from within.
    @Test
    void it_calls_itself_as_browsers_do_and_answers_services_too() {
        var hostname = keycloak(Chart.with("in-the-cluster")).spec().hostname();

        assertThat(hostname.hostname()).isEqualTo("https://id.example.com");
        assertThat(hostname.backchannelDynamic()).isTrue();
    }

    @Test
    void its_database_is_that_which_is_made_for_it() {
        var rendered = Chart.with("in-the-cluster");

        var db = keycloak(rendered).spec().db();

        assertThat(rendered.all(CnpgDatabase.class))
                .extracting(database -> database.spec().name())
                .contains(db.database());
        assertThat(db.host()).isEqualTo("centralino-db-rw");
        assertThat(rendered.all(CnpgCluster.class).getFirst().spec().managed().roles())
                .filteredOn(role -> role.name().equals("keycloak"))
                .extracting(role -> role.passwordSecret().getName())
                .containsExactly(db.passwordSecret().getName());
    }

    @Test
    void it_is_nobody_and_has_no_token_for_the_cluster() {
        var pod = keycloak(Chart.with("in-the-cluster"))
                .spec()
                .unsupported()
                .podTemplate()
                .getSpec();

        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getContainers()).singleElement().satisfies(container -> {
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
        });
    }

    @Test
    void it_is_reached_by_the_services_the_realms_job_and_whoever_lets_browsers_in() {
        var policy = keycloak(Chart.with("in-the-cluster")).spec().networkPolicy();

        assertThat(policy.enabled()).isTrue();
        assertThat(policy.http())
                .extracting(peer -> peer.getPodSelector() == null
                        ? "ingress"
                        : peer.getPodSelector().getMatchLabels().get("app.kubernetes.io/component"))
                .containsExactlyInAnyOrder(
                        "assignment", "conversation", "gateway", "ingress", "notes", "outbound", "realm");
    }

    @Test
    void the_realms_job_reaches_keycloak_and_nothing_else() {
        var rendered = Chart.with("in-the-cluster");

        var edges = new Edges(
                rendered.all(NetworkPolicy.class), Map.of("k8s-app=kube-dns", "dns", "app=keycloak", "keycloak"));

        assertThat(edges.outgoing())
                .filteredOn(edge -> edge.startsWith("realm"))
                .containsExactly("realm -> dns: TCP 53", "realm -> dns: UDP 53", "realm -> keycloak: TCP 8080");
        assertThat(edges.incoming()).noneMatch(edge -> edge.contains("-> realm"));
    }

    @Test
    void the_realm_is_that_of_identity_for_the_page_of_this_installation() throws IOException {
        var there =
                JSON.readTree(Files.readString(REALM).replace("${CENTRALINO_WEB_ORIGIN}", "https://inbox.example.com"));

        var realm = file("realm.json", Chart.with("in-the-cluster"));

        assertThat(realm).isEqualTo(there);
    }

    @Test
    void a_realm_that_is_there_gets_what_is_missing_and_loses_nothing() throws IOException {
        var rendered = Chart.with("in-the-cluster");

        var missing = file("missing.json", rendered);
        var settings = file("settings.json", rendered);

        assertThat(missing.path("ifResourceExists").asText()).isEqualTo("SKIP");
        assertThat(settings.has("clients") || settings.has("roles") || settings.has("users"))
                .isFalse();
        assertThat(files(rendered).get("step.sh")).doesNotContain("delete", "remove-roles", "OVERWRITE");
    }

    @Test
    void every_role_gets_every_permission_that_identity_gives_it() throws IOException {
        var step = files(Chart.with("in-the-cluster")).get("step.sh");

        for (var role : JSON.readTree(REALM.toFile()).at("/roles/realm")) {
            for (var permission : role.at("/composites/client/centralino")) {
                assertThat(step)
                        .containsPattern("--rname %s --cclientid centralino .*--rolename %s( |\n|$)"
                                .formatted(
                                        role.path("name").asText(),
                                        permission.asText().replace(".", "\\.")));
            }
        }
    }

    @Test
    void keycloak_and_the_service_have_the_same_secret_and_nobody_copies_it() {
        var rendered = Chart.with("in-the-cluster");
        var inService = Rendered.variableOf(
                rendered.deployment("assignment").getSpec().getTemplate(), "CENTRALINO_ASSIGNMENT_CLIENT_SECRET");

        var inJob = Rendered.variableOf(realm(rendered), "CENTRALINO_ASSIGNMENT_CLIENT_SECRET");

        assertThat(inJob.getValueFrom()).isEqualTo(inService.getValueFrom());
    }

    @Test
    void whoever_administers_comes_from_the_same_secret_on_both_sides() {
        var rendered = Chart.with("in-the-cluster");

        var secret = Rendered.variableOf(realm(rendered), "KC_CLI_CLIENT_SECRET")
                .getValueFrom()
                .getSecretKeyRef();

        assertThat(secret.getKey()).isEqualTo("client-secret");
        assertThat(keycloak(rendered).spec().bootstrapAdmin().service().secret())
                .isEqualTo(secret.getName());
    }

    @Test
    void a_realm_for_another_page_is_another_job_and_the_same_is_the_same() {
        var once = Chart.with("in-the-cluster");
        var again = Chart.with("in-the-cluster", Map.of("services.gateway.replicas", 4));
        var other = Chart.with("in-the-cluster", Map.of("keycloak.realm.webOrigin", "https://chat.example.com"));

        assertThat(nameOfJob(again)).isEqualTo(nameOfJob(once));
        assertThat(nameOfJob(other)).isNotEqualTo(nameOfJob(once));
    }

    @Test
    void the_realm_of_a_keycloak_of_yours_is_brought_up_to_date_too() {
        var changes = new HashMap<String, Object>(Map.of(
                "keycloak.realm.enabled", true,
                "keycloak.realm.adminSecret", "centralino-keycloak-admin",
                "keycloak.image", "registry.example.com/centralino/keycloak:26.7.3"));

        var rendered = Chart.with("everything-external", changes);

        assertThat(rendered.all(KeycloakServer.class)).isEmpty();
        assertThat(valueOf("KEYCLOAK_URL", realm(rendered))).isEqualTo("https://id.example.com");
        assertThat(files(rendered).get("settings.json")).doesNotContain("${");
        assertThat(files(rendered).get("centralino-web.json")).contains("https://inbox.example.com/");
    }

    @Test
    void a_key_that_keycloaks_operator_does_not_know_is_found() {
        assertThatThrownBy(() -> Rendered.of("""
                        apiVersion: k8s.keycloak.org/v2beta1
                        kind: Keycloak
                        metadata: {name: a}
                        spec: {db: {name: keycloak}}
                        """)).hasMessageContaining("\"name\"");
    }

    private static KeycloakServer keycloak(Rendered rendered) {
        return rendered.all(KeycloakServer.class).getFirst();
    }

    private static PodTemplateSpec realm(Rendered rendered) {
        return rendered.job("realm").getSpec().getTemplate();
    }

    private static String nameOfJob(Rendered rendered) {
        return rendered.job("realm").getMetadata().getName();
    }

    /// @return what the Job finds in its folder
    private static Map<String, String> files(Rendered rendered) {
        var mounted = realm(rendered).getSpec().getVolumes().stream()
                .filter(volume -> volume.getConfigMap() != null)
                .findFirst()
                .orElseThrow()
                .getConfigMap()
                .getName();
        return rendered.all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().equals(mounted))
                .findFirst()
                .orElseThrow()
                .getData();
    }

    private static JsonNode file(String name, Rendered rendered) throws IOException {
        return JSON.readTree(files(rendered).get(name));
    }

    private static String valueOf(String name, PodTemplateSpec template) {
        return Rendered.variableOf(template, name).getValue();
    }
}
