package org.centralino.conversation.addressbook;

import static org.centralino.kit.database.Rows.instant;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.centralino.conversation.addressbook.ContactView.Block;
import org.centralino.conversation.addressbook.ContactView.Clash;
import org.centralino.conversation.addressbook.ContactView.Conversation;
import org.centralino.conversation.addressbook.ContactView.Key;
import org.centralino.conversation.addressbook.ContactView.Kind;
import org.centralino.conversation.addressbook.ContactView.Merge;
import org.centralino.conversation.addressbook.ContactView.Named;
import org.centralino.conversation.contact.ConsentRows;
import org.centralino.conversation.contact.SoughtContacts;
import org.centralino.conversation.contact.domain.Recognition;
import org.centralino.events.Consent;
import org.centralino.events.ConversationState;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;
import org.centralino.kit.phone.DisplayPhone;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The address book as one operator may see it: the customers of the conversations that he may see. Who
/// sees all conversations sees also those who never wrote.
@ApplicationScoped
public class ContactQueries {
    /// $1 is the operator who asks; `k` is a person: a contact that was not merged into another one.
    private static final String CONVERSATION_OF_PERSON = """
            from conversation c join contact m on m.id = c.contact_id
            where (m.id = k.id or m.merged_into = k.id) and %s""";

    private static final String LIST = """
            select k.id, k.name, k.own_name, k.profile_name, k.username, k.phone, k.group_id is not null as is_group,
              (select max(c.last_activity_at) %1$s) as last_activity_at,
              (select count(*) from contact_clash x where x.decided_at is null and exists (
                select from contact m where m.id in (x.holder_id, x.claimant_id)
                  and (m.id = k.id or m.merged_into = k.id))) as clashes
            from contact k
            where k.merged_into is null and %2$s
              and ($2::text is null or k.id in (%3$s))
              and ($4::uuid is null
                or (lower(k.name), k.id) > (select lower(last.name), last.id from contact last where last.id = $4))
            order by lower(k.name), k.id limit $5""";

    private static final String ONE = """
            select k.* from contact k
            where k.id = (select coalesce(asked.merged_into, asked.id) from contact asked where asked.id = $2) and %s""";

    private static final String KEYS = """
            select i.* from contact_identity i join contact m on m.id = i.contact_id
            where m.id = $1 or m.merged_into = $1
            order by (i.superseded_at is not null), i.last_seen desc, i.kind, i.value""";

    private static final String CONVERSATIONS = """
            select c.*, m.phone, m.username, m.bsuid, m.name, b.wanted, b.asked_by_id, b.asked_by_name,
              b.asked_at, b.settled_at, b.error::text as block_error
            from conversation c join contact m on m.id = c.contact_id
            left join contact_block b on b.conversation_id = c.id
            where (m.id = $2 or m.merged_into = $2) and $1::uuid is not null and %s
            order by c.last_activity_at desc, c.id desc""";

    private static final String CLASHES = """
            select x.id, x.kind, x.value, x.at, holder.id as holder_id, holder.name as holder_name,
              claimant.id as claimant_id, claimant.name as claimant_name
            from contact_clash x join contact h on h.id = x.holder_id join contact l on l.id = x.claimant_id
            join contact holder on holder.id = coalesce(h.merged_into, h.id)
            join contact claimant on claimant.id = coalesce(l.merged_into, l.id)
            where x.decided_at is null and $2 in (holder.id, claimant.id) and $1::uuid is not null
              and %s and %s
            order by x.at, x.id""";

    private static final int CONSENTS = 20;

    private static final String MERGES = """
            select g.*, m.name from contact_merge g join contact m on m.id = g.contact_id
            where g.into_id = $1 order by g.at desc, g.id""";

    private final Database database;

    ContactQueries(Database database) {
        this.database = database;
    }

    /// @param search part of a name, of a username, or of a number in any spelling; null for everybody
    Uni<Page<ContactItem>> page(@Nullable String search, @Nullable String cursor, Visibility visibility, int limit) {
        var after = Cursor.read(cursor);
        var conversations = CONVERSATION_OF_PERSON.formatted(visibility.condition("c", "$1"));
        return database.ask(
                        LIST.formatted(conversations, visible("k", visibility), SoughtContacts.persons("$2", "$3")),
                        visibility.operator(),
                        search == null || search.isBlank() ? null : search,
                        SoughtContacts.digits(search),
                        after == null ? null : after.id(),
                        limit + 1)
                .map(rows -> Page.of(
                        listed(rows, ContactQueries::item), limit, item -> Cursor.of(Instant.EPOCH, item.id())));
    }

    /// @param decides whether the operator decides clashes
    /// @return the customer, also when the id is of a contact that was merged into him; fails with 404
    ///     when he does not exist or the operator may not see him
    Uni<ContactView> contact(UUID id, Visibility visibility, boolean decides) {
        return database.transaction(transaction -> person(transaction, id, visibility)
                .chain(row -> whole(transaction, row, visibility, decides))
                .map(Written::nothing));
    }

