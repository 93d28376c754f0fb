package org.centralino.conversation.thread;

import java.time.Instant;
import java.util.List;
import org.centralino.conversation.message.TimelineItem;
import org.centralino.events.Speaker;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a [Problem] says when a conversation refuses, beside what every problem says: the description of it for
/// clients.
/// [Refusals] makes it.
///
/// @param lastSequence the newest place in the log, when something was added
/// @param added what others added since the operator looked
/// @param windowExpiresAt when free text could last be sent
/// @param handledBy which other application answers the customer
/// @param message the message as it stands, when it is not in doubt
@Schema(allOf = {Problem.class})
public record Refused(
        @Nullable Long lastSequence,
        @Nullable List<TimelineItem> added,
        @Nullable Instant windowExpiresAt,
        @Nullable Speaker handledBy,
        @Nullable TimelineItem message) {}
