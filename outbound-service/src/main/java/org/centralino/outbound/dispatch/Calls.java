package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.centralino.kit.retry.Retry;
import org.centralino.outbound.dispatch.OutcomeStore.Step;
import org.centralino.outbound.dispatch.domain.Answer;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
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

    private final SentFiles files;
    private final CloudApi cloudApi;
    private final OutcomeStore outcomes;
    private final DispatchMetrics metrics;
    private final Clock clock;

    private volatile boolean away;

    Calls(SentFiles files, CloudApi cloudApi, OutcomeStore outcomes, DispatchMetrics metrics, Clock clock) {
        this.files = files;
        this.cloudApi = cloudApi;
        this.outcomes = outcomes;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// @return what the call came to, when it is written down
    Uni<Optional<Step>> make(Calling calling) {
        if (calling.claim().callsBefore() == 0) {
            metrics.firstCallAfter(Duration.between(calling.message().queuedAt(), clock.instant()));
        }
        var begun = System.nanoTime();
        return files.send(calling.message(), cloudApi::send).chain(answer -> {
            metrics.called(Duration.ofNanos(System.nanoTime() - begun));
            tellWhetherReached(answer);
            return writeDown(calling, answer);
        });
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
        if (answer instanceof Answer.Problem problem && problem.isAboutTheToken()) {
            LOG.errorf(
                    "WhatsApp refuses our access token (code %d): nothing can be sent until it is replaced. Message %s",
                    problem.error().code(), step.after().messageId());
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
            case Answer.Unclear _, Answer.FileRefused _ -> {
                // It proves neither.
            }
        }
    }
}
