package org.centralino.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.centralino.local.StackException;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.Programs;
import org.centralino.local.process.Waiting;
import org.centralino.local.state.Caches;
import org.centralino.local.state.StateFolder;

/// A real PostgreSQL, unpacked from a Maven artifact. Durable: `fsync` stays on.
public final class Postgres {
    public static final String NAME = "postgres";
    private static final String SUPERUSER = "postgres";
    private static final String SUPERUSER_PASSWORD = "local-postgres";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final StateFolder state;
    private final int port;
    private final ChildProcess process;
    private final Path data;

    public Postgres(StateFolder state, int port) {
        this.state = state;
        this.port = port;
        this.process = new ChildProcess(NAME, state);
        this.data = state.data(NAME);
    }

    public ChildProcess process() {
        return process;
    }

    /// Makes the cluster when there is none, starts the server, and makes what databases are missing.
    ///
    /// @param databases their names
    public void start(List<String> databases) {
        var home = unpacked();
        var account = ServerAccount.reaching(home, state.data());
        endForgottenServer();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(home, account);
        }
        account.own(data);
        launch(home, account);
        try {
            Waiting.until(this::accepts, process, PATIENCE);
        } catch (StackException firstTry) {
            // After a kill -9 the first start may still meet the old server's lock; the second does not.
            launch(home, account);
            Waiting.until(this::accepts, process, PATIENCE);
        }
        databases.forEach(databases()::make);
    }

    /// Copies all databases while the server runs.
    ///
    /// @param folder which is made
    public Backup backUp(Path folder) {
        try (var connection = connect("postgres")) {
            return Backup.make(connection, data, folder);
        } catch (SQLException away) {
            throw new StackException(
                    "PostgreSQL does not answer, so there is nothing to copy. Is the stack up? (./centralino status)",
                    away);
        }
    }

    /// Puts a backup in the place of what is there. The server must not run.
    ///
    /// @return where what was there is now, if there was anything
    public Optional<Path> restore(Backup backup) {
        endForgottenServer();
        var aside = data.resolveSibling(NAME + "-before-"
                + Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", ""));
        try {
            var wasThere = Files.exists(data);
            if (wasThere) {
                Files.move(data, aside);
            }
            backup.restoreTo(data);
            return wasThere ? Optional.of(aside) : Optional.empty();
        } catch (IOException failure) {
            throw new StackException("PostgreSQL's data could not be put aside: " + failure.getMessage(), failure);
        }
    }

    /// @return what is made on this server
    public Databases databases() {
        return new Databases(this::connect);
    }

    public void stop() {
        process.stop("INT");
    }

    /// @throws SQLException when the server does not answer
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, SUPERUSER_PASSWORD);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /// @return whether it takes connections at this moment
    public boolean accepts() {
        try (var connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void launch(Path home, ServerAccount account) {
        process.start(
                account.command(List.of(
                        home.resolve("bin/postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=200",
                        "-c",
                        "shared_buffers=64MB",
                        "-c",
                        "log_min_messages=warning")),
                Map.of());
    }

    private void initialise(Path home, ServerAccount account) {
        StateFolder.delete(data);
        var password = data.resolveSibling("postgres.password");
        try {
            StateFolder.made(data);
            account.own(data);
            Files.writeString(password, SUPERUSER_PASSWORD);
            Programs.run(
                    "PostgreSQL's initdb",
                    account.command(List.of(
                            home.resolve("bin/initdb").toString(),
                            "-D",
                            data.toString(),
                            "-U",
                            SUPERUSER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-instructions")),
                    process.log());
            Files.delete(password);
        } catch (IOException failure) {
            throw new StackException("PostgreSQL's data could not be made: " + failure.getMessage(), failure);
        }
    }

    /// A server that nobody knows any more but that still holds our data, say because the state folder was
    /// half deleted under it, is ended first. A number in its file that belongs to a stranger is ignored.
    private void endForgottenServer() {
        var file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return;
            }
            var holder = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    .filter(ProcessHandle::isAlive);
            if (holder.isEmpty()) {
                return;
            }
            if (holder.get().info().commandLine().orElse("").contains(data.toString())) {
                Programs.succeeds(
                        List.of("kill", "-INT", String.valueOf(holder.get().pid())));
                holder.get().onExit().orTimeout(20, TimeUnit.SECONDS).join();
            } else {
                Files.delete(file);
            }
        } catch (IOException | NumberFormatException unreadable) {
            // The server says itself what it thinks of that file.
        }
    }

    private Path unpacked() {
        var artifact = state.root().resolve("local/target/distributions/postgres.jar");
        var home = state.cache().resolve("postgres-" + Caches.stampOf(artifact));
        return Caches.once(home, folder -> {
            try (var jar = new ZipFile(artifact.toFile())) {
                var archive = jar.stream()
                        .filter(entry -> entry.getName().endsWith(".txz"))
                        .findFirst()
                        .orElseThrow(() -> new StackException("No PostgreSQL in " + artifact));
                try (var tar = new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(jar.getInputStream(archive))))) {
                    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                        unpack(tar, entry, folder);
                    }
                }
            }
        });
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("An entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(path.getParent());
            Files.copy(tar, path);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
