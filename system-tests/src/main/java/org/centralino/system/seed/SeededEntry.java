package org.centralino.system.seed;

import java.time.Instant;
import java.util.UUID;
import org.centralino.system.seed.SeededConversation.Holder;
import org.jspecify.annotations.Nullable;

/// A line of a seeded conversation's history.
///
/// @param by who did it; null for the customer
/// @param target whom it concerned, if anybody
/// @param message which message it was, if one
/// @param note which note it was, if one
record SeededEntry(
        UUID id,
        Instant at,
        String kind,
        @Nullable Holder by,
        @Nullable Holder target,
        @Nullable SeededMessage message,
        @Nullable UUID note) {}
