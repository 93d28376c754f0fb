package org.centralino.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.centralino.local.StackException;

/// The databases of one server, wherever it runs. Each belongs to a role of its own name, and nobody else
/// may enter it.
public final class Databases {
    /// One for each service that has a database.
    public static final List<String> OF_SERVICES = List.of("conversation", "assignment", "notes", "outbound");

    private final Connector server;

    /// How the server is reached.
    public interface Connector {
        /// @return a superuser's connection
        /// @throws SQLException when the server does not answer
        Connection connect(String database) throws SQLException;
    }

    public Databases(Connector server) {
        this.server = server;
    }

    /// Makes a database and the role that owns it, unless they are there.
    public void make(String database) {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            try (var found =
                    statement.executeQuery("select 1 from pg_database where datname = '%s'".formatted(database))) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create role %s login password '%s'".formatted(database, passwordOf(database)));
            statement.execute("create database %s owner %s".formatted(database, database));
            statement.execute("revoke connect on database %s from public".formatted(database));
        } catch (SQLException failure) {
            throw new StackException(
                    "The database %s could not be made: %s".formatted(database, failure.getMessage()), failure);
        }
    }

    /// Throws a database away, with all that is in it.
    public void drop(String database) {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(database));
            statement.execute("drop role if exists %s".formatted(database));
        } catch (SQLException failure) {
            throw new StackException(
                    "The database %s could not be dropped: %s".formatted(database, failure.getMessage()), failure);
        }
    }

    /// @return the password of the role that owns the database
    public static String passwordOf(String database) {
        return "local-" + database;
    }
}
