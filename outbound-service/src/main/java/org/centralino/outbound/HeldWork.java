package org.centralino.outbound;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Threads that work on files: each claims what has been due for longest, and gives signs of life while it works on it,
/// so
/// that nobody else takes it.
///
/// @param <W> what is claimed
public final class HeldWork<W> {
    private static final Logger LOG = Logger.getLogger(HeldWork.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);
    private static final int SIGNS_PER_CLAIM = 3;

    private final OutboundConfig config;
    private final Vertx vertx;
    private final Work<W> work;
    private final WorkingThreads threads;

    /// What is done with what was claimed.
    ///
    /// @param claim takes something that is due
    /// @param hold renews its claim
    /// @param act does the work
    /// @param nameOf what it is called in the log
    public record Work<W>(
            Supplier<Uni<Optional<W>>> claim,
            Function<W, Uni<Void>> hold,
            Consumer<W> act,
            Function<W, String> nameOf) {}

    /// @param name of the threads
    public HeldWork(String name, OutboundConfig config, Vertx vertx, Work<W> work) {
        this.config = config;
        this.vertx = vertx;
        this.work = work;
        this.threads = new WorkingThreads(
                name,
                config.filesAtOnce(),
                config.lookEvery(),
                this::next,
                failure -> LOG.warnf("No file can be claimed, trying again: %s", failure));
    }

    public void start() {
        threads.start();
    }

    public void stop() throws InterruptedException {
        threads.stop();
    }

    /// There may be something to do.
    public void wake() {
        threads.wake();
    }

    private boolean next() {
        var claimed = work.claim().get().await().atMost(DATABASE_PATIENCE);
        claimed.ifPresent(this::act);
        return claimed.isPresent();
    }

    private void act(W claimed) {
        var sign = vertx.setPeriodic(config.fileClaimFor().toMillis() / SIGNS_PER_CLAIM, _ -> hold(claimed));
        try {
            work.act().accept(claimed);
        } catch (RuntimeException | Error failure) {
            // Nobody knows how decoders fail on what a stranger made up, and this thread is to live.
            LOG.warnf(
                    failure,
                    "The file of %s waits until its claim has run out",
                    work.nameOf().apply(claimed));
        } finally {
            vertx.cancelTimer(sign);
        }
    }

    private void hold(W claimed) {
        work.hold()
                .apply(claimed)
                .subscribe()
                .with(_ -> {}, failure -> LOG.warnf("The claim of a file is not renewed: %s", failure));
    }
}
