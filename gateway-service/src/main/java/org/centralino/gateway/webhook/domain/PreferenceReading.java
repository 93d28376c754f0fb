package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.MarketingChosen;
import org.jspecify.annotations.Nullable;

/// Reads what customers want to get and what not (fact sheet, section 15).
final class PreferenceReading {
    /// The field, and the list in it.
    static final String FIELD = "user_preferences";

    private PreferenceReading() {}

    /// @param number for which of our numbers it is
    /// @return the choice; null when it does not say whose, or of what kind it is
    static @Nullable MarketingChosen choiceOf(
            JsonNode preference, String number, Customer customer, Instant chosenAt, Instant receivedAt, String raw) {
        var wanted = switch (text(preference, "value")) {
            case "stop" -> Boolean.FALSE;
            case "resume", "signup" -> Boolean.TRUE;
            case null, default -> null;
        };
        var isReadable = "marketing_messages".equals(text(preference, "category"))
                && (customer.bsuid() != null || customer.waId() != null);
        return wanted == null || !isReadable
                ? null
                : new MarketingChosen(number, customer, wanted, chosenAt, receivedAt, raw);
    }
}
