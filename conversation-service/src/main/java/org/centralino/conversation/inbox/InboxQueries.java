package org.centralino.conversation.inbox;

import static org.centralino.kit.database.Rows.instant;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centralino.events.ConversationState;
import org.centralino.events.MessageStatus;
import org.centralino.events.Person;
import org.centralino.events.Speaker;
import org.centralino.kit.database.Database;
import org.centralino.kit.inbox.Filter;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Cursor.Position;
import org.centralino.kit.page.Page;
import org.centralino.kit.phone.DisplayPhone;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The inbox as one operator may see it.
@ApplicationScoped
public class InboxQueries {
    private static final int MOST_UNREAD = 100;

    /// What is shown of the conversations `c`. $1 is the operator who asks.
    private static final String SHOWN = """
            select c.*, k.name, k.phone, k.username, k.group_id is not null as is_group,
                   p.id as p_id, p.sequence as p_sequence, p.platform_at as p_at, p.content ->> 'type' as p_kind,
                   coalesce(p.content ->> 'detail', p.content ->> 'platformType') as p_platform_type,
                   left(p.content ->> 'text', 200) as p_text,
                   p.direction as p_direction, p.author_id as p_author_id,
                   coalesce(contact_called(p.sender_id), p.author_name) as p_author_name,
                   p.speaker as p_speaker, p.status as p_status,
                   (select count(*) from (select 1 from message u where u.conversation_id = c.id
                      and u.direction = 'INBOUND' and not u.quiet and u.sequence > coalesce(r.sequence, 0) limit %s) unread) as unread
            from %%s c
            join contact k on k.id = c.contact_id
            left join read_cursor r on r.conversation_id = c.id and r.operator_id = $1
            left join lateral (select * from message m where m.conversation_id = c.id
              order by m.platform_at desc, m.sequence desc limit 1) p on true
            """.formatted(MOST_UNREAD);

    private static final String ONE = SHOWN.formatted("conversation") + "where c.id = $2 and %s";
    private static final String THESE = SHOWN.formatted("conversation") + """
            where c.id = any($2) and %s
            order by c.last_activity_at desc, c.id desc""";

    /// In which direction a list is read from a place, $2 and $3.
    private enum Direction {
        OLDER("<", "desc"),
        NEWER(">", "asc");

        /// The conversations that one index gives in the order of the list.
        private final String part;
        private final String list;

        Direction(String beyond, String order) {
            part = """
                    (select c.* from conversation c where %%s and %%s and (c.last_activity_at, c.id) %s ($2, $3)
                     order by c.last_activity_at %s, c.id %2$s limit $4)""".formatted(beyond, order);
            list = SHOWN.formatted("(select * from (%%s) each order by last_activity_at %1$s, id %1$s limit $4)"
                            .formatted(order))
                    + "order by c.last_activity_at %1$s, c.id %1$s".formatted(order);
        }

        /// Who sees only some of the conversations has them merged from as many indexes: nobody's list grows slower
        /// with what he may not see.
        String list(String condition, Visibility visibility) {
            return list.formatted(visibility.alternatives("c", "$1").stream()
                    .map(alternative -> part.formatted(condition, alternative))
                    .collect(Collectors.joining(" union all ")));
        }
    }

    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final Database database;

    InboxQueries(Database database) {
        this.database = database;
    }

