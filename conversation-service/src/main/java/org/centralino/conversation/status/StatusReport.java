package org.centralino.conversation.status;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.addressbook.ConsentStore;
import org.centralino.events.MessageStatus;
import org.centralino.events.OutboundEvent;
import org.centralino.events.PlatformError;
import org.centralino.events.Pricing;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.jspecify.annotations.Nullable;

/// How far a message of ours has come, by whatever name it is known so far.
///
/// @param phoneNumberId null when it was not the platform that told
/// @param platformId the platform's id, where it was told
/// @param messageId our id, which the platform echoes
/// @param pricing what it costs; told with some statuses only
public record StatusReport(
        @Nullable String phoneNumberId,
        @Nullable String platformId,
        @Nullable UUID messageId,
        MessageStatus status,
        Instant statusAt,
        @Nullable PlatformError error,
        @Nullable Pricing pricing) {

    /// @return nothing for a status word that is new to us: it says nothing about ticks; nor for what
    ///     says nothing about a message to a group as a whole
    public static Optional<StatusReport> of(StatusReported reported) {
        if (isOneOfMany(reported)) {
            return Optional.empty();
        }
        return Arrays.stream(MessageStatus.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(reported.status()))
                .filter(status -> status.mayFollow(MessageStatus.ACCEPTED))
                .findFirst()
                .map(status -> new StatusReport(
                        reported.phoneNumberId(),
                        reported.platformId(),
                        ourId(reported.callbackData()),
                        status,
                        reported.statusAt(),
                        reported.errors().stream().findFirst().orElse(null),
                        reported.pricing()));
    }

    /// What one of a group did not get, the others may have. That one of them has it, or has read it,
    /// counts for all.
    private static boolean isOneOfMany(StatusReported reported) {
        var participant = reported.recipient();
        return reported.groupId() != null
                && reported.status().equals(MessageStatus.FAILED.name().toLowerCase(Locale.ROOT))
                && (participant.bsuid() != null || participant.waId() != null);
    }

    /// @return nothing for an event that is new to us
    static Optional<StatusReport> of(OutboundEvent event) {
        return switch (event) {
            case OutboundEvent.MessageAccepted it ->
                Optional.of(new StatusReport(
                        null, it.platformId(), it.messageId(), MessageStatus.ACCEPTED, it.at(), null, null));
            case OutboundEvent.MessageRefused it ->
                Optional.of(
                        new StatusReport(null, null, it.messageId(), MessageStatus.FAILED, it.at(), it.error(), null));
            case OutboundEvent.MessageInDoubt it ->
                Optional.of(new StatusReport(null, null, it.messageId(), MessageStatus.UNKNOWN, it.at(), null, null));
            case OutboundEvent.MessageHeld _,
                    OutboundEvent.Fetched _,
                    OutboundEvent.BlockAnswered _,
                    OutboundEvent.ReactionAnswered _,
                    OutboundEvent.Unrecognised _ -> Optional.empty();
        };
    }

    /// @return a report that moves nothing: it only says which message is which
    static StatusReport none(String platformId, UUID messageId, Instant at) {
        return new StatusReport(null, platformId, messageId, MessageStatus.QUEUED, at, null, null);
    }

    /// @return those that say that a customer had stopped advertising
    public static List<ConsentStore.Stopped> stoppedMarketing(List<StatusReport> reports) {
        return reports.stream()
                .filter(report -> report.status() == MessageStatus.FAILED)
                .flatMap(report -> Stream.ofNullable(report.error())
                        .filter(ConsentStore.Stopped::isSaidBy)
                        .map(error -> new ConsentStore.Stopped(
                                report.messageId(),
                                report.phoneNumberId(),
                                report.platformId(),
                                error,
                                report.statusAt())))
                .toList();
    }

    /// @return the platform's ids that these reports tell
    static String[] platformIdsOf(List<StatusReport> reports) {
        return reports.stream()
                .map(StatusReport::platformId)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toArray(String[]::new);
    }

    private static @Nullable UUID ourId(@Nullable String callbackData) {
        try {
            return callbackData == null ? null : UUID.fromString(callbackData);
        } catch (IllegalArgumentException foreign) {
            // Somebody else's send on the same number: the platform's id has to do.
            return null;
        }
    }
}
