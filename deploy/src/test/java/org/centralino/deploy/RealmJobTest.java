package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.centralino.testkit.LocalInfrastructure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script of the realm's Job, as the chart renders it, against a real Keycloak: where there is no realm yet, and
/// where somebody has lived in one and damaged parts of it. It takes its time, so it is run once for each, and tests
/// look at what Keycloak said of its realm afterwards. The second takes two minutes, and only when it is asked for.
@EnabledOnOs({OS.LINUX, OS.MAC})
class RealmJobTest {
    private static final String REPAIR = "realm.repair";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "centralino";
    private static final String SECRET = "of-the-assignment-service";

    private static final Set<String> MADE_UP =
            Set.of("id", "containerId", "createdTimestamp", "client.secret.creation.time");
    /// Given by the import of a realm, and by nothing else, to clients that say nothing about it.
    private static final Map.Entry<String, JsonNode> AS_IT_WAS_SENT =
            Map.entry("post.logout.redirect.uris", TextNode.valueOf("+"));

    @TempDir
    private static Path folder;

    private static LocalInfrastructure servers;
    private static AdminApi keycloak;
    private static ObjectNode said;

    private static JsonNode made;
    private static JsonNode lived;
    private static JsonNode repaired;

    @BeforeAll
    static void play() throws IOException, InterruptedException {
        servers = LocalInfrastructure.start(true);
        keycloak = new AdminApi(servers.keycloak());
        prepare();

        keycloak.delete(REALM);
        run();
        made = realm();
        if (!Boolean.getBoolean(REPAIR)) {
            return;
        }
        live();
        lived = realm();
        damage();
        run();
        repaired = realm();
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @Test
    void a_new_realm_has_the_settings_of_identity() {
        assertHas(made, said.deepCopy().without(List.of("roles", "clients", "users")));
    }

    @Test
    void a_new_realm_has_its_clients() {
        assertThat(said.get("clients"))
                .filteredOn(client -> !client.has("authorizationSettings"))
                .isNotEmpty()
                .allSatisfy(client -> assertHas(
                        named("clientId", client.get("clientId").asText(), made.get("clients")), inOrder(client)));
    }

    @Test
    void a_new_realm_has_its_roles_with_their_permissions() {
        var roles = made.get("roles");

        assertThat(said.at("/roles/realm"))
                .isNotEmpty()
                .allSatisfy(role -> assertHas(named("name", role.get("name").asText(), roles.get("realm")), role));
        assertThat(said.at("/roles/client/centralino"))
                .isNotEmpty()
                .allSatisfy(permission -> assertHas(
                        named("name", permission.get("name").asText(), roles.at("/client/centralino")), permission));
    }

    @Test
    void the_assignment_service_may_look_people_up_with_the_secret_that_it_has() {
        assertThat(made.get("assignment").get("secret").asText()).isEqualTo(SECRET);
        assertThat(made.get("assignment").get("rights"))
                .extracting(JsonNode::asText)
                .containsExactly("view-users");
    }

    /// What was up to date is as before, and so is what was made beside it: a person with his roles, a role, a client
    /// with its secret.
    @Test
    @EnabledIfSystemProperty(named = REPAIR, matches = "true")
    void a_realm_that_somebody_damaged_is_as_it_was() {
        assertThat(repaired.toPrettyString()).isEqualTo(lived.toPrettyString());
    }

    private static void live() {
        keycloak.post(REALM + "/roles", "{'name': 'night-shift'}");
        keycloak.post(REALM + "/clients", "{'clientId': 'statistics', 'secret': 'of-the-statistics'}");
        keycloak.post(REALM + "/partialImport", """
                {'ifResourceExists': 'FAIL', 'users': [{
                    'username': 'giulia', 'enabled': true, 'realmRoles': ['operator', 'night-shift'],
                    'clientRoles': {'centralino': ['note.write']}}]}
                """);
    }

    private static void damage() {
        keycloak.put(REALM, "{'accessTokenLifespan': 86400, 'bruteForceProtected': false, 'passwordPolicy': ''}");
        change(
                "centralino-web",
                client -> client.put("enabled", false)
                        .put("directAccessGrantsEnabled", true)
                        .putArray("redirectUris")
                        .add("*"));
        change("assignment-service", client -> client.put("secret", "another"));
        change("notes-service", client -> client.put("fullScopeAllowed", false));
        for (var mapper : keycloak.get(clients("notes-service") + "/protocol-mappers/models")) {
            keycloak.delete(clients("notes-service") + "/protocol-mappers/models/"
                    + mapper.get("id").asText());
        }
        var ofAnother = keycloak.get(clients("gateway-service") + "/protocol-mappers/models");
        var claim = (ObjectNode) named("name", "user of Kafka", ofAnother);
        ((ObjectNode) claim.get("config")).put("claim.value", "notes");
        keycloak.put(
                clients("gateway-service") + "/protocol-mappers/models/"
                        + claim.get("id").asText(),
                claim.toString());
        keycloak.delete(clients("outbound-service"));
        keycloak.delete(REALM + "/roles/supervisor");
        keycloak.delete(clients("centralino") + "/roles/operations.replay");
    }

    private static void change(String client, Consumer<ObjectNode> by) {
        var changed = (ObjectNode) keycloak.get(clients(client));
        by.accept(changed);
        keycloak.put(clients(client), changed.toString());
    }

    private static String clients(String client) {
        return "%s/clients/%s".formatted(REALM, keycloak.idOf(REALM, client));
    }

    /// What Keycloak says of the realm, without what it makes up itself, and in an order of its own.
    private static JsonNode realm() {
        var realm =
                (ObjectNode) keycloak.post(REALM + "/partial-export?exportClients=true&exportGroupsAndRoles=true", "");
        var assignment = realm.putObject("assignment");
        assignment.set(
                "secret",
                keycloak.get(clients("assignment-service") + "/client-secret").get("value"));
        var account = keycloak.get(clients("assignment-service") + "/service-account-user")
                .get("id")
                .asText();
        assignment.set(
                "rights",
                namesIn(keycloak.get("%s/users/%s/role-mappings/clients/%s"
                        .formatted(REALM, account, keycloak.idOf(REALM, "realm-management")))));
        if (!keycloak.idOf(REALM, "statistics").isEmpty()) {
            realm.set(
                    "statistics",
                    keycloak.get(clients("statistics") + "/client-secret").get("value"));
            realm.set(
                    "giulia",
                    namesIn(keycloak.get("%s/users/%s/role-mappings"
                            .formatted(
                                    REALM,
                                    keycloak.get(REALM + "/users?username=giulia")
                                            .at("/0/id")
                                            .asText()))));
        }
        return inOrder(realm);
    }

    private static JsonNode namesIn(JsonNode roles) {
        return JSON.valueToTree(roles.findValuesAsText("name"));
    }

    private static JsonNode inOrder(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var sorted = JSON.createObjectNode();
            object.properties().stream()
                    .filter(field -> !MADE_UP.contains(field.getKey()) && !field.equals(AS_IT_WAS_SENT))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(field -> sorted.set(field.getKey(), inOrder(field.getValue())));
            return sorted;
        }
        if (node.isArray()) {
            return JSON.valueToTree(StreamSupport.stream(node.spliterator(), false)
                    .map(RealmJobTest::inOrder)
                    .sorted(Comparator.comparing(JsonNode::toString))
                    .toList());
        }
        return node;
    }

