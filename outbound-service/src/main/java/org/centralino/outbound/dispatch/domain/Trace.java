package org.centralino.outbound.dispatch.domain;

import java.util.UUID;
import org.centralino.events.Access;

/// What stays of a message when it is settled: no words and no recipient.
///
/// @param access to whom its conversation was visible when the reply was queued
public record Trace(UUID messageId, UUID conversationId, Access access) {}