    /// @return the row of the person whose contact this is; fails with 404 when the operator may not
    ///     see him
    public static Uni<Row> person(Transaction transaction, UUID id, Visibility visibility) {
        return transaction
                .ask(ONE.formatted(visible("k", visibility)), visibility.operator(), id)
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("This contact").asException();
                    }
                    return rows.iterator().next();
                });
    }

    private static Uni<ContactView> whole(Transaction transaction, Row person, Visibility visibility, boolean decides) {
        var id = person.getUUID("id");
        var keys = transaction.ask(KEYS, id);
        var conversations =
                transaction.ask(CONVERSATIONS.formatted(visibility.condition("c", "$1")), visibility.operator(), id);
        var clashes = transaction.ask(
                CLASHES.formatted(visible("holder", visibility), visible("claimant", visibility)),
                visibility.operator(),
                id);
        var merges = transaction.ask(MERGES, id);
        var consents = ConsentRows.of(transaction, id, CONSENTS);
        return Uni.combine()
                .all()
                .unis(keys, conversations, clashes, merges, consents)
                .with((itsKeys, itsConversations, itsClashes, itsMerges, itsConsents) -> new ContactView(
                        id,
                        person.getString("name"),
                        person.getString("own_name"),
                        person.getString("phone_book_name"),
                        person.getString("profile_name"),
                        person.getString("username"),
                        person.getString("phone"),
                        display(person.getString("phone")),
                        attributes(person),
                        person.getString("language"),
                        person.getOffsetDateTime("created_at").toInstant(),
                        listed(itsKeys, ContactQueries::key),
                        listed(itsConversations, ContactQueries::conversation),
                        decides ? listed(itsClashes, ContactQueries::clash) : List.of(),
                        listed(itsMerges, ContactQueries::merge),
                        isGroup(person),
                        itsConsents.isEmpty()
                                ? Consent.UNKNOWN
                                : itsConsents.getFirst().consent(),
                        itsConsents.stream().map(ContactQueries::said).toList()));
    }

    /// Fails with a problem when it is a group.
    ///
    /// @param person as [#person] finds it
    /// @param why a person is needed, for people
    static void requirePerson(Row person, String why) {
        if (isGroup(person)) {
            throw Problem.of(409, "group-is-no-person", "A group is not one person", why)
                    .asException();
        }
    }

    /// @param person as [#person] finds it
    static boolean isGroup(Row person) {
        return person.getString("group_id") != null;
    }

    /// @param table the name, in the statement, of a contact that is a person
    static String visible(String table, Visibility visibility) {
        return visibility.all()
                ? "$1::uuid is not null"
                : "exists (select from conversation c join contact m on m.id = c.contact_id"
                        + " where (m.id = %1$s.id or m.merged_into = %1$s.id) and %2$s)"
                                .formatted(table, visibility.condition("c", "$1"));
    }

    static Map<String, String> attributes(Row row) {
        var attributes = new TreeMap<String, String>();
        row.getJsonObject("attributes").forEach(it -> attributes.put(it.getKey(), String.valueOf(it.getValue())));
        return attributes;
    }

    static JsonObject asJson(Map<String, String> attributes) {
        var json = new JsonObject();
        attributes.forEach(json::put);
        return json;
    }

    static <T> List<T> listed(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static ContactItem item(Row row) {
        return new ContactItem(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("own_name"),
                row.getString("profile_name"),
                row.getString("username"),
                display(row.getString("phone")),
                instant(row, "last_activity_at"),
                row.getInteger("clashes"),
                row.getBoolean("is_group"));
    }

    private static Key key(Row row) {
        var kind = kind(row);
        return new Key(
                kind,
                row.getString("value"),
                display(kind, row.getString("value")),
                row.getUUID("contact_id"),
                row.getOffsetDateTime("first_seen").toInstant(),
                row.getOffsetDateTime("last_seen").toInstant(),
                instant(row, "superseded_at"));
    }

    private static Conversation conversation(Row row) {
        var phone = display(row.getString("phone"));
        var username = row.getString("username");
        var others = username == null ? row.getString("bsuid") : "@" + username;
        var writesAs = phone == null ? others : phone;
        return new Conversation(
                row.getUUID("id"),
                row.getUUID("contact_id"),
                writesAs == null ? row.getString("name") : writesAs,
                row.getString("phone_number_id"),
                ConversationState.Status.valueOf(row.getString("status")),
                instant(row, "window_expires_at"),
                row.getOffsetDateTime("last_activity_at").toInstant(),
                row.getBoolean("blocked"),
                block(row));
    }

    private static @Nullable Block block(Row row) {
        var by = someone(row.getUUID("asked_by_id"), row.getString("asked_by_name"));
        return by == null
                ? null
                : new Block(
                        row.getBoolean("wanted"),
                        row.getOffsetDateTime("settled_at") == null,
                        by,
                        row.getOffsetDateTime("asked_at").toInstant(),
                        Documents.readIfAny(row.getString("block_error"), PlatformError.class));
    }

    private static Clash clash(Row row) {
        var kind = kind(row);
        return new Clash(
                row.getUUID("id"),
                kind,
                display(kind, row.getString("value")),
                new Named(row.getUUID("holder_id"), row.getString("holder_name")),
                new Named(row.getUUID("claimant_id"), row.getString("claimant_name")),
                row.getOffsetDateTime("at").toInstant());
    }

    private static Merge merge(Row row) {
        return new Merge(
                row.getUUID("id"),
                new Named(row.getUUID("contact_id"), row.getString("name")),
                someone(row.getUUID("by_id"), row.getString("by_name")),
                row.getOffsetDateTime("at").toInstant(),
                someone(row.getUUID("undone_by_id"), row.getString("undone_by_name")),
                instant(row, "undone_at"));
    }

    private static ContactView.Said said(ConsentRows.Said said) {
        return new ContactView.Said(
                said.id(), said.consent(), said.source(), said.evidence(), said.by(), said.saidAt());
    }

    private static @Nullable Person someone(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new Person(id, name);
    }

    private static Kind kind(Row row) {
        return Kind.of(Recognition.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)));
    }

    private static String display(Kind kind, String value) {
        return kind == Kind.PHONE ? DisplayPhone.of(value) : value;
    }

    private static @Nullable String display(@Nullable String phone) {
        return phone == null ? null : DisplayPhone.of(phone);
    }
}
