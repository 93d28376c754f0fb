package org.centralino.outbound.use;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.jspecify.annotations.Nullable;

/// Takes down what becomes of templates that are sent: a row for each message, on which each step is
/// written once, whatever is heard again. Nobody waits for another's row.
@Singleton
public class TemplateUses {
    private static final String QUEUED = """
            insert into template_use (message_id, conversation_id, phone_number_id, name, language, queued_at)
            select message_id, conversation_id, phone_number_id, name, language, at
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as q (message_id uuid, conversation_id uuid, phone_number_id text, name text, language text, at timestamptz)
            order by message_id
            on conflict (message_id) do nothing""";

    /// What is read was delivered, and what was delivered was sent, also when that is not told.
    private static final String MOVED = """
            with told as (
              select message_id,
                min(at) filter (where status in ('ACCEPTED', 'SENT', 'DELIVERED', 'READ', 'PLAYED')) as sent,
                min(at) filter (where status in ('DELIVERED', 'READ', 'PLAYED')) as delivered,
                min(at) filter (where status in ('READ', 'PLAYED')) as read,
                min(at) filter (where status = 'FAILED') as failed
              from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as m (message_id uuid, status text, at timestamptz)
              group by message_id),
            locked as materialized (
              select u.message_id from template_use u join told t on t.message_id = u.message_id
              order by u.message_id for update of u)
            update template_use u set sent_at = coalesce(u.sent_at, t.sent),
              delivered_at = coalesce(u.delivered_at, t.delivered), read_at = coalesce(u.read_at, t.read),
              failed_at = coalesce(u.failed_at, t.failed)
            from told t, locked l where u.message_id = t.message_id and l.message_id = u.message_id""";

    /// What names a message answers that one. Else the first that a customer says within a day answers
    /// the template that he got last.
    private static final String ANSWERED = """
            with heard as (
              select case when quoted is not null then quoted else (
                  select last.message_id from template_use last
                  where last.conversation_id = r.conversation_id and last.queued_at < r.at
                    and last.queued_at > r.at - interval '1 day'
                  order by last.queued_at desc limit 1) end as message_id, at
              from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
                as r (conversation_id uuid, quoted uuid, at timestamptz)),
            first as (select message_id, min(at) as at from heard where message_id is not null group by message_id),
            locked as materialized (
              select u.message_id from template_use u join first f on f.message_id = u.message_id
              where u.answered_at is null order by u.message_id for update of u)
            update template_use u set answered_at = f.at
            from first f, locked l where u.message_id = f.message_id and l.message_id = u.message_id""";

    private final Database database;

    TemplateUses(Database database) {
        this.database = database;
    }

    private record QueuedRow(
            UUID messageId, UUID conversationId, String phoneNumberId, String name, String language, Instant at) {}

    private record MovedRow(UUID messageId, String status, Instant at) {}

    private record HeardRow(UUID conversationId, @Nullable UUID quoted, Instant at) {}

    /// @param events of conversations, of whatever kind
    public Uni<Void> record(List<? extends ConversationEvent> events) {
        var queued = new ArrayList<QueuedRow>();
        var moved = new ArrayList<MovedRow>();
        var heard = new ArrayList<HeardRow>();
        for (var event : events) {
            if (event instanceof ReplyQueued reply && reply.content() instanceof Content.FromTemplate template) {
                queued.add(new QueuedRow(
                        reply.messageId(),
                        reply.conversationId(),
                        reply.conversation().phoneNumberId(),
                        template.name(),
                        template.language(),
                        reply.at()));
            } else if (event instanceof MessageStatusChanged change) {
                moved.add(new MovedRow(change.messageId(), change.status().name(), change.statusAt()));
            } else if (event instanceof MessageReceived message) {
                var quoted = message.quoted();
                heard.add(new HeardRow(
                        message.conversationId(), quoted == null ? null : quoted.messageId(), message.at()));
            }
        }
        var statements = new ArrayList<Statement>();
        add(QUEUED, queued, statements);
        add(MOVED, moved, statements);
        add(ANSWERED, heard, statements);
        return statements.isEmpty() ? Uni.createFrom().voidItem() : database.write(statements);
    }

    private static void add(String sql, List<?> rows, List<Statement> statements) {
        if (!rows.isEmpty()) {
            statements.add(Statement.of(sql, Rows.asJson(rows)));
        }
    }
}
