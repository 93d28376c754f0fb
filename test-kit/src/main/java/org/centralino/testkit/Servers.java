package org.centralino.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.centralino.local.keycloak.Tokens;
import org.centralino.local.postgres.Databases;

/// Real PostgreSQL, Kafka and, when asked for, Keycloak, which the tests of one module have to themselves.
public sealed interface Servers extends AutoCloseable permits LocalInfrastructure, ContainerInfrastructure {
    /// @return the broker's address
    String kafka();

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

    /// @param database the service under test
    /// @param withKeycloak whether it checks tokens
    /// @return what Quarkus must be told to use all this
    default Map<String, String> config(String database, boolean withKeycloak) {
        return Map.of(
                "quarkus.datasource.reactive.url", jdbcUrl(database).replace("jdbc:", "vertx-reactive:"),
                "quarkus.datasource.jdbc.url", jdbcUrl(database),
                "quarkus.datasource.username", database,
                "quarkus.datasource.password", Databases.passwordOf(database),
                "kafka.bootstrap.servers", kafka(),
                "quarkus.oidc.auth-server-url", keycloak() + "/realms/centralino",
                "quarkus.oidc.tenant-enabled", String.valueOf(withKeycloak),
                "centralino.keycloak.url", keycloak());
    }
}
