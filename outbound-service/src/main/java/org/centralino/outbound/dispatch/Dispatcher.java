package org.centralino.outbound.dispatch;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.Precedence;
import org.centralino.kit.retry.OwnContext;
import org.centralino.kit.trace.Tracing;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.dispatch.OutcomeStore.Step;
import org.centralino.outbound.dispatch.QueueStore.Recorded;
import org.centralino.outbound.dispatch.QueueStore.Taken;
import org.centralino.outbound.dispatch.domain.Dispatch;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;
import org.centralino.outbound.dispatch.domain.Dispatch.Open;
import org.centralino.outbound.dispatch.domain.Dispatch.Refused;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
import org.centralino.outbound.dispatch.domain.Message;
import org.centralino.outbound.lane.HeldLane;
import org.centralino.outbound.lane.LaneConfig;
import org.centralino.outbound.lane.LaneLoop;
import org.centralino.outbound.lane.LaneNotices;
import org.centralino.outbound.lane.SendingLanes;
import org.centralino.outbound.lane.domain.Slots.Slot;
import org.jboss.logging.Logger;

/// Decides which message is called when.
///
/// Each number has a lane, and this replica sends by those that it owns. A reply that nothing stands
/// before is called as soon as it is recorded. What had to wait is taken when there is room again: by
/// the number's throughput, by what its customers may be sent, and by how many calls are open. Once a
/// second the dispatcher renews its lanes and looks by itself, and takes over from replicas that died.
///
/// All its decisions are taken on one event loop, and everything it starts comes back there.
@Singleton
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    /// Longer than it takes to find out that the database is away.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
    /// Of the calls that may be open, this part is left for replies.
    private static final int PART_FOR_REPLIES = 10;
    /// After a statement that was not answered, the server may still be carrying it out for so long.
    private static final Duration UNHEARD_FOR = Duration.ofSeconds(10);
    /// What is free a moment later is taken together with what is free now.
    private static final Duration TOGETHER = Duration.ofMillis(4);
    /// What waits is taken at least, and at most, so long before it may leave.
    private static final long LEAST_EARLY = Duration.ofMillis(10).toNanos();

    private static final long MOST_EARLY = Duration.ofMillis(60).toNanos();

    /// How soon it is looked for room again when as many calls are open as may be.
    private static final Duration WHEN_FULL = Duration.ofMillis(50);

    private static final Duration GIVE_BACK_WITHIN = Duration.ofSeconds(2);

    private final SendingLanes lanes;
    private final LaneNotices notices;
    private final LaneConfig laneConfig;
    private final QueueStore queue;
    private final OutcomeStore outcomes;
    private final HeldMessages waiting;
    private final Calls calls;
    private final OutboundConfig config;
    private final WhatsAppConfig whatsapp;
    private final OwnNumbers numbers;
    private final DispatchMetrics metrics;
    private final Clock clock;
    private final Vertx vertx;
    private final Context loop;
    /// Calls, and what may become one: places that a record or a claim that is under way has asked for.
    private final AtomicInteger inFlight = new AtomicInteger();

    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private volatile long lookedAt = System.nanoTime();

    /// What follows is touched on the loop only. The conversations of the calls that are under way here, and whether
    /// something is known to wait behind each:
    private final Map<UUID, Boolean> underWay = new HashMap<>();

    /// The messages of those calls.
    private final Set<UUID> inHand = new HashSet<>();

    private final Map<HeldLane, Turn> turns = new HashMap<>();
    /// Numbers by which something may have been begun that nobody heard of, and until when that is
    /// looked at again.
    private final Map<String, Long> unheardUntil = new HashMap<>();

    private int othersInFlight;
    private boolean lookingAround;
    private boolean stopping;
    private long timer;

    /// How far a lane has come in taking what waits.
    private static final class Turn {
        private boolean isTaking;
        private boolean isClosed;
        private boolean somethingMayBeDue = true;
        private boolean isUrgent;
        private boolean isTimed;
        private boolean isTimedForPairs;
        private boolean isTimedForReady;
        /// What was taken, in the order in which it leaves when slots are free.
        private final Deque<Ready> ready = new ArrayDeque<>();
        /// How many nanoseconds it took lately at most; what is long ago counts less.
        private long takes;

        void took(long nanos) {
            takes = Math.max(nanos, takes - takes / 8);
        }

        /// A slot that is free soon is seen when what is under way has been taken, and used when the next has.
        long early() {
            return Math.clamp(2 * takes, LEAST_EARLY, MOST_EARLY);
        }
    }

    private record Ready(Calling calling, Place place) {}

    /// A message that is about to be called, and what it uses up.
    private record Place(HeldLane lane, Slot slot, UUID conversation, Precedence precedence) {}

    Dispatcher(
            SendingLanes lanes,
            LaneNotices notices,
            LaneConfig laneConfig,
            QueueStore queue,
            OutcomeStore outcomes,
            HeldMessages waiting,
            Calls calls,
            OutboundConfig config,
            WhatsAppConfig whatsapp,
            OwnNumbers numbers,
            DispatchMetrics metrics,
            Clock clock,
            LaneLoop loop,
            Vertx vertx) {
        this.lanes = lanes;
        this.notices = notices;
        this.laneConfig = laneConfig;
        this.queue = queue;
        this.outcomes = outcomes;
        this.waiting = waiting;
        this.calls = calls;
        this.config = config;
        this.whatsapp = whatsapp;
        this.numbers = numbers;
        this.metrics = metrics;
        this.clock = clock;
        this.vertx = vertx;
        this.loop = loop.context();
        metrics.watch(inFlight);
        metrics.watch(lanes);
    }

    void start(@Observes StartupEvent started) {
        var longestCall = whatsapp.graphConnectTimeout().plus(whatsapp.graphTimeout());
        if (config.claimFor().compareTo(longestCall) <= 0) {
            throw new IllegalStateException(
                    "centralino.outbound.claim-for (%s) must be longer than a whole call (%s), or calls that are under way count as abandoned."
                            .formatted(config.claimFor(), longestCall));
        }
        notices.hear(
                number -> loop.runOnContext(_ -> lanes.of(number).ifPresent(this::wake)),
                (number, messages) ->
                        loop.runOnContext(_ -> lanes.of(number).ifPresent(lane -> lane.received(messages))));
        loop.runOnContext(_ -> lookAround());
        timer = vertx.setPeriodic(config.lookEvery().toMillis(), _ -> loop.runOnContext(_ -> lookAround()));
    }

    /// Ends what is under way, so that a planned stop leaves nothing in doubt, and lets others go on at
    /// once; before those stop who tell what it came to.
    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stop) throws InterruptedException {
        loop.runOnContext(_ -> {
            stopping = true;
            tellWhenIdle();
        });
        try {
            idle.get(whatsapp.graphTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unfinished) {
            LOG.warnf("Stopped with %d calls under way; statuses will tell their fate", inFlight.get());
        }
        vertx.cancelTimer(timer);
        var mine = lanes.held();
        try {
            lanes.giveBack().await().atMost(GIVE_BACK_WITHIN);
            mine.forEach(lane -> notices.tell(lane.phoneNumberId(), 0));
        } catch (RuntimeException away) {
            LOG.debugf("Others go on when the leases have run out: %s", away);
        }
    }

    /// Records replies, and calls those at once that nothing stands before. It is carried out whether or not
    /// somebody waits for it: what is recorded as being called must be called.
    ///
    /// @return completes when they are recorded
    Uni<Void> record(List<ReplyQueued> replies) {
        return onLoop(() -> {
            var now = clock.instant();
            var intents = new ArrayList<Intent>();
            var refused = new LinkedHashMap<ReplyQueued, Refused>();
            for (var reply : replies) {
                switch (Dispatch.of(reply, now, config.sendWithin())) {
                    case Intent intent
                    when numbers.wasRemoved(intent.message().phoneNumberId()) ->
                        refused.put(reply, intent.refusedForItsNumber(OwnNumbers.REMOVED));
                    case Intent intent -> intents.add(intent);
                    case Refused refusal -> refused.put(reply, refusal);
                }
            }
            return outcomes.refused(refused).chain(() -> recordIntents(intents, withoutAdvertising(replies)));
        });
    }

    private static Set<UUID> withoutAdvertising(List<ReplyQueued> replies) {
        return replies.stream()
                .filter(reply -> Boolean.FALSE.equals(reply.mayAdvertise()))
                .map(ReplyQueued::messageId)
                .collect(Collectors.toSet());
    }

    /// Advertising that has not left yet is not sent to customers who want none.
    Uni<Void> withdraw(Set<UUID> conversations) {
        return queue.withdraw(conversations);
    }

    private Uni<Void> recordIntents(List<Intent> intents, Set<UUID> noAdvertising) {
        if (intents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // No other record has it. So the begin can be taken back when nobody learnt whether it was written.
        var fence = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2);
        var places = new LinkedHashMap<Calling, Place>();
        var lanesOfBegun = new HashMap<UUID, Long>();
        firstOfEachConversation(intents)
                .filter(intent -> !underWay.containsKey(intent.conversationId()))
                // A file goes first.
                .filter(intent -> intent.message().attachmentIds().isEmpty())
                // Whether it is advertising by now, is looked up when it is taken.
                .filter(intent -> !noAdvertising.contains(intent.messageId()))
                .forEach(intent -> placeAtOnce(intent.message()).ifPresent(place -> {
                    places.put(intent.callingAtOnce(fence), place);
                    lanesOfBegun.put(intent.messageId(), place.lane.fence());
                }));
        return lanes.make(intents.stream()
                        .map(intent -> intent.message().phoneNumberId())
                        .collect(Collectors.toSet()))
                .chain(() -> queue.record(intents, lanesOfBegun, fence, noAdvertising))
                .onFailure()
                .invoke(failure ->
                        places.forEach((calling, place) -> follow(calling, place, calls.notMade(calling, failure))))
                .invoke(recorded -> recorded(recorded, places, conversationsOfReplies(intents)))
                .replaceWithVoid();
    }

    /// The first of each conversation by the order in which they are to be sent.
    private static Stream<Intent> firstOfEachConversation(List<Intent> intents) {
        var conversations = new HashSet<UUID>();
        return intents.stream()
                .sorted(comparingLong(intent -> intent.message().sequence()))
                .filter(intent -> conversations.add(intent.conversationId()));
    }

    private static Set<UUID> conversationsOfReplies(List<Intent> intents) {
        return intents.stream()
                .filter(intent -> intent.message().precedence() == Precedence.REPLY)
                .map(Intent::conversationId)
                .collect(Collectors.toSet());
    }

    /// @return empty when it has to wait for its turn
    private Optional<Place> placeAtOnce(Message message) {
        var lane = lanes.of(message.phoneNumberId())
                .filter(owned -> !owned.isStopped())
                .orElse(null);
        if (lane == null || room(message.precedence()) == 0) {
            return Optional.empty();
        }
        var now = HeldLane.now();
        var turn = turnOf(lane);
        if (turn.isClosed) {
            return Optional.empty();
        }
        var comesAfterOthers = message.precedence() != Precedence.REPLY
                && (turn.somethingMayBeDue || turn.isTaking || lane.evenRoom(now) == 0);
        return comesAfterOthers
                        || lane.room(now) == 0
                        || !lane.mayTake(message.trace().conversationId(), now)
                ? Optional.empty()
                : Optional.of(place(lane, message, now));
    }

    private Place place(HeldLane lane, Message message, long now) {
        var conversation = message.trace().conversationId();
        inFlight.incrementAndGet();
        if (message.precedence() != Precedence.REPLY) {
            othersInFlight++;
        }
        underWay.put(conversation, false);
        inHand.add(message.trace().messageId());
        return new Place(lane, lane.take(conversation, message.precedence(), now), conversation, message.precedence());
    }

    private void recorded(Recorded recorded, Map<Calling, Place> places, Set<UUID> ofReplies) {
        places.forEach((calling, place) -> {
            if (recorded.begun().contains(calling.messageId())) {
                call(calling, place);
            } else {
                place.lane.giveBack(place.slot, place.conversation);
                leave(calling, place);
            }
        });
        recorded.waiting().forEach((conversation, number) -> {
            var waitsBehindOneHere = underWay.replace(conversation, true) != null;
            var lane = lanes.of(number).orElse(null);
            if (lane == null) {
                notices.tell(number, 0);
            } else if (!waitsBehindOneHere) {
                var turn = turnOf(lane);
                turn.somethingMayBeDue = true;
                turn.isUrgent |= ofReplies.contains(conversation);
            }
        });
        goOn();
    }

    /// Messages came in, which count as those that go out do.
    void received(Map<String, Integer> byNumber) {
        loop.runOnContext(_ -> byNumber.forEach((number, messages) -> lanes.of(number)
                .ifPresentOrElse(lane -> lane.received(messages), () -> notices.tell(number, messages))));
    }

    /// There may be something to send.
    void wake() {
        loop.runOnContext(_ -> lanes.held().forEach(this::wake));
        lanes.ofOthers().forEach(number -> notices.tell(number, 0));
    }

    private void wake(HeldLane lane) {
        var turn = turnOf(lane);
        turn.somethingMayBeDue = true;
        turn.isUrgent = true;
        take(lane, turn);
    }

    /// Takes what waits wherever there is room.
    private void goOn() {
        lanes.held().forEach(lane -> take(lane, turnOf(lane)));
        tellWhenIdle();
    }

    private void take(HeldLane lane, Turn turn) {
        if (turn.isTaking || stopping || !turn.somethingMayBeDue || turn.isTimed && !turn.isUrgent || !lane.isHeld()) {
            return;
        }
        var now = HeldLane.now();
        var others = Math.min(lane.evenRoom(now), room(Precedence.CAMPAIGN));
        // The other half of the calls that may be opened, and what nothing that waits is likely to need, is for what
        // comes anew while this is under way.
        var likely = others + Math.ceilDiv(lane.perSecond(), PART_FOR_REPLIES);
        var most =
                Math.min(Math.min(lane.roomSoon(now, turn.early()), likely), Math.ceilDiv(room(Precedence.REPLY), 2));
        if (lane.isStopped()) {
            if (most == 0 || !lane.mayProbe(laneConfig.probeEvery())) {
                return;
            }
            most = 1;
            others = 1;
        } else if (most == 0) {
            takeWhenThereIsRoom(lane, turn, lane.nextRoom());
            return;
        }
        take(lane, turn, most, others);
    }

    private void take(HeldLane lane, Turn turn, int most, int others) {
        turn.isTaking = true;
        turn.somethingMayBeDue = false;
        turn.isUrgent = false;
        inFlight.addAndGet(most);
        var held = new ArrayDeque<Slot>();
        for (var slot = 0; slot < most; slot++) {
            held.add(lane.slots().take());
        }
        var now = HeldLane.now();
        queue.begin(
                        lane.phoneNumberId(),
                        lane.fence(),
                        most,
                        others,
                        lane.pairs().waiting(now),
                        queuedAfter(lane))
                .subscribe()
                .with(
                        taken -> loop.runOnContext(_ -> {
                            turn.took(HeldLane.now() - now);
                            taken(lane, turn, taken, held, others);
                        }),
                        failure -> {
                            LOG.warnf("Nothing can be taken, trying again: %s", failure);
                            loop.runOnContext(_ -> {
                                unheardUntil.put(lane.phoneNumberId(), HeldLane.now() + UNHEARD_FOR.toNanos());
                                taken(lane, turn, Taken.NOTHING, held, Integer.MAX_VALUE);
                            });
                        });
    }

    /// From a number that was removed nothing is young enough to be sent.
    private Instant queuedAfter(HeldLane lane) {
        var within = config.sendWithin();
        return numbers.wasRemoved(lane.phoneNumberId())
                ? clock.instant().plus(within)
                : clock.instant().minus(within);
    }

    private void taken(HeldLane lane, Turn turn, Taken taken, Deque<Slot> held, int others) {
        turn.isTaking = false;
        var asked = held.size();
        inFlight.addAndGet(-asked);
        held.forEach(slot -> lane.slots().ended(slot, HeldLane.now()));
        var now = HeldLane.now();
        var replies = 0;
        for (var calling : byPrecedence(taken.begun())) {
            replies += calling.message().precedence() == Precedence.REPLY ? 1 : 0;
            call(calling, place(lane, calling.message(), now));
        }
        taken.tooOld().forEach((claimed, waitedForToken) -> {
            metrics.tooOld();
            var place = place(lane, claimed.message(), now);
            var refused = numbers.wasRemoved(lane.phoneNumberId())
                    ? claimed.refusedForItsNumber(OwnNumbers.REMOVED)
                    : claimed.refusedForItsAge(waitedForToken);
            follow(claimed, place, outcomes.refused(claimed, refused));
        });
        taken.unwanted().forEach(claimed -> {
            var place = place(lane, claimed.message(), now);
            follow(claimed, place, outcomes.refused(claimed, claimed.refusedAsAdvertising()));
        });
        // When a kind filled all the room that it had, there may be more of it.
        var foundOthers = taken.size() - replies;
        var othersWereFull = others == 0 || foundOthers == others;
        if (taken.size() == asked || othersWereFull) {
            turn.somethingMayBeDue = true;
            takeWhenThereIsRoom(lane, turn, othersWereFull ? nextRoomOfOthers(lane, now) : lane.nextRoom());
        }
        takeWhenAPairMay(lane, turn, lane.pairs().nextOpening(now));
        take(lane, turn);
        tellWhenIdle();
    }

    /// When as many are called as may be, one that ends makes room at a time that nobody knows.
    private long nextRoomOfOthers(HeldLane lane, long now) {
        return room(Precedence.CAMPAIGN) == 0 ? now + WHEN_FULL.toNanos() : lane.nextEvenRoom();
    }

    private void takeWhenThereIsRoom(HeldLane lane, Turn turn, long at) {
        if (turn.isTimed || at == Long.MAX_VALUE) {
            return;
        }
        turn.isTimed = true;
        vertx.setTimer(
                Math.max(millisUntil(at - turn.early()), TOGETHER.toMillis()),
                _ -> loop.runOnContext(_ -> {
                    turn.isTimed = false;
                    take(lane, turn);
                }));
    }

    private void takeWhenAPairMay(HeldLane lane, Turn turn, long at) {
        if (!turn.isTimedForPairs && at != Long.MAX_VALUE) {
            turn.isTimedForPairs = true;
            vertx.setTimer(
                    millisUntil(at),
                    _ -> loop.runOnContext(_ -> {
                        turn.isTimedForPairs = false;
                        wake(lane);
                    }));
        }
    }

    private static long millisUntil(long at) {
        return Math.max(1, Math.ceilDiv(at - HeldLane.now(), 1_000_000));
    }

    private static List<Calling> byPrecedence(List<Calling> begun) {
        return begun.stream()
                .sorted(comparing(calling -> calling.message().precedence()))
                .toList();
    }

    private void call(Calling calling, Place place) {
        var turn = turnOf(place.lane);
        turn.ready.add(new Ready(calling, place));
        letGo(place.lane, turn);
    }

    /// Calls what is ready, as far as there are slots.
    private void letGo(HeldLane lane, Turn turn) {
        var next = turn.ready.peek();
        while (next != null && lane.mayLeave(next.place.slot, HeldLane.now())) {
            turn.ready.remove();
            make(next);
            next = turn.ready.peek();
        }
        if (next != null && !turn.isTimedForReady) {
            turn.isTimedForReady = true;
            vertx.setTimer(
                    Math.min(millisUntil(lane.slots().nextOpening()), WHEN_FULL.toMillis()),
                    _ -> loop.runOnContext(_ -> {
                        turn.isTimedForReady = false;
                        letGo(lane, turn);
                    }));
        }
    }

    private void make(Ready ready) {
        var place = ready.place;
        var slots = place.lane.slots();
        follow(
                ready.calling,
                place,
                calls.make(
                        place.lane,
                        ready.calling,
                        () -> slots.left(place.slot, HeldLane.now()),
                        () -> slots.ended(place.slot, HeldLane.now())));
    }

    /// Holds the message's place until its work is done.
    private void follow(Open message, Place place, Uni<Optional<Step>> work) {
        work.subscribe().with(step -> loop.runOnContext(_ -> ended(message, place, step)), failure -> {
            LOG.errorf(failure, "Message %s waits until its claim has run out", message.messageId());
            loop.runOnContext(_ -> ended(message, place, Optional.empty()));
        });
    }

    private void ended(Open message, Place place, Optional<Step> step) {
        var somethingWaits = leave(message, place);
        var lane = place.lane;
        place.lane.slots().ended(place.slot, HeldLane.now());
        step.map(Step::after).ifPresent(after -> {
            if (after instanceof Intent again) {
                LOG.debugf("Message %s is tried again in %s", again.messageId(), again.pause());
                vertx.setTimer(Math.max(1, again.pause().toMillis()), _ -> loop.runOnContext(_ -> wake(lane)));
            }
        });
        if (somethingWaits || step.map(Step::othersMayGoOn).orElse(true)) {
            turnOf(lane).somethingMayBeDue = true;
        }
        goOn();
    }

    /// @return whether something is known to wait behind the message
    private boolean leave(Open message, Place place) {
        inFlight.decrementAndGet();
        if (place.precedence != Precedence.REPLY) {
            othersInFlight--;
        }
        inHand.remove(message.messageId());
        return Boolean.TRUE.equals(underWay.remove(message.conversationId()));
    }

    private int room(Precedence precedence) {
        if (stopping) {
            return 0;
        }
        var left = Math.max(0, config.inFlight() - inFlight.get());
        var forReplies = Math.ceilDiv(config.inFlight(), PART_FOR_REPLIES);
        return precedence == Precedence.REPLY
                ? left
                : Math.max(0, Math.min(left, config.inFlight() - forReplies - othersInFlight));
    }

    private Turn turnOf(HeldLane lane) {
        return turns.computeIfAbsent(lane, _ -> new Turn());
    }

    /// @return whether the loop is alive and the database answers in one way or another
    boolean isLooking() {
        return System.nanoTime() - lookedAt < LONGEST_SILENCE.toNanos();
    }

    private void lookAround() {
        if (lookingAround || stopping && idle.isDone()) {
            return;
        }
        lookingAround = true;
        lanes.look()
                .emitOn(command -> loop.runOnContext(_ -> command.run()))
                .invoke(this::looked)
                .chain(this::unheard)
                .chain(outcomes::recovered)
                .invoke(this::recovered)
                .chain(() -> waiting.tell(lanes.held()))
                .chain(queue::backlog)
                .invoke(metrics::waiting)
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("Cannot renew the lanes and look for what was abandoned, trying again: %s", failure))
                .onTermination()
                .invoke(() -> {
                    lookingAround = false;
                    lookedAt = System.nanoTime();
                })
                .subscribe()
                .with(_ -> {}, _ -> {});
    }

    private void looked() {
        turns.keySet().removeIf(lane -> !lanes.keep(lane));
        lanes.held().forEach(lane -> {
            lane.pairs().forgetSettled(HeldLane.now());
            wake(lane);
        });
    }

    /// Nothing may begin meanwhile by those numbers, or it would be taken for what nobody heard of.
    private Uni<Void> unheard() {
        unheardUntil.values().removeIf(until -> until < HeldLane.now());
        var all = Uni.createFrom().voidItem();
        for (var number : unheardUntil.keySet()) {
            var turn = lanes.of(number).map(this::turnOf).orElseGet(Turn::new);
            if (!turn.isTaking) {
                turn.isTaking = true;
                turn.isClosed = true;
                all = all.chain(() -> queue.unheard(number, inHand))
                        .onTermination()
                        .invoke(() -> {
                            turn.isTaking = false;
                            turn.isClosed = false;
                        });
            }
        }
        return all;
    }

    private void recovered(List<Step> steps) {
        if (!steps.isEmpty()) {
            var inDoubt = (int) steps.stream()
                    .filter(step -> step.after() instanceof Unknown)
                    .count();
            metrics.abandoned(inDoubt);
            LOG.warnf("Took over %d messages, %d of them in doubt", steps.size(), inDoubt);
            wake();
        }
    }

    private void tellWhenIdle() {
        if (stopping && inFlight.get() == 0) {
            idle.complete(null);
        }
    }

    /// In a context of its own on the loop, where the calls and what they come to belong to the trace of whoever asked.
    private <T> Uni<T> onLoop(Supplier<Uni<T>> work) {
        var trace = io.opentelemetry.context.Context.current();
        return OwnContext.on(loop, () -> Tracing.in(trace, work));
    }
}
