package org.centralino.system.stack;

/// Somebody wants this thread to end.
public final class Interrupted {
    private Interrupted() {}

    /// Keeps the interruption, and ends what is under way.
    public static IllegalStateException on(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Stopped", stopped);
    }
}
