package org.centralino.outbound.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.centralino.events.Held;
import org.centralino.events.HeldReason;
import org.jspecify.annotations.Nullable;

/// A reply that waits for longer than its author expects.
///
/// @param pause how long it waits by itself, as a call of it failed or was turned away; not positive
///     when it does not
/// @param place which of the replies that wait by this number it is, from 1
/// @param placeInConversation which of those of its conversation it is, from 1
/// @param isReady whether its file, if it has one, is where it has to be
/// @param told what its author was told before; null when nothing
public record Waiting(
        Trace trace,
        Duration pause,
        int place,
        int placeInConversation,
        boolean isReady,
        @Nullable HeldReason told) {
    private static final Duration NOT_WORTH_A_WORD = Duration.ofSeconds(1);

    /// How the number is by which it goes.
    ///
    /// @param isStopped whether its access token is refused
    /// @param pairOpensIn after how long this customer may be sent something; zero when he may
    /// @param pairInterval after how long he may be sent one more
    /// @param perSecond how many messages a second the number may send
    public record Number(boolean isStopped, Duration pairOpensIn, Duration pairInterval, int perSecond) {}

    /// @param now by the platform's clock
    /// @return why it waits, and about until when; empty when it waits for nothing that has a name
    public Optional<Held> heldBy(Number number, Instant now) {
        if (number.isStopped()) {
            return told == HeldReason.TOKEN ? Optional.empty() : Optional.of(new Held(HeldReason.TOKEN, null));
        }
        if (!isReady) {
            return Optional.empty();
        }
        if (pause.compareTo(NOT_WORTH_A_WORD) > 0) {
            return Optional.of(new Held(HeldReason.PAUSE, now.plus(pause)));
        }
        if (number.pairOpensIn().isPositive()) {
            var behindOthers = number.pairInterval().multipliedBy(placeInConversation - 1L);
            return Optional.of(
                    new Held(HeldReason.PAIR, now.plus(number.pairOpensIn()).plus(behindOthers)));
        }
        var turn = Duration.ofMillis(1_000L * place / number.perSecond());
        return turn.compareTo(NOT_WORTH_A_WORD) > 0
                ? Optional.of(new Held(HeldReason.THROUGHPUT, now.plus(turn)))
                : Optional.empty();
    }
}
