package org.centralino.outbound.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.centralino.kit.context.OwnContext;
import org.centralino.kit.retry.Retry;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.dispatch.domain.Answer;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Claimed;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
import org.centralino.outbound.whatsapp.CloudApi;
import org.jboss.logging.Logger;

/// Sends what is due: claims it, writes down that the call begins, calls, writes down how it ended.
///
/// It is woken when something was recorded, when a call ended and when a pause is over; once a second it
/// looks by itself, and takes over from replicas that died. All its decisions are taken on one event loop;
/// each message has a context of its own there, because a database session belongs to a context.
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration LOOKS_AT_LEAST_EVERY = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /// About ten minutes. By then the claim has long run out, and the message counts as in doubt.
    private static final int TRIES_TO_WRITE_DOWN = 300;

    private final DispatchStore store;
    private final CloudApi cloudApi;
    private final OutboundConfig config;
    private final WhatsAppConfig whatsapp;
    private final DispatchMetrics metrics;
    private final Clock clock;
    private final Vertx vertx;
    private final Context loop;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();

    private volatile boolean away;
    private volatile long lookedAt = System.nanoTime();

    /// These are touched on the loop only.
    private boolean claiming;

    private boolean moreToClaim;
    private boolean lookingAround;
    private boolean stopping;
    private long timer;

    Dispatcher(
            DispatchStore store,
            CloudApi cloudApi,
            OutboundConfig config,
            WhatsAppConfig whatsapp,
            DispatchMetrics metrics,
            Clock clock,
            Vertx vertx) {
        this.store = store;
        this.cloudApi = cloudApi;
        this.config = config;
        this.whatsapp = whatsapp;
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

    /// Ends what is under way, so that a planned stop leaves nothing in doubt.
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
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

    /// There may be something to send.
    void wake() {
        loop.runOnContext(_ -> claim());
    }

    private void claim() {
        if (claiming) {
            moreToClaim = true;
            return;
        }
        var free = config.inFlight() - inFlight.get();
        if (free <= 0 || stopping) {
            return;
        }
        claiming = true;
        moreToClaim = false;
        inContext(() -> store.claim(free)).subscribe().with(claimed -> claimed(claimed, free), failure -> {
            claiming = false;
            LOG.warnf("Nothing can be claimed, trying again: %s", failure);
        });
    }

    private void claimed(List<Claimed> claimed, int asked) {
        claiming = false;
        claimed.forEach(this::send);
        if (moreToClaim || claimed.size() == asked) {
            claim();
        }
    }

    private void send(Claimed claimed) {
        inFlight.incrementAndGet();
        inContext(() -> store.beginCall(claimed))
                .onFailure()
                .recoverWithUni(failure -> callCouldNotBegin(claimed, failure))
                .chain(calling -> calling.isPresent()
                        ? call(calling.get())
                        : Uni.createFrom().voidItem())
                .subscribe()
                .with(_ -> sent(), failure -> {
                    LOG.errorf(failure, "Message %s waits until its claim has run out", claimed.messageId());
                    sent();
                });
    }

    private void sent() {
        loop.runOnContext(_ -> {
            inFlight.decrementAndGet();
            tellWhenIdle();
            claim();
        });
    }

    private Uni<Void> call(Calling calling) {
        if (calling.claim().callsBefore() == 0) {
            metrics.firstCallAfter(Duration.between(calling.message().queuedAt(), clock.instant()));
        }
        var begun = System.nanoTime();
        return cloudApi.send(calling.message()).chain(answer -> {
            metrics.called(Duration.ofNanos(System.nanoTime() - begun));
            tellWhetherReached(answer);
            return writeDown(calling, answer);
        });
    }

    /// Whether the commit reached the database is not known, but that no call was made is.
    private Uni<Optional<Calling>> callCouldNotBegin(Claimed claimed, Throwable failure) {
        LOG.warnf("The call of message %s could not begin: %s", claimed.messageId(), failure);
        return writeDown(claimed.calling(), new Answer.NotSent("The service lost its database."))
                .replaceWith(Optional.empty());
    }

    /// The answer exists nowhere else, so it is kept until the database takes it.
    private Uni<Void> writeDown(Calling calling, Answer answer) {
        return inContext(() -> new Retry(TRIES_TO_WRITE_DOWN, FIRST_PAUSE, LONGEST_PAUSE)
                        .of(() -> store.answered(calling, answer), failure -> {
                            LOG.warnf("The answer of message %s waits: %s", calling.messageId(), failure);
                            return true;
                        }))
                .invoke(step -> tell(calling, answer, step))
                .replaceWithVoid();
    }

    private void tell(Calling calling, Answer answer, DispatchStore.Step step) {
        metrics.answered(answer, step.after());
        if (step.endsDoubt()) {
            metrics.resolvedByLateAnswer();
        }
        if (answer instanceof Answer.Problem problem && problem.isAboutTheToken()) {
            LOG.errorf(
                    "WhatsApp refuses our access token (code %d): nothing can be sent until it is replaced. Message %s",
                    problem.error().code(), calling.messageId());
        }
        switch (step.after()) {
            case Intent again -> {
                LOG.debugf("Message %s is tried again in %s", calling.messageId(), again.pause());
                vertx.setTimer(Math.max(1, again.pause().toMillis()), _ -> wake());
            }
            case Unknown unknown -> LOG.warnf("Message %s is in doubt: %s", unknown.messageId(), unknown.reason());
            default -> {
                // Accepted and refused messages are told by their events.
            }
        }
    }

    /// Once when the platform goes and once when it is back, however many messages wait.
    private void tellWhetherReached(Answer answer) {
        switch (answer) {
            case Answer.NotSent(var reason)
            when !away -> {
                away = true;
                LOG.warnf("WhatsApp cannot be reached, messages wait: %s", reason);
            }
            case Answer.Taken _, Answer.Problem _, Answer.TooMany()
            when away -> {
                away = false;
                LOG.info("WhatsApp is reached again");
            }
            default -> {
                // Nothing new.
            }
        }
    }

    /// @return whether the loop is alive
    boolean isLooking() {
        return System.nanoTime() - lookedAt
                < LOOKS_AT_LEAST_EVERY.plus(config.lookEvery()).toNanos();
    }

    private void lookAround() {
        lookedAt = System.nanoTime();
        claim();
        if (lookingAround) {
            return;
        }
        lookingAround = true;
        inContext(() -> store.recover().chain(steps -> {
                    recovered(steps);
                    return store.backlog();
                }))
                .subscribe()
                .with(
                        backlog -> {
                            lookingAround = false;
                            metrics.waiting(backlog);
                        },
                        failure -> {
                            lookingAround = false;
                            LOG.warnf("Cannot look for abandoned messages, trying again: %s", failure);
                        });
    }

    private void recovered(List<DispatchStore.Step> steps) {
        var calls = (int)
                steps.stream().filter(step -> step.after() instanceof Unknown).count();
        if (!steps.isEmpty()) {
            metrics.abandoned(calls);
            LOG.warnf("Took over %d messages, %d of them in doubt", steps.size(), calls);
            wake();
        }
    }

    private void tellWhenIdle() {
        if (stopping && inFlight.get() == 0) {
            idle.complete(null);
        }
    }

    private <T> Uni<T> inContext(Supplier<Uni<T>> work) {
        return OwnContext.on(loop, work);
    }
}
