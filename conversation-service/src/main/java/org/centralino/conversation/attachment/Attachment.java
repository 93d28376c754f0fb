package org.centralino.conversation.attachment;

import io.vertx.sqlclient.Row;
import java.util.Objects;
import java.util.UUID;
import org.centralino.conversation.attachment.domain.AttachmentKind;
import org.centralino.events.Content;
import org.centralino.events.Person;
import org.centralino.events.SentFile;
import org.jspecify.annotations.Nullable;

/// A file that an operator has brought, and may name in one reply to this conversation.
///
/// @param sha256 of its bytes, in hex
/// @param messageId the reply that names it; null when none does
public record Attachment(
        UUID id,
        UUID conversationId,
        UUID authorId,
        AttachmentKind kind,
        boolean animated,
        String sha256,
        SentFile file,
        @Nullable UUID messageId) {

    static final String COLUMNS = """
            id, conversation_id, author_id, kind, animated, sha256, key, mime_type, size, name, message_id""";

    /// @param row with the [#COLUMNS], of one that is stored
    static Attachment read(Row row) {
        return new Attachment(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getUUID("author_id"),
                AttachmentKind.valueOf(row.getString("kind")),
                row.getBoolean("animated"),
                row.getString("sha256"),
                new SentFile(
                        row.getString("key"), row.getString("mime_type"), row.getLong("size"), row.getString("name")),
                row.getUUID("message_id"));
    }

    /// @return the file as the content of a message names it
    public Content.Attachment named() {
        return new Content.Attachment(id.toString(), file.mimeType(), sha256, null);
    }

    boolean belongsTo(UUID conversation, Person author) {
        return conversationId.equals(conversation) && authorId.equals(author.id());
    }

    /// @return whether that reply may name it: no other one does
    public boolean isFreeFor(UUID reply) {
        return messageId == null || Objects.equals(messageId, reply);
    }
}
