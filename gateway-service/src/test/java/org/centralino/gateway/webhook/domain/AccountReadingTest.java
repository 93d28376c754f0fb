package org.centralino.gateway.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
import org.centralino.events.AccountFact.TemplateChanged;
import org.centralino.events.AccountFact.UsernameChanged;
import org.centralino.events.AccountFact.Violated;
import org.centralino.events.AccountFact.VolumeTier;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.AccountReported;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the platform says of numbers and accounts.
class AccountReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final String OWN = "510000000000023";

    static Stream<Arguments> facts() {
        return Stream.of(
                said(
                        "account_update",
                        """
                        {"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":
                        "RESTRICTED_BIZ_INITIATED_MESSAGING","expiration":1796360400,"remediation":"Ask"},
                        {"restriction_type":"RESTRICTED_UTILITY_TEMPLATES"}]}""",
                        new Restricted(List.of(
                                new Restriction(
                                        "RESTRICTED_BIZ_INITIATED_MESSAGING", Instant.ofEpochSecond(1796360400), "Ask"),
                                new Restriction("RESTRICTED_UTILITY_TEMPLATES", null, null)))),
                said("account_update", "{\"event\":\"ACCOUNT_RESTRICTION\"}", new Restricted(List.of())),
                said("account_update", """
                        {"event":"ACCOUNT_VIOLATION","violation_info":{"violation_type":"SPAM"}}""", new Violated("SPAM", null)),
                said("account_update", """
                        {"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"SCHEDULE_FOR_DISABLE",
                        "waba_ban_date":"April 17, 2027"}}""", new Banned("SCHEDULE_FOR_DISABLE", "2027-04-17")),
                said("account_update", """
                        {"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"DISABLE","waba_ban_date":"soon"}}""", new Banned("DISABLE", "soon")),
                said("account_update", """
                        {"event":"PARTNER_REMOVED","disconnection_info":{"reason":"PHONE_UNUSED","initiated_by":"BUSINESS"}}""", new ConnectionChanged("PARTNER_REMOVED", "PHONE_UNUSED", "BUSINESS")),
                said(
                        "account_update",
                        "{\"event\":\"ACCOUNT_OFFBOARDED\"}",
                        new ConnectionChanged("ACCOUNT_OFFBOARDED", null, null)),
                said("account_update", """
                        {"event":"VOLUME_BASED_PRICING_TIER_UPDATE","volume_tier_info":{"tier":"25001:50000",
                        "pricing_category":"UTILITY","effective_month":"2026-11","region":"IT"}}""", new VolumeTier("25001:50000", "UTILITY", "2026-11", "IT")),
                said("account_update", "{\"event\":\"VERIFIED_ACCOUNT\"}", new Other("VERIFIED_ACCOUNT")),
                said("account_review_update", "{\"decision\":\"DEFERRED\"}", new Reviewed("DEFERRED")),
                said("account_alerts", """
                        {"entity_type":"BUSINESS","entity_id":"77","alert_info":{"alert_severity":"WARNING",
                        "alert_status":"ACTIVE","alert_type":"OBA_REJECTED","alert_description":"No."}}""", new Alerted("OBA_REJECTED", "WARNING", "ACTIVE", "No.")),
                said(
                        "phone_number_quality_update",
                        "{\"display_phone_number\":\"390299990001\",\"event\":\"FLAGGED\"}",
                        new NumberChanged("FLAGGED", null)),
                said("phone_number_name_update", """
                        {"display_phone_number":"390299990001","decision":"REJECTED",
                        "requested_verified_name":"Casa Lume","rejection_reason":"NAME_EXISTING"}""", new NameReviewed("REJECTED", "Casa Lume", "NAME_EXISTING")),
                said("security", """
                        {"display_phone_number":"390299990001","event":"PIN_CHANGED","requester":"7788"}""", new Security("PIN_CHANGED", "7788")),
                said("business_username_updates", """
                        {"display_phone_number":"390299990001","username":"@casalume","status":"approved"}""", new UsernameChanged("casalume", "approved")),
                said("flows", "{\"event\":\"FLOW_STATUS_CHANGE\"}", new Other("FLOW_STATUS_CHANGE")),
                said(
                        "account_settings_update",
                        "{\"type\":\"phone_number_settings\"}",
                        new Other("phone_number_settings")));
    }

    static Stream<Arguments> templates() {
        return Stream.of(
                said(
                        "message_template_status_update",
                        """
                        {"event":"REJECTED","message_template_id":770000000000031,"message_template_name":"consegna",
                        "message_template_language":"it","reason":"INVALID_FORMAT","rejection_info":{
                        "reason":"Two variables touch.","recommendation":"Put words between."}}""",
                        new TemplateChanged(
                                "770000000000031",
                                "consegna",
                                "it",
                                "status",
                                "REJECTED",
                                null,
                                "INVALID_FORMAT",
                                "Two variables touch. Put words between.")),
                said(
                        "message_template_status_update",
                        "{\"event\":\"APPROVED\",\"reason\":\"NONE\"}",
                        template("status", "APPROVED", null, null)),
                said(
                        "message_template_quality_update",
                        "{\"previous_quality_score\":\"GREEN\",\"new_quality_score\":\"RED\"}",
                        template("quality", "RED", "GREEN", null)),
                said(
                        "template_category_update",
                        "{\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"}",
                        template("category", "MARKETING", "UTILITY", null)),
                said(
                        "template_category_update",
                        "{\"correct_category\":\"MARKETING\",\"new_category\":\"UTILITY\"}",
                        template("category", "MARKETING", "UTILITY", "IMPENDING")),
                said("message_template_components_update", "{}", template("components", null, null, null)));
    }

    private static TemplateChanged template(String aspect, String now, String before, String reason) {
        return new TemplateChanged(null, null, null, aspect, now, before, reason, null);
    }

    @ParameterizedTest
    @MethodSource({"facts", "templates"})
    void each_field_says_what_happened(String field, String value, AccountFact fact) {
        assertThat(reportedIn(field, value).fact()).isEqualTo(fact);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"TIER_2K\"', TIER_2K, 2000",
        "'\"TIER_250\"', TIER_250, 250",
        "100000, 100000, 100000",
        "-1, -1,",
        "'\"TIER_UNLIMITED\"', TIER_UNLIMITED,"
    })
    void a_limit_is_a_word_or_a_number(String said, String limit, Integer customers) {
        var fact = reportedIn(
                "business_capability_update", "{\"max_daily_conversations_per_business\":%s}".formatted(said));

        assertThat(fact.fact()).isEqualTo(new Limit(limit, customers));
    }

    @Test
    void a_number_of_ours_is_found_by_how_it_is_written() {
        var report = reportedIn(
                "security", "{\"display_phone_number\":\"+39 02 9999 0001\",\"event\":\"PIN_RESET_REQUEST\"}");

        assertThat(report.phoneNumberId()).isEqualTo(OWN);
        assertThat(report.number()).isEqualTo("390299990001");
    }

    @Test
    void a_number_of_somebody_else_is_named_and_is_none_of_ours() {
        var report = reportedIn("security", "{\"display_phone_number\":\"390288880001\",\"event\":\"PIN_CHANGED\"}");

        assertThat(report.phoneNumberId()).isNull();
        assertThat(report.number()).isEqualTo("390288880001");
    }

    @Test
    void an_alert_may_name_a_number_by_its_id() {
        var report = reportedIn("account_alerts", """
                {"entity_id":"510000000000023","alert_info":{"alert_type":"OBA_REJECTED"}}""");

        assertThat(report.phoneNumberId()).isEqualTo(OWN);
    }

    @Test
    void account_and_time_stand_around_what_is_said() {
        var report = reportedIn("account_review_update", "{\"decision\":\"APPROVED\"}");

        assertThat(report.accountId()).isEqualTo("290000000000017");
        assertThat(report.at()).isEqualTo(Instant.ofEpochSecond(1795359600));
        assertThat(report.raw()).startsWith("{\"id\":\"290000000000017\",\"time\":1795359600,\"changes\":[");
    }

    @Test
    void what_concerns_partners_names_the_account_inside() {
        var report = reportedIn(
                "account_update", "{\"event\":\"PARTNER_ADDED\",\"waba_info\":{\"waba_id\":\"290000000000099\"}}");

        assertThat(report.accountId()).isEqualTo("290000000000099");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account_update|{}",
                "account_update|null",
                "account_update|[]",
                "account_update|{\"event\":\"DISABLED_UPDATE\"}",
                "account_review_update|{\"decision\":null}",
                "security|{\"event\":{}}",
                "business_capability_update|{\"max_phone_numbers_per_business\":2}"
            })
    void what_does_not_say_what_happened_is_kept_as_it_came(String field, String value) {
        var part = (PartUnrecognised) only(field, value);

        assertThat(part.field()).isEqualTo(field);
        assertThat(part.reason()).isEqualTo("a report that does not say what happened");
        assertThat(part.raw()).contains(value);
    }

    private static Arguments said(String field, String value, AccountFact fact) {
        return Arguments.of(field, value, fact);
    }

    private static AccountReported reportedIn(String field, String value) {
        return (AccountReported) only(field, value);
    }

    private static WhatsAppEvent only(String field, String value) {
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"290000000000017","time":1795359600,"changes":[
                {"field":"%s","value":%s}]}]}""".formatted(field, value);
        var events = new WebhookTranslation(Set.of(OWN), Map.of("390299990001", OWN))
                .translate(body.getBytes(StandardCharsets.UTF_8), NOW);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
