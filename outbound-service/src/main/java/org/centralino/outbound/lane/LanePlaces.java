package org.centralino.outbound.lane;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.centralino.events.Precedence;
import org.centralino.outbound.lane.domain.Slots.Slot;

/// Places in the lane of a number for what the platform counts as a message, and is none of the queue: an emoji.
@Singleton
public class LanePlaces {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration LOOP_PATIENCE = Duration.ofSeconds(10);

    private final SendingLanes lanes;
    private final LaneLoop loop;

    LanePlaces(SendingLanes lanes, LaneLoop loop) {
        this.lanes = lanes;
        this.loop = loop;
    }

    /// Held by one call, from right before it is made.
    public final class Place {
        private final HeldLane lane;
        private final Slot slot;

        private Place(HeldLane lane, Slot slot) {
            this.lane = lane;
            this.slot = slot;
        }

        /// The call has ended.
        public void ended() {
            var at = HeldLane.now();
            loop.run(() -> lane.slots().ended(slot, at));
        }
    }

    /// Waits until the number, and the customer, may be sent something. Not to be used on an event loop.
    ///
    /// @return nothing when there was no room for so long, or another replica sends by the number
    public Optional<Place> await(String phoneNumberId, UUID conversation, Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        var place = ask(phoneNumberId, conversation);
        while (place.isEmpty()
                && System.nanoTime() < end
                && lanes.of(phoneNumberId).isPresent()) {
            Thread.sleep(LOOK_AGAIN);
            place = ask(phoneNumberId, conversation);
        }
        return place;
    }

    private Optional<Place> ask(String phoneNumberId, UUID conversation) throws InterruptedException {
        var answer = new CompletableFuture<Optional<Place>>();
        loop.run(() -> answer.complete(lanes.of(phoneNumberId).flatMap(lane -> take(lane, conversation))));
        try {
            return answer.get(LOOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            throw new IllegalStateException("The loop of the lanes does not answer", stuck);
        }
    }

    private Optional<Place> take(HeldLane lane, UUID conversation) {
        var now = HeldLane.now();
        if (lane.room(now) == 0 || !lane.mayTake(conversation, now)) {
            return Optional.empty();
        }
        var slot = lane.take(conversation, Precedence.REPLY, now);
        lane.mayLeave(slot, now);
        lane.slots().left(slot, now);
        return Optional.of(new Place(lane, slot));
    }
}
