package org.centralino.outbound.upload;

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
import org.centralino.outbound.upload.domain.Upload;
import org.jboss.logging.Logger;

/// The threads that bring files to the platform, so that no message without one waits for them. Each takes what has
/// been due for longest.
@Singleton
class UploadWorkers {
    private static final Logger LOG = Logger.getLogger(UploadWorkers.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);
    private static final int SIGNS_PER_CLAIM = 3;

    private final UploadStore store;
    private final Uploader uploader;
    private final OutboundConfig config;
    private final Vertx vertx;
    private final WorkingThreads threads;

    UploadWorkers(UploadStore store, Uploader uploader, OutboundConfig config, Vertx vertx) {
        this.store = store;
        this.uploader = uploader;
        this.config = config;
        this.vertx = vertx;
        this.threads = new WorkingThreads(
                "uploads",
                config.filesAtOnce(),
                config.lookEvery(),
                this::uploadNext,
                failure -> LOG.warnf("No file can be claimed, trying again: %s", failure));
    }

    void start(@Observes StartupEvent started) {
        threads.start();
    }

    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stop) throws InterruptedException {
        threads.stop();
    }

    /// There may be something to bring.
    void wake() {
        threads.wake();
    }

    private boolean uploadNext() {
        var claimed = store.claim().await().atMost(DATABASE_PATIENCE);
        claimed.ifPresent(this::upload);
        return claimed.isPresent();
    }

    private void upload(Upload upload) {
        var sign = vertx.setPeriodic(config.fileClaimFor().toMillis() / SIGNS_PER_CLAIM, _ -> hold(upload));
        try {
            uploader.upload(upload);
        } catch (RuntimeException | Error failure) {
            // Nobody knows how decoders fail on what a stranger made up, and this thread is to live.
            LOG.warnf(failure, "The file %s waits until its claim has run out", upload.attachmentId());
        } finally {
            vertx.cancelTimer(sign);
        }
    }

    private void hold(Upload upload) {
        store.hold(upload)
                .subscribe()
                .with(_ -> {}, failure -> LOG.warnf("The claim of a file is not renewed: %s", failure));
    }
}
