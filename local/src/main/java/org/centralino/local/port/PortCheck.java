package org.centralino.local.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.local.StackException;

/// Makes sure that ports are free before anything is started.
public final class PortCheck {
    private static final String LISTENING = "0A";
    private static final int LONG = 96;

    private PortCheck() {}

    /// @throws StackException when ports are in use: which, what for, and who holds them
    public static void allFree(Stream<Port> ports) {
        var taken = ports.filter(port -> isTaken(port.number())).toList();
        if (taken.isEmpty()) {
            return;
        }
        var first = taken.getFirst();
        var others = taken.stream()
                .skip(1)
                .map(port -> "%d (%s)".formatted(port.number(), port.purpose()))
                .collect(Collectors.joining(", "));
        throw new StackException(
                "Port %d (%s) is in use%s. Stop that, or set %s to another port.%s Nothing was started."
                        .formatted(
                                first.number(),
                                first.purpose(),
                                holder(first.number()).map(by -> " by " + by).orElse(""),
                                first.variable(),
                                others.isEmpty() ? "" : " Also in use: %s.".formatted(others)));
    }

    /// A server that listens on the other loopback address counts too: browsers may reach it first.
    ///
    /// @return whether something listens there
    public static boolean isTaken(int port) {
        return cannotBind("127.0.0.1", port) || (!cannotBind("::1", 0) && cannotBind("::1", port));
    }

    private static boolean cannotBind(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return false;
        } catch (IOException inUse) {
            return true;
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
        var command = process.info()
                .commandLine()
                .or(() -> process.info().command())
                .orElse("another program")
                .strip();
        var shown = command.length() > LONG
                ? command.substring(0, 40) + " … " + command.substring(command.length() - 50)
                : command;
        return "process %d (%s)".formatted(process.pid(), shown);
    }
}
