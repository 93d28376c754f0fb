package org.centralino.conversation.attachment;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.centralino.conversation.attachment.AttachmentStore.Place;
import org.centralino.kit.database.Lanes;
import org.centralino.kit.media.ObjectStore;
import org.jboss.logging.Logger;

/// Deletes files that no reply named, and those of messages that are deleted themselves, by one replica at a time.
/// When it dies in the middle, another deletes once more what may be gone.
@Singleton
class AttachmentDeletion {
    private static final Logger LOG = Logger.getLogger(AttachmentDeletion.class);
    private static final String WORK = "attachments";
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    private final AttachmentStore store;
    private final ObjectStore objects;
    private final Lanes lanes;
    private final Vertx vertx;
    private long timer;
    private volatile boolean busy;

    AttachmentDeletion(AttachmentStore store, ObjectStore objects, Lanes lanes, Vertx vertx) {
        this.store = store;
        this.objects = objects;
        this.lanes = lanes;
        this.vertx = vertx;
        lanes.share(WORK, 1);
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(EVERY.toMillis(), _ -> {
            if (!busy && lanes.hold(WORK, 0)) {
                busy = true;
                deleteSome()
                        .onTermination()
                        .invoke(() -> busy = false)
                        .subscribe()
                        .with(_ -> {}, failure -> LOG.warnf("Files are not deleted for now: %s", failure));
            }
        });
    }

    void stop(@Observes ShutdownEvent stop) {
        vertx.cancelTimer(timer);
    }

    /// @return when some that were to go are gone
    Uni<Void> deleteSome() {
        return store.going(AT_ONCE)
                .call(places -> Uni.createFrom()
                        .voidItem()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(() -> delete(places)))
                .chain(places -> places.isEmpty() ? Uni.createFrom().voidItem() : store.gone(places));
    }

    private void delete(List<Place> places) {
        places.forEach(place -> objects.deleteFolder(place.folder()));
        if (!places.isEmpty()) {
            LOG.infof("%d files that no message has are deleted", places.size());
        }
    }
}
