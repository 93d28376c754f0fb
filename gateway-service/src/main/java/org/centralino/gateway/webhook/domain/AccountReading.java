package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.digits;
import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.line;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.AccountReported;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.gateway.webhook.domain.WebhookBody.Change;
import org.jspecify.annotations.Nullable;

/// Reads what is said of a number or of its account. An account is not asked whether it is ours: the platform tells
/// us of those only that our app serves.
final class AccountReading {
    private static final Set<String> FIELDS = Set.of(
            "account_alerts",
            "account_review_update",
            "account_settings_update",
            "account_update",
            "business_capability_update",
            "business_username_update",
            "business_username_updates",
            "flows",
            "message_template_components_update",
            "message_template_quality_update",
            "message_template_status_update",
            "partner_solutions",
            "payment_configuration_update",
            "phone_number_name_update",
            "phone_number_quality_update",
            "security",
            "template_category_update",
            "template_correct_category_detection");

    private final Set<String> ownNumbers;
    private final Map<String, String> idsByNumber;

    /// @param idsByNumber the platform's ids of our numbers by the numbers in digits, for many fields name no id
    AccountReading(Set<String> ownNumbers, Map<String, String> idsByNumber) {
        this.ownNumbers = Set.copyOf(ownNumbers);
        this.idsByNumber = Map.copyOf(idsByNumber);
    }

    static boolean reads(String field) {
        return FIELDS.contains(field);
    }

    /// @param raw the change with its account and time
    WhatsAppEvent read(String field, Change change, String raw, Instant receivedAt) {
        if (change.all().length() > WebhookTranslation.LARGEST_PART) {
            return unrecognised(field, "larger than any report", raw, receivedAt);
        }
        JsonNode value;
        try {
            value = change.all().tree().path("value");
        } catch (IOException tooDeep) {
            return unrecognised(field, "nested too deep", raw, receivedAt);
        }
        var fact = AccountFactReading.factOf(field, value, receivedAt);
        if (fact == null) {
            return unrecognised(field, "a report that does not say what happened", raw, receivedAt);
        }
        var number = digits(line(value, "display_phone_number"));
        return new AccountReported(
                numberIdOf(value, number),
                number,
                accountOf(change, value),
                field,
                fact,
                WebhookTranslation.time(WebhookTranslation.treeOf(change.entryTime()), receivedAt),
                receivedAt,
                raw);
    }

    private static PartUnrecognised unrecognised(String field, String reason, String raw, Instant receivedAt) {
        return new PartUnrecognised(null, field, reason, receivedAt, raw);
    }

    private @Nullable String numberIdOf(JsonNode value, @Nullable String number) {
        if (number != null) {
            return idsByNumber.get(number);
        }
        return Stream.of(
                        value.path("entity_id"),
                        value.path("phone_number_settings").path("phone_number_id"))
                .map(PlatformJson::text)
                .filter(id -> id != null && ownNumbers.contains(id))
                .findFirst()
                .orElse(null);
    }

    /// What concerns partners comes under the id of a business, and names the account inside.
    private static @Nullable String accountOf(Change change, JsonNode value) {
        var event = text(value, "event");
        var isAboutPartners =
                event != null && event.startsWith("PARTNER_") || "partner_solutions".equals(change.field());
        var entry = isAboutPartners ? null : WebhookTranslation.treeOf(change.entryId());
        return firstOf(line(value.path("waba_info"), "waba_id"), entry == null ? null : PlatformJson.lineOf(entry));
    }
}
