package org.centralino.conversation.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centralino.conversation.ConversationConfig;
import org.centralino.conversation.attachment.domain.Recognised;
import org.centralino.events.Content;
import org.centralino.events.Content.FromTemplate.SentCard;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.Person;
import org.centralino.events.SentFile;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Files that operators bring, from the moment that one is announced until it is deleted.
@ApplicationScoped
public class AttachmentStore {
    /// Announced again it is not older than now; what stands already stays as it is. Who may write to a customer
    /// first brings his file before there is a conversation.
    private static final String BEGIN = """
            with seen as (
              select c.id from conversation c where c.id = $2 and $4 and %s
              union all
              select $2 where $5 and not exists (select from conversation c where c.id = $2))
            insert into attachment as known (id, conversation_id, author_id) select $3, seen.id, $1 from seen
            on conflict (id) do update set begun_at =
              case when known.key is null then clock_timestamp() else known.begun_at end
            returning *""";

    private static final String STORED = """
            update attachment set kind = $2, animated = $3, sha256 = $4, key = $5, mime_type = $6, size = $7, name = $8
            where id = $1 and key is null and not going""";

    private static final String FIND =
            "select %s from attachment where id = $1 and key is not null and not going".formatted(Attachment.COLUMNS);

    private static final String LOCK = FIND + " for update";

    private static final String ALL = "select %s from attachment where id = any ($1) and key is not null and not going"
            .formatted(Attachment.COLUMNS);

    /// It may be known only as begun: a backup was made while it was being brought, and what was told since is heard
    /// again.
    private static final String NAMED = """
            insert into attachment (id, conversation_id, author_id, kind, animated, sha256, key, mime_type, size, name,
              message_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (id) do update set kind = excluded.kind, animated = excluded.animated,
              sha256 = excluded.sha256, key = excluded.key, mime_type = excluded.mime_type, size = excluded.size,
              name = excluded.name, message_id = excluded.message_id""";

    /// What no reply named, and what a message named that is there no more.
    private static final String GOING = """
            with gone as materialized (
              select a.id from attachment a
              where a.going or a.message_id is null and a.begun_at < now() - cast($1 as bigint) * interval '1 millisecond'
                or a.message_id is not null and a.begun_at < now() - cast($2 as bigint) * interval '1 millisecond'
                  and not exists (select from message m where m.id = a.message_id)
              limit $3 for update skip locked)
            update attachment a set going = true from gone where a.id = gone.id
            returning a.id, a.conversation_id""";

    private static final String GONE = "delete from attachment where id = any ($1)";

    private final Database database;
    private final ConversationConfig config;

    AttachmentStore(Database database, ConversationConfig config) {
        this.database = database;
        this.config = config;
    }

    /// Where the files of one attachment stand.
    record Place(UUID id, UUID conversationId) {
        String folder() {
            return "%s/%s/".formatted(conversationId, id);
        }

        /// @return a key that no other try to store it has
        String newKey() {
            return folder() + UUID.randomUUID();
        }
    }

    /// What an author may do with a file.
    ///
    /// @param inReplies whether a reply of his can name it
    /// @param first whether it can be the first that a customer gets
    record Use(boolean inReplies, boolean first) {}

