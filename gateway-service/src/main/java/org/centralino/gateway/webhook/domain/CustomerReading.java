package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.digits;
import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.centralino.events.WhatsAppEvent.CustomerChanged.What;
import org.centralino.gateway.webhook.domain.WebhookTranslation.Sent;
import org.jspecify.annotations.Nullable;

/// Reads that a customer has other keys now: from a system message (fact sheet, section 4.7), or from the older field
/// `user_id_update` (7.4).
final class CustomerReading {
    private CustomerReading() {}

    /// @param sent by whom the message says that it was sent, which may be nobody
    /// @return the change; null when it does not say whose, or to what
    static @Nullable CustomerChanged systemChangeOf(JsonNode message, Sent sent) {
        var said = message.path("system");
        var what = whatOf(text(said, "type"));
        var now = new Customer(
                text(said, "user_id"),
                text(said, "parent_user_id"),
                digits(firstOf(text(said, "wa_id"), text(said, "new_wa_id"))),
                sent.customer().username(),
                sent.customer().profileName());
        var before = before(
                firstOf(text(said, "previous_user_id"), sent.customer().bsuid()),
                firstOf(text(said, "previous_parent_user_id"), sent.customer().parentBsuid()),
                firstOf(sent.customer().waId(), digits(text(said, "customer"))),
                now);
        return changed(sent.platformId(), before, now, what, sent);
    }

    /// @param update a member of the field's list
    /// @param named the customer as the change names him
    /// @return the change; null when it does not say whose, or to what
    static @Nullable CustomerChanged updateOf(JsonNode update, Sent sent, Customer named) {
        var id = update.path("user_id");
        var parent = update.path("parent_user_id");
        var number = firstOf(digits(text(update, "wa_id")), named.waId());
        var now = new Customer(
                text(id, "current"), text(parent, "current"), number, named.username(), named.profileName());
        var previous = text(id, "previous");
        var before = before(previous, text(parent, "previous"), previous == null ? number : null, now);
        return changed(null, before, now, What.IDENTITY, sent);
    }

    private static @Nullable CustomerChanged changed(
            @Nullable String platformId, Customer before, Customer now, What what, Sent sent) {
        var isKnown = before.bsuid() != null || before.waId() != null;
        var isNew = now.bsuid() != null || now.waId() != null;
        var needsKeys = what == What.NUMBER || what == What.IDENTITY;
        return !isKnown || needsKeys && !isNew
                ? null
                : new CustomerChanged(
                        sent.phoneNumberId(), platformId, before, now, what, sent.at(), sent.receivedAt(), sent.raw());
    }

    /// An id that he has now is none that he had: a message may carry the new one as its sender's.
    private static Customer before(
            @Nullable String bsuid, @Nullable String parentBsuid, @Nullable String waId, Customer now) {
        var isOld = !Objects.equals(bsuid, now.bsuid()) || waId == null;
        return new Customer(isOld ? bsuid : null, parentBsuid, waId, now.username(), now.profileName());
    }

    private static What whatOf(@Nullable String type) {
        return switch (type) {
            case "user_changed_number", "customer_changed_number" -> What.NUMBER;
            case "user_changed_user_id" -> What.IDENTITY;
            case "customer_identity_changed" -> What.DEVICE;
            case null, default -> What.OTHER;
        };
    }
}
