package org.centralino.kit.conversation;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.Person;
import org.jspecify.annotations.Nullable;

/// A row of the table `conversation`: as it is read, or as an event tells it.
///
/// @param version of the conversation's state that told number and team; 0 when it was none
record ConversationRow(
        UUID id,
        long version,
        @Nullable String phoneNumberId,
        @Nullable UUID teamId,
        long epoch,
        @Nullable UUID assigneeId,
        @Nullable String assigneeName,
        Instant since,
        boolean formerKnown,
        @Nullable UUID formerAssigneeId) {

    static final String COLUMNS = "id, version, phone_number_id, team_id, epoch, assignee_id, assignee_name, since,"
            + " former_known, former_assignee_id";

    static ConversationRow of(Row row) {
        return new ConversationRow(
                row.getUUID(0),
                row.getLong(1),
                row.getString(2),
                row.getUUID(3),
                row.getLong(4),
                row.getUUID(5),
                row.getString(6),
                row.getOffsetDateTime(7).toInstant(),
                row.getBoolean(8),
                row.getUUID(9));
    }

    static Stream<ConversationRow> of(ConversationEvent event) {
        return switch (event) {
            case ConversationEvent.Recorded recorded -> {
                var state = recorded.conversation();
                var access = state.access();
                yield Stream.of(new ConversationRow(
                        recorded.conversationId(),
                        state.version(),
                        access.phoneNumberId(),
                        access.teamId(),
                        state.epoch(),
                        access.assigneeId(),
                        nameOf(state.assignee()),
                        recorded.at(),
                        false,
                        null));
            }
            case ConversationEvent.Unrecognised _ -> Stream.empty();
        };
    }

    static Stream<ConversationRow> of(AssignmentEvent event) {
        return switch (event) {
            case AssignmentEvent.ResponderChanged changed -> {
                var access = changed.access() == null ? Access.UNKNOWN : changed.access();
                yield Stream.of(new ConversationRow(
                        changed.conversationId(),
                        0,
                        access.phoneNumberId(),
                        access.teamId(),
                        changed.epoch(),
                        idOf(changed.operator()),
                        nameOf(changed.operator()),
                        changed.at(),
                        true,
                        idOf(changed.previous())));
            }
            case AssignmentEvent.Unrecognised _ -> Stream.empty();
        };
    }

    /// @return what both rows of a conversation say together: the later version is right about number and team,
    ///     the later epoch about the holder
    ConversationRow and(ConversationRow other) {
        var state = other.version > version ? other : this;
        var holding = other.epoch > epoch ? other : this;
        return new ConversationRow(
                id,
                state.version,
                state.phoneNumberId,
                state.teamId,
                holding.epoch,
                holding.assigneeId,
                holding.assigneeName,
                holding.since,
                holding.formerKnown,
                holding.formerAssigneeId);
    }

    KnownConversation toKnownConversation() {
        return new KnownConversation(
                id,
                new Access(phoneNumberId, teamId, assigneeId),
                epoch,
                assignee(),
                since,
                formerKnown ? Optional.of(new Access(phoneNumberId, teamId, formerAssigneeId)) : Optional.empty());
    }

    private @Nullable Person assignee() {
        return assigneeId == null || assigneeName == null ? null : new Person(assigneeId, assigneeName);
    }

    private static @Nullable UUID idOf(@Nullable Person person) {
        return person == null ? null : person.id();
    }

    private static @Nullable String nameOf(@Nullable Person person) {
        return person == null ? null : person.name();
    }
}
