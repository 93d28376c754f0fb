package org.centralino.gateway.live.domain;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// The recent events in the order in which this replica read them, as many as fit. Who stopped reading not
/// too long ago gets from here what he missed.
///
/// Replicas read the partitions in different interleavings, so "how far" is an offset per stream, and what
/// is missed is whatever lies at or behind that offset in its own stream. It is not thread-safe.
public final class EventRing {
    private final int mostEvents;
    private final long mostBytes;
    private final Deque<LiveEvent> events = new ArrayDeque<>();
    /// The oldest place per stream from which nothing is missing here.
    private final long[] reachesBackTo;
    /// The next offset to come per stream.
    private final long[] head;
    private long bytes;

    /// @param start the offset of the first event that will come, per stream
    public EventRing(long[] start, int mostEvents, long mostBytes) {
        this.reachesBackTo = start.clone();
        this.head = start.clone();
        this.mostEvents = mostEvents;
        this.mostBytes = mostBytes;
    }

    public void add(LiveEvent event) {
        events.addLast(event);
        bytes += event.bytes();
        head[event.stream()] = event.offset() + 1;
        while (events.size() > mostEvents || bytes > mostBytes) {
            var oldest = events.removeFirst();
            bytes -= oldest.bytes();
            reachesBackTo[oldest.stream()] = oldest.offset() + 1;
        }
    }

    /// @return the next offset to come, per stream
    public long[] head() {
        return head.clone();
    }

    /// Takes what was missed.
    @FunctionalInterface
    public interface Reader {
        /// @param next how far the reader has come with this event, per stream; valid during the call only
        void read(LiveEvent event, long[] next);
    }

    /// Reads everything that somebody missed who has come as far as `next`, each event once and in order.
    ///
    /// @return false when something that he missed is not here any more; nothing is read then
    public boolean readSince(long[] next, Reader reader) {
        if (!reachesBackTo(next)) {
            return false;
        }
        var progress = next.clone();
        var missed = events.descendingIterator();
        var behind = streamsBehind(next);
        var position = head.clone();
        var toRead = new ArrayDeque<LiveEvent>();
        while (behind > 0 && missed.hasNext()) {
            var event = missed.next();
            var stream = event.stream();
            if (position[stream] > next[stream] && event.offset() <= next[stream]) {
                behind--;
            }
            position[stream] = event.offset();
            if (event.offset() >= next[stream]) {
                toRead.addFirst(event);
            }
        }
        for (var event : toRead) {
            progress[event.stream()] = event.offset() + 1;
            reader.read(event, progress);
        }
        return true;
    }

    private boolean reachesBackTo(long[] next) {
        for (var stream = 0; stream < next.length; stream++) {
            if (next[stream] < reachesBackTo[stream]) {
                return false;
            }
        }
        return true;
    }

    private int streamsBehind(long[] next) {
        var behind = 0;
        for (var stream = 0; stream < next.length; stream++) {
            if (head[stream] > next[stream]) {
                behind++;
            }
        }
        return behind;
    }

    @Override
    public String toString() {
        return "EventRing[%d events, %d bytes, head %s]".formatted(events.size(), bytes, Arrays.toString(head));
    }
}
