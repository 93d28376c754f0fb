package org.centralino.conversation.message;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.Quoted;
import org.centralino.events.Reaction;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A message of a conversation that an operator names: to answer it, or to set an emoji on it.
///
/// @param platformId the platform's id of it; null as long as the platform has not taken it
/// @param writtenAt when, by the platform's clock
/// @param quoted as another one quotes it
public record NamedMessage(
        UUID id,
        long sequence,
        @Nullable String platformId,
        Instant writtenAt,
        Content content,
        List<Reaction> reactions,
        Quoted quoted) {
    private static final String FIND = """
            select q.id, q.sequence, q.platform_id, q.platform_at, q.content::text as content,
              q.reactions::text as reactions, %s::text as quoted
            from message q where q.conversation_id = $1 and q.id = $2""".formatted(MessageRow.QUOTED);

    private static final String LOCK = FIND + " for update";

    /// @return the message, if it is in this conversation
    public static Uni<Optional<NamedMessage>> found(Transaction transaction, UUID conversation, UUID message) {
        return asked(transaction, FIND, conversation, message);
    }

    /// @return the message under its lock, if it is in this conversation
    public static Uni<Optional<NamedMessage>> locked(Transaction transaction, UUID conversation, UUID message) {
        return asked(transaction, LOCK, conversation, message);
    }

    private static Uni<Optional<NamedMessage>> asked(
            Transaction transaction, String sql, UUID conversation, UUID message) {
        return transaction
                .ask(sql, conversation, message)
                .map(rows -> rows.stream().findFirst().map(NamedMessage::of));
    }

    private static NamedMessage of(Row row) {
        return new NamedMessage(
                row.getUUID("id"),
                row.getLong("sequence"),
                row.getString("platform_id"),
                row.getOffsetDateTime("platform_at").toInstant(),
                Documents.read(row.getString("content"), Content.class),
                Documents.readList(row.getString("reactions"), Reaction.class),
                MessageRow.quoted(row));
    }

    /// @return by what the platform knows it; fails with a problem when the platform cannot be told of it
    public String onThePlatform() {
        if (content instanceof Content.Revoked) {
            throw Problem.of(
                            409,
                            "message-deleted",
                            "This message was deleted",
                            "It can neither be answered nor have a reaction any more. Write without it.")
                    .asException();
        }
        if (platformId == null) {
            throw Problem.of(
                            409,
                            "message-not-on-whatsapp",
                            "WhatsApp does not have this message yet",
                            "Wait for its first tick and try again. One that failed can neither be answered nor have a"
                                    + " reaction.")
                    .asException();
        }
        return platformId;
    }
}
