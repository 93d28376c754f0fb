package org.centralino.gateway.live.domain;

import org.jspecify.annotations.Nullable;

/// An event on its way to browsers.
///
/// @param stream where it came from: an index into the [Streams]
/// @param offset its place there
/// @param frame what each browser is told that may see all of it, made once for all; empty when nobody may
/// @param sight who may see it
/// @param traceParent the trace that it belongs to, if that is followed
public record LiveEvent(
        int stream,
        long offset,
        String frame,
        Sight sight,
        @Nullable String traceParent) {
    /// What an event costs while it is kept, besides its frame.
    private static final long LEAST_BYTES = 200;

    long bytes() {
        return LEAST_BYTES + frame.length();
    }
}
