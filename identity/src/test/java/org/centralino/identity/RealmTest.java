package org.centralino.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RealmTest {
    private static final Path FOLDER = Path.of("src/main/realm");
    private static final JsonNode REALM = read("centralino-realm.json");
    private static final JsonNode OVERLAY = read("local-overlay.json");

    private static final Set<String> SERVICES = Set.of("gateway", "conversation", "assignment", "notes", "outbound");

    private static final Set<String> VIEWER = Set.of("conversation.see.all", "note.read", "contact.see");
    private static final Set<String> OPERATOR = Set.of(
            "conversation.reply",
            "conversation.take",
            "conversation.start",
            "conversation.resolve",
            "note.write",
            "contact.edit",
            "template.see");
    private static final Set<String> SUPERVISOR = Set.of(
            "conversation.take-over",
            "conversation.assign",
            "contact.merge",
            "contact.block",
            "contact.transfer",
            "number.see",
            "template.manage");
    private static final Set<String> ADMIN = Set.of(
            "team.manage", "operations.replay", "number.sync", "number.manage", "number.see-raw", "message.see-raw");

    @Test
    void production_has_no_person_and_no_password() {
        assertThat(REALM.get("users")).allMatch(user -> user.has("serviceAccountClientId"));
        assertThat(fieldNames(REALM)).doesNotContain("credentials", "secret", "password", "privateKey");
    }

    @Test
    void the_assignment_service_may_read_who_somebody_is_and_nothing_else() {
        var account = client(REALM, "assignment-service");

        assertThat(account.get("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(account.get("publicClient").asBoolean()).isFalse();
        assertThat(account.get("standardFlowEnabled").asBoolean()).isFalse();
        assertThat(REALM.get("users")).singleElement().satisfies(user -> {
            assertThat(user.get("serviceAccountClientId").asText()).isEqualTo("assignment-service");
            assertThat(user.has("realmRoles")).isFalse();
            assertThat(user.get("clientRoles").fieldNames()).toIterable().containsExactly("realm-management");
            assertThat(texts(user.at("/clientRoles/realm-management"))).containsExactly("view-users");
        });
    }

    /// It cannot look the id up: that would take a right to read all clients and their secrets.
    @Test
    void the_assignment_service_knows_the_client_of_the_permissions_by_its_id() {
        assertThat(client(REALM, "centralino").get("id").asText()).isEqualTo("c0000000-0000-4000-8000-000000000001");
    }

    /// Who may see all clients sees their secrets, too.
    @Test
    void the_assignment_service_may_see_the_client_of_the_permissions_and_no_other() {
        var granted = client(REALM, "admin-permissions").at("/authorizationSettings/policies");

        assertThat(REALM.get("adminPermissionsEnabled").asBoolean()).isTrue();
        assertThat(granted).hasSize(2);
        assertThat(granted.at("/0/config/clients").asText()).isEqualTo("[\"assignment-service\"]");
        assertThat(granted.at("/1/config/resources").asText()).isEqualTo("[\"c0000000-0000-4000-8000-000000000001\"]");
        assertThat(granted.at("/1/config/scopes").asText()).isEqualTo("[\"view\"]");
        assertThat(granted.at("/1/config/applyPolicies").asText()).isEqualTo("[\"the assignment service\"]");
    }

    /// A claim says which user of Kafka they are, and a token without Kafka among its audience says nothing there.
    @Test
    void services_and_nobody_else_get_tokens_for_kafka() {
        var users = new TreeSet<String>();
        for (var client : REALM.get("clients")) {
            var settings = client.path("protocolMappers").findValues("config");
            if (settings.isEmpty()) {
                continue;
            }
            assertThat(settings.get(0).get("included.custom.audience").asText()).isEqualTo("kafka");
            assertThat(settings.get(1).get("claim.name").asText()).isEqualTo("kafka_user");
            assertThat(client.get("clientId").asText())
                    .isEqualTo(settings.get(1).get("claim.value").asText() + "-service");
            users.add(settings.get(1).get("claim.value").asText());
        }

        assertThat(users).isEqualTo(SERVICES);
        assertThat(OVERLAY.toString()).doesNotContain("kafka");
    }

    @Test
    void services_sign_in_by_their_secret_only_and_for_most_that_is_all_they_may_do() {
        SERVICES.forEach(service -> {
            var client = client(REALM, service + "-service");
            assertThat(client.get("publicClient").asBoolean()).isFalse();
            assertThat(client.get("standardFlowEnabled").asBoolean()).isFalse();
            assertThat(client.get("serviceAccountsEnabled").asBoolean()).isTrue();
            assertThat(client.get("fullScopeAllowed").asBoolean()).isEqualTo(service.equals("assignment"));
        });
    }

    @Test
    void the_secrets_of_the_local_stack_are_such_that_production_refuses() {
        assertThat(SERVICES)
                .allMatch(service -> client(OVERLAY, service + "-service")
                        .get("secret")
                        .asText()
                        .startsWith("local-"));
    }

    @Test
    void production_sends_people_back_to_the_web_app_and_nowhere_else() {
        var web = client(REALM, "centralino-web");

        assertThat(texts(web.get("redirectUris"))).containsExactly("${CENTRALINO_WEB_ORIGIN}/");
        assertThat(texts(web.get("webOrigins"))).containsExactly("${CENTRALINO_WEB_ORIGIN}");
        assertThat(web.at("/attributes/post.logout.redirect.uris").asText()).isEqualTo("${CENTRALINO_WEB_ORIGIN}/");
    }

    @Test
    void no_redirect_is_open_ended_in_the_local_stack_either() {
        var web = client(OVERLAY, "centralino-web");

        assertThat(texts(web.get("redirectUris")))
                .containsExactlyInAnyOrder(
                        "http://localhost:${CENTRALINO_GATEWAY_PORT}/",
                        "http://127.0.0.1:${CENTRALINO_GATEWAY_PORT}/",
                        "http://localhost:${CENTRALINO_VITE_PORT}/");
        assertThat(Stream.concat(texts(web.get("redirectUris")), texts(web.get("webOrigins"))))
                .noneMatch(uri -> uri.contains("*"));
    }

    /// Into the page, out of it, and from it to Keycloak: each has a list of its own.
    @Test
    void the_web_app_in_development_signs_in_and_out_in_the_local_stack_and_nowhere_else() {
        var vite = "http://localhost:${CENTRALINO_VITE_PORT}";
        var web = client(OVERLAY, "centralino-web");

        assertThat(texts(web.get("redirectUris"))).contains(vite + "/");
        assertThat(texts(web.get("webOrigins"))).contains(vite);
        assertThat(web.at("/attributes/post.logout.redirect.uris").asText().split("##"))
                .contains(vite + "/");
        assertThat(REALM.toString()).doesNotContain("VITE", "localhost", "5173");
    }

    @Test
    void the_web_app_signs_in_by_authorization_code_with_a_hashed_proof_key_only() {
        var web = client(REALM, "centralino-web");

        assertThat(web.get("publicClient").asBoolean()).isTrue();
        assertThat(web.get("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(web.get("implicitFlowEnabled").asBoolean()).isFalse();
        assertThat(web.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(web.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
    }

    @Test
    void passwords_are_only_ever_exchanged_for_tokens_in_the_local_stack() {
        assertThat(REALM.get("clients"))
                .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean());
        assertThat(client(OVERLAY, "centralino-cli")
                        .get("directAccessGrantsEnabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void each_role_grants_exactly_its_permissions() {
        var expected = new HashMap<String, Set<String>>();
        expected.put("viewer", union(VIEWER));
        expected.put("operator", union(VIEWER, OPERATOR));
        expected.put("supervisor", union(VIEWER, OPERATOR, SUPERVISOR));
        expected.put("admin", union(VIEWER, OPERATOR, SUPERVISOR, ADMIN));

        var granted = new HashMap<String, Set<String>>();
        REALM.at("/roles/realm")
                .forEach(role -> granted.put(
                        role.get("name").asText(),
                        permissionsOf(role.get("name").asText())));

        assertThat(granted).isEqualTo(expected);
    }

    @Test
    void every_permission_is_known_and_explained() {
        var known = REALM.at("/roles/client/centralino");

        assertThat(StreamSupport.stream(known.spliterator(), false)
                        .map(role -> role.get("name").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        union(VIEWER, OPERATOR, SUPERVISOR, ADMIN, Set.of("conversation.see.own")));
        assertThat(known).allMatch(role -> !role.path("description").asText().isBlank());
    }

    @Test
    void guessing_passwords_is_slowed_down_and_tokens_are_short_lived() {
        assertThat(REALM.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(REALM.get("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(REALM.get("sslRequired").asText()).isEqualTo("external");
        assertThat(REALM.get("registrationAllowed").asBoolean()).isFalse();
    }

    @Test
    void the_demo_operators_always_have_the_same_ids() {
        var operators = new HashMap<String, String>();
        OVERLAY.get("users")
                .forEach(user -> operators.put(
                        user.get("username").asText(),
                        user.get("id").asText() + " " + user.at("/realmRoles/0").asText()));

        assertThat(operators)
                .isEqualTo(Map.of(
                        "anna", "0a000000-0000-4000-8000-000000000001 operator",
                        "bruno", "0a000000-0000-4000-8000-000000000002 operator",
                        "carla", "0a000000-0000-4000-8000-000000000003 supervisor",
                        "dario", "0a000000-0000-4000-8000-000000000004 admin",
                        "elena", "0a000000-0000-4000-8000-000000000005 viewer"));
    }

    private static Set<String> permissionsOf(String role) {
        var found = new TreeSet<String>();
        for (var candidate : REALM.at("/roles/realm")) {
            if (candidate.get("name").asText().equals(role)) {
                texts(candidate.at("/composites/client/centralino")).forEach(found::add);
                texts(candidate.at("/composites/realm")).forEach(below -> found.addAll(permissionsOf(below)));
            }
        }
        return found;
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... parts) {
        var all = new TreeSet<String>();
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static JsonNode client(JsonNode realm, String id) {
        return StreamSupport.stream(realm.get("clients").spliterator(), false)
                .filter(client -> client.get("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static Set<String> fieldNames(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> names.addAll(fieldNames(child)));
        return names;
    }

    private static JsonNode read(String name) {
        try {
            return new ObjectMapper().readTree(Files.readString(FOLDER.resolve(name)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
