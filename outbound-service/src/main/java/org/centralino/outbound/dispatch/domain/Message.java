package org.centralino.outbound.dispatch.domain;

import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;

/// What an operator wants a customer to get.
///
/// @param id given by the author's browser. It travels with the call and comes back in every status,
///     which is how a call without an answer is matched to its fate
/// @param sequence the place in the conversation's log; messages of one conversation are sent in this order
/// @param phoneNumberId the business number that sends it
/// @param queuedAt when the author let it go
public record Message(
        UUID id,
        UUID conversationId,
        long sequence,
        String phoneNumberId,
        Recipient recipient,
        Content content,
        Instant queuedAt) {}
