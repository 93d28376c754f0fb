package org.centralino.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.centralino.local.StackException;
import org.centralino.local.port.Port;
import org.centralino.local.port.PortCheck;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.state.StateFolder;

/// The web app as it is worked on: Vite serves its sources, tells an open page of each change, and passes what is
/// asked of the API on to the gateway.
final class Vite {
    private final Path folder;
    private final ChildProcess process;

    Vite(StateFolder state) {
        this.folder = state.root().resolve("gateway-service/src/main/webui");
        this.process = new ChildProcess("vite", state);
    }

    /// @return its exit code, when it has ended
    /// @throws StackException when its port is taken: at another, nobody can sign in
    int run() {
        var program = folder.resolve("node_modules/vite/bin/vite.js");
        if (!Files.exists(program)) {
            throw new StackException(
                    "Vite is not installed: %s is missing. ./centralino up installs it.".formatted(program));
        }
        PortCheck.allFree(Stream.of(Port.VITE));
        var command = List.of(
                "node",
                program.toString(),
                "--host",
                "localhost",
                "--port",
                String.valueOf(Port.VITE.number()),
                "--strictPort",
                "--clearScreen",
                "false");
        return process.runHere(command, Map.of(), folder);
    }

    void stop() {
        process.stop("TERM");
    }
}
