package org.centralino.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.centralino.local.StackException;
import org.centralino.local.kafka.Kafka;
import org.centralino.local.kafka.KafkaUsers;
import org.centralino.local.keycloak.Keycloak;
import org.centralino.local.objects.ObjectServer;
import org.centralino.local.postgres.Databases;
import org.centralino.local.postgres.Postgres;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.ProcessId;
import org.centralino.local.state.Caches;
import org.centralino.local.state.StateFolder;

/// Real PostgreSQL, Kafka and Keycloak for the tests of one module, on free ports, with a state that nobody
/// else has.
public final class LocalInfrastructure implements Servers {
    static final Path FOLDERS = Path.of("target").toAbsolutePath();
    static final int GATEWAY_PORT = 8080;
    static final String OWNER = "owner.pid";
    private static final int LINES_TOLD = 20;

    private final int postgresPort = FreePorts.next();
    private final Postgres postgres;
    private final Kafka kafka;
    private final Keycloak keycloak;
    private final StateFolder state;

    private LocalInfrastructure(Path root) {
        this.state = new StateFolder(root, FOLDERS.resolve("infrastructure-" + UUID.randomUUID()), false);
        ProcessId.of(ProcessHandle.current()).write(state.run().resolve(OWNER));
        this.postgres = new Postgres(state, postgresPort);
        this.kafka = new Kafka(state, FreePorts.next(), FreePorts.next());
        this.keycloak = new Keycloak(state, FreePorts.next(), FreePorts.next());
    }

    /// @param withKeycloak whether tokens are needed
    public static LocalInfrastructure start(boolean withKeycloak) {
        endOrphans();
        try {
            return started(withKeycloak);
        } catch (StackException | CompletionException failure) {
            // A port that was free may have been taken before its server asked for it.
            return started(withKeycloak);
        }
    }

    private static LocalInfrastructure started(boolean withKeycloak) {
        var infrastructure = new LocalInfrastructure(root());
        Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::close));
        try {
            infrastructure.startAll(withKeycloak);
            return infrastructure;
        } catch (StackException | CompletionException failure) {
            infrastructure.tellWhy(failure);
            infrastructure.close();
            throw failure;
        }
    }

    /// Closing deletes the logs, and a test framework may show no more of a failure than its outermost wrapping.
    private void tellWhy(RuntimeException failure) {
        System.err.println("The servers of these tests did not start: " + failure.getMessage());
        for (var name : List.of(Postgres.NAME, Kafka.NAME, Keycloak.NAME)) {
            lastLines(state.log(name)).forEach(line -> System.err.printf("%s: %s%n", name, line));
        }
    }

    private static List<String> lastLines(Path log) {
        try {
            var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
            return lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size());
        } catch (IOException unreadable) {
            return List.of(String.valueOf(unreadable.getMessage()));
        }
    }

    /// The checkout: surefire names it; an IDE does not, and then the launcher script tells where it is.
    static Path root() {
        var named = System.getProperty("centralino.root");
        if (named != null) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("centralino")) && Files.exists(folder.resolve("local/pom.xml"))) {
                return folder;
            }
        }
        throw new StackException("Run the tests from inside the checkout, or set -Dcentralino.root to it.");
    }

    /// A test run that was killed leaves its servers behind. The next one ends them.
    private static void endOrphans() {
        StateFolder.made(FOLDERS);
        try (var folders = Files.newDirectoryStream(FOLDERS, "infrastructure-*")) {
            for (var folder : folders) {
                var owner = ProcessId.read(folder.resolve("run").resolve(OWNER));
                if (owner.isPresent() && owner.flatMap(ProcessId::alive).isEmpty()) {
                    var left = new StateFolder(root(), folder, false);
                    for (var name : List.of(Keycloak.NAME, Kafka.NAME, Postgres.NAME, ObjectServer.NAME)) {
                        new ChildProcess(name, left).kill();
                    }
                    StateFolder.delete(folder);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void startAll(boolean keycloakToo) {
        if (keycloakToo) {
            copy(databaseWithRealm(), state.data(Postgres.NAME));
        }
        // A thread of its own inherits the class loader that Kafka's client looks its classes up in; a pooled
        // one has that of an earlier test.
        var broker = CompletableFuture.runAsync(
                kafka::start, work -> Thread.ofVirtual().start(work));
        postgres.start(Databases.OF_SERVICES);
        if (keycloakToo) {
            keycloak.start(postgres, GATEWAY_PORT);
        }
        broker.join();
    }

    /// The first import of a realm takes half a minute. It is done once, and every test starts from a copy.
    private Path databaseWithRealm() {
        var realm = state.root().resolve("identity/src/main/realm");
        var name = "realm-%s-%s-%s"
                .formatted(
                        keycloak.distribution(),
                        Caches.stampOf(realm.resolve("centralino-realm.json")),
                        Caches.stampOf(realm.resolve("local-overlay.json")));
        return Caches.once(state.cache().resolve(name), folder -> {
            postgres.start(Databases.OF_SERVICES);
            keycloak.start(postgres, GATEWAY_PORT);
            keycloak.stop();
            postgres.stop();
            copy(state.data(Postgres.NAME), folder);
            StateFolder.delete(state.data(Postgres.NAME));
        });
    }

    @Override
    public String kafka() {
        return kafka.bootstrap();
    }

    @Override
    public Map<String, Object> kafkaClientOf(String user) {
        return KafkaUsers.clientOf(user);
    }

    @Override
    public String keycloak() {
        return keycloak.url();
    }

    /// @return Keycloak as it is shipped, where its tools for the command line are
    public Path keycloakFolder() {
        return keycloak.prepare();
    }

    @Override
    public String jdbcUrl(String database) {
        return postgres.url(database);
    }

    @Override
    public Connection connect(String database) throws SQLException {
        return postgres.connect(database);
    }

    Postgres postgresServer() {
        return postgres;
    }

    Kafka broker() {
        return kafka;
    }

    @Override
    public void close() {
        keycloak.process().kill();
        kafka.process().kill();
        postgres.process().stop("QUIT");
        StateFolder.delete(state.folder());
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
