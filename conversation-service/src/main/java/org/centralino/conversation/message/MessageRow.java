package org.centralino.conversation.message;

import static org.centralino.kit.database.Rows.instant;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.message.domain.Settled;
import org.centralino.conversation.words.WordRows;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.HandedOver;
import org.centralino.events.ConversationEvent.MessageEchoed;
import org.centralino.events.ConversationEvent.MessageEdited;
import org.centralino.events.ConversationEvent.MessageReacted;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageRevoked;
import org.centralino.events.ConversationEvent.MessageSynced;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.EarlierVersion;
import org.centralino.events.Held;
import org.centralino.events.Media;
import org.centralino.events.MessageContext;
import org.centralino.events.MessageStatus;
import org.centralino.events.PlatformError;
import org.centralino.events.Pricing;
import org.centralino.events.Quoted;
import org.centralino.events.Reaction;
import org.centralino.events.SentFile;
import org.centralino.events.Speaker;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.jspecify.annotations.Nullable;

/// A row of the table `message`, when it is new.
public record MessageRow(
        UUID id,
        UUID conversationId,
        long sequence,
        String phoneNumberId,
        @Nullable String platformId,
        String direction,
        @Nullable UUID authorId,
        @Nullable String authorName,
        @Nullable UUID senderId,
        @Nullable String speaker,
        @JsonRawValue @Nullable String content,
        @JsonRawValue @Nullable String context,
        Instant platformAt,
        Instant recordedAt,
        Instant cameAt,
        boolean late,
        boolean quiet,
        boolean anyway,
        String status,
        Instant statusAt,
        @Nullable Long answersFrom,
        @Nullable UUID again,
        @JsonRawValue @Nullable String media) {

    /// A message `q` as another one quotes it.
    static final String QUOTED = """
            jsonb_strip_nulls(jsonb_build_object('messageId', q.id, 'content', q.content, 'author',
              case when q.author_id is not null then jsonb_build_object('id', q.author_id, 'name', q.author_name) end,
              'speaker', replace(lower(q.speaker), '_', '-'),
              'sender', case when q.sender_id is not null then
                jsonb_build_object('contactId', q.sender_id, 'name', coalesce(contact_called(q.sender_id), q.author_name)) end))""";

    /// Messages that may be quoted, by what the platform calls them and of which number: $1 and $2.
    public static final String QUOTABLE = """
            select q.conversation_id, q.platform_id, %s::text as quoted from message q
            where q.platform_id = any ($1) and q.phone_number_id = any ($2)""".formatted(QUOTED);

    /// The columns of a message `m` that a timeline shows. What another conversation says is not quoted.
    public static final String COLUMNS = """
            m.id, m.conversation_id, m.sequence, m.direction, m.author_id, m.speaker, m.quiet, m.sender_id,
            coalesce(contact_called(m.sender_id), m.author_name) as author_name,
            m.content::text as content,
            m.context::text as context, m.platform_at, m.recorded_at, m.late, m.status, m.status_at,
            m.error::text as error, case when m.status = 'QUEUED' then m.held::text end as held, m.again, m.settled::text as settled, m.reactions::text as reactions,
            m.earlier::text as earlier, m.edited_at, m.media::text as media, m.pricing::text as pricing,
            (select %s::text from message q where q.platform_id = m.context ->> 'answers'
               and q.phone_number_id = m.phone_number_id and q.conversation_id = m.conversation_id) as quoted""".formatted(QUOTED);

    private static final String INSERT = """
            insert into message (id, conversation_id, sequence, phone_number_id, platform_id, direction, author_id,
              author_name, sender_id, speaker, content, context, platform_at, recorded_at, came_at, late, quiet, anyway, status, status_at,
              answers_from, again, media)
            select id, conversation_id, sequence, phone_number_id, platform_id, direction, author_id,
              author_name, sender_id, speaker, content, context, platform_at, recorded_at, came_at, late, quiet, anyway, status, status_at,
              answers_from, again, media
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as m (
              id uuid, conversation_id uuid, sequence bigint, phone_number_id text, platform_id text, direction text,
              author_id uuid, author_name text, sender_id uuid, speaker text, content jsonb, context jsonb, platform_at timestamptz,
              recorded_at timestamptz, came_at timestamptz, late boolean, quiet boolean, anyway boolean, status text,
              status_at timestamptz, answers_from bigint, again uuid, media jsonb)""";

    private static final String ARRIVED = """
            update message set settled = cast($2 as text)::jsonb, status = 'ACCEPTED', status_at = $3 where id = $1""";
    private static final String SENT_AGAIN = """
            update message set settled = cast($2 as text)::jsonb where id = $1""";

    private static final String SAME_FILE = """
            update message set media = repeated.media from message repeated where message.id = $1 and repeated.id = $2""";

    private static final String CALLS = """
            update message set quiet = false where conversation_id = $1 and sequence > $2 and quiet""";

    /// What was changed or deleted since stays as it is.
    private static final String FILLED = """
            update message set content = cast($2 as text)::jsonb, media = cast($3 as text)::jsonb, raw = null
            where id = $1 and content ->> 'platformType' = 'media_placeholder'""";
    private static final String CAME_LIVE = """
            delete from message where id = any ($1) and sequence < 0""";

    private static final String REACTED = """
            update message set reactions = cast($2 as text)::jsonb where id = $1""";
    private static final String EDITED = """
            update message set content = cast($2 as text)::jsonb, earlier = cast($3 as text)::jsonb, edited_at = $4
            where id = $1""";
    /// What it said, what was said before, what stands on it and its file are gone.
    private static final String REVOKED = """
            update message set content = cast($2 as text)::jsonb, earlier = null, reactions = null, media = null,
              raw = null
            where id = $1""";

    private static MessageRow of(MessageReceived message) {
        var sender = message.sender();
        return new MessageRow(
                message.messageId(),
                message.conversationId(),
                message.sequence(),
                message.conversation().phoneNumberId(),
                message.platformId(),
                "INBOUND",
                null,
                sender == null ? message.conversation().contact().name() : sender.name(),
                sender == null ? null : sender.contactId(),
                null,
                Documents.write(message.content()),
                Documents.writeIfAny(message.context()),
                message.platformAt(),
                message.at(),
                message.conversation().lastActivityAt(),
                message.late(),
                message.quiet(),
                false,
                MessageStatus.RECEIVED.name(),
                message.at(),
                null,
                null,
                fileOf(message.content()));
    }

    /// The platform has it: how far it has come is told by statuses that come later.
    private static MessageRow of(MessageEchoed echo, long answersFrom) {
        return new MessageRow(
                echo.messageId(),
                echo.conversationId(),
                echo.sequence(),
                echo.conversation().phoneNumberId(),
                echo.platformId(),
                "OUTBOUND",
                null,
                null,
                null,
                echo.speaker().name(),
                Documents.write(echo.content()),
                Documents.writeIfAny(echo.context()),
                echo.platformAt(),
                echo.at(),
                echo.at(),
                echo.late(),
                false,
                false,
                MessageStatus.SENT.name(),
                echo.platformAt(),
                answersFrom,
                null,
                fileOf(echo.content()));
    }

    /// It calls nobody, and goes when those go that were written at its time.
    private static MessageRow of(MessageSynced past) {
        return new MessageRow(
                past.messageId(),
                past.conversationId(),
                past.sequence(),
                past.conversation().phoneNumberId(),
                past.platformId(),
                past.ours() ? "OUTBOUND" : "INBOUND",
                null,
                past.ours() ? null : past.conversation().contact().name(),
                null,
                past.ours() ? Speaker.PHONE.name() : null,
                Documents.write(past.content()),
                Documents.writeIfAny(past.context()),
                past.platformAt(),
                past.platformAt(),
                past.platformAt(),
                false,
                !past.ours(),
                false,
                past.status().name(),
                past.platformAt(),
                null,
                null,
                fileOf(past.content()));
    }

    private static @Nullable String fileOf(Content content) {
        return content instanceof Content.WithFile ? Documents.write(Media.FETCHING) : null;
    }

    private static MessageRow of(ReplyQueued reply, long answersFrom) {
        return new MessageRow(
                reply.messageId(),
                reply.conversationId(),
                reply.sequence(),
                reply.conversation().phoneNumberId(),
                null,
                "OUTBOUND",
                reply.author().id(),
                reply.author().name(),
                null,
                null,
                Documents.write(reply.content()),
                Documents.writeIfAny(reply.context()),
                reply.at(),
                reply.at(),
                reply.at(),
                false,
                false,
                reply.anyway(),
                MessageStatus.QUEUED.name(),
                reply.at(),
                answersFrom,
                reply.again(),
                StoredMedia.of(reply));
    }

    /// @param events of them, those that bring a message
    /// @return what writes the messages; nothing when there are none
    public static List<Statement> received(List<Recorded> events) {
        return insert(events.stream()
                .filter(MessageReceived.class::isInstance)
                .map(message -> of((MessageReceived) message)));
    }

    /// @param answersFrom up to this position everything was answered before
    public static List<Statement> queued(ReplyQueued reply, long answersFrom) {
        return insert(Stream.of(of(reply, answersFrom)));
    }

    /// @param answersFrom up to this position everything was answered before
    public static List<Statement> echoed(MessageEchoed echo, long answersFrom) {
        return insert(Stream.of(of(echo, answersFrom)));
    }

    /// @param past messages that do not stand yet
    public static List<Statement> synced(List<MessageSynced> past) {
        return insert(past.stream().map(MessageRow::of));
    }

    /// @return what puts the file into a message of the past that came without
    public static List<Statement> filled(MessageSynced past) {
        var document = Documents.write(past.content());
        return List.of(
                Statement.of(FILLED, past.messageId(), document, fileOf(past.content())),
                WordRows.filled(past.messageId(), past.content(), document));
    }

    /// @param ids of messages that come live now
    /// @return what clears the places where the phone's history had them; nothing when there are none
    public static List<Statement> cameLive(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : List.of(Statement.of(CAME_LIVE, (Object) ids.toArray(UUID[]::new)));
    }

    /// @return what makes the first message that needs an answer now, after a handover, one that calls
    ///     somebody
    public static List<Statement> handedOver(HandedOver handover) {
        return handover.to() == null
                ? List.of(Statement.of(CALLS, handover.conversationId(), handover.answeredThrough()))
                : List.of();
    }

    private static List<Statement> insert(Stream<MessageRow> rows) {
        var all = rows.toList();
        return all.isEmpty()
                ? List.of()
                : List.of(
                        Statement.of(INSERT, Rows.asJson(all)),
                        WordRows.written(all.stream().map(MessageRow::found).toList()));
    }

    private WordRows.Message found() {
        var said = content == null ? new Content.Revoked() : Documents.read(content, Content.class);
        return new WordRows.Message(id, conversationId, platformAt, direction.equals("INBOUND"), said);
    }

    /// @param message that was in doubt
    /// @return what writes down what a person decided about it; one that has arrived counts as accepted
    public static Statement settled(UUID message, Settled settled) {
        var document = Documents.writeIfAny(settled);
        return switch (settled.outcome()) {
            case ARRIVED ->
                Statement.of(ARRIVED, message, document, settled.at().atOffset(ZoneOffset.UTC));
            case SEND_AGAIN -> Statement.of(SENT_AGAIN, message, document);
        };
    }

    /// @param events of them, those that change a message that stands already
    /// @return what writes that down
    public static List<Statement> changed(List<? extends Recorded> events) {
        return events.stream()
                .flatMap(event -> Stream.of(changed(event), foundAnew(event)).flatMap(Optional::stream))
                .toList();
    }

    private static Optional<Statement> foundAnew(Recorded event) {
        return switch (event) {
            case MessageEdited it -> Optional.of(WordRows.changed(it.messageId(), it.content()));
            case MessageRevoked it -> Optional.of(WordRows.changed(it.messageId(), new Content.Revoked()));
            default -> Optional.empty();
        };
    }

    private static Optional<Statement> changed(Recorded event) {
        return switch (event) {
            case MessageReacted it ->
                Optional.of(Statement.of(REACTED, it.messageId(), Documents.writeIfAny(it.reactions())));
            case MessageEdited it ->
                Optional.of(Statement.of(
                        EDITED,
                        it.messageId(),
                        Documents.write(it.content()),
                        Documents.writeIfAny(it.earlier()),
                        it.editedAt().atOffset(ZoneOffset.UTC)));
            case MessageRevoked it ->
                Optional.of(Statement.of(REVOKED, it.messageId(), Documents.writeIfAny(new Content.Revoked())));
            default -> Optional.empty();
        };
    }

    /// @param row with the [#COLUMNS]
    /// @return the message's file, when it stands in the object store; null otherwise
    public static @Nullable SentFile file(Row row) {
        return StoredMedia.file(row.getString("media"));
    }

    /// @return what makes known of a message's file what is known of it with the message that it repeats
    public static List<Statement> sameFile(ReplyQueued repeating) {
        return repeating.file() == null
                ? List.of()
                : List.of(Statement.of(SAME_FILE, repeating.messageId(), repeating.again()));
    }

    /// @param row of the [#QUOTABLE]
    public static Quoted quoted(Row row) {
        return Documents.read(row.getString("quoted"), Quoted.class);
    }

    /// @param row with the [#COLUMNS]
    public static TimelineItem read(Row row) {
        var direction = row.getString("direction").toLowerCase(Locale.ROOT);
        return new TimelineItem(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getLong("sequence"),
                row.getOffsetDateTime("platform_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                "message",
                direction,
                TimelineItem.Author.of(
                        direction,
                        row.getUUID("author_id"),
                        row.getString("author_name"),
                        row.getString("speaker"),
                        row.getUUID("sender_id")),
                Documents.read(row.getString("content"), Content.class),
                Documents.readIfAny(row.getString("context"), MessageContext.class),
                Documents.readIfAny(row.getString("quoted"), Quoted.class),
                MessageStatus.valueOf(row.getString("status")),
                row.getOffsetDateTime("status_at").toInstant(),
                row.getBoolean("late"),
                row.getBoolean("quiet"),
                Documents.readIfAny(row.getString("error"), PlatformError.class),
                Documents.readIfAny(row.getString("held"), Held.class),
                row.getUUID("again"),
                Documents.readIfAny(row.getString("settled"), Settled.class),
                Documents.readList(row.getString("reactions"), Reaction.class),
                instant(row, "edited_at"),
                Documents.readList(row.getString("earlier"), EarlierVersion.class),
                Documents.readIfAny(row.getString("media"), Media.class),
                Documents.readIfAny(row.getString("pricing"), Pricing.class));
    }
}
