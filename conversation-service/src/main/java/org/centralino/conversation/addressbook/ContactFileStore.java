package org.centralino.conversation.addressbook;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centralino.conversation.addressbook.ImportView.Line;
import org.centralino.conversation.addressbook.ImportView.Outcome;
import org.centralino.conversation.addressbook.ImportView.Reason;
import org.centralino.conversation.addressbook.domain.ContactLine;
import org.centralino.conversation.addressbook.domain.CsvText;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.Contact;
import org.centralino.conversation.contact.domain.Recognition;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.contact.domain.Recognition.Kind;
import org.centralino.conversation.thread.ContactsTold;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.jspecify.annotations.Nullable;

/// Contacts as a file: out, and in.
@ApplicationScoped
public class ContactFileStore {
    private static final String ALL = """
            select k.* from contact k where k.merged_into is null and k.group_id is null and %s order by lower(k.name), k.id""";

    private static final String KNOWN =
            "select i.kind, i.value, k.attributes, " + ContactRows.COLUMNS + """
             from contact_identity i join contact owner on owner.id = i.contact_id
            join contact k on k.id = coalesce(owner.merged_into, owner.id)
            where (i.kind, i.value) in %s""".formatted(ContactRows.KEYS);

    private static final String CREATE = """
            insert into contact (id, name, own_name, phone, bsuid, attributes, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $7)""";

    private static final String KEY = """
            insert into contact_identity (kind, value, contact_id, first_seen, last_seen) values ($1, $2, $3, $4, $4)
            on conflict (kind, value) do nothing""";

    private static final String CHANGE = """
            update contact set own_name = $2, name = $3, attributes = $4, updated_at = $5 where id = $1""";

    private final Database database;
    private final Clock clock;

    ContactFileStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A person who is known.
    private record Known(Contact contact, Map<String, String> attributes) {}

    /// @return all customers that the operator may see, one a line; groups are nobody to write to by a
    ///     file
    Uni<String> export(Visibility visibility) {
        return database.ask(ALL.formatted(ContactQueries.visible("k", visibility)), visibility.operator())
                .map(ContactFileStore::written);
    }

    private static String written(RowSet<Row> rows) {
        var names = new TreeSet<String>();
        rows.forEach(row -> names.addAll(ContactQueries.attributes(row).keySet()));
        names.removeAll(ContactLine.COLUMNS);
        var lines = new ArrayList<List<@Nullable String>>();
        var head = new ArrayList<@Nullable String>(ContactLine.COLUMNS);
        head.addAll(names);
        lines.add(head);
        for (var row : rows) {
            var cells = new ArrayList<@Nullable String>();
            cells.add(row.getUUID("id").toString());
            for (var column : ContactLine.COLUMNS.subList(1, ContactLine.COLUMNS.size())) {
                cells.add(row.getString(column));
            }
            var attributes = ContactQueries.attributes(row);
            names.forEach(name -> cells.add(attributes.get(name)));
            lines.add(cells);
        }
        return CsvText.write(lines);
    }

    /// Takes the lines that nothing is wrong with, all in one transaction.
    ///
    /// @param dryRun only says what would become of them
    Uni<ImportView> bring(List<ContactLine> lines, boolean dryRun) {
        var keys = ContactRows.Keys.of(lines.stream()
                .filter(line -> line.objection().isEmpty())
                .map(ContactFileStore::customer)
                .toList());
        return database.transaction(transaction -> transaction
                .ask(KNOWN, keys.kinds(), keys.values())
                .chain(rows -> {
                    var brought = new Brought(clock.instant().atOffset(ZoneOffset.UTC));
                    var outcomes = brought(lines, known(rows), brought);
                    var view = new ImportView(dryRun, outcomes);
                    return dryRun
                            ? Uni.createFrom().item(Written.nothing(view))
                            : ContactsTold.lock(
                                            transaction,
                                            brought.renamed.keySet().toArray(UUID[]::new))
                                    .map(locked -> new Written<>(view, brought.told(locked)));
                }));
    }

