package org.centralino.simulator.platform.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Messages that cost nothing, as the customer came by an ad and was answered within a day (fact sheet, section 6).
public final class FreeEntry {
    private static final Duration ANSWERED_WITHIN = Duration.ofHours(24);
    private static final Duration FREE_FOR = Duration.ofHours(72);

    private FreeEntry() {}

    /// @param chat all of a customer's messages, the oldest first
    /// @param message one of them, of the business
    /// @return until when nothing is paid for; empty when the message is paid for
    public static Optional<Instant> until(List<ChatMessage> chat, ChatMessage message) {
        @Nullable Instant came = null;
        @Nullable Instant until = null;
        for (var each : chat) {
            if (!each.phoneNumberId().equals(message.phoneNumberId())) {
                continue;
            }
            if (isByAd(each)) {
                came = each.at();
            } else if (!each.fromCustomer() && came != null && each.at().isBefore(came.plus(ANSWERED_WITHIN))) {
                until = each.at().plus(FREE_FOR);
                came = null;
            }
            if (each.wamid().equals(message.wamid())) {
                break;
            }
        }
        return Optional.ofNullable(until).filter(end -> message.at().isBefore(end));
    }

    private static boolean isByAd(ChatMessage message) {
        return message.fromCustomer()
                && message.shown() != null
                && message.shown().label() == Shown.Label.AD;
    }
}
