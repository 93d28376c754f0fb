package org.centralino.kit.operator;

import java.util.UUID;
import org.centralino.events.Person;

/// Which conversations an operator may see. What he may not see does not exist for him: not in lists, not
/// by id, not live.
///
/// @param operator who is asking
/// @param all whether he sees every conversation
/// @param own whether he sees what he holds and what nobody holds
public record Visibility(UUID operator, boolean all, boolean own) {

    /// @param assignee who holds the conversation, or null
    /// @return whether the operator may see it
    public boolean covers(Person assignee) {
        return all || own && (assignee == null || assignee.id().equals(operator));
    }

    /// @return whether the operator may see any conversation at all
    public boolean any() {
        return all || own;
    }
}
