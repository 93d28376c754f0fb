package org.centralino.conversation.inbox;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.kit.problem.Problem;

/// Conversations that somebody names, with commas between them.
final class InboxIds {
    private static final int MOST = 100;

    private InboxIds() {}

    /// @throws org.centralino.kit.problem.ProblemException 400 when they are too many, none, or no ids
    static List<UUID> read(String ids) {
        var named = ids.split(",", -1);
        if (named.length > MOST) {
            throw invalid("ids must be at most %d, and here are %d.".formatted(MOST, named.length));
        }
        return Stream.of(named).map(InboxIds::id).distinct().toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw invalid("ids must be ids of conversations with commas between them.");
        }
    }

    private static RuntimeException invalid(String detail) {
        return Problem.invalid(detail).asException();
    }
}
