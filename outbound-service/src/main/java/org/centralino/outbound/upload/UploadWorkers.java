package org.centralino.outbound.upload;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.centralino.outbound.HeldWork;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.upload.domain.Upload;

/// The threads that bring files to the platform, so that no message without one waits for them.
@Singleton
class UploadWorkers {
    private final HeldWork<Upload> work;

    UploadWorkers(UploadStore store, Uploader uploader, OutboundConfig config, Vertx vertx) {
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

    /// There may be something to bring.
    void wake() {
        work.wake();
    }
}
