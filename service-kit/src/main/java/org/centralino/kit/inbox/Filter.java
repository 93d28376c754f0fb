package org.centralino.kit.inbox;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centralino.events.Access;
import org.centralino.events.ConversationState.Status;

/// Which conversations a list holds. As JSON, read by [FilterReader], it is an object with one member:
///
/// - `{"status": "open"}` or `"resolved"`
/// - `{"assignee": "me"}`, `"nobody"`, or an operator's id
/// - `{"phoneNumberId": "510000000000023"}`
/// - `{"failed": true}`
/// - `{"and": [...]}`, `{"or": [...]}` of at least one filter, and `{"not": ...}` of one
///
/// One file of examples, which the tests of services and web app read, says what each of them covers.
public sealed interface Filter {
    record HasStatus(Status status) implements Filter {}

    /// Whoever asks holds it.
    record IsMine() implements Filter {}

    record IsNobodys() implements Filter {}

    record IsHeldBy(UUID operator) implements Filter {}

    /// A customer wrote it to this number of ours.
    record IsOnNumber(String phoneNumberId) implements Filter {}

    /// A message to the customer failed that nobody has made up for.
    record HasFailed() implements Filter {}

    record And(List<Filter> filters) implements Filter {}

    record Or(List<Filter> filters) implements Filter {}

    record Not(Filter filter) implements Filter {}

    /// @param failed whether a message failed that nobody has made up for
    /// @param me who is asking
    default boolean covers(Status status, boolean failed, Access access, UUID me) {
        return switch (this) {
            case HasStatus(var wanted) -> status == wanted;
            case IsMine() -> me.equals(access.assigneeId());
            case IsNobodys() -> access.assigneeId() == null;
            case IsHeldBy(var operator) -> operator.equals(access.assigneeId());
            case IsOnNumber(var phoneNumberId) -> phoneNumberId.equals(access.phoneNumberId());
            case HasFailed() -> failed;
            case And(var filters) -> filters.stream().allMatch(each -> each.covers(status, failed, access, me));
            case Or(var filters) -> filters.stream().anyMatch(each -> each.covers(status, failed, access, me));
            case Not(var filter) -> !filter.covers(status, failed, access, me);
        };
    }

    /// @param table the name, in the statement, of a table that has the columns `status`, `phone_number_id`,
    ///     `assignee_id` and `failed`
    /// @param me the parameter of the statement that is the id of whoever asks, such as `$1`
    /// @param parameter makes a value a parameter of the statement, and names it
    /// @return a condition of the rows that are covered
    default String condition(String table, String me, Function<Object, String> parameter) {
        return switch (this) {
            case HasStatus(var status) -> "%s.status = '%s'".formatted(table, status.name());
            case IsMine() -> "%s.assignee_id = %s".formatted(table, me);
            case IsNobodys() -> "%s.assignee_id is null".formatted(table);
            case IsHeldBy(var operator) -> "%s.assignee_id = %s".formatted(table, parameter.apply(operator));
            case IsOnNumber(var id) -> "%s.phone_number_id = %s".formatted(table, parameter.apply(id));
            case HasFailed() -> "%s.failed".formatted(table);
            case And(var filters) -> joined(filters, " and ", each -> each.condition(table, me, parameter));
            case Or(var filters) -> joined(filters, " or ", each -> each.condition(table, me, parameter));
            // Whether nobody is a certain operator is unknown to SQL; here it is false.
            case Not(var filter) -> "(%s) is not true".formatted(filter.condition(table, me, parameter));
        };
    }

    private static String joined(List<Filter> filters, String word, Function<Filter, String> condition) {
        return filters.stream().map(condition).collect(Collectors.joining(word, "(", ")"));
    }
}
