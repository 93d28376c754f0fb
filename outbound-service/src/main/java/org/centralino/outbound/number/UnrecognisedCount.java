package org.centralino.outbound.number;

import java.time.Instant;

/// How often something was not understood.
///
/// @param field the webhook field; empty when there was none
/// @param reason why it was not understood, for people
/// @param newest when it came last
record UnrecognisedCount(String field, String reason, long count, Instant newest) {
    static UnrecognisedCount of(UnrecognisedStore.Count count) {
        return new UnrecognisedCount(count.field(), count.reason(), count.count(), count.newest());
    }
}
