package org.centralino.conversation.message;

import java.util.UUID;
import org.centralino.kit.database.Statement;

/// How far an operator has read a conversation. It only ever moves on.
public final class ReadCursor {
    public static final String MOVE = """
            insert into read_cursor (operator_id, conversation_id, sequence) values ($1, $2, $3)
            on conflict (operator_id, conversation_id)
            do update set sequence = greatest(read_cursor.sequence, excluded.sequence)""";

    private ReadCursor() {}

    /// @param sequence of the newest message that was read
    public static Statement moved(UUID operator, UUID conversation, long sequence) {
        return Statement.of(MOVE, operator, conversation, sequence);
    }
}
