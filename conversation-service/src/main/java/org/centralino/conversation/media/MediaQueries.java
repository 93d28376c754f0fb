package org.centralino.conversation.media;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.centralino.conversation.media.domain.StoredFile;
import org.centralino.events.Media;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Documents;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Which files an operator may have.
@ApplicationScoped
class MediaQueries {
    // The operator is named once more so that $1 is there for whoever sees everything.
    private static final String FILE = """
            select m.media::text as media, m.media ->> 'key' as key, m.media ->> 'thumbnailKey' as thumbnail_key
            from message m join conversation c on c.id = m.conversation_id
            where $1::uuid is not null and c.id = $2 and m.id = $3 and m.media is not null and %s""";

    /// A file on a card is always one that an operator brought.
    private static final String FILE_OF_CARD = """
            select a.key, a.mime_type, a.name
            from message m join conversation c on c.id = m.conversation_id
              join attachment a on a.conversation_id = c.id and not a.going
                and a.id::text = m.content -> 'cards' -> cast($4 as int) -> 'attachment' ->> 'mediaId'
            where $1::uuid is not null and c.id = $2 and m.id = $3 and a.key is not null and %s""";

    private final Database database;

    MediaQueries(Database database) {
        this.database = database;
    }

    /// @param thumbnail whether its small form is wanted
    /// @return the file; fails when there is none, when it is not here yet, when it is lost, and
    ///     when the operator may not see it
    Uni<StoredFile> file(UUID conversation, UUID message, boolean thumbnail, Visibility visibility) {
        return database.ask(
                        FILE.formatted(visibility.condition("c", "$1")), visibility.operator(), conversation, message)
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("This file").asException();
                    }
                    return fileOf(rows.iterator().next(), thumbnail);
                });
    }

    /// @param card of a carousel, counted from 0
    /// @return its file; fails when there is none, and when the operator may not see it
    Uni<StoredFile> fileOfCard(UUID conversation, UUID message, int card, Visibility visibility) {
        return database.ask(
                        FILE_OF_CARD.formatted(visibility.condition("c", "$1")),
                        visibility.operator(),
                        conversation,
                        message,
                        card)
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("This file").asException();
                    }
                    var row = rows.iterator().next();
                    return new StoredFile(row.getString("key"), row.getString("mime_type"), row.getString("name"));
                });
    }

    private static StoredFile fileOf(Row row, boolean thumbnail) {
        var media = Documents.read(row.getString("media"), Media.class);
        return switch (media.state()) {
            case LOST -> throw LOST.asException();
            case FETCHING -> throw NOT_HERE_YET.asException();
            case STORED -> thumbnail ? small(row.getString("thumbnail_key")) : whole(row.getString("key"), media);
        };
    }

    private static StoredFile small(@Nullable String key) {
        if (key == null) {
            throw Problem.notFound("A small form of this file").asException();
        }
        return new StoredFile(key, key.endsWith(".png") ? "image/png" : "image/jpeg", null);
    }

    private static StoredFile whole(@Nullable String key, Media media) {
        if (key == null) {
            throw NOT_HERE_YET.asException();
        }
        return new StoredFile(key, media.mimeType(), media.name());
    }

    private static final Problem NOT_HERE_YET = Problem.of(
            409,
            "media-not-here-yet",
            "The file is not here yet",
            "It is on its way from WhatsApp. The message tells when it is here.");

    private static final Problem LOST = Problem.of(
            410,
            "media-lost",
            "The file cannot be had any more",
            "WhatsApp does not have it any more, or it was not what WhatsApp said. Ask the customer to send it again.");
}
