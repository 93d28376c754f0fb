package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.line;
import static org.centralino.gateway.webhook.domain.PlatformJson.membersOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.timeOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.centralino.events.AccountFact;
import org.centralino.events.AccountFact.Alerted;
import org.centralino.events.AccountFact.Banned;
import org.centralino.events.AccountFact.ConnectionChanged;
import org.centralino.events.AccountFact.Limit;
import org.centralino.events.AccountFact.NameReviewed;
import org.centralino.events.AccountFact.NumberChanged;
import org.centralino.events.AccountFact.Other;
import org.centralino.events.AccountFact.Restricted;
import org.centralino.events.AccountFact.Restriction;
import org.centralino.events.AccountFact.Reviewed;
import org.centralino.events.AccountFact.Security;
import org.centralino.events.AccountFact.UsernameChanged;
import org.centralino.events.AccountFact.Violated;
import org.centralino.events.AccountFact.VolumeTier;
import org.jspecify.annotations.Nullable;

/// Reads the value of a field that concerns an account (fact sheet, sections 3.3 and 3.4).
final class AccountFactReading {
    /// The platform writes this date for people.
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

    private static final Pattern TIER = Pattern.compile("(?:TIER_)?(\\d{1,6})(K?)");
    private static final int THOUSAND = 1_000;

    private AccountFactReading() {}

    /// @return what the value says; null when it lacks what its field is about
    static @Nullable AccountFact factOf(String field, JsonNode value, Instant receivedAt) {
        if (!value.isObject()) {
            return null;
        }
        return switch (field) {
            case "account_update" -> updateOf(value);
            case "account_review_update" -> said(line(value, "decision"), Reviewed::new);
            case "account_alerts" -> alertOf(value.path("alert_info"), value);
            case "business_capability_update" -> limitOf(value);
            case "phone_number_quality_update" ->
                said(
                        line(value, "event"),
                        event -> new NumberChanged(event, line(value, "max_daily_conversations_per_business")));
            case "phone_number_name_update" ->
                said(
                        line(value, "decision"),
                        decision -> new NameReviewed(
                                decision, line(value, "requested_verified_name"), reason(value, "rejection_reason")));
            case "security" -> said(line(value, "event"), event -> new Security(event, line(value, "requester")));
            case "business_username_update", "business_username_updates" ->
                said(line(value, "status"), status -> new UsernameChanged(withoutAt(line(value, "username")), status));
            case "message_template_status_update",
                    "message_template_quality_update",
                    "message_template_components_update",
                    "template_category_update",
                    "template_correct_category_detection" -> TemplateReading.factOf(field, value);
            default -> new Other(firstOf(line(value, "event"), line(value, "type")));
        };
    }

    private interface Meaning {
        AccountFact of(String word);
    }

    private static @Nullable AccountFact said(@Nullable String word, Meaning meaning) {
        return word == null ? null : meaning.of(word);
    }

    private static @Nullable AccountFact updateOf(JsonNode value) {
        var event = line(value, "event");
        return switch (event) {
            case null -> null;
            case "ACCOUNT_RESTRICTION" ->
                new Restricted(membersOf(value.path("restriction_info"))
                        .map(AccountFactReading::restrictionOf)
                        .toList());
            case "ACCOUNT_VIOLATION" -> {
                var violation = value.path("violation_info");
                var kind = line(violation, "violation_type");
                yield new Violated(kind == null ? event : kind, line(violation, "remediation"));
            }
            case "DISABLED_UPDATE" ->
                said(
                        line(value.path("ban_info"), "waba_ban_state"),
                        state -> new Banned(state, dayOf(line(value.path("ban_info"), "waba_ban_date"))));
            case "ACCOUNT_OFFBOARDED", "ACCOUNT_RECONNECTED", "ACCOUNT_DELETED", "PARTNER_ADDED", "PARTNER_REMOVED" ->
                new ConnectionChanged(
                        event,
                        line(value.path("disconnection_info"), "reason"),
                        line(value.path("disconnection_info"), "initiated_by"));
            case "VOLUME_BASED_PRICING_TIER_UPDATE" -> {
                var info = value.path("volume_tier_info");
                yield said(
                        line(info, "tier"),
                        tier -> new VolumeTier(
                                tier,
                                line(info, "pricing_category"),
                                line(info, "effective_month"),
                                line(info, "region")));
            }
            default -> new Other(event);
        };
    }

    private static Restriction restrictionOf(JsonNode info) {
        var restriction = line(info, "restriction_type");
        return new Restriction(
                restriction == null ? "UNKNOWN" : restriction,
                timeOf(info.path("expiration")),
                line(info, "remediation"));
    }

    private static @Nullable AccountFact alertOf(JsonNode info, JsonNode value) {
        return said(
                firstOf(line(info, "alert_type"), line(value, "alert_type")),
                alert -> new Alerted(
                        alert,
                        line(info, "alert_severity"),
                        line(info, "alert_status"),
                        line(info, "alert_description")));
    }

    private static @Nullable AccountFact limitOf(JsonNode value) {
        return said(
                firstOf(
                        line(value, "max_daily_conversations_per_business"),
                        line(value, "max_daily_conversation_per_phone")),
                limit -> new Limit(limit, customersOf(limit)));
    }

    private static @Nullable Integer customersOf(String limit) {
        var tier = TIER.matcher(limit);
        return tier.matches() ? Integer.parseInt(tier.group(1)) * (tier.group(2).isEmpty() ? 1 : THOUSAND) : null;
    }

    private static @Nullable String dayOf(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            return LocalDate.parse(written, ENGLISH).toString();
        } catch (DateTimeException otherwise) {
            return written;
        }
    }

    private static @Nullable String withoutAt(@Nullable String username) {
        return username != null && username.startsWith("@") ? username.substring(1) : username;
    }

    /// No reason is also said by a word.
    static @Nullable String reason(JsonNode value, String field) {
        var reason = line(value, field);
        return "NONE".equals(reason) ? null : reason;
    }
}
