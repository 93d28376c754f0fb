package org.centralino.conversation.inbox;

import org.centralino.kit.page.Cursor;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Which part of a list somebody asks for.
sealed interface InboxPart {
    record Newest() implements InboxPart {}

    /// What stands below where a page ended.
    record Older(Cursor.Position than) implements InboxPart {}

    /// What stands above where a page began.
    record Newer(Cursor.Position than) implements InboxPart {}

    /// Reads it from an address; empty is as good as left out.
    ///
    /// @throws org.centralino.kit.problem.ProblemException 400 when both are given, or one that is not valid
    static InboxPart read(@Nullable String cursor, @Nullable String newer) {
        var below = Cursor.read(cursor);
        var above = Cursor.read(newer);
        if (below != null && above != null) {
            throw Problem.invalid("Give only one of cursor and newer.").asException();
        }
        if (below != null) {
            return new Older(below);
        }
        return above == null ? new Newest() : new Newer(above);
    }
}
