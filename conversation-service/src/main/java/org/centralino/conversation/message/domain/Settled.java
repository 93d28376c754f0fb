package org.centralino.conversation.message.domain;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.ConversationEvent.DoubtSettled.Outcome;
import org.centralino.events.Person;
import org.jspecify.annotations.Nullable;

/// What a person decided about a message of which nobody knew whether it was sent.
///
/// @param again the message that repeats it; null when it had arrived
public record Settled(
        Outcome outcome, Person by, Instant at, @Nullable UUID again) {}
