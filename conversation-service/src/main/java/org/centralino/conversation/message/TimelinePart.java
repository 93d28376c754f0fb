package org.centralino.conversation.message;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Which part of a timeline somebody asks for.
sealed interface TimelinePart {
    record Newest() implements TimelinePart {}

    /// What is older than where a page began.
    record Before(Cursor.Position cursor) implements TimelinePart {}

    /// What is newer than where a page ended.
    record After(Cursor.Position cursor) implements TimelinePart {}

    record Around(UUID message) implements TimelinePart {}

    /// Reads it from an address; empty is as good as left out.
    ///
    /// @throws org.centralino.kit.problem.ProblemException 400 when more than one is given, or a wrong one
    static TimelinePart read(@Nullable String before, @Nullable String after, @Nullable String around) {
        if (Stream.of(before, after, around).filter(TimelinePart::isGiven).count() > 1) {
            throw Problem.invalid("Give only one of before, after and around.").asException();
        }
        if (isGiven(before)) {
            return new Before(Objects.requireNonNull(Cursor.read(before)));
        }
        if (isGiven(after)) {
            return new After(Objects.requireNonNull(Cursor.read(after)));
        }
        return around == null || around.isEmpty() ? new Newest() : new Around(message(around));
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private static UUID message(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw Problem.invalid("around must be the id of a message.").asException();
        }
    }
}