    /// Everything that was said is there; Keycloak has more to say.
    private static void assertHas(JsonNode there, JsonNode wanted) {
        if (wanted.isObject()) {
            wanted.properties().forEach(field -> {
                assertThat(there.get(field.getKey()))
                        .as("%s in %s", field.getKey(), there)
                        .isNotNull();
                assertHas(there.get(field.getKey()), field.getValue());
            });
        } else if (wanted.isArray() && wanted.path(0).isObject()) {
            wanted.forEach(
                    element -> assertHas(named("name", element.get("name").asText(), there), element));
        } else if (wanted.isArray()) {
            assertThat(there).containsExactlyInAnyOrderElementsOf(wanted);
        } else {
            assertThat(there.asText()).isEqualTo(wanted.asText());
        }
    }

    private static JsonNode named(String field, String name, JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> element.path(field).asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no %s among %s".formatted(name, list)));
    }

    /// Lays out what the Job's pod has: the files of its ConfigMap, Keycloak's tools, and somebody who may administer.
    private static void prepare() throws IOException {
        var rendered = Chart.with("in-the-cluster");
        for (var file : realmOf(rendered).getData().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        said = (ObjectNode) JSON.readTree(folder.resolve("realm.json").toFile());

        // Unpacked without the right to be executed.
        var tool = Files.createDirectory(folder.resolve("bin")).resolve("kcadm.sh");
        Files.writeString(tool, """
                #!/bin/sh
                exec sh '%s' "$@"
                """.formatted(servers.keycloakFolder().resolve("bin/kcadm.sh")));
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));

        keycloak.post("master/clients", "{'clientId': 'realm-job', 'secret': 'local', 'serviceAccountsEnabled': true}");
        var account = keycloak.get(
                        "master/clients/%s/service-account-user".formatted(keycloak.idOf("master", "realm-job")))
                .get("id")
                .asText();
        keycloak.post(
                "master/users/%s/role-mappings/realm".formatted(account),
                "[%s]".formatted(keycloak.get("master/roles/admin")));
    }

    private static ConfigMap realmOf(Rendered rendered) {
        return rendered.all(ConfigMap.class).stream()
                .filter(map -> map.getData().containsKey("step.sh"))
                .findFirst()
                .orElseThrow();
    }

    private static void run() throws IOException, InterruptedException {
        var pod = Chart.with("in-the-cluster").job("realm").getSpec().getTemplate();
        var log = folder.resolve("log").toFile();
        var job = new ProcessBuilder("/bin/bash", folder.resolve("step.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(log);
        job.environment()
                .putAll(Map.of(
                        "JAVA_TOOL_OPTIONS",
                        Rendered.variableOf(pod, "JAVA_TOOL_OPTIONS").getValue()
                                + " -XX:+UseSerialGC -XX:+AutoCreateSharedArchive -Xlog:disable -XX:SharedArchiveFile="
                                + folder.resolve("classes.jsa"),
                        "KEYCLOAK_HOME",
                        folder.toString(),
                        "REALM_FOLDER",
                        folder.toString(),
                        "TMPDIR",
                        folder.toString(),
                        "KEYCLOAK_URL",
                        servers.keycloak(),
                        "KC_CLI_CLIENT_ID",
                        "realm-job",
                        "KC_CLI_CLIENT_SECRET",
                        "local",
                        "CENTRALINO_ASSIGNMENT_CLIENT_SECRET",
                        SECRET));
        var status = job.start().waitFor();
        assertThat(status).as(Files.readString(log.toPath())).isZero();
    }
}
