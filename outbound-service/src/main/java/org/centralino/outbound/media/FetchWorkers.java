package org.centralino.outbound.media;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.media.domain.Fetch;
import org.jboss.logging.Logger;

/// The threads that fetch files: fetching waits for the network, and looking into a file for the
/// processor, so neither is done where messages are sent. Each takes what has been due for longest.
@Singleton
class FetchWorkers {
    private static final Logger LOG = Logger.getLogger(FetchWorkers.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE_WHEN_BROKEN = Duration.ofSeconds(1);
    private static final int SIGNS_PER_CLAIM = 3;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final FetchStore store;
    private final Fetcher fetcher;
    private final OutboundConfig config;
    private final Vertx vertx;
    private final Semaphore news = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    FetchWorkers(FetchStore store, Fetcher fetcher, OutboundConfig config, Vertx vertx) {
        this.vertx = vertx;
        this.store = store;
        this.fetcher = fetcher;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        for (var number = 1; number <= config.filesAtOnce(); number++) {
            threads.add(Thread.ofPlatform().daemon().name("files-" + number).start(this::work));
        }
    }

    /// What is under way is left to whoever comes when its claim has run out.
    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join(GRACE);
        }
    }

    /// There may be something to fetch.
    void wake() {
        news.release(config.filesAtOnce());
    }

    private void work() {
        while (!stopping) {
            try {
                news.drainPermits();
                var claimed = store.claim().await().atMost(DATABASE_PATIENCE);
                if (claimed.isPresent()) {
                    fetch(claimed.get());
                } else {
                    var _ = news.tryAcquire(config.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                pauseAfter(failure);
            }
        }
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

    private void pauseAfter(RuntimeException failure) {
        if (stopping) {
            return;
        }
        LOG.warnf("No file can be claimed, trying again: %s", failure);
        try {
            Thread.sleep(PAUSE_WHEN_BROKEN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
