package org.centralino.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.centralino.local.kafka.KafkaUsers;
import org.centralino.local.keycloak.Tokens;
import org.centralino.local.postgres.Databases;

/// Real PostgreSQL, Kafka and, when asked for, Keycloak, which the tests of one module have to themselves.
public sealed interface Servers extends AutoCloseable permits LocalInfrastructure, ContainerInfrastructure {
    /// @return the broker's address
    String kafka();

    /// @param user a service
    /// @return the settings by which its Kafka clients sign in
    Map<String, Object> kafkaClientOf(String user);

    /// @return the settings of a Kafka client of the test itself, which may do everything
    default Map<String, Object> kafkaClient() {
        var settings = new HashMap<>(kafkaClientOf(KafkaUsers.ADMIN));
        settings.put("bootstrap.servers", kafka());
        return settings;
    }

    /// @return Keycloak's address, by which everybody must call it
    String keycloak();

    /// @return the database's address for JDBC
    String jdbcUrl(String database);

    /// @return a superuser's connection
    /// @throws SQLException when the server does not answer
    Connection connect(String database) throws SQLException;

    @Override
    void close();

    /// @return an access token of a demo operator
    default String token(String operator) {
        return new Tokens(keycloak()).of(operator);
    }

    /// @param service the one under test
    /// @param withKeycloak whether it checks tokens
    /// @return what Quarkus must be told to use all this
    default Map<String, String> config(String service, boolean withKeycloak) {
        var config = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", kafka(),
                "quarkus.oidc.auth-server-url", keycloak() + "/realms/centralino",
                "quarkus.oidc.tenant-enabled", String.valueOf(withKeycloak),
                "centralino.keycloak.url", keycloak()));
        kafkaClientOf(service).forEach((setting, value) -> config.put("kafka." + setting, value.toString()));
        if (Databases.OF_SERVICES.contains(service)) {
            config.put("quarkus.datasource.reactive.url", jdbcUrl(service).replace("jdbc:", "vertx-reactive:"));
            config.put("quarkus.datasource.jdbc.url", jdbcUrl(service));
            config.put("quarkus.datasource.username", service);
            config.put("quarkus.datasource.password", Databases.passwordOf(service));
        }
        return config;
    }
}
