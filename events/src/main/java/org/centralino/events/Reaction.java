package org.centralino.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An emoji that stands on a message.
///
/// @param emoji as it was chosen, its skin tone included
/// @param by the operator who set it; null when it is the customer's
/// @param at when, by the platform's clock
public record Reaction(String emoji, @Nullable Person by, Instant at) {}
