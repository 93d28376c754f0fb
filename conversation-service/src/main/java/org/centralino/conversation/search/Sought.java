package org.centralino.conversation.search;

import java.time.DateTimeException;
import java.time.Instant;
import org.centralino.conversation.words.domain.Question;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What an operator looks for, and among which messages.
///
/// @param text as it was typed
/// @param inbound only what customers wrote, or only what they did not; null for all
/// @param file only messages with a file
/// @param before only messages that are older than this; null for all
/// @param phoneNumberId only messages of this number of ours, by the platform's id of it; null for all
record Sought(
        String text,
        Question question,
        @Nullable Boolean inbound,
        boolean file,
        @Nullable Instant before,
        @Nullable String phoneNumberId) {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 12;
    private static final int FEWEST_LETTERS = 2;

    /// @throws org.centralino.kit.problem.ProblemException 400 when that cannot be looked for
    static Sought read(
            @Nullable String q,
            @Nullable String from,
            @Nullable String has,
            @Nullable String before,
            @Nullable String phoneNumberId) {
        if (q == null || q.length() > LONGEST) {
            throw invalid("q must have 2 to %d characters.".formatted(LONGEST));
        }
        var question = Question.of(q);
        if (question.letters() < FEWEST_LETTERS) {
            throw Problem.of(
                            400,
                            "search-too-short",
                            "There is too little to look for",
                            "Give at least two letters or digits, or one emoji.")
                    .asException();
        }
        if (question.terms().size() > MOST_WORDS) {
            throw invalid("q must have at most %d words.".formatted(MOST_WORDS));
        }
        return new Sought(q, question, inbound(from), file(has), instant(before), phoneNumberId);
    }

    /// @return whether it is also looked for among the names and numbers of customers
    boolean isOfAnyMessage() {
        return inbound == null && !file && before == null && phoneNumberId == null;
    }

    private static @Nullable Boolean inbound(@Nullable String from) {
        return switch (from) {
            case null -> null;
            case "customer" -> true;
            case "team" -> false;
            default -> throw invalid("from must be customer or team.");
        };
    }

    private static boolean file(@Nullable String has) {
        return switch (has) {
            case null -> false;
            case "media" -> true;
            default -> throw invalid("has must be media.");
        };
    }

    private static @Nullable Instant instant(@Nullable String before) {
        try {
            return before == null ? null : Instant.parse(before);
        } catch (DateTimeException none) {
            throw invalid("before must be a time such as 2026-11-29T00:00:00Z.");
        }
    }

    private static RuntimeException invalid(String detail) {
        return Problem.invalid(detail).asException();
    }
}
