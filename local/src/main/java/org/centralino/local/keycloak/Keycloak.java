package org.centralino.local.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.centralino.local.StackException;
import org.centralino.local.postgres.Postgres;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.Programs;
import org.centralino.local.process.Waiting;
import org.centralino.local.state.Caches;
import org.centralino.local.state.StateFolder;

/// A real Keycloak with our realm, on our PostgreSQL.
public final class Keycloak {
    public static final String NAME = "keycloak";
    public static final String DATABASE = "keycloak";
    private static final String REALM = "centralino";
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final List<String> PARTS = List.of("lib", "providers", "conf", "themes", "version.txt");

    private final StateFolder state;
    private final int port;
    private final int managementPort;
    private final ChildProcess process;

    public Keycloak(StateFolder state, int port, int managementPort) {
        this.state = state;
        this.port = port;
        this.managementPort = managementPort;
        this.process = new ChildProcess(NAME, state);
    }

    public ChildProcess process() {
        return process;
    }

    /// @return the address by which everybody calls it: the issuer of tokens must not vary
    public String url() {
        return "http://localhost:" + port;
    }

    /// Unpacks Keycloak, adds our provider and builds it for PostgreSQL: once per version of both.
    public Path prepare() {
        var zip = state.root().resolve("local/target/distributions/keycloak.zip");
        var provider = provider();
        var name = "keycloak-" + Caches.stampOf(zip)
                + provider.map(jar -> "-" + Caches.stampOf(jar)).orElse("");
        return Caches.once(state.cache().resolve(name), folder -> {
            unzip(zip, folder);
            if (provider.isPresent()) {
                Files.copy(provider.get(), folder.resolve("providers/centralino-identity.jar"));
            }
            Programs.run(
                    "Keycloak's build",
                    java(
                            folder,
                            "-Xmx512m",
                            "build",
                            "--db=postgres",
                            "--health-enabled=true",
                            "--features-disabled=kerberos,ciba,par,device-flow"),
                    process.log());
        });
    }

    /// Starts it and waits until it answers. The realm is imported when the database does not have it yet.
    ///
    /// @param gatewayPort where the web app is served from
    public void start(int postgresPort, int gatewayPort) {
        var home = homeOfThisStack(prepare());
        writeRealm(home, gatewayPort);
        process.start(
                java(
                        home,
                        "-Xmx320m",
                        "start",
                        "--optimized",
                        "--db-url=jdbc:postgresql://localhost:%d/%s".formatted(postgresPort, DATABASE),
                        "--db-username=" + DATABASE,
                        "--db-password=" + Postgres.passwordOf(DATABASE),
                        "--db-pool-max-size=20",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--hostname=" + url(),
                        "--cache=local",
                        "--import-realm"),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", "local-admin"));
        var realm = URI.create("%s/realms/%s/.well-known/openid-configuration".formatted(url(), REALM));
        Waiting.until(() -> Waiting.answers(realm), process, PATIENCE);
    }

    public void stop() {
        process.stop("TERM");
    }

    /// @return an access token of a demo operator
    /// @throws StackException when Keycloak is away or knows no such operator
    public String token(String operator) {
        var form = "grant_type=password&client_id=centralino-cli&username=%s&password=centralino".formatted(operator);
        var request = HttpRequest.newBuilder(
                        URI.create("%s/realms/%s/protocol/openid-connect/token".formatted(url(), REALM)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StackException(
                        "Keycloak gives no token for %s. The demo operators are anna, bruno, carla, dario and elena."
                                .formatted(operator));
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .get("access_token")
                    .asText();
        } catch (IOException away) {
            throw new StackException(
                    "Keycloak does not answer at %s. Is the stack up? (./centralino status)".formatted(url()), away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }

    private Optional<Path> provider() {
        return Optional.of(state.root().resolve("identity/target/identity.jar")).filter(Files::exists);
    }

    /// The built distribution is shared; what a running Keycloak writes and imports is this stack's own.
    private Path homeOfThisStack(Path built) {
        var home = state.data("keycloak-home");
        try {
            StateFolder.delete(home);
            Files.createDirectories(home.resolve("data/import"));
            for (var part : PARTS) {
                if (Files.exists(built.resolve(part))) {
                    Files.createSymbolicLink(home.resolve(part), built.resolve(part));
                }
            }
            return home;
        } catch (IOException failure) {
            throw new StackException("Keycloak's folder could not be made: " + failure.getMessage(), failure);
        }
    }

    private void writeRealm(Path home, int gatewayPort) {
        var folder = state.root().resolve("identity/src/main/realm");
        var realm = RealmFile.merged(
                folder.resolve("centralino-realm.json"),
                folder.resolve("local-overlay.json"),
                Map.of(
                        "CENTRALINO_GATEWAY_PORT",
                        String.valueOf(gatewayPort),
                        "CENTRALINO_WEB_ORIGIN",
                        "http://localhost:" + gatewayPort));
        try {
            Files.writeString(home.resolve("data/import/centralino-realm.json"), realm);
        } catch (IOException failure) {
            throw new StackException("The realm could not be written: " + failure.getMessage(), failure);
        }
    }

    /// Keycloak's own script does no more; without it the process id is the JVM's.
    private static List<String> java(Path home, String heap, String... arguments) {
        var command = new ArrayList<>(List.of(
                Programs.java(),
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.config.built=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                var path = folder.resolve(name).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("An entry outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(entries, path);
                }
            }
        }
    }
}
