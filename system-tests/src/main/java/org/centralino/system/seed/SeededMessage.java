package org.centralino.system.seed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.centralino.events.DerivedId;
import org.centralino.system.seed.SeededConversation.Holder;
import org.centralino.system.stack.WhatsAppPlatform;
import org.jspecify.annotations.Nullable;

/// A message of a seeded conversation. What it says is made up when somebody asks for it: most tables do not.
///
/// @param author who answered; null when the customer wrote
/// @param answersFrom of an answer: up to this position everything was answered before
/// @param chance from which the rest follows
record SeededMessage(
        UUID conversation, int sequence, @Nullable Holder author, Instant at, int answersFrom, long chance) {
    private static final double PICTURE = 0.04;
    private static final List<String> STATUSES = List.of("READ", "READ", "READ", "READ", "DELIVERED", "SENT");

    boolean isInbound() {
        return author == null;
    }

    /// A customer's message has the id that the product derives for it.
    UUID id() {
        return isInbound()
                ? DerivedId.of("message", WhatsAppPlatform.PHONE_NUMBER_ID, wamid())
                : Ids.random(new SplittableRandom(chance));
    }

    String wamid() {
        return Ids.wamid(conversation, sequence);
    }

    String status() {
        return isInbound() ? "RECEIVED" : Words.one(STATUSES, new SplittableRandom(chance));
    }

    /// @return the members of its document
    Map<String, String> content() {
        var random = new SplittableRandom(chance);
        if (!isInbound()) {
            return text(Words.answer(random));
        }
        return random.nextDouble() < PICTURE
                ? Map.of("type", "unsupported", "platformType", "image")
                : text(Words.question(random));
    }

    private static Map<String, String> text(String words) {
        return Map.of("type", "text", "text", words);
    }
}
