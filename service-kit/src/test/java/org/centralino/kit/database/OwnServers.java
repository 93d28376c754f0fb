package org.centralino.kit.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.centralino.testkit.Infrastructure;
import org.flywaydb.core.Flyway;

/// A real PostgreSQL with the kit's tables, and a real Kafka.
public final class OwnServers implements AutoCloseable {
    private static final String DATABASE = "notes";

    private final Infrastructure infrastructure = new Infrastructure();
    private final Map<String, String> config;

    public OwnServers() {
        infrastructure.init(Map.of("service", DATABASE));
        config = infrastructure.start();
        Flyway.configure()
                .dataSource(jdbcUrl(), user(), password())
                .locations("db/kit")
                .load()
                .migrate();
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
        return Infrastructure.running().kafka();
    }

    /// @return the settings of a client of any topic and group
    public Map<String, Object> kafkaClient() {
        return Infrastructure.running().kafkaClient();
    }

    public void run(String... statements) throws SQLException {
        try (var connection = Infrastructure.running().connect(DATABASE);
                var statement = connection.createStatement()) {
            for (var sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }

    public long count(String sql) throws SQLException {
        try (var connection = Infrastructure.running().connect(DATABASE);
                var found = connection.createStatement().executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public void close() {
        infrastructure.stop();
    }
}
