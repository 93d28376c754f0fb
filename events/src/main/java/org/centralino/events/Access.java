package org.centralino.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// To whom a conversation is visible: everything about it is shown to those whose permissions cover this, and
/// to nobody else.
///
/// @param phoneNumberId the business number's platform id; some operators are limited to some numbers;
///     a service that has only heard of the holder so far does not know it
/// @param teamId the team that the conversation belongs to; null when it belongs to none
/// @param assigneeId the operator who is responsible; null when nobody is
public record Access(
        @Nullable String phoneNumberId,
        @Nullable UUID teamId,
        @Nullable UUID assigneeId) {

    /// As good as nothing was told.
    public static final Access UNKNOWN = new Access(null, null, null);

    /// @param holder null for nobody
    /// @return to whom it is visible when this person is responsible
    public Access heldBy(@Nullable Person holder) {
        return new Access(phoneNumberId, teamId, holder == null ? null : holder.id());
    }
}
