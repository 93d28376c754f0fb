package org.centralino.outbound.media;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.centralino.events.Topics;
import org.centralino.kit.media.ObjectStore;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.WorkingThreads;
import org.jboss.logging.Logger;

/// Deletes from the object store what is to go. It waits for the network, so it has a thread of its own.
@Singleton
class FileDeletion {
    private static final Logger LOG = Logger.getLogger(FileDeletion.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);
    /// Nobody waits for it but whoever deleted a message, and he has woken it.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final StoredFiles files;
    private final ObjectStore objects;
    private final WorkingThreads threads;

    FileDeletion(StoredFiles files, ObjectStore objects) {
        this.files = files;
        this.objects = objects;
        this.threads = new WorkingThreads("file-deletion", 1, LOOK_EVERY, this::deleteSome, FileDeletion::tell);
    }

    void start(@Observes StartupEvent started, OutboundConfig config) {
        config.keepFiles().ifPresent(FileDeletion::refuseTooShort);
        threads.start();
    }

    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stop) throws InterruptedException {
        threads.stop();
    }

    /// @throws IllegalStateException when what is told again could name a file that is gone
    static void refuseTooShort(Duration kept) {
        if (kept.compareTo(Topics.RETENTION) < 0) {
            throw new IllegalStateException(
                    "Refusing to start: CENTRALINO_OUTBOUND_KEEP_FILES is %s, but the topics keep events for %d days, and"
                                    .formatted(kept, Topics.RETENTION.toDays())
                            + " would tell of files that are gone. Set it as CENTRALINO_CONVERSATION_KEEP_MESSAGES, or"
                            + " leave both out: then files stay as long as their message.");
        }
    }

    /// There may be something to delete.
    void wake() {
        threads.wake();
    }

    /// What fails is claimed again when the claim has run out.
    ///
    /// @return whether there was something, and it is gone
    private boolean deleteSome() {
        try {
            var some = files.claim().await().atMost(DATABASE_PATIENCE);
            some.forEach(file -> objects.deleteFolder(file.folder()));
            if (!some.isEmpty()) {
                files.gone(some).await().atMost(DATABASE_PATIENCE);
                LOG.infof("The files of %d messages are deleted", some.size());
            }
            return !some.isEmpty();
        } catch (RuntimeException failure) {
            if (!threads.isStopping()) {
                tell(failure);
            }
            return false;
        }
    }

    private static void tell(RuntimeException failure) {
        LOG.warnf("Files are not deleted for now, trying again: %s", failure);
    }
}
