package org.centralino.local.stack;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.centralino.local.StackException;
import org.centralino.local.terminal.Progress;

/// Stops everything in order: those who use a thing before the thing.
final class Down {
    private static final int PATIENCE_SECONDS = 90;

    private final Stack stack;
    private final Progress progress;

    Down(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /// Tells the launcher that stays with the stack, if there is one, and stops what is left.
    void stopAll() {
        stack.launcher().other().ifPresent(this::tell);
        new Vite(stack.state()).stop();
        var ran = stack.isAnythingRunning();
        stop(stack.all());
        // A launcher that was just starting something when it was told to stop may have started it after
        // all.
        if (stack.isAnythingRunning()) {
            stop(stack.all());
        }
        Shape.forget(stack.state());
        progress.say(ran ? "  Everything is stopped. The data stay." : "  Nothing is running.");
    }

    /// @param parts those that may be stopped
    void stop(List<Part> parts) {
        stack.startCaches().stop();
        for (var together : stack.stopOrder()) {
            sideBySide(together.stream().filter(parts::contains).toList());
        }
    }

    private void tell(ProcessHandle launcher) {
        progress.say("  Asking the running ./centralino up (process %d) to stop.".formatted(launcher.pid()));
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            launcher.destroyForcibly();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }

    private void sideBySide(List<Part> parts) {
        var threads = parts.stream()
                .map(part -> Thread.ofVirtual().start(() -> stop(part)))
                .toList();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void stop(Part part) {
        if (part.isRunning()) {
            progress.step(part.title(), "stopped", part.stop());
        } else {
            part.stop().run();
        }
    }
}
