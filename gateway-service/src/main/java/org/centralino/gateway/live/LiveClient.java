package org.centralino.gateway.live;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.centralino.events.InboxEvent.Counted;
import org.centralino.gateway.live.domain.EventRing;
import org.centralino.gateway.live.domain.InboxCounts;
import org.centralino.gateway.live.domain.LiveEvent;
import org.centralino.gateway.live.domain.Progress;
import org.centralino.gateway.live.domain.Sight.Gone;
import org.centralino.gateway.live.domain.Sight.Hidden;
import org.centralino.gateway.live.domain.Sight.Shown;
import org.centralino.gateway.live.domain.Viewer;
import org.jspecify.annotations.Nullable;

/// One browser's socket, and its position in the ring. It is told what lies there as fast as the network takes it,
/// so nothing piles up here; one that is so slow that the ring has passed it is told to load again, and goes on.
///
/// It belongs to the event loop of its socket.
final class LiveClient {
    /// Frames given to the network and not yet taken by it.
    private static final int MOST_ON_THE_WAY = 32;
    /// As many bytes: one more frame may follow when there are fewer.
    private static final long MOST_BYTES_ON_THE_WAY = 128L * 1024;

    private static final int READ_AT_ONCE = 256;

    private final WebSocketConnection connection;
    private final LiveLoop loop;
    private final Viewer viewer;
    private final LiveHub hub;

    private final AtomicInteger onTheWay = new AtomicInteger();
    private final AtomicLong bytesOnTheWay = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    /// Where it reads; nothing until it has said how far it is.
    private @Nullable EventRing ring;

    private long position;
    /// What it has seen already of that which this replica is still to read.
    private @Nullable Progress ahead;
    /// What its counts were made of, and what it was told.
    private @Nullable Counted counted;

    private @Nullable InboxCounts counts;
    /// What the network had taken at the last heartbeat.
    private long takenBefore = -1;
    private boolean closed;

    LiveClient(WebSocketConnection connection, LiveLoop loop, Viewer viewer, LiveHub hub) {
        this.connection = connection;
        this.loop = loop;
        this.viewer = viewer;
        this.hub = hub;
    }

    LiveLoop loop() {
        return loop;
    }

    UUID operator() {
        return viewer.visibility().operator();
    }

    void greet(EventRing recent, Instant now, String build) {
        send(LiveFrames.hello(recent.streams(), recent.end().offsets(), now, build));
    }

    /// @return whether it is told already what happens
    boolean isFollowing() {
        return ring != null;
    }

    /// Tells it from now on what happened after the place where it has stopped.
    ///
    /// @param streams the name of what it has read
    /// @param next the offset to read next, per stream
    void follow(EventRing recent, String streams, List<Long> next) {
        ring = recent;
        var seen = recent.streams().offsets(streams, next);
        var found = seen.map(recent::positionOf).filter(OptionalLong::isPresent);
        if (found.isEmpty()) {
            resync(recent);
        } else {
            position = found.get().getAsLong();
            ahead = seen.map(Progress::new).get();
        }
        pull();
    }

    /// Tells it what there is, as far as the network takes it.
    void pull() {
        tellCounts();
        while (ring != null && !closed && hasRoom()) {
            if (ring != hub.ring()) {
                resync(hub.ring());
                continue;
            }
            var events = ring.from(position, READ_AT_ONCE);
            if (events.isEmpty()) {
                resync(ring);
            } else if (events.get().isEmpty()) {
                return;
            } else {
                tell(events.get());
            }
        }
    }

    private void tellCounts() {
        var newest = hub.counted();
        if (ring == null
                || newest == null
                || newest == counted
                || !viewer.visibility().any()
                || closed
                || !hasRoom()) {
            return;
        }
        counted = newest;
        var now = InboxCounts.of(newest, viewer.visibility());
        if (!now.equals(counts)) {
            counts = now;
            send(LiveFrames.counts(now));
        }
    }

    private void tell(List<LiveEvent> events) {
        for (var event : events) {
            if (!hasRoom()) {
                return;
            }
            position++;
            if (ahead != null && ahead.covers(event)) {
                continue;
            }
            switch (event.sight().of(viewer)) {
                case Shown _ -> {
                    send(event.frame());
                    loop.sent(event);
                }
                case Gone(var conversationId) -> send(LiveFrames.gone(event, conversationId));
                case Hidden _ -> {}
            }
        }
    }

    private void resync(EventRing recent) {
        var end = recent.end();
        ring = recent;
        position = end.position();
        ahead = null;
        hub.countResync();
        send(LiveFrames.resync(recent.streams(), end.offsets()));
    }

    /// A sign of life with the time, and how far it has come. Who takes nothing from one to the next is gone.
    void heartbeat(Instant now) {
        var takenNow = taken.get();
        if (!hasRoom() && takenNow == takenBefore) {
            close(LiveClose.TOO_SLOW);
            hub.countDrop();
            return;
        }
        takenBefore = takenNow;
        if (hasRoom()) {
            send(heartbeatAt(now));
        }
    }

    private String heartbeatAt(Instant now) {
        if (ring == null) {
            return LiveFrames.heartbeat(now);
        }
        var end = ring.end();
        if (position < end.position()) {
            return LiveFrames.heartbeat(now);
        }
        if (ahead != null && ahead.isReachedBy(end.offsets())) {
            ahead = null;
        }
        var next = ahead == null ? end.offsets() : ahead.with(end.offsets());
        return LiveFrames.heartbeat(ring.streams(), next, now);
    }

    void close(CloseReason reason) {
        if (!closed) {
            closed = true;
            connection.close(reason).subscribe().with(_ -> {}, _ -> {});
        }
    }

    private boolean hasRoom() {
        return onTheWay.get() < MOST_ON_THE_WAY && bytesOnTheWay.get() < MOST_BYTES_ON_THE_WAY;
    }

    private void send(String frame) {
        onTheWay.incrementAndGet();
        bytesOnTheWay.addAndGet(frame.length());
        connection
                .sendText(frame)
                .subscribe()
                .with(_ -> taken(frame), _ -> loop.run(() -> close(LiveClose.GOING_AWAY)));
    }

    private void taken(String frame) {
        var hadRoom = hasRoom();
        onTheWay.decrementAndGet();
        bytesOnTheWay.addAndGet(-frame.length());
        taken.incrementAndGet();
        if (!hadRoom && hasRoom()) {
            loop.run(this::pull);
        }
    }
}