    /// @return the conversation; fails with 404 when it does not exist or the operator may not see it
    public Uni<ConversationView> conversation(UUID id, Visibility visibility) {
        return database.ask(ONE.formatted(visibility.condition("c", "$1")), visibility.operator(), id)
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("This conversation").asException();
                    }
                    return view(rows.iterator().next());
                });
    }

    /// @return one page of a list, newest activity first, and the ways on to both sides
    Uni<Page<ConversationView>> page(Filter filter, InboxPart part, Visibility visibility, int limit) {
        return switch (part) {
            case InboxPart.Newest() -> older(filter, END_OF_TIME, LAST_ID, visibility, limit);
            case InboxPart.Older(var than) ->
                older(filter, than.time().atOffset(ZoneOffset.UTC), than.id(), visibility, limit)
                        .map(page -> new Page<>(page.items(), page.nextCursor(), begin(page.items())));
            case InboxPart.Newer(var than) -> newer(filter, than, visibility, limit);
        };
    }

    private Uni<Page<ConversationView>> older(
            Filter filter, OffsetDateTime time, UUID id, Visibility visibility, int limit) {
        return list(Direction.OLDER, filter, time, id, visibility, limit)
                .map(found -> Page.of(found, limit, InboxQueries::place));
    }

    private Uni<Page<ConversationView>> newer(Filter filter, Position than, Visibility visibility, int limit) {
        var time = than.time().atOffset(ZoneOffset.UTC);
        return list(Direction.NEWER, filter, time, than.id(), visibility, limit).map(found -> {
            var items = found.subList(0, Math.min(limit, found.size())).reversed();
            // What the cursor names stands below it, or did.
            var end = items.isEmpty() ? null : place(items.getLast());
            return new Page<>(items, end, found.size() > limit ? begin(items) : null);
        });
    }

    /// @return up to `limit + 1` rows, in the order of the statement
    private Uni<List<ConversationView>> list(
            Direction direction, Filter filter, OffsetDateTime time, UUID id, Visibility visibility, int limit) {
        var parameters = new SqlParameters(visibility.operator(), time, id, limit + 1);
        var condition = filter.condition("c", "$1", parameters::add);
        return database.ask(direction.list(condition, visibility), parameters.all())
                .map(InboxQueries::views);
    }

    /// @return those of them that there are, and that the operator may see
    Uni<Page<ConversationView>> these(List<UUID> ids, Visibility visibility) {
        return database.ask(
                        THESE.formatted(visibility.condition("c", "$1")),
                        visibility.operator(),
                        ids.toArray(UUID[]::new))
                .map(rows -> new Page<>(views(rows), null));
    }

    private static @Nullable String begin(List<ConversationView> items) {
        return items.isEmpty() ? null : place(items.getFirst());
    }

    private static String place(ConversationView view) {
        return Cursor.of(view.lastActivityAt(), view.id());
    }

    private static List<ConversationView> views(RowSet<Row> rows) {
        var views = new ArrayList<ConversationView>();
        rows.forEach(row -> views.add(view(row)));
        return views;
    }

    private static ConversationView view(Row row) {
        var phone = row.getString("phone");
        return new ConversationView(
                row.getUUID("id"),
                row.getLong("version"),
                row.getString("phone_number_id"),
                new ConversationView.Contact(
                        row.getUUID("contact_id"),
                        row.getString("name"),
                        initials(row.getString("name")),
                        phone,
                        phone == null ? null : DisplayPhone.of(phone),
                        row.getString("username"),
                        row.getBoolean("is_group")),
                ConversationState.Status.valueOf(row.getString("status")),
                row.getUUID("team_id"),
                row.getLong("epoch"),
                row.getLong("last_sequence"),
                row.getUUID("assignee_id") == null
                        ? null
                        : new Person(row.getUUID("assignee_id"), row.getString("assignee_name")),
                instant(row, "window_expires_at"),
                instant(row, "waiting_since"),
                row.getOffsetDateTime("last_activity_at").toInstant(),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getBoolean("failed"),
                speaker(row, "handled_by"),
                row.getBoolean("blocked"),
                row.getInteger("unread"),
                preview(row));
    }

    private static ConversationView.@Nullable Preview preview(Row row) {
        if (row.getUUID("p_id") == null) {
            return null;
        }
        var direction = row.getString("p_direction").toLowerCase(Locale.ROOT);
        return new ConversationView.Preview(
                row.getUUID("p_id"),
                row.getLong("p_sequence"),
                row.getOffsetDateTime("p_at").toInstant(),
                row.getString("p_kind"),
                row.getString("p_platform_type"),
                row.getString("p_text"),
                direction,
                author(row, direction),
                MessageStatus.valueOf(row.getString("p_status")));
    }

    private static ConversationView.Author author(Row row, String direction) {
        var speaker = speaker(row, "p_speaker");
        return speaker != null
                ? new ConversationView.Author("other", null, null, speaker)
                : new ConversationView.Author(
                        direction.equals("inbound") ? "customer" : "operator",
                        row.getUUID("p_author_id"),
                        row.getString("p_author_name"),
                        null);
    }

    private static @Nullable Speaker speaker(Row row, String column) {
        var name = row.getString(column);
        return name == null ? null : Speaker.valueOf(name);
    }

    /// The first letters of the first and the last word, for an avatar.
    static String initials(String name) {
        var words = name.strip().split("\\s+");
        var first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
