package org.centralino.simulator.customer;

import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Who does something in a chat: the customer whose chat it is, or one of a group.
final class Members {
    private Members() {}

    /// @param name who of a group, by id, BSUID or phone number; null for the first of them
    static Customer of(Platform.Change change, Customer chat, @Nullable String name) {
        if (!chat.isGroup()) {
            return chat;
        }
        var state = change.state();
        return chat.everybody().stream()
                .flatMap(id -> state.customer(id).stream())
                .filter(member -> name == null
                        || state.customer(name).filter(member::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "not-in-the-group",
                        "Nobody of this name is in the group",
                        "Only who is in a group writes in it."));
    }
}
