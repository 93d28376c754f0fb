package org.centralino.outbound.sync.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.centralino.events.PlatformError;
import org.jspecify.annotations.Nullable;

/// How far the history of a number has come. It has an end also when nothing comes any more, or never
/// did.
///
/// @param request who asked here; null when nobody did: it may have been asked elsewhere
/// @param pieces what came, in any order
public record HistorySync(@Nullable SyncRequest request, List<Piece> pieces) {
    /// So long the platform may take for the next piece. It says nothing when none will come.
    public static final Duration PATIENCE = Duration.ofHours(6);

    private static final int LAST_PHASE = 2;
    private static final int WHOLE = 100;
    private static final int DECLINED = 2_593_109;

    public HistorySync {
        pieces = List.copyOf(pieces);
    }

    /// Where it stands.
    public enum State {
        /// Nobody asked, and nothing came.
        NONE,
        /// It was asked for, and nothing has come yet.
        ASKED,
        RUNNING,
        /// All of it is here.
        COMPLETE,
        /// Nothing has come for so long that nothing will.
        SILENT,
        /// Whoever has the phone does not hand it over.
        DECLINED,
        /// The platform does not pass it on.
        REFUSED
    }

    public State at(Instant now) {
        if (isWhole()) {
            return State.COMPLETE;
        }
        var error = error();
        if (error.isPresent()) {
            return error.get().code() == DECLINED ? State.DECLINED : State.REFUSED;
        }
        var newest = newestNews();
        if (newest == null) {
            return State.NONE;
        }
        if (newest.plus(PATIENCE).isBefore(now)) {
            return State.SILENT;
        }
        return heardAt() == null ? State.ASKED : State.RUNNING;
    }

    /// Whoever connects the number anew may have it handed over anew: then the platform takes another request.
    ///
    /// @return whether it may be asked for, by which nothing is lost that is on its way
    public boolean mayBeAskedFor(Instant now) {
        return switch (at(now)) {
            case NONE, SILENT, DECLINED, REFUSED -> true;
            case ASKED -> request != null && request.mayBeRepeated(now);
            case RUNNING, COMPLETE -> false;
        };
    }

    /// @return why it does not come, unless it was asked again or went on since; what was said last
    public Optional<PlatformError> error() {
        var last = pieces.stream().max(Comparator.comparing(Piece::heardAt));
        var declined = last.filter(piece -> request == null
                        || request.answeredAt() == null
                        || request.error() != null
                        || !piece.heardAt().isBefore(request.askedAt()))
                .map(Piece::error);
        if (declined.isPresent()) {
            return declined;
        }
        return Optional.ofNullable(request).map(SyncRequest::error).filter(_ -> heardAt() == null);
    }

    /// @return when something of it came last; null when nothing did
    public @Nullable Instant heardAt() {
        return pieces.stream()
                .filter(piece -> piece.error() == null)
                .map(Piece::heardAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// @return of which days pieces have come; the oldest counts
    public int phase() {
        return pieces.stream()
                .map(Piece::phase)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    /// @return in percent
    public int progress() {
        return Math.clamp(
                pieces.stream()
                        .filter(piece ->
                                piece.progress() != null && Objects.requireNonNullElse(piece.phase(), 0) == phase())
                        .mapToInt(Piece::progress)
                        .max()
                        .orElse(0),
                0,
                WHOLE);
    }

    public long messages() {
        return pieces.stream().mapToLong(Piece::messages).sum();
    }

    private boolean isWhole() {
        return phase() >= LAST_PHASE && progress() >= WHOLE;
    }

    private @Nullable Instant newestNews() {
        var heard = heardAt();
        if (request == null) {
            return heard;
        }
        return heard == null || heard.isBefore(request.askedAt()) ? request.askedAt() : heard;
    }
}
