package org.centralino.outbound.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.centralino.events.Precedence;
import org.centralino.outbound.dispatch.domain.Answer;
import org.centralino.outbound.dispatch.domain.Dispatch;
import org.centralino.outbound.dispatch.domain.Dispatch.Accepted;
import org.centralino.outbound.dispatch.domain.Dispatch.Arrived;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Claimed;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;
import org.centralino.outbound.dispatch.domain.Dispatch.Refused;
import org.centralino.outbound.dispatch.domain.Dispatch.Repeated;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
import org.centralino.outbound.lane.HeldLane;
import org.centralino.outbound.lane.SendingLanes;

/// What operators of the system see of the sending.
@ApplicationScoped
class DispatchMetrics {
    private static final String SENDS = "centralino.outbound.sends";
    private static final String RESOLVED = "centralino.outbound.unknown.resolved";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(30),
        Duration.ofMillis(50),
        Duration.ofMillis(80),
        Duration.ofMillis(150),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Timer queuedToCall;
    private final Timer call;
    private final AtomicReference<QueueStore.Backlog> backlog =
            new AtomicReference<>(new QueueStore.Backlog(Map.of(), 0, 0, Duration.ZERO, 0));

    DispatchMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.queuedToCall = Timer.builder("centralino.outbound.queued.to.call")
                .description("From the moment a person's reply was queued to its first call")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        this.call = Timer.builder("centralino.outbound.call")
                .description("A call to the platform until its answer")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        for (var precedence : Precedence.values()) {
            registry.gauge(
                    "centralino.outbound.waiting",
                    Tags.of("precedence", precedence.name().toLowerCase(Locale.ROOT)),
                    backlog,
                    now -> now.get().waiting().getOrDefault(precedence, 0L));
        }
        registry.gauge("centralino.outbound.held", backlog, now -> now.get().held());
        registry.gauge("centralino.outbound.unknown", backlog, now -> now.get().inDoubt());
        registry.gauge(
                "centralino.outbound.unknown.oldest.seconds",
                backlog,
                now -> now.get().longestInDoubt().toSeconds());
        registry.gauge(
                "centralino.outbound.unknown.needing.human",
                backlog,
                now -> now.get().needingHuman());
        registry.counter(SENDS, "outcome", "accepted", "code", "none");
        for (var how : new String[] {"status", "answer", "person"}) {
            registry.counter(RESOLVED, "by", how);
        }
    }

    void watch(AtomicInteger inFlight) {
        registry.gauge("centralino.outbound.in.flight", inFlight);
    }

    /// @param lanes those that this replica owns
    void watch(SendingLanes lanes) {
        registry.gauge(
                "centralino.outbound.lanes.owned", lanes, now -> now.held().size());
        registry.gauge(
                "centralino.outbound.lanes.stopped",
                lanes,
                now -> now.held().stream().filter(HeldLane::isStopped).count());
    }

    void waiting(QueueStore.Backlog now) {
        backlog.set(now);
    }

    void firstCallAfter(Duration waited) {
        queuedToCall.record(waited);
    }

    void called(Duration took) {
        call.record(took);
    }

    void answered(Answer answer, Dispatch after) {
        var outcome = switch (after) {
            case Intent _, Claimed _ -> "again";
            case Calling _ -> "calling";
            case Accepted _ -> "accepted";
            case Refused _ -> "refused";
            case Unknown _, Arrived _, Repeated _ -> "unknown";
        };
        registry.counter(SENDS, "outcome", outcome, "code", codeOf(answer)).increment();
    }

    void abandoned(int calls) {
        registry.counter(SENDS, "outcome", "unknown", "code", "abandoned").increment(calls);
    }

    void tooOld() {
        registry.counter(SENDS, "outcome", "refused", "code", "too-old").increment();
    }

    void resolvedByPerson() {
        registry.counter(RESOLVED, "by", "person").increment();
    }

    void resolvedByStatus() {
        registry.counter(RESOLVED, "by", "status").increment();
    }

    void resolvedByLateAnswer() {
        registry.counter(RESOLVED, "by", "answer").increment();
    }

    private static String codeOf(Answer answer) {
        return switch (answer) {
            case Answer.Taken _ -> "none";
            case Answer.Problem problem -> Integer.toString(problem.error().code());
            case Answer.TooMany() -> "429";
            case Answer.NotSent _ -> "not-sent";
            case Answer.LaneLost() -> "lane-lost";
            case Answer.FileRefused _ -> "file-refused";
            case Answer.FileForgotten _ -> "file-forgotten";
            case Answer.Unclear _ -> "unclear";
        };
    }
}
