package org.centralino.conversation.contact;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.events.ConversationEvent.BlockChanged;
import org.centralino.events.ConversationEvent.BlockRequested;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.jspecify.annotations.Nullable;

/// Rows of the table `contact_block`: in each conversation, what operators asked for last, and what became of it.
public final class BlockRows {
    private static final String ASK = """
            insert into contact_block (conversation_id, request_id, wanted, asked_by_id, asked_by_name, asked_at)
            select conversation_id, request_id, wanted, asked_by_id, asked_by_name, asked_at
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as b (
              conversation_id uuid, request_id uuid, wanted boolean, asked_by_id uuid, asked_by_name text,
              asked_at timestamptz)
            order by conversation_id
            on conflict (conversation_id) do update set request_id = excluded.request_id, wanted = excluded.wanted,
              asked_by_id = excluded.asked_by_id, asked_by_name = excluded.asked_by_name,
              asked_at = excluded.asked_at, settled_at = null, error = null""";

    private static final String SETTLE = """
            update contact_block b set settled_at = t.settled_at, error = t.error
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as t (request_id uuid, settled_at timestamptz, error jsonb)
            where b.request_id = t.request_id""";

    private record AskedRow(
            UUID conversationId, UUID requestId, boolean wanted, UUID askedById, String askedByName, Instant askedAt) {
        static AskedRow of(BlockRequested it) {
            return new AskedRow(
                    it.conversationId(),
                    it.requestId(),
                    it.blocked(),
                    it.by().id(),
                    it.by().name(),
                    it.at());
        }
    }

    private record SettledRow(
            UUID requestId,
            Instant settledAt,
            @JsonRawValue @Nullable String error) {
        static SettledRow of(BlockChanged it) {
            return new SettledRow(it.requestId(), it.at(), Documents.writeIfAny(it.error()));
        }
    }

    private BlockRows() {}

    /// @return what writes down what was asked for; nothing when nothing was
    public static List<Statement> asked(List<BlockRequested> requests) {
        return requests.isEmpty()
                ? List.of()
                : List.of(Statement.of(
                        ASK, Rows.asJson(requests.stream().map(AskedRow::of).toList())));
    }

    /// @return what writes down what became of it; nothing when nothing did
    public static List<Statement> settled(List<BlockChanged> changes) {
        return changes.isEmpty()
                ? List.of()
                : List.of(Statement.of(
                        SETTLE, Rows.asJson(changes.stream().map(SettledRow::of).toList())));
    }
}
