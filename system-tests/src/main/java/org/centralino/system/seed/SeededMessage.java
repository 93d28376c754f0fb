package org.centralino.system.seed;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.centralino.system.seed.SeededConversation.Holder;
import org.jspecify.annotations.Nullable;

/// A message of a seeded conversation.
///
/// @param author who answered; null when the customer wrote
/// @param answersFrom of an answer: up to this position everything was answered before
/// @param content as its document says it
record SeededMessage(
        UUID id,
        int sequence,
        String wamid,
        @Nullable Holder author,
        Instant at,
        String status,
        Map<String, String> content,
        int answersFrom) {
    boolean isInbound() {
        return author == null;
    }
}
