package org.centralino.outbound.block;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.centralino.events.ConversationEvent.BlockRequested;
import org.centralino.events.OutboundEvent.BlockAnswered;
import org.centralino.events.PlatformError;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.WorkingThreads;
import org.centralino.outbound.block.domain.BlockCall;
import org.centralino.outbound.block.domain.BlockCall.Next;
import org.centralino.outbound.block.domain.BlockCall.Patience;
import org.centralino.outbound.whatsapp.CloudBlocks;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Has the platform block customers, and let them in again. A call waits for the platform, and few are made: they have
/// one thread of their own.
@Singleton
public class Blocking {
    private static final Logger LOG = Logger.getLogger(Blocking.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);

    private final BlockStore store;
    private final CloudBlocks platform;
    private final OwnNumbers numbers;
    private final OutboundConfig config;
    private final Clock clock;
    private final WorkingThreads threads;

    Blocking(BlockStore store, CloudBlocks platform, OwnNumbers numbers, OutboundConfig config, Clock clock) {
        this.store = store;
        this.platform = platform;
        this.numbers = numbers;
        this.config = config;
        this.clock = clock;
        this.threads = new WorkingThreads(
                "blocking",
                1,
                config.lookEvery(),
                this::callNext,
                failure -> LOG.warnf("Nobody can be blocked for now, trying again: %s", failure));
    }

    void start(@Observes StartupEvent started) {
        threads.start();
    }

    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stop) throws InterruptedException {
        threads.stop();
    }

    /// @return when it is written down what is to be called
    public Uni<Void> record(List<BlockRequested> requests) {
        return requests.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.record(requests).invoke(() -> threads.wake());
    }

    private boolean callNext() {
        var claimed = store.claim(config.claimFor()).await().atMost(DATABASE_PATIENCE);
        claimed.ifPresent(this::call);
        return claimed.isPresent();
    }

    private void call(BlockCall call) {
        var number = Objects.requireNonNull(call.access().phoneNumberId(), "every conversation is one of a number");
        if (numbers.wasRemoved(number)) {
            store.settle(call, told(call, OwnNumbers.REMOVED)).await().atMost(DATABASE_PATIENCE);
            return;
        }
        var answer = platform.call(call);
        var patience = new Patience(config.firstPause(), config.longestPause(), config.giveUpAfter());
        switch (call.after(answer, clock.instant(), patience)) {
            case Next.Settled(var error) -> {
                if (error != null) {
                    LOG.warnf("WhatsApp did not do what was asked for in %s: code %d", call.requestId(), error.code());
                }
                store.settle(call, told(call, error)).await().atMost(DATABASE_PATIENCE);
            }
            case Next.TryAgain(var pause) -> {
                LOG.infof("What was asked for in %s is tried again in %s: %s", call.requestId(), pause, answer);
                store.later(call, pause).await().atMost(DATABASE_PATIENCE);
            }
        }
    }

    private BlockAnswered told(BlockCall call, @Nullable PlatformError error) {
        return new BlockAnswered(
                call.conversationId(), call.access(), call.requestId(), call.blocked(), error, clock.instant());
    }
}
