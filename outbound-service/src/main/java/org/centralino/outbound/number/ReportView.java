package org.centralino.outbound.number;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.AccountFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that the platform said, as clients see it.
///
/// @param phoneNumberId of which number of ours; left out when it is about the account, or about another number
/// @param number which number the platform named, in digits
/// @param field the webhook field that told it
@Schema(name = "NumberReport")
record ReportView(
        UUID id,
        @Nullable String phoneNumberId,
        @Nullable String number,
        @Nullable String accountId,
        String field,
        AccountFact fact,
        Instant at) {
    static ReportView of(ReportStore.Entry entry) {
        return new ReportView(
                entry.id(),
                entry.phoneNumberId(),
                entry.number(),
                entry.accountId(),
                entry.field(),
                entry.fact(),
                entry.at());
    }
}
