package org.centralino.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which business numbers there are, without their secrets. Published by the outbound service on
/// [Topics#CHANNEL], where of each number the newest record stays: who reads the topic from its
/// beginning knows all of them.
public sealed interface ChannelEvent extends Event, Keyed {
    /// @return the platform's id of the number, which is the record's key
    String phoneNumberId();

    @Override
    default String recordKey() {
        return phoneNumberId();
    }

    /// A number is new, or something of it has changed.
    ///
    /// @param phoneNumberId the platform's id of the number
    /// @param number in digits
    /// @param name what operators call it; empty when it has no name
    /// @param accountId the platform's id of its WhatsApp Business account; null when it is not known
    /// @param catalogId the platform's id of the catalogue whose products it shows; null when it shows none
    /// @param connected whether messages can come and go, as far as is known; null counts as that they can
    /// @param at when it became so
    @WireName("channel.changed.v1")
    record ChannelChanged(
            String phoneNumberId,
            String number,
            String name,
            @Nullable String accountId,
            @Nullable String catalogId,
            @Nullable Boolean connected,
            Instant at)
            implements ChannelEvent {}

    /// A number is not served any more: nothing is sent from it, and what comes for it is not ours.
    ///
    /// @param phoneNumberId the platform's id of the number
    /// @param number in digits, by which its conversations are still known; null when it was not told
    /// @param name what operators called it; null when it was not told
    /// @param at when it was removed
    @WireName("channel.removed.v1")
    record ChannelRemoved(
            String phoneNumberId,
            @Nullable String number,
            @Nullable String name,
            Instant at) implements ChannelEvent {}

    /// A type that this version does not know.
    record Unrecognised(String type) implements ChannelEvent {
        @Override
        public String phoneNumberId() {
            return "";
        }
    }
}
