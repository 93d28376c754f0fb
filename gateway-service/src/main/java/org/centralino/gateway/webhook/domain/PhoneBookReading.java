package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.digits;
import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.line;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.PhoneContactChanged;
import org.jspecify.annotations.Nullable;

/// Reads what changed in the address book of the phone (fact sheet, section 16). A name that is added
/// again replaces the one before.
final class PhoneBookReading {
    private PhoneBookReading() {}

    /// @param number for which of our numbers it is
    /// @return the change; null when it is about no contact, or does not say which, or how he is called
    static @Nullable PhoneContactChanged changeOf(
            JsonNode entry, String number, Instant changedAt, Instant receivedAt, String raw) {
        var contact = entry.path("contact");
        var action = text(entry, "action");
        var waId = digits(text(contact, "phone_number"));
        var bsuid = text(contact, "user_id");
        var name = firstOf(line(contact, "full_name"), line(contact, "first_name"));
        var removed = "remove".equals(action);
        var isReadable = "contact".equals(text(entry, "type"))
                && (removed || "add".equals(action) && name != null)
                && (waId != null && !waId.isEmpty() || bsuid != null);
        if (!isReadable) {
            return null;
        }
        var username = text(contact, "username");
        return new PhoneContactChanged(
                number,
                new Customer(
                        bsuid,
                        null,
                        waId == null || waId.isEmpty() ? null : waId,
                        username != null && username.startsWith("@") ? username.substring(1) : username,
                        null),
                removed ? null : name,
                changedAt,
                receivedAt,
                raw);
    }
}
