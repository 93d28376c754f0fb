package org.centralino.outbound.number;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A part of a webhook that was not understood, without what stands in it.
@Schema(name = "UnrecognisedPart")
record UnrecognisedView(UUID id, @Nullable String phoneNumberId, String field, String reason, Instant receivedAt) {
    static UnrecognisedView of(UnrecognisedStore.Part part) {
        return new UnrecognisedView(part.id(), part.phoneNumberId(), part.field(), part.reason(), part.receivedAt());
    }
}
