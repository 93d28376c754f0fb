package org.centralino.kit.operator;

import java.util.List;
import java.util.UUID;
import org.centralino.events.Access;

/// Which conversations an operator may see. What he may not see does not exist for him: not in lists, not
/// by id, not live. This is the only place that decides it, as a value and as SQL; a test of the
/// conversation service lets PostgreSQL judge that both say the same.
///
/// @param operator who is asking
/// @param all whether he sees every conversation
/// @param own whether he sees what he holds and what nobody holds
public record Visibility(UUID operator, boolean all, boolean own) {

    /// @param access to whom a conversation is visible
    /// @return whether the operator is one of them
    public boolean covers(Access access) {
        return all || own && (access.assigneeId() == null || access.assigneeId().equals(operator));
    }

    /// @return whether the operator may see any conversation at all
    public boolean any() {
        return all || own;
    }

    /// @param table the name, in the statement, of a table that has the columns `phone_number_id`, `team_id` and
    ///     `assignee_id`
    /// @param operatorParameter the parameter of the statement that is the operator's id, such as `$1`
    /// @return a condition of the rows that the operator may see
    public String condition(String table, String operatorParameter) {
        return "(%s)".formatted(String.join(" or ", alternatives(table, operatorParameter)));
    }

    /// The condition in parts, for a list: an index gives the rows of one part in their order, and none gives those of
    /// all parts.
    ///
    /// @return conditions of which each row that the operator may see meets exactly one
    public List<String> alternatives(String table, String operatorParameter) {
        if (all) {
            return List.of("true");
        }
        return own
                ? List.of(table + ".assignee_id is null", "%s.assignee_id = %s".formatted(table, operatorParameter))
                : List.of("false");
    }
}
