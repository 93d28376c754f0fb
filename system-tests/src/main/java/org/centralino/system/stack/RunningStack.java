package org.centralino.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;

/// The whole product, running: PostgreSQL, Kafka, Keycloak, the five services and the simulator, started by
/// `./centralino` with a folder and ports of its own.
///
/// `-Dcentralino.stack=running` takes the one that runs already, on the ports of the environment, and
/// leaves it running.
public final class RunningStack implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("centralino.root", ".."))
            .toAbsolutePath()
            .normalize();
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Ports ports;
    private final Path state;
    private final Launcher launcher;
    private final boolean ours;
    private final int replicas;
    private final HttpClient http;
    private final Tokens tokens;
    private boolean closed;

    private RunningStack(Ports ports, Path state, Map<String, String> settings, boolean ours, int replicas) {
        var environment = new HashMap<>(ports.environment());
        environment.putAll(settings);
        this.ports = ports;
        this.state = state;
        this.launcher = new Launcher(ROOT, state, environment);
        this.ours = ours;
        this.replicas = replicas;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.tokens = new Tokens(http, ports.keycloak());
    }

    /// @return the product as the system properties want it: started anew, or the one that runs
    public static RunningStack asWanted() {
        return asWanted(Map.of());
    }

    /// @param settings further variables of the environment, if it is started
    public static RunningStack asWanted(Map<String, String> settings) {
        return "running".equals(System.getProperty("centralino.stack")) ? running() : started(settings);
    }

    /// Starts the product with an empty state of its own, beside any other.
    ///
    /// @param settings further variables of the environment
    public static RunningStack started(Map<String, String> settings) {
        return started(settings, 1);
    }

    /// @param settings further variables of the environment
    /// @param replicas how many of each of our services
    public static RunningStack started(Map<String, String> settings, int replicas) {
        return started(ROOT, settings, replicas);
    }

    /// Starts the product with what is off on one machine and on where it matters: services sign in to Kafka with
    /// tokens of Keycloak, and everything is followed: Zipkin's server has its traces.
    public static RunningStack startedAsInProduction() {
        return started(ROOT, Map.of(), 1, "--observe", "--tokens");
    }

    /// Starts the product as another version was built. Whatever is brought back later is of this one.
    ///
    /// @param version its checkout
    /// @param replicas how many of each of our services
    public static RunningStack startedAs(Path version, int replicas) {
        return started(version, Map.of(), replicas);
    }

    private static RunningStack started(Path version, Map<String, String> settings, int replicas, String... options) {
        var state = ROOT.resolve("system-tests/target/stack-%d-%d"
                .formatted(ProcessHandle.current().pid(), STARTED.incrementAndGet()));
        var stack = new RunningStack(Ports.free(replicas), state, settings, true, replicas);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        try {
            var words = new ArrayList<>(List.of("--fresh", "--replicas", Integer.toString(replicas)));
            words.addAll(List.of(options));
            stack.launcher.of(version).up(words.toArray(String[]::new));
            stack.prove();
            return stack;
        } catch (RuntimeException | Error broken) {
            stack.close();
            throw broken;
        }
    }

    private static RunningStack running() {
        var state = ROOT.resolve(".centralino");
        var stack = new RunningStack(Ports.ofEnvironment(), state, Map.of(), false, replicas(state));
        stack.prove();
        return stack;
    }

    /// As the launcher remembers it, in the first word of a file that is there while the product runs.
    private static int replicas(Path state) {
        try {
            return Integer.parseInt(
                    Files.readString(state.resolve("run/replicas")).strip().split(" ")[0]);
        } catch (IOException notRunning) {
            return 1;
        }
    }

    /// @return the checkout
    public static Path root() {
        return ROOT;
    }

    public Ports ports() {
        return ports;
    }

    /// @return how many there are of each of our services
    public int replicas() {
        return replicas;
    }

    /// @return the folder with its data and logs
    public Path state() {
        return state;
    }

    public HttpClient http() {
        return http;
    }

    public Tokens tokens() {
        return tokens;
    }

    /// @return the API as this operator, by way of the gateway
    public Api as(Operator operator) {
        return new Api(http, ports.gateway(), () -> Optional.of(tokens.of(operator)));
    }

    /// @return the API with this token, by way of the gateway
    public Api with(String token) {
        return new Api(http, ports.gateway(), () -> Optional.of(token));
    }

    /// @return the API for somebody who is not signed in
    public Api anonymous() {
        return new Api(http, ports.gateway(), Optional::empty);
    }

    public Simulator simulator() {
        return new Simulator(new Api(http, ports.simulator(), Optional::empty));
    }

    public WhatsAppPlatform platform() {
        return new WhatsAppPlatform(http, ports.gateway());
    }

    /// @param database the name of a service, which is the name of its database and its role too
    public Connection database(String database) {
        try {
            return DriverManager.getConnection(ports.jdbcUrl(database), database, "local-" + database);
        } catch (SQLException refused) {
            throw new IllegalStateException("The database %s does not answer".formatted(database), refused);
        }
    }

    /// @return its process
    /// @throws IllegalStateException when it does not run
    public ProcessHandle process(Part part) {
        return Listeners.on(ports.of(part)).orElseThrow(() -> new IllegalStateException(part.key() + " does not run"));
    }

    /// @param number of the replica, from 1
    /// @param name as Prometheus has it, of something that is counted once
    /// @return what one of several says of itself; 0 when it says nothing
    public double metric(Part service, int number, String name) {
        return new Api(http, ports.management(service, number), Optional::empty)
                .get("/q/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    private ProcessHandle process(Part part, int number) {
        if (replicas == 1 || !Part.SERVICES.contains(part)) {
            return process(part);
        }
        return Listeners.on(ports.of(part, number).getPort())
                .orElseThrow(() -> new IllegalStateException("%s %d does not run".formatted(part.key(), number)));
    }

    /// `kill -9`: no goodbye, nothing flushed. PostgreSQL's helpers go with it.
    public void kill(Part part) {
        kill(part, 1);
    }

    /// @param number of the replica, from 1; of what there is only one, that one
    public void kill(Part part, int number) {
        var process = process(part, number);
        var family = new ArrayList<>(List.of(process));
        if (part == Part.POSTGRES) {
            process.descendants().forEach(family::add);
        }
        family.forEach(ProcessHandle::destroyForcibly);
        Patience.await(part.key() + " is dead").until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    /// Asks it to end, as an upgrade does, and waits until it has.
    ///
    /// @param number of the replica, from 1
    public void stop(Part part, int number) {
        var process = process(part, number);
        process.destroy();
        Patience.await("%s %d has ended".formatted(part.key(), number)).until(() -> !process.isAlive());
    }

    /// Stops it, and starts the same command with a changed environment.
    ///
    /// @param settings variables of the environment
    /// @return the process in its place, for [#restore]
    public Process replace(Part part, Map<String, String> settings) {
        var program = Program.of(process(part));
        kill(part);
        var replaced = program.start(settings, state.resolve("logs/%s-replaced.log".formatted(part.key())));
        makeKnown(part, replaced);
        awaitReady(part, ports.management(part.key()));
        return replaced;
    }

    private void awaitReady(Part part, URI management) {
        var probe = new Api(http, management, Optional::empty);
        Patience.await(part.key() + " is ready")
                .atMost(Duration.ofSeconds(90))
                .until(() -> probe.get("/q/health/ready").isSuccess());
    }

    /// Another process of a service, on ports of its own.
    ///
    /// @param address where it listens
    /// @param log what it writes
    public record Replica(URI address, Process process, Path log) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
            Patience.await("the replica has ended").until(() -> !process.isAlive());
        }
    }

    /// Starts one more of a service, which no balancer knows, and comes back when it is ready. Whoever asked for it
    /// stops it.
    public Replica another(Part service) {
        return another(service, Map.of());
    }

    /// As [#another(Part)], with an environment that differs in these variables.
    public Replica another(Part service, Map<String, String> settings) {
        var own = Ports.free(1);
        var environment = own.environment();
        environment.keySet().removeIf(variable -> !variable.startsWith("CENTRALINO_%s_".formatted(service.name())));
        environment.putAll(settings);
        var log = state.resolve("logs/%s-another.log".formatted(service.key()));
        var process = Program.of(process(service, 1)).start(environment, log);
        var replica = new Replica(own.at(service), process, log);
        try {
            awaitReady(service, own.management(service.key()));
            return replica;
        } catch (RuntimeException | Error notReady) {
            replica.close();
            throw notReady;
        }
    }

    /// The launcher takes the process for its own, as `up` and `down` must.
    private void makeKnown(Part part, Process process) {
        var started = process.info().startInstant().orElseThrow().toEpochMilli();
        try {
            Files.write(
                    state.resolve("run/%s.pid".formatted(part.key())),
                    List.of(Long.toString(process.pid()), Long.toString(started)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("No process can be made known at " + state, unwritable);
        }
    }

    /// Puts the product's own process back.
    public void restore(Part part, Process replaced) {
        replaced.destroyForcibly();
        Patience.await(part.key() + " is dead").until(() -> !replaced.isAlive());
        mend();
    }

    /// @param name of the signal, such as STOP
    public void signal(ProcessHandle process, String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("No signal %s for process %d".formatted(name, process.pid()));
            }
        } catch (IOException unable) {
            throw new UncheckedIOException("There is no kill", unable);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    /// Brings back what was killed, by the product's own command.
    public void mend() {
        launcher.up();
    }

    /// Copies all databases while everything runs.
    ///
    /// @return what the command said
    public String backUp(Path folder) {
        return launcher.backup(folder);
    }

    /// Kills whatever runs, and throws PostgreSQL's files away.
    public void loseTheDatabases() {
        List.of(Part.CONVERSATION, Part.ASSIGNMENT, Part.NOTES, Part.OUTBOUND, Part.KAFKA, Part.POSTGRES)
                .forEach(this::kill);
        launcher.down();
        try (var files = Files.walk(state.resolve("data/postgres"))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException kept) {
            throw new UncheckedIOException("PostgreSQL's files cannot be lost", kept);
        }
    }

    /// Goes back to a backup, and does not start the rest.
    ///
    /// @return what the command said
    public String restoreFrom(Path folder) {
        return launcher.restore(folder);
    }

    /// Comes back when the caches that make the next start faster are made, if they are being made.
    public void awaitStartCaches() {
        Patience.await("the start caches are made")
                .atMost(Duration.ofMinutes(15))
                .until(() -> !launcher.status().contains("Start caches are being written"));
    }

    /// Stops everything in order and starts it again with the same data.
    ///
    /// @return what the start said
    public String restarted() {
        launcher.down();
        return launcher.up();
    }

    @Override
    public synchronized void close() {
        if (ours && !closed) {
            closed = true;
            launcher.down();
        }
    }

    /// Shows that this is the product that was started, and not another that answers on the same port.
    private void prove() {
        var clusters = clustersOnDisk();
        var cluster = clusterOnTheWire();
        if (!clusters.contains(cluster)) {
            throw new IllegalStateException("Kafka at %s is cluster %s, but the state at %s is of %s"
                    .formatted(ports.kafka(), cluster, state, clusters));
        }
        var config = anonymous().get("/api/config").json();
        var keycloak = config.path("keycloak").path("url").asText();
        if (URI.create(keycloak).getPort() != ports.keycloak().getPort()) {
            throw new IllegalStateException("The gateway at %s signs in at %s, not at %s"
                    .formatted(ports.gateway(), keycloak, ports.keycloak()));
        }
    }

    private List<String> clustersOnDisk() {
        try (var files = Files.walk(state)) {
            return files.filter(file -> file.endsWith("meta.properties"))
                    .map(RunningStack::clusterIn)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("No state at " + state, unreadable);
        }
    }

    private static String clusterIn(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties.getProperty("cluster.id");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String clusterOnTheWire() {
        try (var admin = Admin.create(KafkaAdmin.at(ports.kafka()))) {
            return admin.describeCluster().clusterId().get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("Kafka does not answer at " + ports.kafka(), refused);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }
}
