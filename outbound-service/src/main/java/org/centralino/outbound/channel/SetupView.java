package org.centralino.outbound.channel;

import java.time.Instant;
import org.centralino.events.PlatformError;
import org.centralino.kit.phone.DisplayPhone;
import org.centralino.outbound.OwnNumber;
import org.centralino.outbound.channel.ChannelStore.Test;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far a number is connected.
///
/// @param number in digits
/// @param displayPhone as people write it, in their country's groups
/// @param catalogId the platform's id of the catalogue whose products it shows; missing when it shows none
/// @param ofSettings whether the installation's settings name it, so that it cannot be changed here
/// @param connected whether messages can come and go
/// @param subscribedAt since when WhatsApp tells us what happens in its account; missing before that
/// @param registeredAt since when it may send; missing before that
/// @param heardAt when something of it was heard first; missing before that
/// @param test the last test message; missing when there was none
@Schema(name = "NumberSetup")
record SetupView(
        String phoneNumberId,
        String number,
        String displayPhone,
        String name,
        @Nullable String accountId,
        @Nullable String catalogId,
        boolean ofSettings,
        boolean connected,
        @Nullable Instant subscribedAt,
        @Nullable Instant registeredAt,
        @Nullable Instant heardAt,
        @Nullable TestView test) {

    /// A test message.
    ///
    /// @param status `accepted`, then WhatsApp's word: `sent`, `delivered`, `read` or `failed`
    /// @param error why it failed
    @Schema(name = "TestMessage")
    record TestView(Instant sentAt, String status, @Nullable PlatformError error) {}

    static SetupView of(OwnNumber number, @Nullable Test test) {
        return new SetupView(
                number.phoneNumberId(),
                number.number(),
                DisplayPhone.of(number.number()),
                number.name(),
                number.accountId(),
                number.catalogId(),
                number.ofSettings(),
                number.isConnected(),
                number.subscribedAt(),
                number.registeredAt(),
                number.heardAt(),
                test == null ? null : new TestView(test.sentAt(), test.status(), test.error()));
    }
}
