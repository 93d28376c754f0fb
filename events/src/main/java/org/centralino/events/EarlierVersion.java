package org.centralino.events;

import java.time.Instant;

/// What a message said before it was edited.
///
/// @param content what it said
/// @param until when that was replaced, by the platform's clock
public record EarlierVersion(Content content, Instant until) {}
