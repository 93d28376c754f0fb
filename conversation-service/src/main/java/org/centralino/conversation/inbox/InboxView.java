package org.centralino.conversation.inbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The lists of the inbox. The SQL conditions speak of a conversation `c` and of the operator `$1`.
enum InboxView {
    MINE("c.status = 'OPEN' and c.assignee_id = $1"),
    UNASSIGNED("c.status = 'OPEN' and c.assignee_id is null"),
    ALL("c.status = 'OPEN'"),
    RESOLVED("c.status = 'RESOLVED'");

    private final String condition;

    InboxView(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    static InboxView named(@Nullable String name) {
        return name == null
                ? ALL
                : Arrays.stream(values())
                        .filter(view -> view.key().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("view must be one of %s."
                                        .formatted(Arrays.stream(values())
                                                .map(InboxView::key)
                                                .collect(Collectors.joining(", "))))
                                .asException());
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
