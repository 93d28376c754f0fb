package org.centralino.outbound.number;

import java.time.Instant;
import org.centralino.events.AccountFact;
import org.centralino.outbound.number.domain.KnownFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Something that holds of a number, or of its account.
///
/// @param ofAccount whether it holds of all numbers of the account
/// @param at since when
@Schema(name = "NumberFact")
record FactView(boolean ofAccount, AccountFact fact, Instant at) {
    static FactView of(KnownFact known) {
        return new FactView(known.phoneNumberId() == null, known.fact(), known.at());
    }
}
