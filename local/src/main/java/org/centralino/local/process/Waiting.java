package org.centralino.local.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.centralino.local.StackException;

/// Waits for conditions, never for time alone.
public final class Waiting {
    private static final Duration LOOK_EVERY = Duration.ofMillis(150);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private Waiting() {}

    /// @param process whose death ends the waiting at once
    /// @throws StackException when the process dies or the time is over, naming its log
    public static void until(BooleanSupplier ready, ChildProcess process, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!ready.getAsBoolean()) {
            if (process.find().isEmpty()) {
                throw new StackException("%s ended while starting; see %s".formatted(process.name(), process.log()));
            }
            if (System.nanoTime() > deadline) {
                throw new StackException("%s was not ready after %d s; see %s"
                        .formatted(process.name(), atMost.toSeconds(), process.log()));
            }
            pause();
        }
    }

    /// @return whether the address answers 200 now
    public static boolean answers(URI address) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }

    public static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }
}
