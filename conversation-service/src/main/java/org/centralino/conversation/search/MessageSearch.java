package org.centralino.conversation.search;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.centralino.conversation.message.TimelineItem;
import org.centralino.conversation.words.domain.Excerpt;
import org.centralino.conversation.words.domain.Question;
import org.centralino.conversation.words.domain.Said;
import org.centralino.events.Content;
import org.centralino.events.ConversationState;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Cursor.Position;
import org.centralino.kit.phone.DisplayPhone;
import org.jspecify.annotations.Nullable;

/// Finds messages by their words, the newest first.
///
/// Words that many messages have are found among the newest ones, in the order of time; only what
/// is not found there often enough is rare enough to be looked up in the index of words, which
/// knows no order.
final class MessageSearch {
    /// Among so many of the newest messages, or of those before the cursor, is looked without the
    /// index of words.
    private static final int NEAR = 20_000;

    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final UUID FIRST_ID = new UUID(0, 0);
    /// $1 is the operator who asks, ($2, $3) the place behind which is looked, $4 the words, $5 how
    /// many are wanted, $6 who wrote, $7 whether there is a file, $8 of which number of ours.
    private static final String WANTED = """
            w.words @@ cast(cast($4 as text) as tsquery) and ($6::boolean is null or w.inbound = $6)
              and (w.file or not $7)""";

    private static final String AMONG_NEWEST = """
            select w.message_id, w.at from (
              select * from message_words where (at, message_id) < ($2, $3)
              order by at desc, message_id desc limit %d) w
            join conversation c on c.id = w.conversation_id
            where $1::uuid is not null and %s and ($8::text is null or c.phone_number_id = $8) and %%s
            order by w.at desc, w.message_id desc limit $5""".formatted(NEAR, WANTED);

    private static final String AMONG_ALL = """
            with w as materialized (
              select w.message_id, w.conversation_id, w.at from message_words w
              where (w.at, w.message_id) < ($2, $3) and %s)
            select w.message_id, w.at from w
            join conversation c on c.id = w.conversation_id
            where $1::uuid is not null and ($8::text is null or c.phone_number_id = $8) and %%s
            order by w.at desc, w.message_id desc limit $5""".formatted(WANTED);

    private static final String SHOWN = """
            select w.message_id, w.at, m.sequence, m.direction, m.author_id, m.sender_id, m.speaker,
              coalesce(contact_called(m.sender_id), m.author_name) as author_name,
              m.content::text as content, m.content ->> 'type' as kind, c.id as conversation_id,
              c.phone_number_id, c.status, k.name, k.phone
            from (%s) w join message m on m.id = w.message_id join conversation c on c.id = m.conversation_id
            join contact k on k.id = c.contact_id
            order by w.at desc, w.message_id desc""";

    private MessageSearch() {}

    /// What was found, and where to go on.
    record Found(List<FoundView.Message> messages, @Nullable String nextCursor) {}

    /// @param after where the page before ended
    /// @return a page of the messages that the operator may see
    static Uni<Found> messages(
            Transaction transaction, Sought sought, @Nullable Position after, Visibility visibility, int limit) {
        var begin = begin(sought.before(), after);
        return ask(transaction, AMONG_NEWEST, sought, begin, visibility, limit)
                .chain(near -> near.size() > limit
                        ? Uni.createFrom().item(near)
                        : ask(transaction, AMONG_ALL, sought, begin, visibility, limit))
                .map(rows -> found(rows, sought.question(), limit));
    }

    private static Position begin(@Nullable Instant before, @Nullable Position after) {
        var bound = before == null ? END_OF_TIME.toInstant() : before;
        return after == null || after.time().isAfter(bound) ? new Position(bound, FIRST_ID.toString()) : after;
    }

    private static Uni<RowSet<Row>> ask(
            Transaction transaction, String question, Sought sought, Position begin, Visibility visibility, int limit) {
        return transaction.ask(
                SHOWN.formatted(question.formatted(visibility.condition("c", "$1"))),
                visibility.operator(),
                begin.time().atOffset(ZoneOffset.UTC),
                begin.id(),
                sought.question().query(),
                limit + 1,
                sought.inbound(),
                sought.file(),
                sought.phoneNumberId());
    }

    private static Found found(RowSet<Row> rows, Question question, int limit) {
        var all = StreamSupport.stream(rows.spliterator(), false).toList();
        var page = all.subList(0, Math.min(limit, all.size()));
        var last = page.isEmpty() ? null : page.getLast();
        return new Found(
                page.stream().flatMap(row -> message(row, question)).toList(),
                all.size() <= limit || last == null
                        ? null
                        : Cursor.of(last.getOffsetDateTime("at").toInstant(), last.getUUID("message_id")));
    }

    /// What a message says has the last word: its row of words may be older for a moment.
    private static Stream<FoundView.Message> message(Row row, Question question) {
        var content = Documents.read(row.getString("content"), Content.class);
        var said = Said.in(content);
        var ranges = question.ranges(said);
        if (ranges.isEmpty()) {
            return Stream.empty();
        }
        var direction = row.getString("direction").toLowerCase(Locale.ROOT);
        return Stream.of(new FoundView.Message(
                row.getUUID("message_id"),
                row.getLong("sequence"),
                row.getOffsetDateTime("at").toInstant(),
                direction,
                row.getString("kind"),
                TimelineItem.Author.of(
                        direction,
                        row.getUUID("author_id"),
                        row.getString("author_name"),
                        row.getString("speaker"),
                        row.getUUID("sender_id")),
                conversation(row),
                Excerpt.of(said, ranges)));
    }

    static FoundView.Conversation conversation(Row row) {
        var phone = row.getString("phone");
        return new FoundView.Conversation(
                row.getUUID("conversation_id"),
                row.getString("phone_number_id"),
                ConversationState.Status.valueOf(row.getString("status")),
                row.getString("name"),
                phone == null ? null : DisplayPhone.of(phone));
    }
}
