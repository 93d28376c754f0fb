package org.centralino.gateway.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.centralino.gateway.GatewayConfig;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.problem.ProblemException;
import org.jboss.logging.Logger;

/// All bodies of requests that are under way and have proved nothing yet, by a signature or to a service by a token.
/// They are bounded for each address, and those that are held in memory in all; whoever exceeds it is told to come
/// back. One address gets no more than a quarter of the memory, so that nobody alone shuts out the rest.
@ApplicationScoped
public class IncomingBodies {
    private static final Logger LOG = Logger.getLogger(IncomingBodies.class);
    private static final long TOLD_AGAIN_AFTER = Duration.ofMinutes(1).toNanos();
    private static final int SHARES = 4;
    private static final List<String> REASONS = List.of("connections", "address", "bytes", "size", "slow");
    static final int MOST_QUIET_LOOKS = 5;

    private final Vertx vertx;
    private final GatewayConfig.Intake config;
    private final MeterRegistry metrics;
    private final int mostLooks;

    private final Set<IncomingBody> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Share> shares = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong lastTold = new AtomicLong(System.nanoTime() - TOLD_AGAIN_AFTER);

    @Inject
    IncomingBodies(Vertx vertx, GatewayConfig gateway, MeterRegistry metrics) {
        this(vertx, gateway.intake(), metrics);
    }

    IncomingBodies(Vertx vertx, GatewayConfig.Intake config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.config = config;
        this.metrics = metrics;
        var between = config.patience().dividedBy(MOST_QUIET_LOOKS);
        this.mostLooks = (int) config.wholeBody().dividedBy(between);
        metrics.gauge("centralino.intake.bodies", underWay, Set::size);
        metrics.gauge("centralino.intake.bytes", bytes);
        REASONS.forEach(this::refusedBecauseOf);
        vertx.setPeriodic(between.toMillis(), _ -> underWay.forEach(IncomingBody::look));
    }

    /// What one address has under way.
    private record Share(int bodies, long bytes) {
        private static final Share NONE = new Share(0, 0);

        Share plus(int moreBodies, long moreBytes) {
            return new Share(bodies + moreBodies, bytes + moreBytes);
        }
    }

    /// Lets a body in, of which nothing has been read yet.
    ///
    /// @param limit how many bytes it may have
    /// @throws ProblemException when it will be too large by its own word, or its address has too many under way
    public IncomingBody open(HttpServerRequest request, long limit) {
        if (IncomingBody.declared(request).orElse(0) > limit) {
            throw tooLarge(limit);
        }
        var address = ClientAddress.of(request.remoteAddress());
        if (shares.merge(address, new Share(1, 0), (had, _) -> had.plus(1, 0)).bodies() > config.bodiesPerAddress()) {
            giveBack(address, 1, 0);
            throw busy("address");
        }
        var body = new IncomingBody(request, limit, address, vertx.getOrCreateContext(), this);
        underWay.add(body);
        return body;
    }

    /// @return whether there was room
    boolean makeRoom(String address, int more) {
        var most = config.mostBytes();
        var share = shares.merge(address, Share.NONE.plus(0, more), (had, _) -> had.plus(0, more));
        if (bytes.addAndGet(more) <= most && share.bytes() <= most / SHARES) {
            return true;
        }
        giveBack(address, 0, more);
        return false;
    }

    void forget(IncomingBody body) {
        underWay.remove(body);
        giveBack(body.address(), 1, body.held());
    }

    private void giveBack(String address, int bodies, long held) {
        bytes.addAndGet(-held);
        shares.computeIfPresent(address, (_, had) -> {
            var left = had.plus(-bodies, -held);
            return left.equals(Share.NONE) ? null : left;
        });
    }

    int mostLooks() {
        return mostLooks;
    }

    ProblemException busy(String reason) {
        return refused(BUSY, reason);
    }

    ProblemException tooSlow() {
        return refused(SLOW, "slow");
    }

    ProblemException tooLarge(long limit) {
        refusedBecauseOf("size").increment();
        return Problem.of(
                        413,
                        "payload-too-large",
                        "Too large",
                        "The body may measure %d KiB at most.".formatted(limit / 1024))
                .with("limit", limit)
                .asException();
    }

    private Counter refusedBecauseOf(String reason) {
        return metrics.counter("centralino.intake.refused", "reason", reason);
    }

    private ProblemException refused(Problem problem, String reason) {
        refusedBecauseOf(reason).increment();
        var last = lastTold.get();
        var now = System.nanoTime();
        if (now - last >= TOLD_AGAIN_AFTER && lastTold.compareAndSet(last, now)) {
            LOG.warnf(
                    "Clients that have proved nothing are refused (%s) with %d bodies and %d bytes under way. "
                            + "It is told once a minute; centralino_intake_refused_total counts them",
                    reason, underWay.size(), bytes.get());
        }
        return problem.asException();
    }

    private static final Problem BUSY = Problem.of(
            503,
            "service-unavailable",
            "Too much at once",
            "Too much is being sent to this gateway. Try again in a moment.");

    private static final Problem SLOW = Problem.of(
            408, "request-timeout", "Not sent in time", "The rest of the body did not come. Send the request again.");
}
