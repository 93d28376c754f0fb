package org.centralino.local.stack;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.centralino.local.port.Port;
import org.centralino.local.port.PortCheck;
import org.centralino.local.service.Service;
import org.centralino.local.terminal.Progress;

/// `./centralino dev`: the web app or one service runs from its sources, in this terminal, beside the stack that goes
/// on when it ends.
final class Dev {
    /// The Maven that Quarkus' dev mode takes; the script looks for it.
    private static final String MAVEN = System.getenv().getOrDefault("CENTRALINO_MAVEN", "mvn");

    private final Stack stack;
    private final Progress progress;

    Dev(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /// @return the exit code, when it has ended
    int webApp() {
        progress.say("  The web app, from its sources: http://localhost:%d".formatted(Port.VITE.number()));
        progress.say("  Ctrl-C ends that; the stack goes on. './centralino down' stops it.");
        var vite = new Vite(stack.state());
        return untilItEnds(vite::run, vite::stop);
    }

    /// @return the exit code, when it has ended
    int service(String name, Part part, Service service) {
        if (part.isRunning()) {
            new Down(stack, progress).stop(List.of(part));
        }
        PortCheck.allFree(part.ports());
        progress.say("  %s, from its sources: a change is there with the next request to 127.0.0.1:%d."
                .formatted(name, part.port().number()));
        progress.say(
                "  Ctrl-C ends that; the rest goes on. './centralino up' brings %s back, './centralino down' stops all."
                        .formatted(name));
        return untilItEnds(() -> service.runFromSources(MAVEN), part.stop());
    }

    /// Who ends the launcher ends that, too.
    private static int untilItEnds(IntSupplier work, Runnable stop) {
        var ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!ended.get()) {
                stop.run();
            }
        }));
        var code = work.getAsInt();
        ended.set(true);
        return code;
    }
}
