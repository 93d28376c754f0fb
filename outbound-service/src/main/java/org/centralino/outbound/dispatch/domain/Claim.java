package org.centralino.outbound.dispatch.domain;

import java.time.Duration;

/// The right of one replica to work on a message for a while.
///
/// @param fence rises with each claim of the message, wherever it began; whoever comes with an older one is too
///     late
/// @param callsBefore how many calls were made for this message before
/// @param waited how long the message had been tried when it was claimed; waiting for its turn does
///     not count
public record Claim(long fence, int callsBefore, Duration waited) {}
