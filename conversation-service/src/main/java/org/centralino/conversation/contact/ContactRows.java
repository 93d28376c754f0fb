package org.centralino.conversation.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.contact.domain.Contact;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.conversation.contact.domain.Recognition;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.contact.domain.Recognition.Kind;
import org.centralino.conversation.contact.domain.Succession.Held;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationState;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.jspecify.annotations.Nullable;

/// The contacts behind a batch of messages, in one question and a few statements.
public final class ContactRows {
    /// The columns of a contact `k`, for whoever joins it.
    public static final String COLUMNS = """
            k.id as contact_id, case when k.profile_name = '' then k.name else k.profile_name end as contact_profile_name,
            k.phone as contact_phone,
            k.bsuid as contact_bsuid, k.username as contact_username, k.group_id as contact_group_id,
            coalesce((select person.own_name from contact person where person.id = k.merged_into), k.own_name)
              as contact_own_name,
            coalesce((select person.phone_book_name from contact person where person.id = k.merged_into),
              k.phone_book_name) as contact_phone_book_name""";

    /// The keys of a batch as a table: `$1` are their kinds, `$2` their values.
    public static final String KEYS = "(select * from unnest($1::text[], $2::text[]))";

    private static final String KNOWN = """
            select i.kind, i.value, i.last_seen, i.superseded_at, coalesce(k.merged_into, k.id) as person_id,
              exists (select from contact_clash x where x.kind = i.kind and x.value = i.value and x.decided_at is null)
                as disputed,
              %s
            from contact_identity i join contact k on k.id = i.contact_id
            where (i.kind, i.value) in %s""".formatted(COLUMNS, KEYS);

    private static final String ONE = "select " + COLUMNS + " from contact k where k.id = $1";

    /// Always in the order of their ids: two transactions never wait for each other in a circle.
    private static final String WRITE_CONTACTS = """
            insert into contact (id, name, profile_name, phone, bsuid, username, group_id, created_at)
            select id, name, profile_name, phone, bsuid, username, group_id, $2
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as k (
              id uuid, name text, profile_name text, phone text, bsuid text, username text, group_id text)
            order by id
            on conflict (id) do update set name = excluded.name, profile_name = excluded.profile_name,
              phone = excluded.phone, bsuid = excluded.bsuid, username = excluded.username""";

    /// A customer who writes for the first time in two places at once is made by one of two
    /// transactions; the other fails here, and knows him when it is tried again.
    private static final String WRITE_FRESH_KEYS = """
            insert into contact_identity (kind, value, contact_id, first_seen, last_seen)
            select kind, value, contact_id, seen_at, seen_at
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as i (kind text, value text, contact_id uuid, seen_at timestamptz)
            order by kind, value""";

    private static final String WRITE_KEYS = """
            insert into contact_identity as known (kind, value, contact_id, first_seen, last_seen, superseded_at)
            select kind, value, contact_id, seen_at, seen_at, superseded_at
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as i (kind text, value text, contact_id uuid, seen_at timestamptz, superseded_at timestamptz)
            order by kind, value
            on conflict (kind, value) do update set contact_id = excluded.contact_id,
              first_seen = case when known.contact_id = excluded.contact_id
                then least(known.first_seen, excluded.first_seen) else excluded.first_seen end,
              last_seen = case when known.contact_id = excluded.contact_id
                then greatest(known.last_seen, excluded.last_seen) else excluded.last_seen end,
              superseded_at = excluded.superseded_at""";

    private static final String WRITE_CLASHES = """
            insert into contact_clash (kind, value, holder_id, claimant_id, at)
            select kind, value, holder_id, claimant_id, $2
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as x (kind text, value text, holder_id uuid, claimant_id uuid)
            on conflict (kind, value, holder_id, claimant_id) where decided_at is null do nothing""";

