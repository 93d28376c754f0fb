package org.centralino.local.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.centralino.local.StackException;

/// Makes sure that ports are free before anything is started.
public final class PortCheck {
    private static final String LISTENING = "0A";

    private PortCheck() {}

    /// @throws StackException for the first port that is in use: which, what for, and who holds it
    public static void allFree(Stream<Port> ports) {
        ports.filter(port -> !isFree(port.number())).findFirst().ifPresent(port -> {
            throw new StackException("Port %d (%s) is in use%s. Stop that, or set %s to another port."
                    .formatted(
                            port.number(),
                            port.purpose(),
                            holder(port.number()).map(by -> " by " + by).orElse(""),
                            port.variable()));
        });
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    /// @return the process that listens there, where the system tells
    static Optional<String> holder(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::isReadable)
                .flatMap(table -> socketsListeningAt(table, port))
                .flatMap(PortCheck::owners)
                .findFirst();
    }

    private static Stream<String> socketsListeningAt(Path table, int port) {
        var suffix = ":%04X".formatted(port);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns.length > 9)
                    .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
                    .map(columns -> "socket:[%s]".formatted(columns[9]));
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static Stream<String> owners(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, socket))
                .map(PortCheck::name);
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (var files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return files.anyMatch(file -> {
                try {
                    return Files.readSymbolicLink(file).toString().equals(socket);
                } catch (IOException closedMeanwhile) {
                    return false;
                }
            });
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String name(ProcessHandle process) {
        var command =
                process.info().commandLine().or(() -> process.info().command()).orElse("another program");
        var shown = command.length() > 80 ? command.substring(0, 77) + "..." : command;
        return "process %d (%s)".formatted(process.pid(), shown);
    }
}
