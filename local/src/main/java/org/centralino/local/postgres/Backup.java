package org.centralino.local.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import java.util.Set;
import org.centralino.local.StackException;
import org.centralino.local.state.StateFolder;

/// A folder with a copy of the server's files, made while it ran. Put in place, PostgreSQL recovers it to the moment
/// at which the copy was done.
///
/// @param since a time before that moment: what was committed until then is in the copy
public record Backup(Path folder, Instant since) {
    private static final String FACTS = "centralino-backup.properties";
    private static final String FORMAT = "1";
    private static final String WAL = "pg_wal";
    /// What the server makes anew, or must not find.
    private static final Set<String> LEFT_OUT = Set.of(
            "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans", WAL);

    private static final Set<String> FILES_LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");

    /// Copies the files of a server that runs.
    ///
    /// @param data where they are
    /// @param folder which is made, or empty
    static Backup make(Connection server, Path data, Path folder) {
        var since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (var asking = server.createStatement()) {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new StackException("%s is not empty. Name a folder that is not there yet.".formatted(folder));
            }
            var copy = StateFolder.made(folder).resolve(Postgres.NAME);
            // As long as this session lives, no segment goes that the copy needs.
            asking.execute("select pg_create_physical_replication_slot('centralino_backup', true, true)");
            var first = text(server, "select pg_walfile_name(pg_backup_start('centralino', true))");
            copy(data, copy);
            var last = "";
            try (var stopped = asking.executeQuery(
                    "select pg_walfile_name(lsn), labelfile from pg_backup_stop(wait_for_archive => false)")) {
                stopped.next();
                last = stopped.getString(1);
                Files.writeString(copy.resolve("backup_label"), stopped.getString(2));
            }
            copySegments(data.resolve(WAL), StateFolder.made(copy.resolve(WAL)), first, last);
            var backup = new Backup(folder, since);
            backup.writeFacts();
            return backup;
        } catch (IOException | SQLException failure) {
            throw new StackException("The backup could not be made: " + failure.getMessage(), failure);
        }
    }

    /// @throws StackException when the folder is no backup, or one of another version
    public static Backup in(Path folder) {
        var facts = new Properties();
        try (var file = Files.newBufferedReader(folder.resolve(FACTS))) {
            facts.load(file);
        } catch (IOException missing) {
            throw new StackException(
                    "%s is no backup of Centralino: it has no %s. ./centralino backup FOLDER makes one."
                            .formatted(folder, FACTS),
                    missing);
        }
        if (!FORMAT.equals(facts.getProperty("format"))) {
            throw new StackException("%s was made by another version: its format is %s, and this one knows %s."
                    .formatted(folder, facts.getProperty("format"), FORMAT));
        }
        try {
            return new Backup(folder, Instant.parse(facts.getProperty("since", "")));
        } catch (DateTimeException unreadable) {
            throw new StackException("%s does not say when it was made.".formatted(folder.resolve(FACTS)), unreadable);
        }
    }

    /// Puts a copy of it where a server finds it.
    ///
    /// @param data where nothing is yet
    void restoreTo(Path data) {
        try {
            copy(folder.resolve(Postgres.NAME), data, Set.of(), Set.of());
        } catch (IOException failure) {
            throw new StackException("The backup could not be put in place: " + failure.getMessage(), failure);
        }
    }

    private void writeFacts() throws IOException {
        var facts = new Properties();
        facts.setProperty("format", FORMAT);
        facts.setProperty("since", since.toString());
        try (var file = Files.newBufferedWriter(folder.resolve(FACTS))) {
            facts.store(file, null);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        copy(from, to, LEFT_OUT, FILES_LEFT_OUT);
        for (var name : LEFT_OUT) {
            StateFolder.made(to.resolve(name));
        }
    }

    /// The files are this user's then, and the server's when it is started. A file may go while it is copied, with a
    /// table that is dropped: the log that is copied afterwards says so as well.
    private static void copy(Path from, Path to, Set<String> foldersLeftOut, Set<String> filesLeftOut)
            throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) throws IOException {
                if (foldersLeftOut.contains(from.relativize(folder).toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.copy(folder, to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                if (!filesLeftOut.contains(file.getFileName().toString())) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)));
                    } catch (NoSuchFileException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        // PostgreSQL starts in a folder only that is nobody else's.
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    }

    /// Their names are numbers of equal length: later ones are greater.
    private static void copySegments(Path from, Path to, String first, String last) throws IOException {
        try (var segments = Files.list(from)) {
            for (var segment : segments.toList()) {
                var name = segment.getFileName().toString();
                var isSegment = name.matches("[0-9A-F]{24}");
                if (name.endsWith(".history") || isSegment && name.compareTo(first) >= 0 && name.compareTo(last) <= 0) {
                    Files.copy(segment, to.resolve(name));
                }
            }
        }
    }

    private static String text(Connection server, String question) throws SQLException {
        try (var asking = server.createStatement();
                var answer = asking.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}
