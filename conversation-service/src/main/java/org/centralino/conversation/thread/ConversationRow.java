package org.centralino.conversation.thread;

import static org.centralino.kit.database.Rows.instant;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.ConversationState;
import org.centralino.events.Person;
import org.centralino.events.Speaker;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.jspecify.annotations.Nullable;

/// A row of the table `conversation`.
public record ConversationRow(
        UUID id,
        String phoneNumberId,
        UUID contactId,
        long version,
        String status,
        @Nullable UUID teamId,
        long epoch,
        @Nullable UUID assigneeId,
        @Nullable String assigneeName,
        long lastSequence,
        @Nullable Instant windowExpiresAt,
        @Nullable Instant waitingSince,
        Instant lastActivityAt,
        Instant createdAt,
        long answeredThrough,
        @Nullable UUID newestAuthorId,
        long newestSince,
        Instant newestShownAt,
        boolean failed,
        @Nullable String handledBy,
        @Nullable Instant handlerAsOf,
        boolean blocked) {

    /// The columns of a conversation `c` and its contact `k`.
    public static final String COLUMNS = """
            c.id, c.phone_number_id, c.version, c.status as conversation_status, c.team_id, c.epoch, c.assignee_id,
            c.assignee_name, c.last_sequence, c.window_expires_at, c.waiting_since, c.last_activity_at, c.created_at,
            c.answered_through, c.newest_author_id, c.newest_since, c.newest_shown_at, c.failed,
            c.handled_by, c.handler_as_of, c.blocked,
            """ + ContactRows.COLUMNS;

    /// Always in the order of their ids: two transactions never wait for each other in a circle.
    public static final String LOCK = "select " + COLUMNS + """
             from conversation c join contact k on k.id = c.contact_id where c.id = any ($1)
            order by c.id for update of c""";

    private static final String WRITE = """
            insert into conversation (id, phone_number_id, contact_id, version, status, team_id, epoch, assignee_id,
              assignee_name, last_sequence, window_expires_at, waiting_since, last_activity_at, created_at,
              answered_through, newest_author_id, newest_since, newest_shown_at, failed, handled_by,
              handler_as_of, blocked)
            select id, phone_number_id, contact_id, version, status, team_id, epoch, assignee_id,
              assignee_name, last_sequence, window_expires_at, waiting_since, last_activity_at, created_at,
              answered_through, newest_author_id, newest_since, newest_shown_at, failed, handled_by,
              handler_as_of, blocked
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as c (
              id uuid, phone_number_id text, contact_id uuid, version bigint, status text, team_id uuid, epoch bigint,
              assignee_id uuid, assignee_name text, last_sequence bigint, window_expires_at timestamptz,
              waiting_since timestamptz, last_activity_at timestamptz, created_at timestamptz, answered_through bigint,
              newest_author_id uuid, newest_since bigint, newest_shown_at timestamptz, failed boolean,
              handled_by text, handler_as_of timestamptz, blocked boolean)
            order by id
            on conflict (id) do update set
              version = excluded.version, status = excluded.status, last_sequence = excluded.last_sequence,
              window_expires_at = excluded.window_expires_at, waiting_since = excluded.waiting_since,
              last_activity_at = excluded.last_activity_at, answered_through = excluded.answered_through,
              newest_author_id = excluded.newest_author_id, newest_since = excluded.newest_since,
              newest_shown_at = excluded.newest_shown_at, failed = excluded.failed,
              handled_by = excluded.handled_by, handler_as_of = excluded.handler_as_of,
              blocked = excluded.blocked""";

    /// Normally the holder is written when the assignment service tells of him.
    private static final String WRITE_WITH_HOLDER = WRITE + """
            , team_id = excluded.team_id, epoch = excluded.epoch, assignee_id = excluded.assignee_id,
              assignee_name = excluded.assignee_name""";

    static ConversationRow of(Conversation conversation) {
        var state = conversation.state();
        var assignee = state.assignee();
        return new ConversationRow(
                conversation.id(),
                state.phoneNumberId(),
                state.contact().id(),
                state.version(),
                state.status().name(),
                state.teamId(),
                state.epoch(),
                assignee == null ? null : assignee.id(),
                assignee == null ? null : assignee.name(),
                state.lastSequence(),
                state.windowExpiresAt(),
                state.waitingSince(),
                state.lastActivityAt(),
                state.createdAt(),
                conversation.answeredThrough(),
                conversation.newest().author(),
                conversation.newest().since(),
                conversation.newest().shownAt(),
                state.failed(),
                state.handledBy() == null ? null : state.handledBy().name(),
                conversation.handlerAsOf(),
                state.blocked());
    }

    /// @param row with the [#COLUMNS]
    public static Conversation read(Row row) {
        return new Conversation(
                row.getUUID("id"),
                new ConversationState(
                        row.getLong("version"),
                        row.getString("phone_number_id"),
                        ContactRows.read(row).shown(),
                        ConversationState.Status.valueOf(row.getString("conversation_status")),
                        row.getUUID("team_id"),
                        row.getLong("epoch"),
                        row.getUUID("assignee_id") == null
                                ? null
                                : new Person(row.getUUID("assignee_id"), row.getString("assignee_name")),
                        row.getLong("last_sequence"),
                        instant(row, "window_expires_at"),
                        instant(row, "waiting_since"),
                        row.getOffsetDateTime("last_activity_at").toInstant(),
                        row.getOffsetDateTime("created_at").toInstant(),
                        row.getBoolean("failed"),
                        row.getString("handled_by") == null ? null : Speaker.valueOf(row.getString("handled_by")),
                        row.getBoolean("blocked")),
                new Conversation.Newest(
                        row.getUUID("newest_author_id"),
                        row.getLong("newest_since"),
                        row.getOffsetDateTime("newest_shown_at").toInstant()),
                row.getLong("answered_through"),
                instant(row, "handler_as_of"));
    }

    /// @return what writes the conversations as they stand now; nothing when there are none
    public static List<Statement> write(Collection<Conversation> conversations) {
        return write(WRITE, conversations);
    }

    /// @return what writes the conversations as events told them, the holder as well; nothing when there are none
    public static List<Statement> retold(Collection<Conversation> conversations) {
        return write(WRITE_WITH_HOLDER, conversations);
    }

    private static List<Statement> write(String sql, Collection<Conversation> conversations) {
        if (conversations.isEmpty()) {
            return List.of();
        }
        var rows = conversations.stream().map(ConversationRow::of).toList();
        return List.of(Statement.of(sql, Rows.asJson(rows)));
    }
}
