package org.centralino.gateway.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.centralino.events.InboxEvent.Counted;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.WebPage;
import org.centralino.gateway.live.domain.EventRing;
import org.centralino.gateway.live.domain.LiveEvent;
import org.centralino.gateway.live.domain.Streams;
import org.centralino.kit.trace.Tracing;
import org.jspecify.annotations.Nullable;

/// Where the feed and the sockets meet: the feed adds to the ring, and the sockets read from it.
@Singleton
class LiveHub {
    private final GatewayConfig.Live config;
    private final String build;
    private final Clock clock;
    private final Tracing tracing;
    private final Counter drops;
    private final Counter resyncs;

    private final Map<Context, LiveLoop> loops = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> socketsOf = new ConcurrentHashMap<>();
    private volatile EventRing ring;
    private volatile boolean caughtUp;
    private volatile boolean leaving;
    private volatile @Nullable Counted counted;

    LiveHub(GatewayConfig gateway, WebPage page, Clock clock, MeterRegistry metrics, Tracing tracing) {
        this.config = gateway.live();
        this.build = page.build();
        this.ring = new EventRing(Streams.NONE, new long[0], 1, config.keptBytes());
        this.clock = clock;
        this.tracing = tracing;
        this.drops = metrics.counter("centralino.live.drops");
        this.resyncs = metrics.counter("centralino.live.resyncs");
        metrics.gauge("centralino.live.sockets", this, LiveHub::sockets);
    }

    /// The feed begins to read. What was there before is worth nothing, so all browsers load again.
    ///
    /// @param start the offset of the first event that will come, per stream
    void begin(Streams read, long[] start) {
        caughtUp = false;
        ring = new EventRing(read, start, config.keptEvents(), config.keptBytes());
        wake();
    }

    /// What was on the topics at the beginning has been read: from now on events are news.
    void caughtUp() {
        caughtUp = true;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    EventRing ring() {
        return ring;
    }

    /// The next event that the feed read.
    void add(LiveEvent event) {
        ring.add(event);
    }

    /// How full the inbox is now. It has no place in the ring: whoever missed it needs only the next.
    void counted(Counted now) {
        counted = now;
        wake();
    }

    /// @return how full it is; null as long as nobody has said so
    @Nullable
    Counted counted() {
        return counted;
    }

    /// Something was added.
    void wake() {
        loops.values().forEach(LiveLoop::pull);
    }

    /// @param context the event loop's own
    LiveLoop loopOf(Context context) {
        return loops.computeIfAbsent(context, found -> new LiveLoop(found, tracing));
    }

    /// Called on the client's loop, as [#leave] is.
    ///
    /// @return whether it was let in
    boolean join(LiveClient client) {
        if (leaving) {
            client.close(LiveClose.GOING_AWAY);
            return false;
        }
        if (!caughtUp) {
            client.close(LiveClose.NOT_READY);
            return false;
        }
        if (socketsOf.merge(client.operator(), 1, Integer::sum) > config.socketsPerOperator()) {
            forget(client);
            client.close(LiveClose.TOO_MANY);
            return false;
        }
        client.loop().add(client);
        client.greet(ring, clock.instant(), build);
        return true;
    }

    void leave(LiveClient client) {
        client.loop().remove(client);
        forget(client);
    }

    private void forget(LiveClient client) {
        socketsOf.computeIfPresent(client.operator(), (_, sockets) -> sockets == 1 ? null : sockets - 1);
    }

    void countResync() {
        resyncs.increment();
    }

    void countDrop() {
        drops.increment();
    }

    /// A sign of life for everybody, with the time.
    void heartbeat() {
        var now = clock.instant();
        loops.values().forEach(loop -> loop.forEach(client -> client.heartbeat(now)));
    }

    /// Sends everybody elsewhere, whoever comes from now on too.
    void leave() {
        leaving = true;
        loops.values().forEach(loop -> loop.forEach(client -> client.close(LiveClose.GOING_AWAY)));
    }

    private double sockets() {
        return socketsOf.values().stream().mapToInt(Integer::intValue).sum();
    }
}
