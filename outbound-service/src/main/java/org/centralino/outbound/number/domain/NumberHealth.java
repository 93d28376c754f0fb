package org.centralino.outbound.number.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.centralino.events.AccountFact;
import org.centralino.events.AccountFact.Banned;
import org.centralino.events.AccountFact.ConnectionChanged;
import org.centralino.events.AccountFact.NumberChanged;
import org.centralino.events.AccountFact.Restricted;
import org.centralino.events.AccountFact.Restriction;
import org.jspecify.annotations.Nullable;

/// What the team can do with a number just now.
///
/// @param limitations what it cannot do, or soon will not; the hardest first
/// @param facts what holds of the number and of its account
public record NumberHealth(List<Limitation> limitations, List<KnownFact> facts) {
    private static final Duration WARNED_BEFORE = Duration.ofDays(7);

    /// How much it matters to who answers customers.
    public enum Level {
        OK,
        WARNING,
        STOPPED
    }

    /// What limits the team, in the order of how hard.
    public enum Kind {
        /// The access token is refused, so nothing is sent.
        TOKEN_REFUSED(Level.STOPPED),
        /// No replica has the key that opens the access token, so nothing is sent.
        TOKEN_SHUT(Level.STOPPED),
        BANNED(Level.STOPPED),
        DISCONNECTED(Level.STOPPED),
        /// Customers who wrote cannot be answered.
        NO_ANSWERS(Level.STOPPED),
        BAN_ANNOUNCED(Level.WARNING),
        /// The access token is good for some days only, and nothing can be sent afterwards.
        TOKEN_EXPIRES(Level.WARNING),
        /// Nobody can be written to who did not write first.
        NO_FIRST_MESSAGES(Level.WARNING),
        NO_UTILITY_TEMPLATES(Level.WARNING),
        NO_NEW_NUMBERS(Level.OK),
        NO_CALLS(Level.OK),
        /// The platform thinks of the number as one that customers complain about.
        FLAGGED(Level.WARNING),
        REVIEW_REJECTED(Level.WARNING),
        OTHER(Level.WARNING);

        private final Level level;

        Kind(Level level) {
            this.level = level;
        }
    }

    /// @param until when it ends; null when nobody knows
    /// @param day when it begins, as the platform said it
    /// @param word the platform's word for it
    /// @param remedy what the platform asks for, in its words
    public record Limitation(
            Kind kind,
            @Nullable Instant until,
            @Nullable String day,
            @Nullable String word,
            @Nullable String remedy) {
        private Limitation(Kind kind, @Nullable String word) {
            this(kind, null, null, word, null);
        }
    }

    /// @param all what holds of any number or account
    public static NumberHealth of(String phoneNumberId, List<KnownFact> all, Instant now) {
        var facts = concerning(phoneNumberId, all);
        return new NumberHealth(
                facts.stream()
                        .flatMap(known -> limitationsOf(known.fact(), now))
                        .sorted(Comparator.comparing(Limitation::kind))
                        .toList(),
                facts);
    }

    /// @param word what the platform says of the access token
    /// @return the same number, which sends nothing until it has another token
    public NumberHealth withRefusedToken(@Nullable String word) {
        return withFirst(new Limitation(Kind.TOKEN_REFUSED, word));
    }

    /// @return the same number, by which nothing is sent until its access token can be opened
    public NumberHealth withShutToken() {
        return withFirst(new Limitation(Kind.TOKEN_SHUT, null));
    }

    private NumberHealth withFirst(Limitation limitation) {
        return new NumberHealth(
                Stream.concat(Stream.of(limitation), limitations.stream()).toList(), facts);
    }

    /// @param expiresAt when the access token expires
    /// @return the same number, with a warning when that is within a week
    public NumberHealth withTokenUntil(Instant expiresAt, Instant now) {
        if (expiresAt.minus(WARNED_BEFORE).isAfter(now)) {
            return this;
        }
        var day = expiresAt.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return new NumberHealth(
                Stream.concat(
                                limitations.stream(),
                                Stream.of(new Limitation(Kind.TOKEN_EXPIRES, null, day, null, null)))
                        .sorted(Comparator.comparing(Limitation::kind))
                        .toList(),
                facts);
    }

