package org.centralino.conversation.status;

import org.centralino.conversation.thread.ConversationRow;

/// The statements that move messages on. `$1` are the reports as JSON.
public final class StatusSql {
    private static final String TOLD = """
            select place, phone_number_id, platform_id, message_id, status, status_at, error, pricing
            from rows from (jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as (phone_number_id text, platform_id text, message_id uuid, status text, status_at timestamptz,
                error jsonb, pricing jsonb)) with ordinality
              as r (phone_number_id, platform_id, message_id, status, status_at, error, pricing, place)""";

    /// Which message a report is about: by our id, which the platform echoes, or by the platform's.
    private static final String NAMED = """
            named as (
              select r.*, m.id, m.conversation_id from report r join message m on m.id = r.message_id
              where m.direction = 'OUTBOUND'
              union all
              select r.*, m.id, m.conversation_id from report r
              join message m on m.platform_id = r.platform_id and m.phone_number_id = r.phone_number_id
              where r.message_id is null and m.direction = 'OUTBOUND')
            """;

    /// An echo of a message of ours may have come first: then that has the platform's name of it.
    private static final String NAME = """
            coalesce(m.platform_id, (select b.platform_id where not exists (
              select from message e where e.platform_id = b.platform_id and e.phone_number_id = m.phone_number_id)))""";

    /// Of several reports about one message the farthest one counts. Messages are locked in the order of their ids:
    /// two transactions never wait for each other in a circle.
    private static final String MOVE = """
            best as (
              select distinct on (id) * from named order by id, message_status_rank(status) desc, status_at),
            locked as materialized (
              select m.id, m.status as status_before from message m join best b on b.id = m.id
              where m.status_rank < message_status_rank(b.status) %%s
              order by m.id for update of m)
            update message m
            set status = b.status, status_at = b.status_at, error = coalesce(b.error, m.error),
              platform_id = %s, pricing = coalesce(m.pricing, b.pricing)
            from best b, locked l, conversation c join contact k on k.id = c.contact_id
            where m.id = b.id and l.id = m.id and c.id = m.conversation_id
              and m.status_rank < message_status_rank(b.status)
            returning b.place::int as place, m.id as message_id, m.conversation_id, m.sequence, m.status, m.status_at,
              (b.error ->> 'code')::int as error_code, b.error ->> 'title' as error_title,
              b.error ->> 'detail' as error_detail, l.status_before,
              """.formatted(NAME) + ConversationRow.COLUMNS;

    /// What is still to be sent waits. What goes on meanwhile is not touched.
    static final String HOLD = """
            with told as (
              select message_id, held
              from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (message_id uuid, held jsonb)),
            locked as materialized (
              select m.id from message m join told t on t.message_id = m.id
              where m.status = 'QUEUED' and m.held is distinct from t.held order by m.id for update of m)
            update message m set held = t.held
            from told t, locked l, conversation c join contact k on k.id = c.contact_id
            where m.id = t.message_id and l.id = m.id and c.id = m.conversation_id
            returning m.id as message_id, m.sequence, m.status, m.status_at, m.held::text as held, """ + ConversationRow.COLUMNS;

    /// Moves what neither becomes an answer nor stops to be one: nothing of the conversation changes.
    static final String MOVE_ALONE = "with report as (%s), %s, %s"
            .formatted(
                    TOLD,
                    NAMED,
                    MOVE.formatted(
                            "and b.status <> 'FAILED' and m.status in ('ACCEPTED', 'SENT', 'DELIVERED', 'READ')"));

    /// Behind [#MOVE_ALONE], in the same transaction: what is about a message that nobody knows, and what concerns
    /// the conversation.
    static final String LEFT = """
            with report as (%s), %s
            select r.place::int as place, n.conversation_id from report r left join named n on n.place = r.place
            left join message m on m.id = n.id
            where m.id is null or m.status_rank < message_status_rank(r.status)""".formatted(TOLD, NAMED);

    /// Under the lock of the conversations. `$2` are the platform's ids of these messages: what was parked for them
    /// is taken up.
    static final String MOVE_WITH_CONVERSATION = """
            with parked as (
              delete from parked_status where platform_id = any ($2) returning *),
            told as (%s),
            report as (
              select * from told
              union all
              select t.place, t.phone_number_id, p.platform_id, t.message_id, p.status, p.status_at, p.error, p.pricing
              from parked p join told t on t.platform_id = p.platform_id),
            %s, %s""".formatted(TOLD, NAMED, MOVE.formatted(""));

    /// Behind [#MOVE_WITH_CONVERSATION], in the same transaction: how far each conversation is answered with the
    /// message as it stands now, since when the first message waits that is not, and
    /// whether a message failed that no later answer made up for. A message that failed brings
    /// back what was unanswered before it, unless another answer was accepted.
    public static final String ANSWERS = """
            with report as (%s), %s
            select distinct on (n.id) n.id as message_id, w.through, (
                select i.came_at from message i
                where i.conversation_id = c.id and i.direction = 'INBOUND' and not i.quiet and i.sequence > w.through
                order by i.sequence limit 1) as waiting_since,
              exists (select from message f
                where f.conversation_id = c.id and f.direction = 'OUTBOUND' and f.status = 'FAILED'
                  and f.sequence > w.through) as any_failed
            from named n join message m on m.id = n.id join conversation c on c.id = m.conversation_id
            cross join lateral (
              select case when m.status = 'FAILED' then
                greatest(least(c.answered_through, coalesce(m.answers_from, 0)), (
                  select coalesce(max(o.sequence), 0) from message o
                  where o.conversation_id = c.id and o.direction = 'OUTBOUND'
                    and o.status in ('ACCEPTED', 'SENT', 'DELIVERED', 'READ', 'PLAYED')))
                else greatest(c.answered_through, m.sequence) end as through) w""".formatted(TOLD, NAMED);

    /// What the platform says of a price with a status that moves nothing any more.
    static final String PRICE = """
            with report as (%s), %s,
            locked as materialized (
              select m.id, n.pricing from message m join named n on n.id = m.id where m.pricing is null
              order by m.id for update of m)
            update message m set pricing = l.pricing from locked l where m.id = l.id""".formatted(TOLD, NAMED);

    static final String PARK = """
            insert into parked_status (id, phone_number_id, platform_id, status, status_at, error, pricing, parked_at)
            select gen_random_uuid(), phone_number_id, platform_id, status, status_at, error, pricing, $2
            from (%s) as told where phone_number_id is not null and platform_id is not null""".formatted(TOLD);

    /// What was parked a moment ago although its message is known.
    static final String PARKED_IN_VAIN = """
            select m.id as message_id, m.conversation_id, p.platform_id
            from parked_status p join message m
              on m.platform_id = p.platform_id and m.phone_number_id = p.phone_number_id and m.direction = 'OUTBOUND'
            where p.parked_at > $1""";

    private StatusSql() {}
}
