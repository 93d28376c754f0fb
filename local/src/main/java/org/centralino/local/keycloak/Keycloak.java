package org.centralino.local.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.centralino.local.StackException;
import org.centralino.local.port.Port;
import org.centralino.local.postgres.Databases;
import org.centralino.local.postgres.Postgres;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.Programs;
import org.centralino.local.process.StartCache;
import org.centralino.local.process.Waiting;
import org.centralino.local.state.Caches;
import org.centralino.local.state.StateFolder;

/// A real Keycloak with our realm, on our PostgreSQL.
public final class Keycloak {
    public static final String NAME = "keycloak";
    private static final String DATABASE = "keycloak";
    private static final String REALM = "centralino";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Instant TIME_OF_FILES = Instant.ofEpochSecond(1);
    /// What a running Keycloak needs of the folder that it was built in.
    public static final List<String> PARTS = List.of("lib", "providers", "conf", "themes", "version.txt");
    /// What of the JDK its own script opens to it.
    public static final List<String> OPENED = List.of(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

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

    /// @return our realm's address, which is who issues its tokens
    public String realm() {
        return "%s/realms/%s".formatted(url(), REALM);
    }

    /// Unpacks Keycloak, adds our provider and builds it for PostgreSQL: once per version of both.
    public Path prepare() {
        var provider = provider(state.root());
        return Caches.once(built(), folder -> {
            // What the build does not touch is shared by all builds.
            var unpacked = Caches.once(state.cache().resolve(distribution()), empty -> unzip(zip(), empty));
            copy(unpacked, folder);
            if (provider.isPresent()) {
                var jar = folder.resolve("providers/centralino-identity.jar");
                Files.copy(provider.get(), jar);
                // Keycloak remembers this time and starts with no other, and all files of an image have this one.
                Files.setLastModifiedTime(jar, FileTime.from(TIME_OF_FILES));
            }
            var build = jvm("-Xmx512m");
            build.addAll(program(folder, folder));
            build.addAll(List.of(
                    "build",
                    "--db=postgres",
                    "--health-enabled=true",
                    "--features-disabled=kerberos,ciba,par,device-flow"));
            Programs.run("Keycloak's build", build, process.log());
        });
    }

    /// Starts it and waits until it answers. The realm is imported when the database does not have it yet,
    /// and again, into an empty database, when its files have changed since.
    ///
    /// @param gatewayPort where the web app is served from
    public void start(Postgres postgres, int gatewayPort) {
        var home = homeOfThisStack(prepare());
        var realm = writeRealm(home, gatewayPort);
        if (isAnotherRealm(realm)) {
            postgres.databases().drop(DATABASE);
            forget();
        }
        postgres.databases().make(DATABASE);
        process.start(
                command(),
                Map.of(
                        "KC_DB_URL", postgres.url(DATABASE),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", "local-admin",
                        // Without it each connection that died with the database fails somebody's sign-in once.
                        "QUARKUS_DATASOURCE_JDBC_FOREGROUND_VALIDATION_INTERVAL", "1S"));
        Waiting.until(this::isReady, process, PATIENCE);
        remember(realm);
    }

    public boolean isReady() {
        return Waiting.answers(URI.create(realm() + "/.well-known/openid-configuration"));
    }

    /// @return nothing before Keycloak is built
    public Optional<StartCache> startCache() {
        return Optional.of(built())
                .filter(Files::exists)
                .map(built -> new StartCache(
                        state,
                        process,
                        NAME,
                        built.getFileName().toString(),
                        jvm("-Xmx320m"),
                        jarOf(built).toString()));
    }

    private List<String> command() {
        var command = jvm("-Xmx320m");
        command.addAll(startCache().map(StartCache::flags).orElse(List.of()));
        command.addAll(program(home(), built()));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--db-username=" + DATABASE,
                "--db-password=" + Databases.passwordOf(DATABASE),
                "--db-pool-max-size=20",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=" + url(),
                "--cache=local"));
        if (!Files.exists(imported())) {
            command.add("--import-realm");
        }
        return command;
    }

    public void stop() {
        process.stop("TERM");
    }

    /// @return where tokens of the demo operators come from
    public Tokens tokens() {
        return new Tokens(url());
    }

    /// @return a name for this version of Keycloak, whatever provider is added to it
    public String distribution() {
        return "keycloak-" + Caches.stampOf(zip());
    }

    private Path built() {
        var provider = provider(state.root())
                .map(jar -> "-with-" + Caches.stampOf(jar))
                .orElse("-plain");
        return state.cache().resolve(distribution() + provider);
    }

    private Path zip() {
        return state.root().resolve("local/target/distributions/keycloak.zip");
    }

    /// @param root of the checkout
    /// @return what we add to Keycloak: the login page; nothing before it is built
    public static Optional<Path> provider(Path root) {
        return Optional.of(root.resolve("identity/target/identity.jar")).filter(Files::exists);
    }

    private Path home() {
        return state.data("keycloak-home");
    }

    /// The built distribution is shared; what a running Keycloak writes and imports is this stack's own.
    private Path homeOfThisStack(Path built) {
        var home = home();
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

    private String writeRealm(Path home, int gatewayPort) {
        var realm = realm(state.root(), gatewayPort);
        try {
            Files.writeString(home.resolve("data/import/centralino-realm.json"), realm);
            return realm;
        } catch (IOException failure) {
            throw new StackException("The realm could not be written: " + failure.getMessage(), failure);
        }
    }

    /// @param root of the checkout
    /// @return our realm with the demo operators, as Keycloak imports it
    public static String realm(Path root, int gatewayPort) {
        var folder = root.resolve("identity/src/main/realm");
        return RealmFile.merged(
                folder.resolve("centralino-realm.json"),
                folder.resolve("local-overlay.json"),
                Map.of(
                        "CENTRALINO_GATEWAY_PORT",
                        String.valueOf(gatewayPort),
                        Port.VITE.variable(),
                        String.valueOf(Port.VITE.number()),
                        "CENTRALINO_WEB_ORIGIN",
                        "http://localhost:" + gatewayPort));
    }

    private boolean isAnotherRealm(String realm) {
        try {
            return Files.exists(imported()) && !Files.readString(imported()).equals(realm);
        } catch (IOException failure) {
            throw new StackException("The realm could not be compared: " + failure.getMessage(), failure);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(imported());
        } catch (IOException failure) {
            throw new StackException("The old realm could not be forgotten: " + failure.getMessage(), failure);
        }
    }

    private void remember(String realm) {
        try {
            Files.writeString(imported(), realm);
        } catch (IOException failure) {
            throw new StackException("The realm could not be kept: " + failure.getMessage(), failure);
        }
    }

    /// The realm as it was imported last.
    private Path imported() {
        return state.data("keycloak-realm.json");
    }

    /// Keycloak's own script does no more; without it the process id is the JVM's.
    private static List<String> jvm(String heap) {
        var jvm = new ArrayList<>(List.of(Programs.java(), heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        jvm.addAll(OPENED);
        return jvm;
    }

    private static List<String> program(Path home, Path built) {
        var program = new ArrayList<>(propertiesOf(home));
        program.addAll(List.of("-cp", jarOf(built).toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return program;
    }

    /// @param home its folder, which has the parts of a built one
    /// @return the system properties that Keycloak's own script sets
    public static List<String> propertiesOf(Path home) {
        return List.of(
                "-Dkc.config.built=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
    }

    /// @param built a folder that Keycloak was built in
    public static Path jarOf(Path built) {
        return built.resolve("lib/quarkus-run.jar");
    }

    /// Copies by linking, where the disk can; what Keycloak's build writes into is really copied.
    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                var relative = from.relativize(path);
                var target = to.resolve(relative);
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (relative.startsWith("lib/lib")) {
                    link(path, target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException otherDisk) {
            Files.copy(from, to);
        }
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
