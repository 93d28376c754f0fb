package org.centralino.outbound.lane;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centralino.events.PlatformError;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.lane.LaneStore.Owned;
import org.centralino.outbound.lane.domain.Allowance;
import org.centralino.outbound.lane.domain.Stop;
import org.centralino.outbound.lane.domain.Throughput;
import org.centralino.outbound.number.domain.Connection;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.whatsapp.CloudNumbers;
import org.centralino.outbound.whatsapp.PlatformAnswer;
import org.centralino.outbound.whatsapp.TokenRefused;
import org.jboss.logging.Logger;

/// The lanes that this replica owns. It renews them each time it looks around, and stops using one by
/// its own clock well before the lease ends in the database, where another may then take it.
@Singleton
public class SendingLanes {
    private static final Logger LOG = Logger.getLogger(SendingLanes.class);
    /// Clocks do not run equally fast, and what was begun under a lease takes a moment to leave.
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private final LaneStore store;
    private final LaneConfig config;
    private final AccessTokens tokens;
    private final CloudNumbers platform;
    private final Event<NumberStops> stops;
    private final Event<NumberGoesOn> goesOn;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Map<String, HeldLane> held = new ConcurrentHashMap<>();
    private final Map<String, Long> askAt = new ConcurrentHashMap<>();
    /// Those whose stop, or its end, is not written down yet.
    private final Set<HeldLane> unwritten = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    public SendingLanes(
            LaneStore store,
            LaneConfig config,
            AccessTokens tokens,
            CloudNumbers platform,
            OwnNumbers numbers,
            Event<NumberStops> stops,
            Event<NumberGoesOn> goesOn) {
        this.store = store;
        this.config = config;
        this.tokens = tokens;
        this.platform = platform;
        this.stops = stops;
        this.goesOn = goesOn;
        numbers.all().forEach(number -> known.add(number.phoneNumberId()));
    }

    /// @return the lane of a number; empty when another replica owns it
    public Optional<HeldLane> of(String phoneNumberId) {
        return Optional.ofNullable(held.get(phoneNumberId)).filter(HeldLane::isHeld);
    }

    /// @return those that are owned now
    public List<HeldLane> held() {
        return held.values().stream().filter(HeldLane::isHeld).toList();
    }

    /// @return the numbers by which other replicas send
    public List<String> ofOthers() {
        return known.stream().filter(number -> of(number).isEmpty()).toList();
    }

    /// @return whether a lane has not been lost to another
    public boolean keep(HeldLane lane) {
        return held.get(lane.phoneNumberId()) == lane;
    }

    /// Makes lanes for numbers that have none.
    public Uni<Void> make(Collection<String> numbers) {
        var fresh = numbers.stream().filter(number -> !known.contains(number)).collect(Collectors.toSet());
        return fresh.isEmpty() ? Uni.createFrom().voidItem() : store.make(fresh).invoke(() -> known.addAll(fresh));
    }

    /// Renews the lanes, takes what nobody owns, and learns what holds of them.
    public Uni<Void> look() {
        if (isClosed) {
            return Uni.createFrom().voidItem();
        }
        var asked = HeldLane.now();
        return (held.isEmpty() ? store.make(known) : Uni.createFrom().voidItem())
                .chain(() -> store.hold(tokens.shut()))
                .invoke(owned -> learn(owned, asked))
                .replaceWithVoid()
                .call(this::writeAgain)
                .call(this::goOnByAnotherToken)
                .invoke(_ -> held().forEach(this::askForThroughput))
                .call(() -> inTurn(
                        held().stream().filter(lane -> !lane.knowsCalls()).toList(), this::learnCalls))
                .call(() -> isClosed ? store.giveBack() : Uni.createFrom().voidItem());
    }

    private void learn(List<Owned> owned, long asked) {
        var end = asked + config.lease().minus(MARGIN).toNanos();
        var still = new HashMap<String, HeldLane>();
        for (var row : owned) {
            known.add(row.phoneNumberId());
            var before = held.get(row.phoneNumberId());
            if (before != null && before.fence() == row.fence()) {
                learnOfStop(before, row, asked);
                still.put(row.phoneNumberId(), before);
            } else {
                var perSecond = config.perSecond()
                        .orElseGet(() -> Objects.requireNonNullElse(row.perSecond(), Throughput.STANDARD));
                var lane = new HeldLane(
                        row.phoneNumberId(),
                        row.fence(),
                        perSecond,
                        Allowance.of(config.pairBurst(), config.pairInterval()),
                        row.stop());
                still.put(row.phoneNumberId(), lane);
                askAt.remove(row.phoneNumberId());
                LOG.infof("Sends by the number %s from now on", row.phoneNumberId());
            }
        }
        held.keySet().removeIf(number -> {
            var isLost = !still.containsKey(number);
            if (isLost) {
                LOG.infof("Leaves sending by the number %s to others", number);
            }
            return isLost;
        });
        still.values().forEach(lane -> lane.heldUntil(end));
        held.putAll(still);
    }

    /// Another replica may have met a refused token without owning the lane.
    private void learnOfStop(HeldLane lane, Owned row, long asked) {
        var stop = row.stop();
        if (stop != null && !lane.isStopped() && !unwritten.contains(lane) && lane.writtenAt() < asked) {
            lane.stop(stop, config.probeEvery());
        }
    }

