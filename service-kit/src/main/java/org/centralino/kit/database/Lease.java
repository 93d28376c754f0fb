package org.centralino.kit.database;

import java.time.Duration;
import java.util.Set;

/// The lanes that a replica may believe to hold, and until when. The replica's clock only measures how long ago it
/// asked for them; that is never less than the age of the lease in the database.
///
/// @param lanes what they are called
/// @param endsAt by [System#nanoTime()]
record Lease(Set<String> lanes, long endsAt) {
    /// For so long the database gives a lane.
    static final Duration LENGTH = Duration.ofSeconds(10);
    /// Clocks do not run equally fast, and who has been told that a lane is his works for a moment.
    static final Duration MARGIN = Duration.ofSeconds(1);

    static final Lease NONE = new Lease(Set.of(), 0);

    Lease {
        lanes = Set.copyOf(lanes);
    }

    /// @param askedAt when the database was asked to renew them, before it answered
    static Lease of(Set<String> lanes, long askedAt) {
        return new Lease(lanes, askedAt + LENGTH.minus(MARGIN).toNanos());
    }

    /// @return the lanes that are held at this time, whether or not they could be renewed since
    Set<String> at(long now) {
        return now - endsAt < 0 ? lanes : Set.of();
    }
}
