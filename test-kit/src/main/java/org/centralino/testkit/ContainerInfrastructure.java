package org.centralino.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.centralino.local.StackException;
import org.centralino.local.kafka.Kafka;
import org.centralino.local.kafka.OneNode;
import org.centralino.local.keycloak.Keycloak;
import org.centralino.local.postgres.Databases;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/// The servers from Docker images, in the versions that the embedded ones have.
final class ContainerInfrastructure implements Servers {
    private static final int KEYCLOAK_PORT = 8080;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PostgreSQLContainer postgres;
    private final KafkaContainer kafka;
    private final GenericContainer<?> keycloak;

    private ContainerInfrastructure(Path root) {
        var images = images();
        postgres = new PostgreSQLContainer(images.getProperty("postgres"));
        kafka = new KafkaContainer(images.getProperty("kafka"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", String.valueOf(OneNode.LARGEST_MESSAGE));
        keycloak = new GenericContainer<>(images.getProperty("keycloak"))
                .withExposedPorts(KEYCLOAK_PORT)
                .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
                .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", "local-admin")
                .withCopyToContainer(
                        Transferable.of(Keycloak.realm(root, LocalInfrastructure.GATEWAY_PORT)),
                        "/opt/keycloak/data/import/centralino-realm.json")
                .withCommand("start-dev", "--import-realm")
                .waitingFor(Wait.forHttp("/realms/centralino")
                        .forPort(KEYCLOAK_PORT)
                        .withStartupTimeout(PATIENCE));
        Keycloak.provider(root)
                .ifPresent(jar -> keycloak.withCopyFileToContainer(
                        MountableFile.forHostPath(jar), "/opt/keycloak/providers/centralino-identity.jar"));
    }

    /// @param withKeycloak whether tokens are needed
    /// @throws StackException when there is no Docker
    static ContainerInfrastructure start(Path root, boolean withKeycloak) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new StackException(
                    "The tests were to take their servers from containers, and no Docker answers. Start it, or, on Linux"
                            + " and macOS, say -D%s=embedded: that needs no Docker.".formatted(Source.PROPERTY));
        }
        var infrastructure = new ContainerInfrastructure(root);
        infrastructure.startAll(withKeycloak);
        return infrastructure;
    }

    private void startAll(boolean withKeycloak) {
        Startables.deepStart(withKeycloak ? Stream.of(postgres, kafka, keycloak) : Stream.of(postgres, kafka))
                .join();
        Databases.OF_SERVICES.forEach(new Databases(this::connect)::make);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            Kafka.makeTopics(admin);
        } catch (ExecutionException failure) {
            throw new StackException("Kafka's topics could not be made: " + failure.getMessage(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }

    @Override
    public String kafka() {
        return kafka.getBootstrapServers();
    }

    /// The broker of the image lets everybody do everything.
    @Override
    public Map<String, Object> kafkaClientOf(String user) {
        return Map.of();
    }

    @Override
    public String keycloak() {
        return keycloak.isRunning()
                ? "http://localhost:" + keycloak.getMappedPort(KEYCLOAK_PORT)
                : "http://localhost:" + KEYCLOAK_PORT;
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(postgres.getHost(), postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), database);
    }

    @Override
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), postgres.getUsername(), postgres.getPassword());
    }

    @Override
    public void close() {
        Stream.of(keycloak, kafka, postgres).forEach(GenericContainer::stop);
    }

    private static Properties images() {
        try (var file = ContainerInfrastructure.class.getResourceAsStream("images.properties")) {
            var images = new Properties();
            images.load(file);
            return images;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