    /// What is to be written, line by line.
    private static final class Brought {
        private final OffsetDateTime at;
        private final List<Statement> statements = new ArrayList<>();
        private final Map<UUID, Contact> renamed = new HashMap<>();
        private final Set<Object> taken = new HashSet<>();

        Brought(OffsetDateTime at) {
            this.at = at;
        }

        List<Statement> told(RowSet<Row> conversations) {
            statements.addAll(ContactsTold.of(conversations, renamed, at.toInstant()));
            return List.copyOf(statements);
        }
    }

    private static List<Line> brought(List<ContactLine> lines, Map<Key, Known> known, Brought brought) {
        return lines.stream().map(line -> brought(line, known, brought)).toList();
    }

    private static Line brought(ContactLine line, Map<Key, Known> known, Brought brought) {
        var objection = line.objection();
        if (objection.isPresent()) {
            return refused(line, Reason.of(objection.get()));
        }
        var keys = Recognition.keysOf(customer(line));
        var persons = keys.stream()
                .filter(known::containsKey)
                .map(known::get)
                .collect(Collectors.toMap(it -> it.contact().id(), it -> it, (one, _) -> one));
        if (persons.size() > 1) {
            return refused(line, Reason.TWO_CONTACTS);
        }
        var marks = new HashSet<Object>(keys);
        marks.addAll(persons.keySet());
        if (marks.stream().anyMatch(brought.taken::contains)) {
            return refused(line, Reason.TWICE);
        }
        brought.taken.addAll(marks);
        return persons.isEmpty()
                ? created(line, keys, brought)
                : changed(line, persons.values().iterator().next(), brought);
    }

    private static Line created(ContactLine line, List<Key> keys, Brought brought) {
        var contact = new Contact(
                UUID.randomUUID(),
                line.ownName(),
                null,
                null,
                line.waId() == null ? null : "+" + line.waId(),
                line.bsuid(),
                null,
                null);
        brought.statements.add(Statement.of(
                CREATE,
                contact.id(),
                contact.name(),
                contact.ownName(),
                contact.phone(),
                contact.bsuid(),
                ContactQueries.asJson(line.addedTo(Map.of())),
                brought.at));
        keys.forEach(key -> brought.statements.add(
                Statement.of(KEY, ContactRows.wordOf(key.kind()), key.value(), contact.id(), brought.at)));
        return new Line(line.number(), contact.name(), Outcome.CREATED, null);
    }

    private static Line changed(ContactLine line, Known known, Brought brought) {
        var now = known.contact();
        if (!line.changes(now.ownName(), known.attributes())) {
            return new Line(line.number(), now.name(), Outcome.UNCHANGED, null);
        }
        var after = now.called(line.ownNameOver(now.ownName()));
        brought.renamed.put(after.id(), after);
        brought.statements.add(Statement.of(
                CHANGE,
                after.id(),
                after.ownName(),
                after.name(),
                ContactQueries.asJson(line.addedTo(known.attributes())),
                brought.at));
        return new Line(line.number(), after.name(), Outcome.CHANGED, null);
    }

    private static Line refused(ContactLine line, Reason reason) {
        var name = line.ownName() != null ? line.ownName() : line.waId() != null ? line.waId() : line.bsuid();
        return new Line(line.number(), name == null ? "" : name, Outcome.REFUSED, reason);
    }

    private static Map<Key, Known> known(RowSet<Row> rows) {
        var known = new HashMap<Key, Known>();
        rows.forEach(row -> known.put(
                new Key(Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("value")),
                new Known(ContactRows.read(row), ContactQueries.attributes(row))));
        return known;
    }

    private static Customer customer(ContactLine line) {
        return new Customer(line.bsuid(), null, line.waId(), null, null);
    }
}
