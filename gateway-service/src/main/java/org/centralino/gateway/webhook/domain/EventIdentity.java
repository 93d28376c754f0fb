package org.centralino.gateway.webhook.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.events.WhatsAppEvent.Unrecognised;

/// The CloudEvents ids of what the platform reports. The platform may report the same thing many times, in
/// bodies that differ: what it calls the same has the same id, so that consumers handle it once.
public final class EventIdentity {
    private EventIdentity() {}

    public static UUID of(WhatsAppEvent event) {
        return switch (event) {
            case MessageReceived message -> named("message", message.phoneNumberId(), message.platformId());
            case StatusReported status ->
                named(
                        "status",
                        status.phoneNumberId(),
                        status.platformId(),
                        status.status(),
                        nameOf(status.recipient()));
            case PartUnrecognised part -> named("part", part.phoneNumberId(), part.field(), part.raw());
            case Unrecognised _ -> throw new IllegalArgumentException("Never published");
        };
    }

    private static String nameOf(Customer customer) {
        return customer.waId() != null ? customer.waId() : customer.bsuid();
    }

    private static UUID named(String... parts) {
        try {
            var name = String.join("|", parts).getBytes(StandardCharsets.UTF_8);
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name));
            // The marks of a version 8 UUID: made from a hash by a rule of one's own (RFC 9562).
            var high = hash.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x8000L;
            var low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
