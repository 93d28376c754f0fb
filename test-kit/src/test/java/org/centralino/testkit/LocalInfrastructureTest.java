package org.centralino.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.centralino.events.Topics;
import org.centralino.local.StackException;
import org.centralino.local.postgres.Databases;
import org.centralino.local.postgres.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.DockerClientFactory;

class LocalInfrastructureTest {
    private static LocalInfrastructure infrastructure;

    @BeforeAll
    static void start() {
        infrastructure = LocalInfrastructure.start(false);
    }

    @AfterAll
    static void stop() {
        infrastructure.close();
    }

    @Test
    void what_was_committed_survives_a_kill_of_the_database() throws SQLException {
        var postgres = infrastructure.postgresServer();
        run(postgres, "create table kept (word text)");
        run(postgres, "insert into kept values ('committed')");

        postgres.process().kill();
        postgres.start(List.of("notes"));

        try (var connection = postgres.connect("notes");
                var found = connection.createStatement().executeQuery("select word from kept")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("committed");
        }
    }

    @Test
    void the_database_writes_through_to_the_disk() throws SQLException {
        try (var connection = infrastructure.connect("notes");
                var setting = connection.createStatement().executeQuery("show fsync")) {
            setting.next();
            assertThat(setting.getString(1)).isEqualTo("on");
        }
    }

    @ParameterizedTest
    @MethodSource("foreignDatabases")
    void a_service_cannot_enter_the_database_of_another(String service, String database) {
        var url = infrastructure.jdbcUrl(database);

        assertThatThrownBy(() -> DriverManager.getConnection(url, service, Databases.passwordOf(service))
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    static Stream<Arguments> foreignDatabases() {
        return Databases.OF_SERVICES.stream()
                .flatMap(service -> Databases.OF_SERVICES.stream()
                        .filter(database -> !database.equals(service))
                        .map(database -> Arguments.of(service, database)));
    }

    @ParameterizedTest
    @FieldSource("org.centralino.local.postgres.Databases#OF_SERVICES")
    void a_service_makes_no_database_and_no_role(String service) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        infrastructure.jdbcUrl(service), service, Databases.passwordOf(service));
                var work = connection.createStatement()) {
            assertThatThrownBy(() -> work.execute("create database another"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> work.execute("create role another"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void every_topic_is_there_and_still_there_after_a_kill_of_the_broker()
            throws ExecutionException, InterruptedException {
        infrastructure.broker().process().kill();
        infrastructure.broker().start();

        try (var admin = Admin.create(infrastructure.kafkaClient())) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.all().stream().map(Topics.Topic::name).toList());
        }
    }

    @Test
    void without_docker_containers_are_refused_with_a_sentence() {
        assumeFalse(DockerClientFactory.instance().isDockerAvailable(), "there is a Docker");

        assertThatThrownBy(() -> ContainerInfrastructure.start(LocalInfrastructure.root(), false))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("no Docker answers")
                .hasMessageContaining("-Dcentralino.infra=embedded");
    }

    private static void run(Postgres postgres, String statement) throws SQLException {
        try (var connection = postgres.connect("notes");
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }
}
