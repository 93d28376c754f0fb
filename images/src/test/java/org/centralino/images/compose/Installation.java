package org.centralino.images.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An installation by Compose as an operator makes it, in a folder of its own and on ports that nobody else has, with
/// the
/// platform's double beside it.
final class Installation {
    static final String INBOX = "https://localhost:18443";
    static final String SIGN_IN = "https://localhost:18444";
    static final String SIMULATOR = "http://localhost:18090";
    private static final int WEBHOOK_PORT = 18080;
    private static final Path ROOT = Path.of(System.getProperty("centralino.root"));
    /// What an operator has of this repository.
    private static final List<String> FILES =
            List.of("compose.yaml", "compose.tls.yaml", "databases.sh", "env.example", "secrets", "backup", "restore");

    private final Path folder;
    private final Command command;

    Installation(Path folder) {
        this.folder = folder;
        this.command = new Command(folder, Map.of());
    }

    /// Copies the files, makes the secrets, and answers what is left open.
    void prepare() throws IOException {
        var compose = ROOT.resolve("deploy/compose");
        for (var file : FILES) {
            Files.copy(compose.resolve(file), folder.resolve(file));
        }
        Files.copy(compose.resolve("try/compose.try.yaml"), folder.resolve("compose.try.yaml"));
        command.run(List.of("./secrets"));
        set(Map.of(
                "COMPOSE_FILE", "compose.yaml:compose.tls.yaml:compose.try.yaml",
                "COMPOSE_PROJECT_NAME", "centralino-trial",
                "CENTRALINO_INBOX_URL", INBOX,
                "CENTRALINO_SIGN_IN_URL", SIGN_IN,
                "CENTRALINO_WHATSAPP_PHONE_NUMBER_ID", "510000000000023",
                "CENTRALINO_WHATSAPP_NUMBER", "390299990001",
                "CENTRALINO_WHATSAPP_NAME", "Casa Lume",
                "CENTRALINO_WHATSAPP_APP_SECRETS", "secret-of-the-trial",
                "CENTRALINO_WHATSAPP_ACCESS_TOKEN", "token-of-the-trial"));
        set(Map.of(
                "CENTRALINO_VERSION",
                System.getProperty("centralino.version"),
                "CENTRALINO_POSTGRES_IMAGE",
                System.getProperty("centralino.postgres-image", "centralino/try-postgres"),
                "CENTRALINO_GATEWAY_PUBLISHED",
                "127.0.0.1:18443",
                "CENTRALINO_SIGN_IN_PUBLISHED",
                "127.0.0.1:18444",
                "CENTRALINO_TRY_WEBHOOK_PORT",
                String.valueOf(WEBHOOK_PORT),
                "CENTRALINO_TRY_SIMULATOR_PORT",
                "18090"));
        makeCertificate();
    }

    Path certificate() {
        return folder.resolve("tls/certificate.pem");
    }

    String compose(String... words) {
        return command.run(composed(words));
    }

    Command.Outcome tryCompose(String... words) {
        return command.outcome(composed(words));
    }

    String docker(String... words) {
        var all = new ArrayList<>(List.of("docker"));
        all.addAll(List.of(words));
        return command.run(all);
    }

    String run(String... words) {
        return command.run(List.of(words));
    }

    /// Changes lines of `.env`, or adds them.
    void set(Map<String, String> values) {
        try {
            var file = folder.resolve(".env");
            var lines = new ArrayList<>(Files.readAllLines(file));
            values.forEach((name, value) -> {
                lines.removeIf(line -> line.startsWith(name + "="));
                lines.add(name + "=" + value);
            });
            Files.write(file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String get(String name) {
        try (var lines = Files.lines(folder.resolve(".env"))) {
            return lines.filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String container(String service) {
        return compose("ps", "-q", service);
    }

    /// Ends a container's program as a crash does; the engine would take a kill of its own for a wish.
    void crash(String service) {
        run("kill", "-9", docker("inspect", "--format", "{{.State.Pid}}", container(service)));
    }

    boolean isHealthy(String service) {
        return docker("inspect", "--format", "{{.State.Health.Status}}", container(service))
                .equals("healthy");
    }

    Process startSimulator() throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        ROOT.resolve("simulator/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("simulator.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "CENTRALINO_SIMULATOR_PORT", "18090",
                        "CENTRALINO_SIMULATOR_MANAGEMENT_PORT", "19090",
                        "CENTRALINO_SIMULATOR_STATE",
                                folder.resolve("simulator").toString(),
                        "CENTRALINO_SIMULATOR_WEBHOOK_URL",
                                "http://127.0.0.1:%d/webhooks/whatsapp".formatted(WEBHOOK_PORT),
                        "CENTRALINO_WHATSAPP_APP_SECRETS", get("CENTRALINO_WHATSAPP_APP_SECRETS"),
                        "CENTRALINO_WHATSAPP_ACCESS_TOKEN", get("CENTRALINO_WHATSAPP_ACCESS_TOKEN")));
        return builder.start();
    }

    private void makeCertificate() throws IOException {
        var tls = Files.createDirectories(folder.resolve("tls"));
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                tls.resolve("key.pem").toString(),
                "-out",
                tls.resolve("certificate.pem").toString());
        run("chown", "-R", "10001", tls.toString());
    }

    private static List<String> composed(String... words) {
        var all = new ArrayList<>(List.of("docker-compose"));
        all.addAll(List.of(words));
        return all;
    }
}