    /// Announces a file.
    ///
    /// @return the file when it stands already; fails when its author may not see the conversation, or the id is
    ///     another file's
    Uni<Optional<Attachment>> begin(Place place, Person author, Visibility visibility, Use use) {
        return database.ask(
                        BEGIN.formatted(visibility.condition("c", "$1")),
                        author.id(),
                        place.conversationId(),
                        place.id(),
                        use.inReplies(),
                        use.first())
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("This conversation").asException();
                    }
                    var row = rows.iterator().next();
                    if (!row.getUUID("conversation_id").equals(place.conversationId())
                            || !row.getUUID("author_id").equals(author.id())
                            || row.getBoolean("going")) {
                        throw OTHER.asException();
                    }
                    return row.getString("key") == null ? Optional.empty() : Optional.of(Attachment.read(row));
                });
    }

    /// Writes down that it stands in the object store.
    ///
    /// @return false when another try was first
    Uni<Boolean> stored(UUID id, Recognised recognised, String sha256, SentFile file) {
        return database.ask(
                        STORED,
                        id,
                        recognised.kind().name(),
                        recognised.animated(),
                        sha256,
                        file.key(),
                        file.mimeType(),
                        file.size(),
                        file.name())
                .map(rows -> rows.rowCount() == 1);
    }

    /// @return the file; fails when there is none of that id
    Uni<Attachment> find(UUID id) {
        return database.ask(FIND, id).map(AttachmentStore::only);
    }

    /// Locks a file that a reply names, so that no other reply can name it.
    ///
    /// @return the file; fails when there is none of that id that this author has brought to this conversation, and
    ///     when another reply has it
    public Uni<Attachment> lock(Transaction transaction, UUID id, UUID conversation, Person author, UUID reply) {
        return transaction.ask(LOCK, id).map(rows -> {
            var attachment = only(rows);
            if (!attachment.belongsTo(conversation, author)) {
                throw NOT_THERE.asException();
            }
            if (!attachment.isFreeFor(reply)) {
                throw SENT_ALREADY.asException();
            }
            return attachment;
        });
    }

    /// As [#lock] does with one, each once, by their ids: two replies never wait for each other in a circle.
    ///
    /// @return the files, in the order in which they are named
    public Uni<List<Attachment>> lock(
            Transaction transaction, List<UUID> ids, UUID conversation, Person author, UUID reply) {
        var locked = new HashMap<UUID, Attachment>();
        var all = Uni.createFrom().voidItem();
        for (var id : new TreeSet<>(ids)) {
            all = all.chain(() -> lock(transaction, id, conversation, author, reply))
                    .invoke(attachment -> locked.put(id, attachment))
                    .replaceWithVoid();
        }
        return all.map(_ -> ids.stream()
                .map(id -> Objects.requireNonNull(locked.get(id), "each was locked"))
                .toList());
    }

    /// @return the ids of the files on the cards of a template that was sent, in their order
    public static List<UUID> onCards(Content.FromTemplate sent) {
        return Objects.requireNonNullElse(sent.cards(), List.<SentCard>of()).stream()
                .map(card -> UUID.fromString(card.attachment().mediaId()))
                .toList();
    }

    /// @return the files of the cards of a template that was sent, for a reply that repeats it; nothing when it has
    ///     none, or one of them is there no more
    public Uni<Optional<List<SentFile>>> ofCards(Transaction transaction, Content content) {
        var ids = content instanceof Content.FromTemplate sent ? onCards(sent) : List.<UUID>of();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return transaction.ask(ALL, (Object) ids.toArray(UUID[]::new)).map(rows -> {
            var found = rows.stream().map(Attachment::read).collect(Collectors.toMap(Attachment::id, Attachment::file));
            return found.keySet().containsAll(ids)
                    ? Optional.of(ids.stream()
                            .map(id -> Objects.requireNonNull(found.get(id), "it was found"))
                            .toList())
                    : Optional.empty();
        });
    }

    private static Attachment only(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NOT_THERE.asException();
        }
        return Attachment.read(rows.iterator().next());
    }

    /// @return what keeps the files as long as the reply that names them; nothing when it names none
    public static List<Statement> named(ReplyQueued reply) {
        return reply.goingFiles().stream()
                .map(going -> named(reply, going.content(), going.file()))
                .toList();
    }

    private static Statement named(ReplyQueued reply, Content.WithFile content, SentFile file) {
        return Statement.of(
                NAMED,
                UUID.fromString(content.attachment().mediaId()),
                reply.conversationId(),
                reply.author().id(),
                kindOf(content),
                content instanceof Content.Sticker sticker && sticker.animated(),
                content.attachment().sha256(),
                file.key(),
                file.mimeType(),
                file.size(),
                file.name(),
                reply.messageId());
    }

    private static String kindOf(Content.WithFile content) {
        return switch (content) {
            case Content.Image _ -> "IMAGE";
            case Content.Video _ -> "VIDEO";
            case Content.Audio _, Content.Voice _ -> "AUDIO";
            case Content.Document _ -> "DOCUMENT";
            case Content.Sticker _ -> "STICKER";
        };
    }

    /// @return some whose files are to be deleted; no reply can name them any more
    Uni<List<Place>> going(int most) {
        return database.ask(GOING, config.keepUnsentFiles().toMillis(), kept(), most)
                .map(rows -> {
                    var places = new ArrayList<Place>();
                    rows.forEach(row -> places.add(new Place(row.getUUID("id"), row.getUUID("conversation_id"))));
                    return places;
                });
    }

    /// Their files are in the object store no more.
    Uni<Void> gone(List<Place> places) {
        return database.ask(GONE, (Object) places.stream().map(Place::id).toArray(UUID[]::new))
                .replaceWithVoid();
    }

    private @Nullable Long kept() {
        return config.keepMessages().map(Duration::toMillis).orElse(null);
    }

    private static final Problem OTHER = Problem.of(
            409,
            "id-already-used",
            "This id belongs to another file",
            "Make a new id for a new file; repeat an id only to bring the same file to the same conversation.");

    private static final Problem NOT_THERE = Problem.of(
            409,
            "file-not-there",
            "The file is not there",
            "It was not brought to this conversation by you, or no reply named it for too long. Bring it again.");

    private static final Problem SENT_ALREADY = Problem.of(
            409,
            "file-already-sent",
            "The file was sent already",
            "Another reply has it. To send it once more, bring it once more.");
}
