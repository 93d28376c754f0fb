package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.ContextReading.prose;
import static org.centralino.gateway.webhook.domain.ContextReading.summary;
import static org.centralino.gateway.webhook.domain.PlatformJson.digits;
import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.centralino.events.Speaker;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.HandedOver;
import org.jspecify.annotations.Nullable;

/// Reads that another application answers a customer from now on, or we do (fact sheet, section 17). It
/// names the customer by his number only.
final class HandoverReading {
    private static final String TAKEN = "control_taken";
    private static final String PASSED = "control_passed";
    private static final String OURSELVES = "customer_service";

    private HandoverReading() {}

    /// @return for which of our numbers it is; null when that is not told
    static @Nullable String numberIn(JsonNode handover) {
        return text(handover.path("recipient"), "phone_number_id");
    }

    /// @return the handover; null when it does not say whose, or is of another kind
    static @Nullable HandedOver handoverOf(
            JsonNode handover, String phoneNumberId, Instant sentAt, Instant receivedAt, String raw) {
        var type = text(handover, "type");
        var waId = digits(text(handover.path("sender"), "phone_number"));
        if (waId == null || waId.isEmpty() || !TAKEN.equals(type) && !PASSED.equals(type)) {
            return null;
        }
        var said = handover.path(type);
        return new HandedOver(
                phoneNumberId,
                new Customer(null, null, waId, null, null),
                TAKEN.equals(type),
                speaker(text(said, "previous_owner_role"), null),
                speaker(text(said, "new_owner_role"), TAKEN.equals(type) ? Speaker.OTHER : null),
                prose(text(said, "metadata")),
                firstOf(summary(said), summary(handover)),
                sentAt,
                receivedAt,
                raw);
    }

    /// What is passed on without saying to whom is told to us because we get it.
    ///
    /// @param untold who it is when no role is told
    /// @return who has this role; null for ourselves
    private static @Nullable Speaker speaker(@Nullable String role, @Nullable Speaker untold) {
        if (role == null) {
            return untold;
        }
        return switch (role.toLowerCase(Locale.ROOT)) {
            case OURSELVES -> null;
            case "ai_agent" -> Speaker.AI_AGENT;
            case "marketing" -> Speaker.MARKETING;
            case "utility" -> Speaker.UTILITY;
            case "ctwa" -> Speaker.CTWA;
            case "escalation" -> Speaker.ESCALATION;
            default -> Speaker.OTHER;
        };
    }
}
