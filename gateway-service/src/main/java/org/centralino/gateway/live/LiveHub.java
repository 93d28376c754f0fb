package org.centralino.gateway.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.live.domain.EventRing;
import org.centralino.gateway.live.domain.LiveEvent;
import org.centralino.gateway.live.domain.Progress;
import org.centralino.gateway.live.domain.Sight.Gone;
import org.centralino.gateway.live.domain.Sight.Hidden;
import org.centralino.gateway.live.domain.Sight.Shown;
import org.centralino.gateway.live.domain.Streams;
import org.centralino.gateway.live.domain.Viewer;
import org.jspecify.annotations.Nullable;

/// Where the feed and the sockets meet. What a browser that comes back has missed, and what comes next,
/// join without a gap, because both are put into its queue under one lock; the queues never block.
@ApplicationScoped
class LiveHub {
    private final GatewayConfig.Live config;
    private final Clock clock;
    private final Counter drops;
    private final Counter resyncs;

    /// Those who may see the same stand together, so that each event is judged once for all of them.
    private final Map<Viewer, Set<LiveClient>> audiences = new HashMap<>();
    private final Map<UUID, Integer> socketsOf = new HashMap<>();
    /// Whose browser has seen more than this replica.
    private final Map<LiveClient, Progress> ahead = new HashMap<>();
    private Streams streams = Streams.NONE;
    private EventRing ring;
    private boolean caughtUp;

    LiveHub(GatewayConfig gateway, Clock clock, MeterRegistry metrics) {
        this.config = gateway.live();
        this.ring = new EventRing(new long[0], config.keptEvents(), config.keptBytes());
        this.clock = clock;
        this.drops = metrics.counter("centralino.live.drops");
        this.resyncs = metrics.counter("centralino.live.resyncs");
        metrics.gauge("centralino.live.sockets", this, LiveHub::sockets);
    }

    /// The feed begins to read. What was there before is worth nothing, so all browsers start again.
    ///
    /// @param start the offset of the first event that will come, per stream
    synchronized void begin(Streams read, long[] start) {
        streams = read;
        ring = new EventRing(start, config.keptEvents(), config.keptBytes());
        caughtUp = false;
        everybody().forEach(this::resync);
    }

    /// What was on the topics at the beginning has been read: from now on events are news.
    synchronized void caughtUp() {
        caughtUp = true;
    }

    synchronized boolean isCaughtUp() {
        return caughtUp;
    }

    /// @return the offset of the next event, per stream
    synchronized long[] head() {
        return ring.head();
    }

    /// The next event that the feed read.
    synchronized void tell(LiveEvent event) {
        ring.add(event);
        var frame = new OneFrame(event);
        audiences.forEach((viewer, clients) -> {
            switch (event.sight().of(viewer)) {
                case Shown _ -> clients.forEach(client -> show(client, event, frame));
                case Gone(var conversationId) -> clients.forEach(client -> gone(client, event, conversationId));
                case Hidden _ -> {}
            }
        });
        if (!ahead.isEmpty()) {
            var head = ring.head();
            ahead.values().removeIf(progress -> progress.isReachedBy(head));
        }
    }

    /// The frame that all get who see an event: made for the first of them.
    private final class OneFrame {
        private final LiveEvent event;
        private @Nullable String text;

        OneFrame(LiveEvent event) {
            this.event = event;
        }

        String text() {
            if (text == null) {
                text = LiveFrames.event(event, streams.cursor(ring.head()));
            }
            return text;
        }
    }

    private void show(LiveClient client, LiveEvent event, OneFrame frame) {
        var progress = ahead.get(client);
        if (progress == null) {
            send(client, frame.text());
        } else if (!progress.covers(event)) {
            send(client, LiveFrames.event(event, streams.cursor(progress.with(ring.head()))));
        }
    }

    private void gone(LiveClient client, LiveEvent event, UUID conversationId) {
        var progress = ahead.get(client);
        if (progress == null || !progress.covers(event)) {
            send(client, LiveFrames.gone(conversationId));
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
        audiences.computeIfAbsent(client.viewer(), _ -> new LinkedHashSet<>()).add(client);
        socketsOf.merge(client.operator(), 1, Integer::sum);
        send(client, LiveFrames.hello(streams.cursor(ring.head()), clock.instant()));
    }

    synchronized void leave(LiveClient client) {
        var audience = audiences.get(client.viewer());
        if (audience == null || !audience.remove(client)) {
            return;
        }
        if (audience.isEmpty()) {
            audiences.remove(client.viewer());
        }
        ahead.remove(client);
        socketsOf.computeIfPresent(client.operator(), (_, sockets) -> sockets == 1 ? null : sockets - 1);
    }

    /// A browser that has been here before goes on from its cursor.
    synchronized void resume(LiveClient client, String cursor) {
        var seen = streams.read(cursor);
        if (seen.isEmpty() || !ring.readSince(seen.get(), (event, next) -> tellAgain(client, event, next))) {
            resync(client);
            return;
        }
        var progress = new Progress(seen.get());
        var head = ring.head();
        if (progress.isReachedBy(head)) {
            ahead.remove(client);
        } else {
            ahead.put(client, progress);
        }
        send(client, LiveFrames.resumed(streams.cursor(progress.with(head))));
    }

    private void tellAgain(LiveClient client, LiveEvent event, long[] next) {
        switch (event.sight().of(client.viewer())) {
            case Shown _ -> send(client, LiveFrames.event(event, streams.cursor(next)));
            case Gone(var conversationId) -> send(client, LiveFrames.gone(conversationId));
            case Hidden _ -> {}
        }
    }

    /// A sign of life for everybody, with the time.
    synchronized void heartbeat() {
        if (audiences.isEmpty()) {
            return;
        }
        var head = ring.head();
        var now = clock.instant();
        var frame = LiveFrames.heartbeat(streams.cursor(head), now);
        everybody().forEach(client -> {
            var progress = ahead.get(client);
            send(client, progress == null ? frame : LiveFrames.heartbeat(streams.cursor(progress.with(head)), now));
        });
    }

    synchronized void closeAll() {
        everybody().forEach(client -> client.close(LiveClose.GOING_AWAY));
    }

    private void resync(LiveClient client) {
        ahead.remove(client);
        resyncs.increment();
        send(client, LiveFrames.resync(streams.cursor(ring.head())));
    }

    private Stream<LiveClient> everybody() {
        return audiences.values().stream().flatMap(Set::stream);
    }

    private synchronized double sockets() {
        return everybody().count();
    }

    private void send(LiveClient client, String frame) {
        if (!client.send(frame)) {
            drops.increment();
        }
    }
}
