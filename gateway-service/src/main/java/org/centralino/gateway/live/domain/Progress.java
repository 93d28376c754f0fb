package org.centralino.gateway.live.domain;

/// How far one browser has come when it comes from a replica that had read more than this one. Until this
/// one has caught up, what the browser has seen already is left out.
public final class Progress {
    private final long[] seen;

    /// @param seen the offset to read next, per stream, as the browser says
    public Progress(long[] seen) {
        this.seen = seen.clone();
    }

    public boolean covers(LiveEvent event) {
        return event.offset() < seen[event.stream()];
    }

    /// @return whether the replica has nothing before it any more that the browser has seen
    public boolean isReachedBy(long[] head) {
        for (var stream = 0; stream < seen.length; stream++) {
            if (head[stream] < seen[stream]) {
                return false;
            }
        }
        return true;
    }

    /// @return the farther of the two, per stream
    public long[] with(long[] head) {
        var next = head.clone();
        for (var stream = 0; stream < next.length; stream++) {
            next[stream] = Math.max(next[stream], seen[stream]);
        }
        return next;
    }
}
