package org.centralino.outbound.sync.domain;

import java.time.Instant;
import org.centralino.events.PlatformError;
import org.jspecify.annotations.Nullable;

/// A piece of the history, as far as it says how far that has come.
///
/// @param phase which days it is of: 0 the newest, 2 the oldest
/// @param progress how much has come, in percent
/// @param error why nothing comes; null when something did
public record Piece(
        @Nullable Integer phase,
        @Nullable Integer progress,
        int messages,
        @Nullable PlatformError error,
        Instant heardAt) {}
