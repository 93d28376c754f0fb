package org.centralino.events;

import org.jspecify.annotations.Nullable;

/// What a message refers to (fact sheet, section 4.3).
///
/// @param answers the platform's id of the message that it answers; the platform may name one that is
///     older than this inbox
/// @param forwarded whether it was passed on from another chat
/// @param forwardedOften whether it was passed on more than five times
public record MessageContext(@Nullable String answers, boolean forwarded, boolean forwardedOften) {}
