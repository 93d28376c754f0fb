package org.centralino.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which process listens on which port, as Linux tells it under `/proc`.
final class Listeners {
    private static final Path PROC = Path.of("/proc");
    private static final List<String> TABLES = List.of("net/tcp", "net/tcp6");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private Listeners() {}

    /// @return the process that accepts connections on this port; the oldest when several share the socket
    static Optional<ProcessHandle> on(int port) {
        var sockets = socketsOn(port);
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process.pid(), sockets))
                        .min((one, other) -> Boolean.compare(isChildOf(one, other), isChildOf(other, one)));
    }

    private static boolean isChildOf(ProcessHandle one, ProcessHandle other) {
        return one.parent().filter(other::equals).isPresent();
    }

    private static Set<String> socketsOn(int port) {
        var suffix = ":%04X".formatted(port);
        var sockets = new HashSet<String>();
        for (var table : TABLES) {
            for (var line : lines(PROC.resolve(table))) {
                var columns = line.strip().split("\\s+");
                if (columns.length > INODE
                        && columns[LOCAL_ADDRESS].endsWith(suffix)
                        && columns[STATE].equals(LISTENING)) {
                    sockets.add("socket:[%s]".formatted(columns[INODE]));
                }
            }
        }
        return sockets;
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (var files =
                Files.newDirectoryStream(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
            for (var file : files) {
                if (sockets.contains(linkOf(file))) {
                    return true;
                }
            }
            return false;
        } catch (IOException gone) {
            return false;
        }
    }

    private static String linkOf(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
