package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.centralino.events.Precedence;
import org.centralino.kit.retry.Retry;
import org.centralino.outbound.TemplateRefused;
import org.centralino.outbound.dispatch.OutcomeStore.Step;
import org.centralino.outbound.dispatch.domain.Answer;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
import org.centralino.outbound.lane.HeldLane;
import org.centralino.outbound.lane.SendingLanes;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.upload.SentFiles;
import org.centralino.outbound.whatsapp.CloudApi;
import org.jboss.logging.Logger;

/// Makes calls whose begin is written down, and writes down how they ended. To be used on an event loop.
@Singleton
class Calls {
    private static final Logger LOG = Logger.getLogger(Calls.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /// About ten minutes. By then the claim has long run out, and the message counts as in doubt.
    private static final int TRIES_TO_WRITE_DOWN = 300;

    private final SendingLanes lanes;
    private final AccessTokens tokens;
    private final SentFiles files;
    private final CloudApi cloudApi;
    private final OutcomeStore outcomes;
    private final DispatchMetrics metrics;
    private final Event<TemplateRefused> templatesRefused;
    private final Clock clock;

    private volatile boolean away;

    Calls(
            SendingLanes lanes,
            AccessTokens tokens,
            SentFiles files,
            CloudApi cloudApi,
            OutcomeStore outcomes,
            DispatchMetrics metrics,
            Event<TemplateRefused> templatesRefused,
            Clock clock) {
        this.lanes = lanes;
        this.tokens = tokens;
        this.files = files;
        this.cloudApi = cloudApi;
        this.outcomes = outcomes;
        this.metrics = metrics;
        this.templatesRefused = templatesRefused;
        this.clock = clock;
    }

    /// @param lane by which it goes
    /// @param leaves told right before the message leaves
    /// @param answered told as soon as the call has ended
    /// @return what the call came to, when it is written down
    Uni<Optional<Step>> make(HeldLane lane, Calling calling, Runnable leaves, Runnable answered) {
        if (calling.claim().callsBefore() == 0 && calling.message().precedence() == Precedence.REPLY) {
            metrics.firstCallAfter(Duration.between(calling.message().queuedAt(), clock.instant()));
        }
        var begun = System.nanoTime();
        var token = tokens.fingerprint(lane.phoneNumberId());
        return files.send(calling.message(), message -> cloudApi.send(message, () -> mayLeave(lane, leaves)))
                .chain(answer -> {
                    answered.run();
                    metrics.called(Duration.ofNanos(System.nanoTime() - begun));
                    tellWhetherReached(answer);
                    if (answer instanceof Answer.Problem problem && problem.isAboutTheTemplate()) {
                        templatesRefused.fire(new TemplateRefused(lane.phoneNumberId()));
                    }
                    return learnOfToken(lane, token, answer).chain(() -> writeDown(calling, answer));
                });
    }

    /// A process that stood still may wake up when another has long gone on.
    private static boolean mayLeave(HeldLane lane, Runnable leaves) {
        if (!lane.isHeld()) {
            return false;
        }
        leaves.run();
        return true;
    }

    private Uni<Void> learnOfToken(HeldLane lane, String token, Answer answer) {
        return switch (answer) {
            case Answer.Problem problem when problem.isAboutTheToken() -> lanes.refused(lane, problem.error(), token);
            case Answer.Taken _, Answer.Problem _ -> lanes.taken(lane);
            case Answer.NotSent _,
                    Answer.TooMany _,
                    Answer.LaneLost _,
                    Answer.FileRefused _,
                    Answer.FileForgotten _,
                    Answer.Unclear _ -> Uni.createFrom().voidItem();
        };
    }

    /// It is not known whether the begin stands in the database, but that no call was made is.
    Uni<Optional<Step>> notMade(Calling calling, Throwable failure) {
        LOG.warnf("The call of message %s could not begin: %s", calling.messageId(), failure);
        return writeDown(calling, new Answer.NotSent("The service lost its database."));
    }

    /// The answer exists nowhere else, so it is kept until the database takes it.
    private Uni<Optional<Step>> writeDown(Calling calling, Answer answer) {
        return new Retry(TRIES_TO_WRITE_DOWN, FIRST_PAUSE, LONGEST_PAUSE)
                .of(() -> outcomes.answered(calling, answer), failure -> {
                    LOG.warnf("The answer of message %s waits: %s", calling.messageId(), failure);
                    return true;
                })
                .invoke(written -> written.ifPresent(step -> tell(answer, step)));
    }

    private void tell(Answer answer, Step step) {
        metrics.answered(answer, step.after());
        if (step.endsDoubt()) {
            metrics.resolvedByLateAnswer();
        }
        if (step.after() instanceof Unknown unknown) {
            LOG.warnf("Message %s is in doubt: %s", unknown.messageId(), unknown.reason());
        }
    }

    /// Once when the platform goes and once when it is back, however many messages wait.
    private void tellWhetherReached(Answer answer) {
        switch (answer) {
            case Answer.NotSent(var reason) -> {
                if (!away) {
                    away = true;
                    LOG.warnf("WhatsApp cannot be reached, messages wait: %s", reason);
                }
            }
            case Answer.Taken _, Answer.Problem _, Answer.TooMany(), Answer.FileForgotten _ -> {
                if (away) {
                    away = false;
                    LOG.info("WhatsApp is reached again");
                }
            }
            case Answer.Unclear _, Answer.FileRefused _, Answer.LaneLost() -> {
                // It proves neither.
            }
        }
    }
}
