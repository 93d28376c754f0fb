package org.centralino.gateway.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.live.domain.EventRing;
import org.centralino.gateway.live.domain.LiveEvent;
import org.centralino.gateway.live.domain.Progress;
import org.centralino.gateway.live.domain.Streams;

/// Where the feed and the sockets meet. What a browser that comes back has missed, and what comes next,
/// join without a gap, because both are put into its queue under one lock; the queues never block.
@ApplicationScoped
class LiveHub {
    private final GatewayConfig.Live config;
    private final Clock clock;
    private final Counter drops;
    private final Counter resyncs;

    private final List<LiveClient> clients = new ArrayList<>();
    private final Map<UUID, Integer> socketsOf = new HashMap<>();
    private Streams streams;
    private EventRing ring;
    private boolean caughtUp;

    LiveHub(GatewayConfig gateway, Clock clock, MeterRegistry metrics) {
        this.config = gateway.live();
        this.clock = clock;
        this.drops = metrics.counter("centralino.live.drops");
        this.resyncs = metrics.counter("centralino.live.resyncs");
        metrics.gauge("centralino.live.sockets", clients, List::size);
    }

    /// The feed begins to read. What was there before is worth nothing, so all browsers start again.
    ///
    /// @param start the offset of the first event that will come, per stream
    synchronized void begin(Streams read, long[] start) {
        streams = read;
        ring = new EventRing(start, config.keptEvents(), config.keptBytes());
        caughtUp = false;
        clients.forEach(this::resync);
    }

    /// What was on the topics at the beginning has been read: from now on events are news.
    synchronized void caughtUp() {
        caughtUp = true;
    }

    synchronized boolean isCaughtUp() {
        return caughtUp;
    }

    synchronized Optional<long[]> head() {
        return Optional.ofNullable(ring).map(EventRing::head);
    }

    /// The next event that the feed read.
    synchronized void tell(LiveEvent event) {
        ring.add(event);
        if (clients.isEmpty()) {
            return;
        }
        var head = ring.head();
        var cursor = streams.cursor(head);
        var frame = LiveFrames.event(event, cursor);
        for (var client : clients) {
            var ahead = client.ahead();
            if (ahead == null) {
                show(client, event, frame);
            } else if (!ahead.covers(event)) {
                show(client, event, LiveFrames.event(event, streams.cursor(ahead.with(head))));
            }
            if (ahead != null && ahead.isReachedBy(head)) {
                client.ahead(null);
            }
        }
    }

    synchronized void join(LiveClient client) {
        if (!caughtUp) {
            client.close(LiveClose.NOT_READY);
            return;
        }
        if (socketsOf.getOrDefault(client.operator(), 0) >= config.socketsPerOperator()) {
            client.close(LiveClose.TOO_MANY);
            return;
        }
        clients.add(client);
        socketsOf.merge(client.operator(), 1, Integer::sum);
        send(client, LiveFrames.hello(streams.cursor(ring.head()), clock.instant()));
    }

    synchronized void leave(LiveClient client) {
        if (clients.remove(client)) {
            socketsOf.computeIfPresent(client.operator(), (_, sockets) -> sockets == 1 ? null : sockets - 1);
        }
    }

    /// A browser that has been here before goes on from its cursor.
    synchronized void resume(LiveClient client, String cursor) {
        var seen = streams.read(cursor);
        if (seen.isEmpty()
                || !ring.readSince(
                        seen.get(),
                        (event, next) -> show(client, event, () -> LiveFrames.event(event, streams.cursor(next))))) {
            resync(client);
            return;
        }
        var progress = new Progress(seen.get());
        var head = ring.head();
        client.ahead(progress.isReachedBy(head) ? null : progress);
        send(client, LiveFrames.resumed(streams.cursor(progress.with(head))));
    }

    /// A sign of life for everybody, with the time.
    synchronized void heartbeat() {
        if (ring == null || clients.isEmpty()) {
            return;
        }
        var head = ring.head();
        var now = clock.instant();
        var frame = LiveFrames.heartbeat(streams.cursor(head), now);
        for (var client : clients) {
            var ahead = client.ahead();
            send(client, ahead == null ? frame : LiveFrames.heartbeat(streams.cursor(ahead.with(head)), now));
        }
    }

    synchronized void closeAll() {
        clients.forEach(client -> client.close(LiveClose.GOING_AWAY));
    }

    private void resync(LiveClient client) {
        client.ahead(null);
        resyncs.increment();
        send(client, LiveFrames.resync(streams.cursor(ring.head())));
    }

    private void show(LiveClient client, LiveEvent event, String frame) {
        show(client, event, () -> frame);
    }

    private void show(LiveClient client, LiveEvent event, java.util.function.Supplier<String> frame) {
        switch (event.sight().of(client.viewer())) {
            case SHOWN -> send(client, frame.get());
            case GONE -> {
                if (event.sight() instanceof org.centralino.gateway.live.domain.Sight.OfResponder changed) {
                    send(client, LiveFrames.gone(changed.conversationId()));
                }
            }
            case HIDDEN -> {}
        }
    }

    private void send(LiveClient client, String frame) {
        if (!client.send(frame)) {
            drops.increment();
        }
    }
}
