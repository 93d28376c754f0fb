package org.centralino.kit.outbox;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.centralino.kit.database.Lanes;
import org.centralino.kit.database.Notices;

/// Tells other replicas that there is something in their lanes of the outbox. One notice stands for everything that was
/// committed within [#GATHERED]. One that is lost costs a second: then the relay looks by itself.
@Singleton
class OutboxNotices {
    private static final String CHANNEL = "outbox";
    private static final Duration GATHERED = Duration.ofMillis(10);

    private final Notices notices;
    private final Lanes lanes;
    private final Vertx vertx;
    private final OutboxRelay relay;
    private final AtomicBoolean due = new AtomicBoolean();

    OutboxNotices(Notices notices, Lanes lanes, Vertx vertx, OutboxRelay relay) {
        this.notices = notices;
        this.lanes = lanes;
        this.vertx = vertx;
        this.relay = relay;
    }

    void start(@Observes StartupEvent started) {
        relay.tellOthers(this::tell);
        notices.hear(CHANNEL, _ -> relay.wakeItself());
    }

    private void tell() {
        if (lanes.areShared(OutboxRelay.WORK) && due.compareAndSet(false, true)) {
            vertx.setTimer(GATHERED.toMillis(), _ -> {
                due.set(false);
                notices.tell(CHANNEL, "");
            });
        }
    }
}
