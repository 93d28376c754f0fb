package org.centralino.outbound.lane.domain;

import java.util.Comparator;
import java.util.TreeSet;

/// The throughput of a number: so many messages in any one second, as the platform counts them when
/// they arrive (fact sheet, section 13).
///
/// When a message arrives is not known here; it is between the moment it leaves and its answer. A
/// message whose answer takes longer than the quickest took may have been so much longer on its way, so
/// its slot is held from before it leaves until one second and that difference later, and there are as
/// many slots as messages are allowed. All that arrives within one second holds slots at the same time.
/// Where answers are steady, this uses the whole limit, however far away the platform is.
///
/// An answer that takes very long was thought about, not on its way: the difference counts up to
/// [#LONGEST_DELAY]. What a message is delayed beyond that is all that is not covered.
///
/// What takes a while to be made ready may take its slot early, before one is free, and leaves when one
/// is.
///
/// Times are nanoseconds from any beginning. Not for several threads.
public final class Slots {
    /// How much longer than the quickest a message may be on its way, at most.
    public static final long LONGEST_DELAY = 250_000_000;

    /// The quickest answer was not as quick as one could be.
    static final long MARGIN = 2_000_000;

    private static final long SECOND = 1_000_000_000;
    /// The way may become longer: the quickest answer is that of the last one or two minutes.
    private static final long QUICKEST_LASTS = 60 * SECOND;

    private final TreeSet<Slot> timed =
            new TreeSet<>(Comparator.comparingLong((Slot slot) -> slot.freeAt).thenComparingLong(slot -> slot.number));
    private int limit;
    private int taken;
    private int open;
    private long quickest = Long.MAX_VALUE;
    private long quickestBefore = Long.MAX_VALUE;
    private long quickestSince;
    private long numbers;

    private enum State {
        /// By something that may not go yet.
        TAKEN,
        /// By something that is about to leave.
        OPEN,
        /// By something that left.
        LEFT,
        /// By something that left and was answered: when it is free is known.
        ANSWERED,
        GONE
    }

    /// Held by one call.
    public static final class Slot {
        private final long number;
        private State state = State.TAKEN;
        private long leftAt;
        private long freeAt;

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
    /// @return how many may be taken by what can go at once
    public int free(long now, int others) {
        return Math.max(0, unused(now, others) - taken);
    }

    /// @param early nanoseconds
    /// @return how many may be taken by what is made ready for so long before it can go
    public int freeSoon(long now, int others, long early) {
        var soon = unused(now, others) - taken;
        for (var slot : timed) {
            if (slot.freeAt > now + early) {
                break;
            }
            soon++;
        }
        return Math.max(0, soon);
    }

    /// @return when the next one that nobody has taken is free by itself; [Long#MAX_VALUE] when that
    ///     hangs on calls that have not left
    public long nextFree() {
        return timed.stream()
                .skip(taken)
                .mapToLong(slot -> slot.freeAt)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /// @return when one is free for what has taken one; [Long#MAX_VALUE] when that hangs on calls that
    ///     have not left
    public long nextOpening() {
        return timed.isEmpty() ? Long.MAX_VALUE : timed.first().freeAt;
    }

    public Slot take() {
        taken++;
        return new Slot(numbers++);
    }

    /// @return whether what took it may go now. What may, counts from now on
    public boolean open(Slot slot, long now, int others) {
        if (slot.state == State.TAKEN && unused(now, others) > 0) {
            taken--;
            open++;
            slot.state = State.OPEN;
        }
        return slot.state != State.TAKEN;
    }

    /// The message leaves.
    public void left(Slot slot, long now) {
        if (slot.state == State.OPEN) {
            open--;
            slot.state = State.LEFT;
            slot.leftAt = now;
            slot.freeAt = now + LONGEST_DELAY + SECOND;
            timed.add(slot);
        }
    }

    /// The call has ended: told again, it is nothing new. What never left used nothing.
    public void ended(Slot slot, long now) {
        switch (slot.state) {
            case TAKEN -> taken--;
            case OPEN -> open--;
            case LEFT -> {
                timed.remove(slot);
                slot.state = State.ANSWERED;
                slot.freeAt = slot.leftAt + SECOND + Math.min(delay(now - slot.leftAt, now) + MARGIN, LONGEST_DELAY);
                timed.add(slot);
                return;
            }
            case ANSWERED, GONE -> {
                return;
            }
        }
        slot.state = State.GONE;
    }

    /// The platform says that it was too much, so somebody else sends by this number, or the limit is
    /// another.
    public void useUp(long now) {
        for (var left = unused(now, 0); left > 0; left--) {
            var slot = take();
            open(slot, now, 0);
            left(slot, now);
        }
    }

    private int unused(long now, int others) {
        while (!timed.isEmpty() && timed.first().freeAt <= now) {
            timed.pollFirst().state = State.GONE;
        }
        return limit - others - timed.size() - open;
    }

    /// @param answered how long the answer took
    /// @return how much longer than others the message may have been on its way
    private long delay(long answered, long now) {
        if (now - quickestSince >= QUICKEST_LASTS) {
            quickestBefore = quickest;
            quickest = Long.MAX_VALUE;
            quickestSince = now;
        }
        quickest = Math.min(quickest, answered);
        return answered - Math.min(quickest, quickestBefore);
    }
}