    private static final String WRITE_MOVED = """
            insert into contact_key_moved (kind, value, from_contact_id, to_contact_id, at)
            select kind, value, from_contact_id, to_contact_id, $2
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as m (kind text, value text, from_contact_id uuid, to_contact_id uuid)""";

    private static final String TELL_MOVED = """
            insert into history_entry (id, conversation_id, at, kind, actor_kind, actor_name)
            select gen_random_uuid(), id, $2, 'key-moved', 'system', 'Centralino'
            from conversation where contact_id = any ($1)""";

    private static final String RETELL = """
            insert into contact (id, name, profile_name, phone, username, created_at)
            select id, name, name, phone, username, created_at
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as k (id uuid, name text, phone text, username text, created_at timestamptz)
            order by id
            on conflict (id) do update set name = excluded.name, phone = excluded.phone, username = excluded.username,
              profile_name = case when contact.own_name is null and contact.phone_book_name is null then excluded.name else contact.profile_name end""";

    /// Who of a group wrote may be known by nothing else yet.
    private static final String RETELL_SENDERS = """
            insert into contact (id, name, profile_name, created_at)
            select distinct on (id) id, name, name, created_at
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as k (id uuid, name text, created_at timestamptz)
            order by id
            on conflict (id) do nothing""";

    private record SenderRow(UUID id, String name, Instant createdAt) {}

    private record ContactRow(
            UUID id,
            String name,
            @Nullable String phone,
            @Nullable String username,
            Instant createdAt) {
        static ContactRow of(ConversationState state) {
            var contact = state.contact();
            return new ContactRow(contact.id(), contact.name(), contact.phone(), contact.username(), state.createdAt());
        }
    }

    private record KeyRow(
            String kind,
            String value,
            UUID contactId,
            Instant seenAt,
            @Nullable Instant supersededAt,
            boolean fresh) {}

    private record ClashRow(String kind, String value, UUID holderId, UUID claimantId) {}

    private record WrittenRow(
            UUID id,
            String name,
            @Nullable String profileName,
            @Nullable String phone,
            @Nullable String bsuid,
            @Nullable String username,
            @Nullable String groupId) {
        static WrittenRow of(Contact contact) {
            return new WrittenRow(
                    contact.id(),
                    contact.name(),
                    contact.profileName(),
                    contact.phone(),
                    contact.bsuid(),
                    contact.username(),
                    contact.groupId());
        }
    }

    private record MovedRow(String kind, String value, UUID fromContactId, UUID toContactId) {}

    private ContactRows() {}

    /// The parameters `$1` and `$2` for [#KEYS].
    public record Keys(String[] kinds, String[] values) {
        public static Keys of(Collection<Customer> customers) {
            return of(customers, List.of());
        }

        public static Keys of(Collection<Customer> customers, Collection<String> groupIds) {
            var keys = Stream.concat(
                            customers.stream().flatMap(customer -> Recognition.keysOf(customer).stream()),
                            groupIds.stream().map(Recognition::keyOfGroup))
                    .distinct()
                    .toList();
            return new Keys(
                    keys.stream().map(key -> wordOf(key.kind())).toArray(String[]::new),
                    keys.stream().map(Key::value).toArray(String[]::new));
        }
    }

    /// Loads whoever these customers may be.
    public static Uni<ContactBook> of(Transaction transaction, Keys keys) {
        return transaction.ask(KNOWN, keys.kinds(), keys.values()).map(rows -> {
            var book = new ContactBook(UUID::randomUUID);
            rows.forEach(row -> book.know(
                    new Key(Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("value")),
                    read(row),
                    new Held(
                            row.getUUID("contact_id"),
                            row.getUUID("person_id"),
                            Rows.instant(row, "superseded_at"),
                            row.getBoolean("disputed")),
                    row.getOffsetDateTime("last_seen").toInstant()));
            return book;
        });
    }

    /// @return a contact that exists
    public static Uni<Contact> one(Transaction transaction, UUID id) {
        return transaction.ask(ONE, id).map(rows -> read(rows.iterator().next()));
    }

