package org.centralino.local.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.local.kafka.Kafka;
import org.centralino.local.keycloak.Keycloak;
import org.centralino.local.postgres.Postgres;
import org.centralino.local.state.Caches;
import org.centralino.local.state.StateFolder;

/// Real PostgreSQL, Kafka and Keycloak for the tests of one module, on free ports, with a state that nobody
/// else has.
public final class LocalInfrastructure implements AutoCloseable {
    private static final List<String> DATABASES =
            List.of("conversation", "assignment", "notes", "outbound", Keycloak.DATABASE);

    private final int postgresPort = freePort();
    private final Postgres postgres;
    private final Kafka kafka;
    private final Keycloak keycloak;
    private final StateFolder state;
    private boolean withKeycloak;

    private LocalInfrastructure(Path root) {
        this.state = new StateFolder(
                root, Path.of("target/infrastructure-" + UUID.randomUUID()).toAbsolutePath());
        this.postgres = new Postgres(state, postgresPort);
        this.kafka = new Kafka(state, freePort(), freePort());
        this.keycloak = new Keycloak(state, freePort(), freePort());
    }

    /// @param withKeycloak whether tokens are needed
    public static LocalInfrastructure start(boolean withKeycloak) {
        var root = Path.of(System.getProperty("centralino.root", ".."))
                .toAbsolutePath()
                .normalize();
        var infrastructure = new LocalInfrastructure(root);
        Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::close));
        infrastructure.startAll(withKeycloak);
        return infrastructure;
    }

    private void startAll(boolean keycloakToo) {
        withKeycloak = keycloakToo;
        if (keycloakToo) {
            copy(databaseWithRealm(), state.data(Postgres.NAME));
        }
        var broker = Thread.ofVirtual().start(kafka::start);
        postgres.start(DATABASES);
        if (keycloakToo) {
            keycloak.start(postgresPort, 8080);
        }
        join(broker);
    }

    /// The first import of a realm takes half a minute. It is done once, and every test starts from a copy.
    private Path databaseWithRealm() {
        var realm = state.root().resolve("identity/src/main/realm");
        var built = keycloak.prepare();
        var name = "postgres-with-realm-%s-%s-%s"
                .formatted(
                        built.getFileName().toString().replace("keycloak-", ""),
                        Caches.stampOf(realm.resolve("centralino-realm.json")),
                        Caches.stampOf(realm.resolve("local-overlay.json")));
        return Caches.once(state.cache().resolve(name), folder -> {
            postgres.start(DATABASES);
            keycloak.start(postgresPort, 8080);
            keycloak.stop();
            postgres.stop();
            copy(state.data(Postgres.NAME), folder);
            StateFolder.delete(state.data(Postgres.NAME));
        });
    }

    /// @param database the service under test
    /// @return what Quarkus must be told to use all this
    public Map<String, String> config(String database) {
        return Map.of(
                "quarkus.datasource.reactive.url",
                        "vertx-reactive:postgresql://localhost:%d/%s".formatted(postgresPort, database),
                "quarkus.datasource.jdbc.url", postgres.url(database),
                "quarkus.datasource.username", database,
                "quarkus.datasource.password", Postgres.passwordOf(database),
                "kafka.bootstrap.servers", kafka.bootstrap(),
                "quarkus.oidc.auth-server-url", keycloak.url() + "/realms/centralino",
                "quarkus.oidc.tenant-enabled", String.valueOf(withKeycloak),
                "centralino.keycloak.url", keycloak.url());
    }

    public Postgres postgres() {
        return postgres;
    }

    public Kafka kafka() {
        return kafka;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    @Override
    public void close() {
        keycloak.process().kill();
        kafka.process().kill();
        postgres.process().stop("QUIT");
        StateFolder.delete(state.folder());
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Path from, Path to) {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(path));
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
