package org.centralino.outbound.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.centralino.events.PlatformError;
import org.centralino.outbound.sync.domain.HistorySync;
import org.centralino.outbound.sync.domain.SyncRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the phone beside a number hands over of the time before.
///
/// @param state where the history stands
/// @param mayAsk whether the history may be asked for here
/// @param askedAt when it was asked for here
/// @param askedBy who asked for it here
/// @param progress how much of it has come, in percent
/// @param messages how many messages came in its pieces
/// @param heardAt when a piece came last
/// @param error why it does not come
/// @param contacts what was asked of the phone's address book; left out when it never was
@Schema(name = "NumberSync")
record SyncView(
        State state,
        boolean mayAsk,
        @Nullable Instant askedAt,
        @Nullable String askedBy,
        int progress,
        long messages,
        @Nullable Instant heardAt,
        @Nullable PlatformError error,
        @Nullable ContactsView contacts) {

    /// In the words of the API.
    @Schema(name = "NumberSyncState")
    enum State {
        @JsonProperty("none")
        NONE,
        @JsonProperty("asked")
        ASKED,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("complete")
        COMPLETE,
        @JsonProperty("silent")
        SILENT,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("refused")
        REFUSED
    }

    /// The address book was asked for. How much of it comes, nobody tells.
    ///
    /// @param error why it does not come
    @Schema(name = "NumberSyncOfContacts")
    record ContactsView(
            Instant askedAt, String askedBy, @Nullable PlatformError error) {
        static @Nullable ContactsView of(@Nullable SyncRequest request) {
            return request == null
                    ? null
                    : new ContactsView(request.askedAt(), request.askedBy().name(), request.error());
        }
    }

    static SyncView of(SyncStore.Known known, Instant now) {
        var history = known.history();
        var request = history.request();
        var state = history.at(now);
        return new SyncView(
                State.valueOf(state.name()),
                history.mayBeAskedFor(now),
                request == null ? null : request.askedAt(),
                request == null ? null : request.askedBy().name(),
                state == HistorySync.State.COMPLETE ? 100 : history.progress(),
                history.messages(),
                history.heardAt(),
                history.error().orElse(null),
                ContactsView.of(known.contacts()));
    }
}
