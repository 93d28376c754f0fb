package org.centralino.outbound.lane.domain;

import java.util.Comparator;
import java.util.TreeSet;

/// The throughput of a number: so many messages in any one second, as the platform counts them when
/// they arrive (fact sheet, section 13).
///
/// When a message arrives is not known here; it is between the moment it leaves and its answer. So each
/// call holds a slot from before it leaves until one second after its answer, and there are as many
/// slots as messages are allowed. All that arrives within one second holds slots at the same time,
/// whatever the way there takes. An answer that takes long says nothing about when the message arrived,
/// so the slot is held for [#JOURNEY] plus one second at most: what a message may take longer on its
/// way than another is all that is not covered.
///
/// Times are nanoseconds from any beginning. Not for several threads.
public final class Slots {
    /// How much longer than the quickest a message may be on its way.
    public static final long JOURNEY = 20_000_000;

    private static final long SECOND = 1_000_000_000;

    private final TreeSet<Slot> timed =
            new TreeSet<>(Comparator.comparingLong((Slot slot) -> slot.freeAt).thenComparingLong(slot -> slot.number));
    private int limit;
    private int untimed;
    private long numbers;

    /// Held by one call.
    public static final class Slot {
        private final long number;
        private long freeAt = Long.MAX_VALUE;
        private boolean isGone;

        private Slot(long number) {
            this.number = number;
        }
    }

    /// Nobody knows what was sent in the last second, so it may have been all that is allowed.
    public Slots(int limit, long now) {
        this.limit = limit;
        useUp(now);
    }

    public int limit() {
        return limit;
    }

    public void limit(int now) {
        limit = now;
    }

    /// @param others how many are used by somebody else
    public int free(long now, int others) {
        while (!timed.isEmpty() && timed.first().freeAt <= now) {
            timed.pollFirst().isGone = true;
        }
        return Math.max(0, limit - others - timed.size() - untimed);
    }

    /// @return when the next one is free by itself; [Long#MAX_VALUE] when that hangs on calls that
    ///     have not left
    public long nextFree() {
        return timed.isEmpty() ? Long.MAX_VALUE : timed.first().freeAt;
    }

    public Slot take() {
        untimed++;
        return new Slot(numbers++);
    }

    /// The message leaves.
    public void left(Slot slot, long now) {
        if (!slot.isGone && slot.freeAt == Long.MAX_VALUE) {
            untimed--;
            slot.freeAt = now + JOURNEY + SECOND;
            timed.add(slot);
        }
    }

    /// The call has ended. What never left used nothing.
    public void ended(Slot slot, long now) {
        if (slot.isGone) {
            return;
        }
        if (slot.freeAt == Long.MAX_VALUE) {
            untimed--;
            slot.isGone = true;
        } else if (now + SECOND < slot.freeAt) {
            timed.remove(slot);
            slot.freeAt = now + SECOND;
            timed.add(slot);
        }
    }

    /// The platform says that it was too much, so somebody else sends by this number, or the limit is
    /// another.
    public void useUp(long now) {
        for (var left = free(now, 0); left > 0; left--) {
            left(take(), now);
        }
    }
}
