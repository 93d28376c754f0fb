package org.centralino.outbound.use;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How often a template was used, and with what result.
///
/// @param lastWeek of what was queued within the last 7 days
/// @param lastMonth of what was queued within the last 30 days
/// @param total of all that is known
/// @param lastUsedAt when it was used last; null when it never was
@Schema(name = "TemplateUse")
public record TemplateUse(
        Counts lastWeek,
        Counts lastMonth,
        Counts total,
        @Nullable Instant lastUsedAt) {
    public static final TemplateUse NONE = new TemplateUse(Counts.NONE, Counts.NONE, Counts.NONE, null);

    /// What became of messages.
    ///
    /// @param sent how many WhatsApp took
    /// @param delivered how many of them arrived
    /// @param read how many were read, as far as customers let that be known
    /// @param failed how many did not arrive, or were not sent at all
    /// @param answered how many were answered: by a button, or by what the customer wrote next within a
    ///     day
    @Schema(name = "TemplateUseCounts")
    public record Counts(long sent, long delivered, long read, long failed, long answered) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }
}
