package org.centralino.outbound.media;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.WorkingThreads;
import org.centralino.outbound.media.domain.Fetch;
import org.jboss.logging.Logger;

/// The threads that fetch files: fetching waits for the network, and looking into a file for the
/// processor, so neither is done where messages are sent. Each takes what has been due for longest.
@Singleton
class FetchWorkers {
    private static final Logger LOG = Logger.getLogger(FetchWorkers.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);
    private static final int SIGNS_PER_CLAIM = 3;

    private final FetchStore store;
    private final Fetcher fetcher;
    private final OutboundConfig config;
    private final Vertx vertx;
    private final WorkingThreads threads;

    FetchWorkers(FetchStore store, Fetcher fetcher, OutboundConfig config, Vertx vertx) {
        this.vertx = vertx;
        this.store = store;
        this.fetcher = fetcher;
        this.config = config;
        this.threads = new WorkingThreads(
                "files",
                config.filesAtOnce(),
                config.lookEvery(),
                this::fetchNext,
                failure -> LOG.warnf("No file can be claimed, trying again: %s", failure));
    }

    void start(@Observes StartupEvent started) {
        threads.start();
    }

    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stop) throws InterruptedException {
        threads.stop();
    }

    /// There may be something to fetch.
    void wake() {
        threads.wake();
    }

    private boolean fetchNext() {
        var claimed = store.claim().await().atMost(DATABASE_PATIENCE);
        claimed.ifPresent(this::fetch);
        return claimed.isPresent();
    }

    private void fetch(Fetch fetch) {
        var sign = vertx.setPeriodic(config.fileClaimFor().toMillis() / SIGNS_PER_CLAIM, _ -> hold(fetch));
        try {
            fetcher.fetch(fetch);
        } catch (RuntimeException | Error failure) {
            // Nobody knows how decoders fail on what a stranger made up, and this thread is to live.
            LOG.warnf(failure, "The file of message %s waits until its claim has run out", fetch.messageId());
        } finally {
            vertx.cancelTimer(sign);
        }
    }

    private void hold(Fetch fetch) {
        store.hold(fetch)
                .subscribe()
                .with(_ -> {}, failure -> LOG.warnf("The claim of a file is not renewed: %s", failure));
    }
}
