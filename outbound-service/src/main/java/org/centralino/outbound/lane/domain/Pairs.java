package org.centralino.outbound.lane.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The pair limit of one number (fact sheet, section 13): how soon each customer may be sent another
/// message. A customer is known by his conversation, which he has one of with each number. Not for
/// several threads.
public final class Pairs {
    private final Allowance allowance;
    private final Map<UUID, Long> borrowedUntil = new HashMap<>();
    /// Those that had to wait when they were looked at last.
    private final Set<UUID> indebted = new HashSet<>();

    public Pairs(Allowance allowance) {
        this.allowance = allowance;
    }

    public boolean mayTake(UUID conversation, long now) {
        return opensAt(conversation, now) <= now;
    }

    /// @return from when on this customer may be sent another message; not before now
    public long opensAt(UUID conversation, long now) {
        var until = borrowedUntil.get(conversation);
        return until == null ? now : Math.max(now, allowance.opensAt(until));
    }

    public void take(UUID conversation, long now) {
        borrowedUntil.merge(
                conversation, allowance.afterOneMore(now, now), (until, _) -> allowance.afterOneMore(until, now));
        if (!mayTake(conversation, now)) {
            indebted.add(conversation);
        }
    }

    /// What was taken was not sent.
    public void giveBack(UUID conversation) {
        borrowedUntil.computeIfPresent(conversation, (_, until) -> until - allowance.interval());
    }

    /// @return the customers that have to wait
    public UUID[] waiting(long now) {
        indebted.removeIf(conversation -> mayTake(conversation, now));
        return indebted.toArray(UUID[]::new);
    }

    /// @return when the first of those who have to wait may be sent something; [Long#MAX_VALUE] when
    ///     nobody has to
    public long nextOpening(long now) {
        return indebted.stream()
                .mapToLong(conversation -> opensAt(conversation, now))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /// Lets go of those who owe nothing any more.
    public void forgetSettled(long now) {
        borrowedUntil.values().removeIf(until -> until <= now);
    }
}