    /// What others sent to whom while they owned it.
    private Uni<Void> learnCalls(HeldLane lane) {
        return store.calledLately(lane.phoneNumberId())
                .invoke(calls -> {
                    var now = HeldLane.now();
                    calls.forEach((conversation, ages) ->
                            ages.forEach(age -> lane.pairs().take(conversation, now - age.toNanos())));
                    lane.callsAreKnown();
                })
                .replaceWithVoid();
    }

    /// The platform refuses the access token: the number stops, unless it has got another one since the
    /// call.
    ///
    /// @param token the fingerprint of the one that the call carried
    /// @return when it is written down; what cannot be is written down when it is looked around
    public Uni<Void> refused(HeldLane lane, PlatformError error, String token) {
        if (!token.equals(tokens.fingerprint(lane.phoneNumberId()))) {
            return Uni.createFrom().voidItem();
        }
        var isNews = !lane.isStopped();
        if (isNews) {
            LOG.errorf(
                    "WhatsApp refuses the access token of the number %s (code %d): nothing is sent by it until the token is replaced",
                    lane.phoneNumberId(), error.code());
        }
        lane.stop(new Stop(error, token), config.probeEvery());
        return isNews ? write(lane).invoke(() -> tellOfStop(lane.phoneNumberId())) : write(lane);
    }

    /// The platform refuses the access token in something that is no message, so it need not go by the lane.
    ///
    /// @param token the fingerprint of the one that the call carried
    /// @return when it is written down
    public Uni<Void> refused(String phoneNumberId, PlatformError error, String token) {
        return of(phoneNumberId)
                .map(lane -> refused(lane, error, token))
                .orElseGet(() -> token.equals(tokens.fingerprint(phoneNumberId))
                        ? store.stop(phoneNumberId, new Stop(error, token))
                                .invoke(isNews -> {
                                    if (isNews) {
                                        tellOfStop(phoneNumberId);
                                    }
                                })
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /// Whatever was called, nothing can be sent with that token either.
    void on(@ObservesAsync TokenRefused refusal) {
        refused(refusal.phoneNumberId(), refusal.error(), refusal.token())
                .await()
                .indefinitely();
    }

    /// The platform took the token, in something that is no message. When another replica owns the lane, it
    /// finds out by itself.
    public Uni<Void> taken(String phoneNumberId) {
        return of(phoneNumberId)
                .map(this::taken)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /// The platform took the token: the number goes on.
    public Uni<Void> taken(HeldLane lane) {
        if (!lane.isStopped()) {
            return Uni.createFrom().voidItem();
        }
        LOG.infof("WhatsApp takes the access token of the number %s again: what waited goes out", lane.phoneNumberId());
        lane.stop(null, config.probeEvery());
        return write(lane).invoke(() -> goesOn.fireAsync(new NumberGoesOn(lane.phoneNumberId())));
    }

    private void tellOfStop(String phoneNumberId) {
        stops.fireAsync(new NumberStops(phoneNumberId));
    }

    private Uni<Void> write(HeldLane lane) {
        var stop = lane.stop();
        unwritten.add(lane);
        return (stop == null ? store.goOn(lane) : store.stop(lane, stop))
                .invoke(() -> {
                    lane.isWritten();
                    unwritten.remove(lane);
                })
                .onFailure()
                .recoverWithUni(away -> {
                    LOG.warnf(
                            "That the number %s stops or goes on is not written down yet: %s",
                            lane.phoneNumberId(), away);
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> writeAgain() {
        return inTurn(unwritten.stream().toList(), this::write);
    }

    private Uni<Void> goOnByAnotherToken() {
        return inTurn(
                held().stream()
                        .filter(lane -> {
                            var stop = lane.stop();
                            return stop != null && !stop.token().equals(tokens.fingerprint(lane.phoneNumberId()));
                        })
                        .toList(),
                this::taken);
    }

    private static Uni<Void> inTurn(List<HeldLane> lanes, Function<HeldLane, Uni<Void>> work) {
        var all = Uni.createFrom().voidItem();
        for (var lane : lanes) {
            all = all.chain(() -> work.apply(lane));
        }
        return all;
    }

    private void askForThroughput(HeldLane lane) {
        var number = lane.phoneNumberId();
        if (config.perSecond().isPresent() || lane.isStopped() || askAt.getOrDefault(number, 0L) > HeldLane.now()) {
            return;
        }
        askAt.put(number, HeldLane.now() + config.askEvery().toNanos());
        Uni.createFrom()
                .item(() -> platform.ask(number))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .chain(answer -> switch (answer) {
                    case PlatformAnswer.Done<Connection>(var connection) -> {
                        var perSecond = Throughput.of(connection.throughput(), connection.onPhoneApp());
                        if (perSecond != lane.perSecond()) {
                            LOG.infof("The number %s sends up to %d messages a second", number, perSecond);
                        }
                        lane.perSecond(perSecond);
                        yield store.throughput(lane, perSecond);
                    }
                    case PlatformAnswer.Refused<Connection> _, PlatformAnswer.Unclear<Connection> _ -> {
                        askAt.put(number, HeldLane.now() + ASK_AGAIN.toNanos());
                        yield Uni.createFrom().voidItem();
                    }
                })
                .subscribe()
                .with(_ -> {}, away -> LOG.debugf("How fast %s may send is asked again: %s", number, away));
    }

    /// Others may go on at once.
    public Uni<Void> giveBack() {
        isClosed = true;
        held.clear();
        return store.giveBack();
    }
}
