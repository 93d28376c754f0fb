package org.centralino.outbound.mark;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.centralino.events.ConversationEvent.ReactionQueued;
import org.centralino.events.ConversationEvent.ReadShown;
import org.centralino.events.OutboundEvent.ReactionAnswered;
import org.centralino.events.PlatformError;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.WorkingThreads;
import org.centralino.outbound.lane.HeldLane;
import org.centralino.outbound.lane.LaneConfig;
import org.centralino.outbound.lane.LanePlaces;
import org.centralino.outbound.lane.NumberGoesOn;
import org.centralino.outbound.lane.SendingLanes;
import org.centralino.outbound.mark.domain.Mark;
import org.centralino.outbound.mark.domain.Mark.Answer;
import org.centralino.outbound.mark.domain.Mark.Next;
import org.centralino.outbound.mark.domain.Mark.Patience;
import org.centralino.outbound.whatsapp.CloudMarks;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sets emojis of ours, and has customers see that they were read and that somebody types. The calls wait for the
/// platform in threads of their own: no message waits for them, and what they do not reach is no drama.
@Singleton
public class Marking {
    private static final Logger LOG = Logger.getLogger(Marking.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2;
    /// How long an emoji waits here for room in its number's lane, before it lets go of the thread.
    private static final Duration ROOM_PATIENCE = Duration.ofSeconds(2);

    private final MarkStore store;
    private final CloudMarks platform;
    private final SendingLanes lanes;
    private final LanePlaces places;
    private final OwnNumbers numbers;
    private final OutboundConfig config;
    private final LaneConfig laneConfig;
    private final Clock clock;
    private final WorkingThreads threads;

    Marking(
            MarkStore store,
            CloudMarks platform,
            SendingLanes lanes,
            LanePlaces places,
            OwnNumbers numbers,
            OutboundConfig config,
            LaneConfig laneConfig,
            Clock clock) {
        this.store = store;
        this.platform = platform;
        this.lanes = lanes;
        this.places = places;
        this.numbers = numbers;
        this.config = config;
        this.laneConfig = laneConfig;
        this.clock = clock;
        this.threads = new WorkingThreads(
                "marking",
                AT_ONCE,
                config.lookEvery(),
                this::callNext,
                failure -> LOG.warnf("No message can be marked for now, trying again: %s", failure));
    }

    void start(@Observes StartupEvent started) {
        threads.start();
    }

    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stop) throws InterruptedException {
        threads.stop();
    }

    /// What waited for the number's access token goes on.
    void on(@ObservesAsync NumberGoesOn number) {
        store.tokenIsThere(number.phoneNumberId()).await().atMost(DATABASE_PATIENCE);
        threads.wake();
    }

    /// @return when it is written down what is to be called
    public Uni<Void> record(List<ReactionQueued> reactions, List<ReadShown> reads) {
        var asked = new ArrayList<MarkStore.Asked>();
        reactions.forEach(reaction -> asked.add(MarkStore.Asked.of(asked.size(), reaction)));
        reads.forEach(read -> asked.add(MarkStore.Asked.of(asked.size(), read)));
        return asked.isEmpty()
                ? Uni.createFrom().voidItem()
                : lanes.make(numbersOf(reactions))
                        .chain(() -> store.record(asked))
                        .invoke(() -> threads.wake());
    }

    private static Set<String> numbersOf(List<ReactionQueued> reactions) {
        return reactions.stream()
                .map(reaction -> reaction.conversation().phoneNumberId())
                .collect(Collectors.toSet());
    }

    private boolean callNext() {
        var ours = lanes.held().stream().map(HeldLane::phoneNumberId).toList();
        var claimed = store.claim(config.claimFor(), ours).await().atMost(DATABASE_PATIENCE);
        claimed.ifPresent(this::call);
        return claimed.isPresent();
    }

    private void call(Mark mark) {
        var now = clock.instant();
        if (mark.isTooOld(now, config.sendWithin())) {
            settle(mark, new PlatformError(0, "Too old to be set by itself", null));
            return;
        }
        // Its own token is forgotten, and another was never meant for it.
        if (numbers.wasRemoved(mark.phoneNumberId())) {
            settle(mark, OwnNumbers.REMOVED);
            return;
        }
        var answer = called(mark, now);
        if (answer == null) {
            store.later(mark, config.lookEvery()).await().atMost(DATABASE_PATIENCE);
            return;
        }
        var patience = new Patience(config.firstPause(), config.longestPause(), config.giveUpAfter());
        switch (mark.after(answer, clock.instant(), patience)) {
            case Next.Settled(var error) -> {
                if (error != null) {
                    LOG.infof("WhatsApp did not mark message %s: code %d", mark.messageId(), error.code());
                }
                settle(mark, error);
            }
            case Next.TryAgain(var pause) -> {
                LOG.debugf("Message %s is marked again in %s: %s", mark.messageId(), pause, answer);
                store.later(mark, pause).await().atMost(DATABASE_PATIENCE);
            }
            case Next.AwaitToken() ->
                store.awaitToken(mark, laneConfig.probeEvery(), clock.instant())
                        .await()
                        .atMost(DATABASE_PATIENCE);
        }
        learnOfToken(mark, answer).await().atMost(DATABASE_PATIENCE);
    }

    /// The platform counts an emoji as it counts messages.
    ///
    /// @return null when it found no room in its number's lane
    private @Nullable Answer called(Mark mark, Instant now) {
        if (mark instanceof Mark.Read) {
            return platform.call(mark, now);
        }
        try {
            var place = places.await(mark.phoneNumberId(), mark.conversationId(), ROOM_PATIENCE)
                    .orElse(null);
            if (place == null) {
                return null;
            }
            try {
                return platform.call(mark, now);
            } finally {
                place.ended();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Uni<Void> learnOfToken(Mark mark, Answer answer) {
        return switch (answer) {
            case Answer.TokenRefused(var error, var token) -> lanes.refused(mark.phoneNumberId(), error, token);
            case Answer.Done _, Answer.Refused _ -> lanes.taken(mark.phoneNumberId());
            case Answer.Unclear _ -> Uni.createFrom().voidItem();
        };
    }

    /// Of what was read nothing is told: nobody waits for it.
    private void settle(Mark mark, @Nullable PlatformError error) {
        List<ReactionAnswered> told = switch (mark) {
            case Mark.Emoji it ->
                List.of(new ReactionAnswered(
                        it.conversationId(), it.access(), it.id(), it.messageId(), error, clock.instant()));
            case Mark.Read _ -> List.of();
        };
        store.settle(mark, told).await().atMost(DATABASE_PATIENCE);
    }
}
