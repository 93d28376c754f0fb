package org.centralino.conversation.words;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.words.domain.Said;
import org.centralino.conversation.words.domain.Words;
import org.centralino.events.Content;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;

/// The rows of the table `message_words`: by which words a message is found.
public final class WordRows {
    private static final String WRITE = """
            insert into message_words (message_id, conversation_id, at, inbound, file, words)
            select message_id, conversation_id, at, inbound, file, cast(words as tsvector)
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as w (
              message_id uuid, conversation_id uuid, at timestamptz, inbound boolean, file boolean, words text)
            on conflict (message_id) do nothing""";

    private static final String CHANGE = """
            insert into message_words (message_id, conversation_id, at, inbound, file, words)
            select id, conversation_id, platform_at, direction = 'INBOUND', $3, cast(cast($2 as text) as tsvector)
            from message where id = $1%s
            on conflict (message_id) do update set file = excluded.file, words = excluded.words""";
    private static final String CHANGED = CHANGE.formatted("");
    private static final String FILLED = CHANGE.formatted(" and content = cast($4 as text)::jsonb");

    private WordRows() {}

    private record Row(UUID messageId, UUID conversationId, Instant at, boolean inbound, boolean file, String words) {}

    /// A message that is to be found.
    ///
    /// @param at the platform's time
    public record Message(UUID id, UUID conversationId, Instant at, boolean inbound, Content content) {
        private Row row() {
            return new Row(id, conversationId, at, inbound, !content.files().isEmpty(), words(content));
        }
    }

    /// @param messages of which some may have their words already
    /// @return what has them found
    public static Statement written(List<Message> messages) {
        return Statement.of(
                WRITE, Rows.asJson(messages.stream().map(Message::row).toList()));
    }

    /// @param message that stands already
    /// @param content what it says now
    /// @return what has it found by that, and by nothing that it said before
    public static Statement changed(UUID message, Content content) {
        return Statement.of(CHANGED, message, words(content), !content.files().isEmpty());
    }

    /// @param message whose file or words were not known until now
    /// @param content what is known of it
    /// @param document the same, as its row has it if nobody changed or deleted it since
    /// @return what has it found by that
    public static Statement filled(UUID message, Content content, String document) {
        return Statement.of(FILLED, message, words(content), !content.files().isEmpty(), document);
    }

    private static String words(Content content) {
        return Words.of(Said.in(content)).vector();
    }
}
