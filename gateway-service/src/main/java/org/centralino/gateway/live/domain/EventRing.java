package org.centralino.gateway.live.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The recent events in the order in which this replica read them, as many as fit. A browser is a position in it,
/// and is told what lies there and after: what it missed and what comes next are read in the same way.
///
/// Positions are those of this replica, which may have read the streams in another interleaving than others. How far
/// a browser has come is therefore an offset per stream, and [#positionOf] finds where to go on.
///
/// It is thread-safe: one thread adds, those of the sockets read.
public final class EventRing {
    private final Streams streams;
    private final long mostBytes;
    /// By position, modulo its length.
    private final @Nullable LiveEvent[] events;
    /// The oldest place per stream from which nothing is missing here.
    private final long[] reachesBackTo;
    /// The next offset to come per stream.
    private final long[] head;
    private long oldest;
    private long next;
    private long bytes;

    /// How far this replica has read.
    ///
    /// @param position of the next event to come
    /// @param offsets of the next event to come, per stream
    public record End(long position, long[] offsets) {}

    /// @param streams what is read
    /// @param start the offset of the first event that will come, per stream
    public EventRing(Streams streams, long[] start, int mostEvents, long mostBytes) {
        this.streams = streams;
        this.reachesBackTo = start.clone();
        this.head = start.clone();
        this.events = new LiveEvent[mostEvents];
        this.mostBytes = mostBytes;
    }

    /// @return what the offsets are about
    public Streams streams() {
        return streams;
    }

    public synchronized void add(LiveEvent event) {
        if (next - oldest == events.length) {
            dropOldest();
        }
        events[slot(next)] = event;
        next++;
        bytes += event.bytes();
        head[event.stream()] = event.offset() + 1;
        while (bytes > mostBytes && oldest < next) {
            dropOldest();
        }
    }

    private void dropOldest() {
        var dropped = at(oldest);
        events[slot(oldest)] = null;
        oldest++;
        bytes -= dropped.bytes();
        reachesBackTo[dropped.stream()] = dropped.offset() + 1;
    }

    public synchronized End end() {
        return new End(next, head.clone());
    }

    /// @param position at most that of the [#end]
    /// @return the events from there on, at most so many; nothing when the first of them is not here any more
    public synchronized Optional<List<LiveEvent>> from(long position, int most) {
        if (position < oldest) {
            return Optional.empty();
        }
        var found = new ArrayList<LiveEvent>();
        for (var each = position; each < next && found.size() < most; each++) {
            found.add(at(each));
        }
        return Optional.of(found);
    }

    /// @param seen the offset to read next, per stream
    /// @return the position of the first event that somebody misses who has come so far; nothing when
    ///     something that he misses is not here any more
    public synchronized OptionalLong positionOf(long[] seen) {
        for (var stream = 0; stream < seen.length; stream++) {
            if (seen[stream] < reachesBackTo[stream]) {
                return OptionalLong.empty();
            }
        }
        var behind = streamsBehind(seen);
        var passed = head.clone();
        var first = next;
        for (var position = next - 1; behind > 0 && position >= oldest; position--) {
            var event = at(position);
            var stream = event.stream();
            if (event.offset() >= seen[stream]) {
                first = position;
            }
            if (passed[stream] > seen[stream] && event.offset() <= seen[stream]) {
                behind--;
            }
            passed[stream] = event.offset();
        }
        return OptionalLong.of(first);
    }

    private int streamsBehind(long[] seen) {
        var behind = 0;
        for (var stream = 0; stream < seen.length; stream++) {
            if (head[stream] > seen[stream]) {
                behind++;
            }
        }
        return behind;
    }

    private LiveEvent at(long position) {
        return Objects.requireNonNull(events[slot(position)], "between the oldest and the next there is no gap");
    }

    private int slot(long position) {
        return (int) (position % events.length);
    }

    @Override
    public synchronized String toString() {
        return "EventRing[%d events, %d bytes, head %s]".formatted(next - oldest, bytes, Arrays.toString(head));
    }
}
