package org.centralino.kit.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.centralino.testkit.Infrastructure;
import org.centralino.testkit.Servers;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL with nothing but the kit's tables, and a real Kafka. The servers are started once for all tests;
/// each that asks for them finds the tables empty.
public final class OwnServers {
    private static final String DATABASE = "notes";
    private static @Nullable Servers started;

    private final Servers servers = servers();
    private final Map<String, String> config = servers.config(DATABASE, false);

    public OwnServers() throws SQLException {
        run("drop schema public cascade", "create schema public authorization " + user());
        Flyway.configure()
                .dataSource(jdbcUrl(), user(), password())
                .locations("db/kit")
                .load()
                .migrate();
    }

    private static synchronized Servers servers() {
        var running = started;
        if (running == null) {
            var infrastructure = new Infrastructure();
            infrastructure.init(Map.of("service", DATABASE));
            infrastructure.start();
            running = Infrastructure.running();
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            started = running;
        }
        return running;
    }

    public String jdbcUrl() {
        return config.get("quarkus.datasource.jdbc.url");
    }

    public String reactiveUrl() {
        return config.get("quarkus.datasource.reactive.url").replaceFirst("^vertx-reactive:", "");
    }

    public String user() {
        return config.get("quarkus.datasource.username");
    }

    public String password() {
        return config.get("quarkus.datasource.password");
    }

    /// @return the broker's address
    public String kafka() {
        return servers.kafka();
    }

    /// @return the settings of a client of any topic and group
    public Map<String, Object> kafkaClient() {
        return servers.kafkaClient();
    }

    public void run(String... statements) throws SQLException {
        try (var connection = servers.connect(DATABASE);
                var statement = connection.createStatement()) {
            for (var sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }

    public long count(String sql) throws SQLException {
        try (var connection = servers.connect(DATABASE);
                var found = connection.createStatement().executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
