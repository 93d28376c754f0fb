package org.centralino.outbound.number.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the platform knows of a number at the moment at which it is asked (fact sheet, section 11.1). Its words are an
/// open list.
///
/// @param displayNumber as the platform writes it
/// @param verifiedName the name that customers see
/// @param status `CONNECTED`, or what is the matter
/// @param quality what customers think: `GREEN`, `YELLOW`, `RED` or `UNKNOWN`
/// @param throughput `STANDARD` for 80 messages a second, `HIGH` for 1,000
/// @param messagingLimit how many people may be written to first in 24 hours, such as `TIER_2K`
/// @param nameStatus whether the name was approved
/// @param onPhoneApp whether the number is used in the phone's app as well
/// @param canSend `AVAILABLE`, `LIMITED` or `BLOCKED`
/// @param obstacles why it is not available
public record Connection(
        @Nullable String displayNumber,
        @Nullable String verifiedName,
        @Nullable String status,
        @Nullable String quality,
        @Nullable String throughput,
        @Nullable String messagingLimit,
        @Nullable String nameStatus,
        boolean onPhoneApp,
        @Nullable String canSend,
        List<Obstacle> obstacles) {

    /// The words that only a number has which may send, and those that only one has which may not.
    private static final Set<String> REGISTERED = Set.of("CONNECTED", "FLAGGED", "RESTRICTED", "RATE_LIMITED");

    private static final Set<String> NOT_REGISTERED =
            Set.of("PENDING", "DISCONNECTED", "UNLINKED", "MIGRATED", "DELETED");

    /// @return whether it is registered, so that it may send; empty when the platform's word does not say
    public Optional<Boolean> isRegistered() {
        if (status == null) {
            return Optional.empty();
        }
        return REGISTERED.contains(status)
                ? Optional.of(true)
                : Optional.of(false).filter(_ -> NOT_REGISTERED.contains(status));
    }

    /// Something that stands in the way.
    ///
    /// @param entity of what: `PHONE_NUMBER`, `WABA`, `BUSINESS` or `APP`
    /// @param code the platform's; 0 when it gives none, as for what only limits it
    /// @param description in its words
    /// @param solution what it asks for, in its words
    public record Obstacle(
            @Nullable String entity,
            int code,
            @Nullable String description,
            @Nullable String solution) {}
}
