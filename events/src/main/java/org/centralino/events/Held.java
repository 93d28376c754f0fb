package org.centralino.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a message that is to be sent waits, and for longer than anybody expects.
///
/// @param reason what it waits for
/// @param until about when it goes out; null when nobody knows
public record Held(HeldReason reason, @Nullable Instant until) {}
