package org.centralino.simulator.graph;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.centralino.simulator.SimulatorConfig;
import org.centralino.simulator.graph.domain.Trouble;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.Fault;

/// What becomes of the answers to sends: which fault each meets, and those that are held.
@Singleton
public class Answers {
    private static final String OK = "ok";
    private static final Set<Fault> PLAYABLE = EnumSet.of(
            Fault.REFUSED,
            Fault.TOO_MANY_REQUESTS,
            Fault.SERVER_ERRORS,
            Fault.TIMEOUT_AFTER_ACCEPTANCE,
            Fault.RESET_AFTER_ACCEPTANCE,
            Fault.HOLD_ANSWERS,
            Fault.TOKEN_EXPIRED,
            Fault.PAIR_RATE_LIMIT,
            Fault.THROUGHPUT_LIMIT);

    private final Platform platform;
    private final Vertx vertx;
    private final SimulatorConfig config;
    private final ArrayDeque<String> script = new ArrayDeque<>();
    private final List<UniEmitter<? super Void>> held = new ArrayList<>();
    private final AtomicLong sends = new AtomicLong();

    Answers(Platform platform, Vertx vertx, SimulatorConfig config) {
        this.platform = platform;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        platform.listen(facts -> facts.forEach(fact -> {
            switch (fact) {
                case Fact.FaultsSwitched(var on) -> {
                    sends.set(0);
                    if (!on.contains(Fault.HOLD_ANSWERS)) {
                        release();
                    }
                }
                case Fact.Forgotten() -> {
                    play(List.of());
                    release();
                }
                default -> {}
            }
        }));
    }

    /// @return whether an answer of this name can be played: a fault of sends, or `ok`
    public static boolean canPlay(String answer) {
        return answer.equals(OK)
                || Fault.withKey(answer).filter(PLAYABLE::contains).isPresent();
    }

    /// The next sends meet these faults, one each, before the switches count again.
    public void play(List<String> answers) {
        synchronized (script) {
            script.clear();
            script.addAll(answers);
        }
    }

    /// @return the faults that the next sends will meet
    public List<String> script() {
        synchronized (script) {
            return List.copyOf(script);
        }
    }

    /// @return how many answers are held until they are released
    public int held() {
        synchronized (held) {
            return held.size();
        }
    }

    Optional<Fault> troubleOfNextSend() {
        synchronized (script) {
            if (!script.isEmpty()) {
                return Fault.withKey(script.poll());
            }
        }
        var faults = platform.read(state -> Set.copyOf(state.faults()));
        return Trouble.of(faults, sends.incrementAndGet());
    }

    /// Passes when an answer that met this fault may go out.
    Uni<Void> pass(Fault fault) {
        return switch (fault) {
            case TIMEOUT_AFTER_ACCEPTANCE ->
                Uni.createFrom()
                        .emitter(
                                emitter -> vertx.setTimer(config.answerHold().toMillis(), _ -> emitter.complete(null)));
            case HOLD_ANSWERS ->
                Uni.createFrom().emitter(emitter -> {
                    synchronized (held) {
                        held.add(emitter);
                    }
                });
            default -> Uni.createFrom().voidItem();
        };
    }

    private void release() {
        List<UniEmitter<? super Void>> waiting;
        synchronized (held) {
            waiting = List.copyOf(held);
            held.clear();
        }
        waiting.forEach(emitter -> emitter.complete(null));
    }
}
