package org.centralino.images.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The installation on a single host, in a real engine: one story, whose steps go on from each other. It needs the
/// images
/// in the engine, `./centralino compose-test --help` says how they come there.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
    private static final List<String> SERVICES = List.of("conversation", "assignment", "notes", "outbound", "gateway");
    private static final Duration START = Duration.ofMinutes(8);
    private static final String REALM = Installation.SIGN_IN + "/realms/centralino/protocol/openid-connect/token";
    private static final String ADMIN = Installation.SIGN_IN + "/admin/realms/centralino";
    private static final String PASSWORD = "A-long-Word-42";
    private static final String CUSTOMER = "393475550198";
    private static final String PHONE = Installation.SIMULATOR + "/control/customers/" + CUSTOMER + "/messages";
    private static final String SINCE = "Written after the backup";
    private static final String ANSWERED_SINCE = "Answered after the backup";
    private static final String ANSWERED_AFTER = "Answered after the restore";

    @TempDir
    private static Path folder;

    private static Installation installation;
    private static Process simulator;
    private static Web web;
    private static String conversation;
    private static Path backup;

    @BeforeAll
    static void install() throws IOException {
        installation = new Installation(folder);
        installation.prepare();
    }

    @AfterAll
    static void remove() {
        if (simulator != null) {
            simulator.destroy();
        }
        for (var service : SERVICES) {
            System.out.printf(
                    "== last of %s%n%s%n",
                    service,
                    installation
                            .tryCompose("logs", "--no-color", "--tail=3", service)
                            .said());
        }
        installation.tryCompose("down", "--volumes", "--timeout", "20");
    }

    @Test
    @Order(1)
    void a_secret_that_is_missing_is_named() {
        var token = installation.get("CENTRALINO_WHATSAPP_ACCESS_TOKEN");
        installation.set(Map.of("CENTRALINO_WHATSAPP_ACCESS_TOKEN", ""));

        var refused = installation.tryCompose("config", "--quiet");

        assertThat(refused.code()).isNotZero();
        assertThat(refused.said()).contains("is missing in .env, the token of a system user");
        installation.set(Map.of("CENTRALINO_WHATSAPP_ACCESS_TOKEN", token));
    }

    @Test
    @Order(2)
    void everything_becomes_healthy_in_its_order() throws IOException {
        simulator = installation.startSimulator();
        var began = System.nanoTime();
        installation.compose("up", "-d");
        SERVICES.forEach(ComposeIT::awaitHealthy);
        System.out.printf("== healthy after %.0f s%n", (System.nanoTime() - began) / 1e9);
        web = Web.trusting(installation.certificate());
    }

    @Test
    @Order(3)
    void nothing_may_write_its_root_or_has_rights_that_it_needs_not() {
        for (var service : installation.compose("config", "--services").lines().toList()) {
            var host = installation.docker(
                    "inspect",
                    "--format",
                    "{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.CapAdd}} {{.HostConfig.SecurityOpt}} {{.HostConfig.Privileged}} {{gt .HostConfig.Memory 0}}",
                    installation.container(service));
            assertThat(host).as(service).isEqualTo("true [ALL] [] [no-new-privileges:true] false true");
        }
    }

    @Test
    @Order(4)
    void the_inbox_is_served_by_tls_and_says_where_to_sign_in() {
        var page = web.get(Installation.INBOX + "/", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("strict-transport-security")).isPresent();

        var config = Web.read(web.get(Installation.INBOX + "/api/config", null));
        assertThat(config.at("/keycloak/url").asText()).isEqualTo(Installation.SIGN_IN);
        assertThat(web.get(Installation.INBOX + "/api/conversations", null).statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(5)
    void people_sign_in_on_our_page() {
        var page = web.get(
                Installation.SIGN_IN
                        + "/realms/centralino/protocol/openid-connect/auth?client_id=centralino-web&response_type=code&scope=openid"
                        + "&redirect_uri=" + Installation.INBOX + "/&code_challenge_method=S256&code_challenge="
                        + "a".repeat(43),
                null);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/login/centralino/");
    }

    @Test
    @Order(6)
    void a_message_comes_in_is_taken_and_answered() {
        makeOperator();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            customerWrites("Is my order there?");
            return true;
        });
        await("in the list").atMost(Duration.ofMinutes(1)).until(() -> conversations() > 0);
        conversation = Web.read(web.get(Installation.INBOX + "/api/conversations?view=all&limit=100", token()))
                .at("/items/0/id")
                .asText();
        var taken =
                web.post(Installation.INBOX + "/api/conversations/" + conversation + "/assignment", token(), Map.of());
        assertThat(taken.statusCode()).as(taken.body()).isBetween(200, 299);
        await("the answer is accepted").atMost(Duration.ofMinutes(1)).until(() -> reply("It is!") == 202);
        await("on the customer's phone").atMost(Duration.ofMinutes(1)).until(() -> onPhone("It is!") == 1);
    }

    @Test
    @Order(7)
    void what_crashes_comes_back_and_goes_on() {
        var lines = new StringBuilder();
        for (var service : List.of("kafka", "postgres", "conversation", "gateway")) {
            var before =
                    installation.docker("inspect", "--format", "{{.State.StartedAt}}", installation.container(service));
            var crashed = System.nanoTime();
            installation.crash(service);
            await(service + " is started anew")
                    .atMost(START)
                    .until(() -> !installation
                            .docker("inspect", "--format", "{{.State.StartedAt}}", installation.container(service))
                            .equals(before));
            awaitHealthy(service);
            lines.append(
                    "== %s crashed, healthy after %.0f s%n".formatted(service, (System.nanoTime() - crashed) / 1e9));
        }
        System.out.print(lines);
        await("answered after the crashes").atMost(Duration.ofMinutes(3)).until(() -> reply("Still here") == 202);
        await("on the customer's phone").atMost(Duration.ofMinutes(3)).until(() -> onPhone("Still here") == 1);
    }

    @Test
    @Order(8)
    void a_role_enters_its_own_database_only() {
        for (var other : List.of("conversation", "keycloak", "postgres")) {
            var refused = installation.tryCompose(
                    "exec",
                    "-T",
                    "-e",
                    "PGPASSWORD=" + installation.get("CENTRALINO_DATABASE_PASSWORD_OUTBOUND"),
                    "postgres",
                    "psql",
                    "-h",
                    "127.0.0.1",
                    "-U",
                    "outbound",
                    "-c",
                    "select 1",
                    other);
            assertThat(refused.said()).as(other).contains("permission denied for database");
        }
    }

    @Test
    @Order(9)
    void a_backup_can_be_read_back() throws IOException {
        backup = Path.of(installation.run("./backup", folder.resolve("backups").toString()));
        try (var files = Files.list(backup)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "conversation.dump", "assignment.dump", "notes.dump", "outbound.dump", "keycloak.dump");
        }
        installation.compose("exec", "-T", "postgres", "createdb", "-U", "postgres", "restored");
        installation.run(
                "bash",
                "-c",
                "docker-compose exec -T postgres pg_restore -U postgres --no-owner --dbname=restored --exit-on-error <"
                        + backup.resolve("conversation.dump"));

        assertThat(count("restored")).isEqualTo(count("conversation")).isNotEqualTo("0");
    }

    @Test
    @Order(10)
    void its_memory_is_told() {
        System.out.println(installation.docker("stats", "--no-stream", "--format", "== {{.Name}} {{.MemUsage}}"));
    }

    @Test
    @Order(11)
    void a_restore_brings_back_what_the_backup_does_not_have_and_sends_nothing_twice() {
        customerWrites(SINCE);
        await("in the inbox")
                .atMost(Duration.ofMinutes(1))
                .until(() -> timeline().contains(SINCE));
        await("answered since").atMost(Duration.ofMinutes(1)).until(() -> reply(ANSWERED_SINCE) == 202);
        await("on the phone").atMost(Duration.ofMinutes(1)).until(() -> onPhone(ANSWERED_SINCE) == 1);
        await("in the inbox")
                .atMost(Duration.ofMinutes(1))
                .until(() -> timeline().contains(ANSWERED_SINCE));

        var began = System.nanoTime();
        installation.compose("stop", "gateway", "conversation", "assignment", "notes", "outbound", "keycloak");
        installation.run("./restore", backup.toString());
        installation.compose("up", "-d");
        SERVICES.forEach(ComposeIT::awaitHealthy);
        System.out.printf("== restored and healthy after %.0f s%n", (System.nanoTime() - began) / 1e9);

        assertThat(timeline()).contains(SINCE, ANSWERED_SINCE);
        await("answered after it").atMost(Duration.ofMinutes(3)).until(() -> reply(ANSWERED_AFTER) == 202);
        await("on the phone").atMost(Duration.ofMinutes(3)).until(() -> onPhone(ANSWERED_AFTER) == 1);
        assertThat(onPhone(ANSWERED_SINCE)).isEqualTo(1);
    }

    private static String count(String database) {
        return installation.compose(
                "exec",
                "-T",
                "postgres",
                "psql",
                "-U",
                "postgres",
                "-At",
                "-c",
                "select count(*) from message",
                database);
    }

    private static void awaitHealthy(String service) {
        await(service + " is healthy")
                .atMost(START)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> installation.isHealthy(service));
    }

    private static void customerWrites(String text) {
        Web.read(web.post(PHONE, null, Map.of("text", text)));
    }

    /// How often the customer has this answer on his phone.
    private static int onPhone(String text) {
        return web.get(PHONE, null).body().split(text, -1).length - 1;
    }

    private static String timeline() {
        return Web.read(web.get(Installation.INBOX + "/api/conversations/" + conversation + "/timeline", token()))
                .toString();
    }

    private static int conversations() {
        return Web.read(web.get(Installation.INBOX + "/api/conversations?view=all&limit=100", token()))
                .get("items")
                .size();
    }

    private static int reply(String text) {
        var now = Web.read(web.get(Installation.INBOX + "/api/conversations/" + conversation, token()));
        var answer = web.post(
                Installation.INBOX + "/api/conversations/" + conversation + "/replies",
                token(),
                Map.of(
                        "id", UUID.randomUUID(),
                        "content", Map.of("type", "text", "text", text),
                        "lastSeen", now.path("lastSequence").asLong(),
                        "epoch", now.path("epoch").asLong()));
        return answer.statusCode();
    }

    /// In the production realm nobody can sign in by a password alone, so the trial adds a client that can.
    private static void makeOperator() {
        var admin = adminToken();
        web.post(
                ADMIN + "/clients",
                admin,
                Map.of(
                        "clientId",
                        "trial",
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "fullScopeAllowed",
                        true));
        web.post(
                ADMIN + "/users",
                admin,
                Map.of(
                        "username", "anna",
                        "firstName", "Anna",
                        "lastName", "Ricci",
                        "email", "anna@casalume.example",
                        "emailVerified", true,
                        "enabled", true,
                        "credentials", List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        var user = Web.read(web.get(ADMIN + "/users?username=anna", admin))
                .at("/0/id")
                .asText();
        var role = Web.read(web.get(ADMIN + "/roles/operator", admin));
        web.post(ADMIN + "/users/" + user + "/role-mappings/realm", admin, List.of(role));
    }

    private static String adminToken() {
        return web.form(
                        Installation.SIGN_IN + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", installation.get("CENTRALINO_KEYCLOAK_ADMIN_PASSWORD")))
                .get("access_token")
                .asText();
    }

    private static String token() {
        return web.form(
                        REALM,
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "trial",
                                "username",
                                "anna",
                                "password",
                                PASSWORD))
                .get("access_token")
                .asText();
    }
}