    /// @param row with the [#COLUMNS]
    public static Contact read(Row row) {
        return new Contact(
                row.getUUID("contact_id"),
                row.getString("contact_own_name"),
                row.getString("contact_phone_book_name"),
                row.getString("contact_profile_name"),
                row.getString("contact_phone"),
                row.getString("contact_bsuid"),
                row.getString("contact_username"),
                row.getString("contact_group_id"));
    }

    /// @return what writes down who is new and what is new about those who were known
    public static List<Statement> write(ContactBook book, Instant now) {
        var statements = new ArrayList<Statement>();
        var at = now.atOffset(java.time.ZoneOffset.UTC);
        if (!book.changed().isEmpty()) {
            statements.add(Statement.of(
                    WRITE_CONTACTS,
                    Rows.asJson(book.changed().stream().map(WrittenRow::of).toList()),
                    at));
        }
        var learnt = book.learnt().entrySet().stream()
                .map(entry -> new KeyRow(
                        wordOf(entry.getKey().kind()),
                        entry.getKey().value(),
                        entry.getValue().owner(),
                        entry.getValue().seenAt(),
                        entry.getValue().supersededAt(),
                        book.fresh().contains(entry.getKey())))
                .sorted(Comparator.comparing(KeyRow::kind).thenComparing(KeyRow::value))
                .toList();
        Stream.of(
                        keys(WRITE_FRESH_KEYS, learnt.stream().filter(KeyRow::fresh)),
                        keys(WRITE_KEYS, learnt.stream().filter(row -> !row.fresh())))
                .forEach(statements::addAll);
        if (!book.moved().isEmpty()) {
            var moved = book.moved().stream()
                    .map(it -> new MovedRow(wordOf(it.key().kind()), it.key().value(), it.from(), it.to()))
                    .toList();
            var concerned = book.moved().stream()
                    .flatMap(it -> Stream.of(it.from(), it.to()))
                    .distinct()
                    .toArray(UUID[]::new);
            statements.add(Statement.of(WRITE_MOVED, Rows.asJson(moved), at));
            statements.add(Statement.of(TELL_MOVED, concerned, at));
        }
        if (!book.clashes().isEmpty()) {
            var clashes = book.clashes().stream()
                    .map(it -> new ClashRow(wordOf(it.key().kind()), it.key().value(), it.holder(), it.claimant()))
                    .toList();
            statements.add(Statement.of(WRITE_CLASHES, Rows.asJson(clashes), at));
        }
        book.joined().forEach(it -> statements.add(MergeRows.merged(it.contact(), it.into(), null, now)));
        return statements;
    }

    private static List<Statement> keys(String sql, Stream<KeyRow> keys) {
        var rows = keys.toList();
        return rows.isEmpty() ? List.of() : List.of(Statement.of(sql, Rows.asJson(rows)));
    }

    /// @param states of conversations as they were told, one for each contact
    /// @return what writes the contacts down again as they were shown; nothing when there are none
    public static List<Statement> retold(Collection<ConversationState> states) {
        var rows = states.stream().map(ContactRow::of).toList();
        return rows.isEmpty() ? List.of() : List.of(Statement.of(RETELL, Rows.asJson(rows)));
    }

    /// @return what writes down again who of groups wrote, as far as he is not known; nothing when
    ///     nobody did
    public static List<Statement> sendersRetold(Collection<MessageReceived> messages) {
        var rows = messages.stream()
                .flatMap(message -> Stream.ofNullable(message.sender())
                        .map(sender -> new SenderRow(sender.contactId(), sender.name(), message.at())))
                .toList();
        return rows.isEmpty() ? List.of() : List.of(Statement.of(RETELL_SENDERS, Rows.asJson(rows)));
    }

    /// @return what the kind is called in the table
    public static String wordOf(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