    public Level level() {
        return limitations.stream()
                .map(limitation -> limitation.kind().level)
                .max(Comparator.naturalOrder())
                .orElse(Level.OK);
    }

    /// Which account a number belongs to is learnt from what is said of the number. Until then, every account may be
    /// its own: a warning too many does less harm than one that is missing.
    private static List<KnownFact> concerning(String phoneNumberId, List<KnownFact> all) {
        var account = all.stream()
                .filter(known -> phoneNumberId.equals(known.phoneNumberId()))
                .filter(known -> known.accountId() != null)
                .max(Comparator.comparing(KnownFact::at))
                .map(KnownFact::accountId)
                .orElse(null);
        return all.stream()
                .filter(known -> known.phoneNumberId() == null
                        ? account == null || known.accountId() == null || Objects.equals(account, known.accountId())
                        : phoneNumberId.equals(known.phoneNumberId()))
                .toList();
    }

    private static Stream<Limitation> limitationsOf(AccountFact fact, Instant now) {
        return switch (fact) {
            case Restricted restricted ->
                restricted.restrictions().stream()
                        .filter(restriction -> restriction.until() == null
                                || restriction.until().isAfter(now))
                        .map(NumberHealth::limitationOf);
            case Banned(String state, String day) -> banOf(state, day);
            case ConnectionChanged connection
            when isLost(connection.event()) -> Stream.of(new Limitation(Kind.DISCONNECTED, connection.event()));
            case NumberChanged number
            when "FLAGGED".equals(number.event()) -> Stream.of(new Limitation(Kind.FLAGGED, number.event()));
            case AccountFact.Reviewed review
            when "REJECTED".equals(review.decision()) ->
                Stream.of(new Limitation(Kind.REVIEW_REJECTED, review.decision()));
            case ConnectionChanged _,
                    NumberChanged _,
                    AccountFact.Reviewed _,
                    AccountFact.Limit _,
                    AccountFact.NameReviewed _,
                    AccountFact.Violated _,
                    AccountFact.Alerted _,
                    AccountFact.Security _,
                    AccountFact.TemplateChanged _,
                    AccountFact.UsernameChanged _,
                    AccountFact.VolumeTier _,
                    AccountFact.Other _ -> Stream.empty();
        };
    }

    private static Stream<Limitation> banOf(String state, @Nullable String day) {
        return switch (state) {
            case "REINSTATE" -> Stream.empty();
            case "SCHEDULE_FOR_DISABLE" -> Stream.of(new Limitation(Kind.BAN_ANNOUNCED, null, day, state, null));
            default -> Stream.of(new Limitation(Kind.BANNED, null, day, state, null));
        };
    }

    private static boolean isLost(String event) {
        return !event.equals("ACCOUNT_RECONNECTED") && !event.equals("PARTNER_ADDED");
    }

    private static Limitation limitationOf(Restriction restriction) {
        var kind = switch (restriction.restriction()) {
            case "RESTRICTED_CUSTOMER_INITIATED_MESSAGING" -> Kind.NO_ANSWERS;
            case "RESTRICTED_BIZ_INITIATED_MESSAGING" -> Kind.NO_FIRST_MESSAGES;
            case "RESTRICTED_UTILITY_TEMPLATES", "RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES" ->
                Kind.NO_UTILITY_TEMPLATES;
            case "RESTRICTED_ADD_PHONE_NUMBER_ACTION" -> Kind.NO_NEW_NUMBERS;
            case "RESTRICTED_BUSINESS_INITIATED_CALLING",
                    "RESTRICTED_USER_INITIATED_CALLING",
                    "RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN",
                    "RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING" -> Kind.NO_CALLS;
            default -> Kind.OTHER;
        };
        return new Limitation(kind, restriction.until(), null, restriction.restriction(), restriction.remedy());
    }
}
