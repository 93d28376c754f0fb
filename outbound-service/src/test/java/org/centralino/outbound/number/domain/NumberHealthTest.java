package org.centralino.outbound.number.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.centralino.events.AccountFact;
import org.centralino.events.AccountFact.Banned;
import org.centralino.events.AccountFact.ConnectionChanged;
import org.centralino.events.AccountFact.Limit;
import org.centralino.events.AccountFact.NumberChanged;
import org.centralino.events.AccountFact.Restricted;
import org.centralino.events.AccountFact.Restriction;
import org.centralino.events.AccountFact.Reviewed;
import org.centralino.outbound.number.domain.NumberHealth.Kind;
import org.centralino.outbound.number.domain.NumberHealth.Level;
import org.centralino.outbound.number.domain.NumberHealth.Limitation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberHealthTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final String OURS = "510000000000023";
    private static final String ACCOUNT = "290000000000017";

    @Test
    void a_number_of_which_nothing_was_said_is_well() {
        var health = health();

        assertThat(health.level()).isEqualTo(Level.OK);
        assertThat(health.limitations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RESTRICTED_CUSTOMER_INITIATED_MESSAGING, NO_ANSWERS, STOPPED",
        "RESTRICTED_BIZ_INITIATED_MESSAGING, NO_FIRST_MESSAGES, WARNING",
        "RESTRICTED_UTILITY_TEMPLATES, NO_UTILITY_TEMPLATES, WARNING",
        "RESTRICTED_ADD_PHONE_NUMBER_ACTION, NO_NEW_NUMBERS, OK",
        "RESTRICTED_USER_INITIATED_CALLING, NO_CALLS, OK",
        "RESTRICTED_IN_A_NEW_WAY, OTHER, WARNING"
    })
    void each_restriction_has_its_weight(String restriction, Kind kind, Level level) {
        var health = health(account(new Restricted(List.of(new Restriction(restriction, null, "Ask")))));

        assertThat(health.limitations()).containsExactly(new Limitation(kind, null, null, restriction, "Ask"));
        assertThat(health.level()).isEqualTo(level);
    }

    @Test
    void a_token_that_expires_within_a_week_is_a_warning() {
        var in = NOON.plus(Duration.ofDays(7));

        assertThat(health().withTokenUntil(in.plusSeconds(1), NOON).limitations())
                .isEmpty();
        assertThat(health().withTokenUntil(in, NOON).limitations())
                .containsExactly(
                        new Limitation(Kind.TOKEN_EXPIRES, null, in.toString().substring(0, 10), null, null));
        assertThat(health().withTokenUntil(in, NOON).level()).isEqualTo(Level.WARNING);
    }

    @Test
    void a_restriction_ends_by_itself() {
        var restricted = new Restricted(List.of(
                new Restriction("RESTRICTED_BIZ_INITIATED_MESSAGING", NOON, null),
                new Restriction("RESTRICTED_UTILITY_TEMPLATES", NOON.plusSeconds(1), null)));

        assertThat(health(account(restricted)).limitations())
                .extracting(Limitation::kind)
                .containsExactly(Kind.NO_UTILITY_TEMPLATES);
    }

    @ParameterizedTest
    @CsvSource({"SCHEDULE_FOR_DISABLE, BAN_ANNOUNCED, WARNING", "DISABLE, BANNED, STOPPED"})
    void a_ban_is_announced_before_it_holds(String state, Kind kind, Level level) {
        var health = health(account(new Banned(state, "2027-04-17")));

        assertThat(health.limitations()).containsExactly(new Limitation(kind, null, "2027-04-17", state, null));
        assertThat(health.level()).isEqualTo(level);
    }

    @Test
    void a_ban_that_was_lifted_limits_nothing() {
        assertThat(health(account(new Banned("REINSTATE", null))).limitations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_OFFBOARDED, STOPPED",
        "PARTNER_REMOVED, STOPPED",
        "ACCOUNT_DELETED, STOPPED",
        "ACCOUNT_RECONNECTED, OK",
        "PARTNER_ADDED, OK"
    })
    void an_account_that_is_not_served_through_us_stops_everything(String event, Level level) {
        assertThat(health(account(new ConnectionChanged(event, null, null))).level())
                .isEqualTo(level);
    }

    @Test
    void a_flag_and_a_rejected_review_are_warnings_and_a_limit_is_none() {
        var health = health(
                account(new Reviewed("REJECTED")),
                number(OURS, ACCOUNT, new NumberChanged("FLAGGED", null)),
                account(new Limit("TIER_2K", 2000)));

        assertThat(health.limitations())
                .extracting(Limitation::kind)
                .containsExactly(Kind.FLAGGED, Kind.REVIEW_REJECTED);
        assertThat(health.level()).isEqualTo(Level.WARNING);
    }

    @Test
    void the_hardest_stands_first() {
        var health = health(
                account(new Restricted(List.of(
                        new Restriction("RESTRICTED_UTILITY_TEMPLATES", null, null),
                        new Restriction("RESTRICTED_CUSTOMER_INITIATED_MESSAGING", null, null)))),
                account(new Banned("DISABLE", null)));

        assertThat(health.limitations())
                .extracting(Limitation::kind)
                .containsExactly(Kind.BANNED, Kind.NO_ANSWERS, Kind.NO_UTILITY_TEMPLATES);
    }

    @Test
    void what_is_said_of_another_number_is_not_said_of_ours() {
        assertThat(health(number("510000000000099", ACCOUNT, new NumberChanged("FLAGGED", null)))
                        .facts())
                .isEmpty();
    }

    @Test
    void a_number_whose_account_is_known_is_not_troubled_by_another_account() {
        var banned = new KnownFact(null, "290000000000099", new Banned("DISABLE", null), NOON);

        assertThat(health(banned).level()).isEqualTo(Level.STOPPED);
        assertThat(health(banned, number(OURS, ACCOUNT, new NumberChanged("UNFLAGGED", null)))
                        .level())
                .isEqualTo(Level.OK);
    }

    @Test
    void a_number_that_moved_belongs_to_the_account_that_was_named_last() {
        var before = new KnownFact(
                OURS, "290000000000099", new NumberChanged("UNFLAGGED", null), NOON.minus(Duration.ofDays(1)));
        var now = number(OURS, ACCOUNT, new AccountFact.NameReviewed("APPROVED", null, null));

        assertThat(health(before, now, account(new Banned("DISABLE", null))).level())
                .isEqualTo(Level.STOPPED);
    }

    private static NumberHealth health(KnownFact... facts) {
        return NumberHealth.of(OURS, Stream.of(facts).toList(), NOON);
    }

    private static KnownFact account(AccountFact fact) {
        return new KnownFact(null, ACCOUNT, fact, NOON);
    }

    private static KnownFact number(String id, String account, AccountFact fact) {
        return new KnownFact(id, account, fact, NOON);
    }
}
