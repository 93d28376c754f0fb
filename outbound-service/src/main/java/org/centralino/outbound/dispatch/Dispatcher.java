package org.centralino.outbound.dispatch;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.kit.retry.OwnContext;
import org.centralino.kit.trace.Tracing;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.dispatch.OutcomeStore.Step;
import org.centralino.outbound.dispatch.QueueStore.Recorded;
import org.centralino.outbound.dispatch.domain.Dispatch;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Claimed;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;
import org.centralino.outbound.dispatch.domain.Dispatch.Open;
import org.centralino.outbound.dispatch.domain.Dispatch.Refused;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
import org.jboss.logging.Logger;

/// Decides which message is called when.
///
/// A reply that nothing stands before is called as soon as it is recorded. What had to wait is claimed, then its
/// call begins: when the call before it has ended, when there is room again, when a pause is over. Once a second
/// the dispatcher looks by itself, and takes over from replicas that died.
///
/// All its decisions are taken on one event loop, and everything it starts comes back there.
@Singleton
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    /// Longer than it takes to find out that the database is away.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final QueueStore queue;
    private final OutcomeStore outcomes;
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
    private volatile long claimBegan;
    private volatile boolean claiming;

    /// What follows is touched on the loop only. The conversations of the calls that are under way here, and whether
    /// something is known to wait behind each:
    private final Map<UUID, Boolean> underWay = new HashMap<>();

    private boolean somethingMayBeDue;
    private boolean lookingAround;
    private boolean stopping;
    private long timer;

    Dispatcher(
            QueueStore queue,
            OutcomeStore outcomes,
            Calls calls,
            OutboundConfig config,
            WhatsAppConfig whatsapp,
            OwnNumbers numbers,
            DispatchMetrics metrics,
            Clock clock,
            Vertx vertx) {
        this.queue = queue;
        this.outcomes = outcomes;
        this.calls = calls;
        this.config = config;
        this.whatsapp = whatsapp;
        this.numbers = numbers;
        this.metrics = metrics;
        this.clock = clock;
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        metrics.watch(inFlight);
    }

    void start(@Observes StartupEvent started) {
        var longestCall = whatsapp.graphConnectTimeout().plus(whatsapp.graphTimeout());
        if (config.claimFor().compareTo(longestCall) <= 0) {
            throw new IllegalStateException(
                    "centralino.outbound.claim-for (%s) must be longer than a whole call (%s), or calls that are under way count as abandoned."
                            .formatted(config.claimFor(), longestCall));
        }
        timer = vertx.setPeriodic(config.lookEvery().toMillis(), _ -> loop.runOnContext(_ -> lookAround()));
    }

    /// Ends what is under way, so that a planned stop leaves nothing in doubt; before those stop who tell what it
    /// came to.
    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stop) throws InterruptedException {
        vertx.cancelTimer(timer);
        loop.runOnContext(_ -> {
            stopping = true;
            tellWhenIdle();
        });
        try {
            idle.get(whatsapp.graphTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unfinished) {
            LOG.warnf("Stopped with %d calls under way; statuses will tell their fate", inFlight.get());
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
                        refused.put(reply, intent.refusedForItsNumber());
                    case Intent intent -> intents.add(intent);
                    case Refused refusal -> refused.put(reply, refusal);
                }
            }
            return outcomes.refused(refused).chain(() -> recordIntents(intents));
        });
    }

    private Uni<Void> recordIntents(List<Intent> intents) {
        if (intents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // No other record has it. So the begin can be taken back when nobody learnt whether it was written.
        var fence = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2);
        var mayBegin = firstOfEachConversation(intents)
                .filter(intent -> !underWay.containsKey(intent.conversationId()))
                // A file goes first.
                .filter(intent -> intent.message().attachmentId() == null)
                .limit(room())
                .map(intent -> intent.callingAtOnce(fence))
                .toList();
        inFlight.addAndGet(mayBegin.size());
        mayBegin.forEach(calling -> underWay.put(calling.conversationId(), false));
        return queue.record(intents, mayBegin, fence)
                .onFailure()
                .invoke(failure -> mayBegin.forEach(calling -> follow(calling, calls.notMade(calling, failure))))
                .invoke(recorded -> recorded(recorded, mayBegin))
                .replaceWithVoid();
    }

    /// The first of each conversation by the order in which they are to be sent.
    private static Stream<Intent> firstOfEachConversation(List<Intent> intents) {
        var conversations = new HashSet<UUID>();
        return intents.stream()
                .sorted(comparingLong(intent -> intent.message().sequence()))
                .filter(intent -> conversations.add(intent.conversationId()));
    }

    private void recorded(Recorded recorded, List<Calling> mayBegin) {
        for (var calling : mayBegin) {
            if (recorded.begun().contains(calling.messageId())) {
                follow(calling, calls.make(calling));
            } else {
                leave(calling.conversationId());
            }
        }
        var behindNobodyHere = recorded.waiting().stream()
                .filter(conversation -> underWay.replace(conversation, true) == null)
                .count();
        if (behindNobodyHere > 0 || somethingMayBeDue) {
            claim();
        }
        tellWhenIdle();
    }

    /// There may be something to send.
    void wake() {
        loop.runOnContext(_ -> claim());
    }

    private void claim() {
        somethingMayBeDue = true;
        if (claiming || stopping || room() == 0) {
            return;
        }
        claiming = true;
        claimBegan = System.nanoTime();
        somethingMayBeDue = false;
        // The other half of the room is for what comes anew while this is under way.
        var most = Math.ceilDiv(room(), 2);
        inFlight.addAndGet(most);
        queue.claim(most).subscribe().with(claimed -> claimed(claimed, most), failure -> {
            LOG.warnf("Nothing can be claimed, trying again: %s", failure);
            claimed(List.of(), most);
        });
    }

    private void claimed(List<Claimed> claimed, int asked) {
        claiming = false;
        inFlight.addAndGet(claimed.size() - asked);
        for (var message : claimed) {
            underWay.putIfAbsent(message.conversationId(), false);
            follow(message, begin(message));
        }
        if (somethingMayBeDue || claimed.size() == asked) {
            claim();
        }
        tellWhenIdle();
    }

    private Uni<Optional<Step>> begin(Claimed claimed) {
        if (numbers.wasRemoved(claimed.message().phoneNumberId())) {
            return outcomes.refused(claimed, claimed.refusedForItsNumber());
        }
        var refused = claimed.refusedForItsAge(clock.instant(), config.sendWithin());
        if (refused.isPresent()) {
            metrics.tooOld();
            return outcomes.refused(claimed, refused.get());
        }
        return queue.beginCall(claimed).onItemOrFailure().transformToUni((calling, failure) -> {
            if (failure != null) {
                return calls.notMade(claimed.calling(), failure);
            }
            return calling.isPresent()
                    ? calls.make(calling.get())
                    : Uni.createFrom().item(Optional.empty());
        });
    }

    /// Holds the message's place until its work is done.
    private void follow(Open message, Uni<Optional<Step>> work) {
        work.subscribe().with(step -> loop.runOnContext(_ -> ended(message, step)), failure -> {
            LOG.errorf(failure, "Message %s waits until its claim has run out", message.messageId());
            loop.runOnContext(_ -> ended(message, Optional.empty()));
        });
    }

    private void ended(Open message, Optional<Step> step) {
        var somethingWaits = leave(message.conversationId());
        step.map(Step::after).ifPresent(after -> {
            if (after instanceof Intent again) {
                LOG.debugf("Message %s is tried again in %s", again.messageId(), again.pause());
                vertx.setTimer(Math.max(1, again.pause().toMillis()), _ -> wake());
            }
        });
        if (somethingWaits || somethingMayBeDue || step.map(Step::othersMayGoOn).orElse(true)) {
            claim();
        }
        tellWhenIdle();
    }

    /// @return whether something is known to wait behind the message
    private boolean leave(UUID conversation) {
        inFlight.decrementAndGet();
        return Boolean.TRUE.equals(underWay.remove(conversation));
    }

    private int room() {
        return stopping ? 0 : Math.max(0, config.inFlight() - inFlight.get());
    }

    /// @return whether the loop is alive and the database answers in one way or another
    boolean isLooking() {
        var now = System.nanoTime();
        return now - lookedAt < LONGEST_SILENCE.toNanos()
                && (!claiming || now - claimBegan < LONGEST_SILENCE.toNanos());
    }

    private void lookAround() {
        claim();
        if (lookingAround) {
            return;
        }
        lookingAround = true;
        outcomes.recovered()
                .invoke(this::recovered)
                .chain(queue::backlog)
                .invoke(metrics::waiting)
                .onFailure()
                .invoke(failure -> LOG.warnf("Cannot look for abandoned messages, trying again: %s", failure))
                .onTermination()
                .invoke(() -> {
                    lookingAround = false;
                    lookedAt = System.nanoTime();
                })
                .subscribe()
                .with(_ -> {}, _ -> {});
    }

    private void recovered(List<Step> steps) {
        if (!steps.isEmpty()) {
            var inDoubt = (int) steps.stream()
                    .filter(step -> step.after() instanceof Unknown)
                    .count();
            metrics.abandoned(inDoubt);
            LOG.warnf("Took over %d messages, %d of them in doubt", steps.size(), inDoubt);
            claim();
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
