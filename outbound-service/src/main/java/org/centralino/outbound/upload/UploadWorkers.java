package org.centralino.outbound.upload;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.centralino.outbound.HeldWork;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.lane.NumberGoesOn;
import org.centralino.outbound.upload.domain.Upload;

/// The threads that bring files to the platform, so that no message without one waits for them.
@Singleton
class UploadWorkers {
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);

    private final UploadStore store;
    private final HeldWork<Upload> work;

    UploadWorkers(UploadStore store, Uploader uploader, OutboundConfig config, Vertx vertx) {
        this.store = store;
        this.work = new HeldWork<>(
                "uploads",
                config,
                vertx,
                new HeldWork.Work<>(
                        store::claim, store::hold, uploader::upload, upload -> "attachment " + upload.attachmentId()));
    }

    void start(@Observes StartupEvent started) {
        work.start();
    }

    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stop) throws InterruptedException {
        work.stop();
    }

    /// What waited for the number's access token goes on.
    void on(@ObservesAsync NumberGoesOn number) {
        store.tokenIsThere(number.phoneNumberId()).await().atMost(DATABASE_PATIENCE);
        wake();
    }

    /// There may be something to bring.
    void wake() {
        work.wake();
    }
}
