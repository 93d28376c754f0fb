package org.centralino.conversation.thread.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What comes of it that a customer arrived by an ad or a page's button: answered within a day, messages to
/// him cost nothing for three (fact sheet, section 6). It opens no window, and keeps none open.
///
/// @param since when he last arrived so; null when that is not known
/// @param offeredUntil until when an answer makes messages free; null when they are, or none does
/// @param freeUntil until when messages cost nothing; null when they do
/// @param told whether the platform said until when, else it is reckoned from our answer
public record FreeEntry(
        @Nullable Instant since,
        @Nullable Instant offeredUntil,
        @Nullable Instant freeUntil,
        boolean told) {
    /// Messages are paid for.
    public static final FreeEntry NONE = new FreeEntry(null, null, null, false);

    private static final Duration ANSWERED_WITHIN = Duration.ofHours(24);
    private static final Duration FREE_FOR = Duration.ofHours(72);

    /// What happened longer ago matters no more.
    public static final Duration MATTERS_FOR = ANSWERED_WITHIN.plus(FREE_FOR);

    /// @param came when the customer last arrived by an ad or a button; null when he did not
    /// @param answered when he was first answered after that; null when he was not
    /// @param told until when messages to him are free, as the platform said; null when it did not
    public static FreeEntry of(
            @Nullable Instant came, @Nullable Instant answered, @Nullable Instant told, Instant now) {
        var offeredUntil = came == null ? null : came.plus(ANSWERED_WITHIN);
        var inTime = answered != null && offeredUntil != null && answered.isBefore(offeredUntil) ? answered : null;
        // What ended before he came again says nothing of this time.
        var word = told != null && came != null && !told.isAfter(came) ? null : told;
        var freeUntil = word == null && inTime != null ? inTime.plus(FREE_FOR) : word;
        if (freeUntil != null && now.isBefore(freeUntil)) {
            return new FreeEntry(came, null, freeUntil, word != null);
        }
        return inTime == null && offeredUntil != null && now.isBefore(offeredUntil)
                ? new FreeEntry(came, offeredUntil, null, false)
                : NONE;
    }
}
