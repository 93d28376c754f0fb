package org.centralino.outbound.lane;

import java.time.Duration;
import java.util.UUID;
import org.centralino.events.Precedence;
import org.centralino.outbound.lane.domain.Allowance;
import org.centralino.outbound.lane.domain.Intake;
import org.centralino.outbound.lane.domain.Pairs;
import org.centralino.outbound.lane.domain.Slots;
import org.centralino.outbound.lane.domain.Slots.Slot;
import org.centralino.outbound.lane.domain.Stop;
import org.jspecify.annotations.Nullable;

/// The lane of a number while this replica owns it: how much it may send now. What is asked and changed
/// here is asked and changed on the loop of the dispatcher.
public final class HeldLane {
    private static final long BEGINNING = System.nanoTime();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /// What goes out evenly is a tenth faster than the limit, so that slots come free all the time, and a reply
    /// finds one soon.
    private static final double EVENLY = 1.1;
    /// What a pause of up to this length has held up is made up for at once. It comes back each second as a clump,
    /// and a reply may have to wait for as long.
    private static final long EVEN_BURST = Duration.ofMillis(250).toNanos();
    /// Of the limit, this much stays for what goes out, however much comes in.
    private static final int OUTGOING_PART = 10;

    private final String phoneNumberId;
    private final long fence;
    private final Slots slots;
    private final Pairs pairs;
    private final Intake intake = new Intake();
    private Allowance pace;
    private long paced;
    private volatile boolean areCallsKnown;
    private volatile int perSecond;
    private volatile long endsAt;
    private volatile @Nullable Stop stop;
    private volatile long probeAt;
    private volatile long writtenAt;

    HeldLane(String phoneNumberId, long fence, int perSecond, Allowance pair, @Nullable Stop stop) {
        this.phoneNumberId = phoneNumberId;
        this.fence = fence;
        this.perSecond = perSecond;
        this.slots = new Slots(perSecond, now());
        this.pairs = new Pairs(pair);
        this.pace = paceOf(perSecond);
        this.stop = stop;
    }

    /// @return nanoseconds that only serve to measure how much time passes
    public static long now() {
        return System.nanoTime() - BEGINNING;
    }

    public String phoneNumberId() {
        return phoneNumberId;
    }

    public long fence() {
        return fence;
    }

    public int perSecond() {
        return perSecond;
    }

    /// @return whether this replica still owns it: by its own clock, which ends before the lease does
    public boolean isHeld() {
        return now() < endsAt;
    }

    public @Nullable Stop stop() {
        return stop;
    }

    /// @return how many messages may leave now; none before it is known what others sent to whom
    public int room(long now) {
        follow();
        return isHeld() && areCallsKnown ? slots.free(now, incoming(now)) : 0;
    }

    /// @param early nanoseconds
    /// @return how many messages may be made ready now, to leave that much later at the latest
    public int roomSoon(long now, long early) {
        follow();
        return isHeld() && areCallsKnown ? slots.freeSoon(now, incoming(now), early) : 0;
    }

    /// @return whether what took the slot may leave now
    public boolean mayLeave(Slot slot, long now) {
        return slots.open(slot, now, incoming(now));
    }

    /// @return how many may leave now of what goes out evenly
    public int evenRoom(long now) {
        return pace.open(paced, now);
    }

    /// @return when there is room again by itself
    public long nextRoom() {
        return slots.nextFree();
    }

    /// @return when there is room again for what goes out evenly
    public long nextEvenRoom() {
        return Math.max(pace.opensAt(paced), slots.nextFree());
    }

    public boolean mayTake(UUID conversation, long now) {
        return pairs.mayTake(conversation, now);
    }

    /// A message of a conversation is about to leave.
    public Slot take(UUID conversation, Precedence precedence, long now) {
        pairs.take(conversation, now);
        if (precedence != Precedence.REPLY) {
            paced = pace.afterOneMore(paced, now);
        }
        return slots.take();
    }

    /// It does not.
    public void giveBack(Slot slot, UUID conversation) {
        slots.ended(slot, now());
        pairs.giveBack(conversation);
    }

    public Slots slots() {
        return slots;
    }

    public Pairs pairs() {
        return pairs;
    }

    /// @param messages that came in for the number just now
    public void received(int messages) {
        intake.add(messages, now());
    }

    /// @return whether it sends nothing, as its access token is refused
    public boolean isStopped() {
        return stop != null;
    }

    /// A number that is stopped tries one message now and then.
    ///
    /// @return whether it is time; asked once, it is not time again for a while
    public boolean mayProbe(Duration every) {
        if (now() < probeAt) {
            return false;
        }
        probeAt = now() + every.toNanos();
        return true;
    }

    void stop(@Nullable Stop now, Duration probeEvery) {
        stop = now;
        probeAt = now() + probeEvery.toNanos();
    }

    /// That it stops, or goes on, stands in the database from now on.
    void isWritten() {
        writtenAt = now();
    }

    /// @return when that was; what was asked before may not say so yet
    long writtenAt() {
        return writtenAt;
    }

    void perSecond(int now) {
        perSecond = now;
    }

    void heldUntil(long end) {
        endsAt = end;
    }

    /// @return whether it is known what others sent to whom
    boolean knowsCalls() {
        return areCallsKnown;
    }

    void callsAreKnown() {
        areCallsKnown = true;
    }

    private void follow() {
        if (slots.limit() != perSecond) {
            slots.limit(perSecond);
            pace = paceOf(perSecond);
        }
    }

    private int incoming(long now) {
        return Math.min(intake.busiest(now), perSecond - Math.ceilDiv(perSecond, OUTGOING_PART));
    }

    private static Allowance paceOf(int perSecond) {
        return new Allowance((long) (SECOND / (perSecond * EVENLY)), EVEN_BURST);
    }
}
