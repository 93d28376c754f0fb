package org.centralino.outbound.number.domain;

import java.time.Instant;
import org.centralino.events.AccountFact;
import org.jspecify.annotations.Nullable;

/// What holds of a number, or of a whole account.
///
/// @param phoneNumberId of which number; null when it holds of the account
/// @param accountId of which account; null when the platform did not say
/// @param at since when, by the platform's clock
public record KnownFact(
        @Nullable String phoneNumberId, @Nullable String accountId, AccountFact fact, Instant at) {}
