package org.centralino.outbound.media;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.centralino.outbound.HeldWork;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.media.domain.Fetch;

/// The threads that fetch files: fetching waits for the network, and looking into a file for the
/// processor, so neither is done where messages are sent.
@Singleton
class FetchWorkers {
    private final HeldWork<Fetch> work;

    FetchWorkers(FetchStore store, Fetcher fetcher, OutboundConfig config, Vertx vertx) {
        this.work = new HeldWork<>(
                "files",
                config,
                vertx,
                new HeldWork.Work<>(
                        store::claim, store::hold, fetcher::fetch, fetch -> "message " + fetch.messageId()));
    }

    void start(@Observes StartupEvent started) {
        work.start();
    }

    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stop) throws InterruptedException {
        work.stop();
    }

    /// There may be something to fetch.
    void wake() {
        work.wake();
    }
}
