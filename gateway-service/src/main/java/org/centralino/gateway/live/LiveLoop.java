package org.centralino.gateway.live;

import io.vertx.core.Context;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.centralino.gateway.live.domain.LiveEvent;
import org.centralino.kit.trace.Tracing;
import org.jboss.logging.Logger;

/// The sockets of one event loop, which alone works on them: so they need no locks, and one call wakes all of them.
final class LiveLoop {
    private static final Logger LOG = Logger.getLogger(LiveLoop.class);

    private final Context context;
    private final Set<LiveClient> clients = new LinkedHashSet<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final FrameSpans frames;

    LiveLoop(Context context, Tracing tracing) {
        this.context = context;
        this.frames = new FrameSpans(tracing);
    }

    void add(LiveClient client) {
        clients.add(client);
    }

    void remove(LiveClient client) {
        clients.remove(client);
    }

    void run(Runnable work) {
        context.runOnContext(_ -> {
            work.run();
            frames.end();
        });
    }

    /// One of its sockets was given the event.
    void sent(LiveEvent event) {
        frames.sent(event);
    }

    /// There is something new in the ring.
    void pull() {
        if (called.compareAndSet(false, true)) {
            run(() -> {
                called.set(false);
                each(LiveClient::pull);
            });
        }
    }

    void forEach(Consumer<LiveClient> work) {
        run(() -> each(work));
    }

    /// One that fails does not keep the others waiting.
    private void each(Consumer<LiveClient> work) {
        for (var client : clients) {
            try {
                work.accept(client);
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "A live socket is closed");
                client.close(LiveClose.GOING_AWAY);
            }
        }
    }
}
