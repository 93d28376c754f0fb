package org.centralino.conversation.addressbook;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.conversation.addressbook.BroughtConsents.ImportFile;
import org.centralino.conversation.addressbook.ImportView.Line;
import org.centralino.conversation.addressbook.ImportView.Outcome;
import org.centralino.conversation.addressbook.ImportView.Reason;
import org.centralino.conversation.addressbook.domain.ContactLine;
import org.centralino.conversation.addressbook.domain.CsvText;
import org.centralino.conversation.contact.ConsentRows;
import org.centralino.conversation.contact.ConsentRows.Said;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.Contact;
import org.centralino.conversation.contact.domain.Recognition;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.contact.domain.Recognition.Kind;
import org.centralino.conversation.thread.ConsentsTold;
import org.centralino.conversation.thread.ContactsTold;
import org.centralino.conversation.thread.LockedConversations;
import org.centralino.events.Consent;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.jspecify.annotations.Nullable;

/// Contacts as a file: out, and in.
@ApplicationScoped
public class ContactFileStore {
    private static final String ALL = "select k.*, " + ConsentRows.GIVEN
            + " from contact k where k.merged_into is null and k.group_id is null and %s order by lower(k.name), k.id";

    private static final String KNOWN = "select i.kind, i.value, k.attributes, " + ContactRows.COLUMNS + ", "
            + ConsentRows.GIVEN + """
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

    private static final String LOCK = """
            select id, coalesce(merged_into, id) as person_id from contact
            where id = any ($1) or merged_into = any ($1) order by id for update""";

    private final Database database;
    private final Clock clock;

    ContactFileStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A person who is known.
    ///
    /// @param consent whether he agreed to advertising
    private record Known(Contact contact, Map<String, String> attributes, Consent consent) {
        /// @param said what counts now, of those persons of whom it was looked at once more
        Known asOf(Map<UUID, Said> said) {
            var last = said.get(contact.id());
            return last == null ? this : new Known(contact, attributes, last.consent());
        }
    }

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
                cells.add(column.equals(ContactLine.CONSENT) ? consentIn(row) : row.getString(column));
            }
            var attributes = ContactQueries.attributes(row);
            names.forEach(name -> cells.add(attributes.get(name)));
            lines.add(cells);
        }
        return CsvText.write(lines);
    }

    private static @Nullable String consentIn(Row row) {
        return switch (ConsentRows.consentIn(row)) {
            case GIVEN -> ContactLine.wordOf(true);
            case WITHDRAWN -> ContactLine.wordOf(false);
            case UNKNOWN -> null;
        };
    }

    /// Takes the lines that nothing is wrong with, all in one transaction.
    ///
    /// @param dryRun only says what would become of them
    Uni<ImportView> bring(List<ContactLine> lines, ImportFile file, boolean dryRun) {
        var keys = ContactRows.Keys.of(lines.stream()
                .filter(line -> line.objection().isEmpty())
                .map(ContactFileStore::customer)
                .toList());
        var at = clock.instant();
        return database.transaction(transaction -> transaction
                .ask(KNOWN, keys.kinds(), keys.values())
                .chain(rows -> {
                    var known = known(rows);
                    var trial = new Brought(file, at);
                    var outcomes = brought(lines, known, trial);
                    return dryRun
                            ? Uni.createFrom().item(Written.nothing(new ImportView(true, outcomes)))
                            : locked(transaction, trial)
                                    .chain(locked -> written(transaction, lines, known, locked, new Brought(file, at)));
                }));
    }

    /// Whoever records what customers say locks their conversations before themselves.
    ///
    /// @param trial what would be written
    /// @return the contacts of those of whom a consent would be recorded: whose each is
    private static Uni<Map<UUID, UUID>> locked(Transaction transaction, Brought trial) {
        return ContactsTold.lock(transaction, trial.concerned())
                .chain(() ->
                        transaction.ask(LOCK, (Object) trial.consents.persons().toArray(UUID[]::new)))
                .map(rows -> {
                    var persons = new HashMap<UUID, UUID>();
                    rows.forEach(row -> persons.put(row.getUUID("id"), row.getUUID("person_id")));
                    return persons;
                });
    }

    /// What they said is looked at once more, now that nobody says anything meanwhile.
    private static Uni<Written<ImportView>> written(
            Transaction transaction,
            List<ContactLine> lines,
            Map<Key, Known> known,
            Map<UUID, UUID> persons,
            Brought brought) {
        var concerned = persons.values().stream().distinct().toArray(UUID[]::new);
        return ConsentRows.last(transaction, concerned).chain(said -> {
            var now = new HashMap<Key, Known>();
            known.forEach((key, person) -> now.put(key, person.asOf(said)));
            var view = new ImportView(false, brought(lines, now, brought));
            return ContactsTold.lock(transaction, brought.concerned())
                    .map(conversations -> new Written<>(view, brought.told(conversations, persons)));
        });
    }

    /// What is to be written, line by line.
    private static final class Brought {
        private final Instant at;
        private final BroughtConsents consents;
        private final List<Statement> statements = new ArrayList<>();
        private final Map<UUID, Contact> renamed = new HashMap<>();
        private final Set<Object> taken = new HashSet<>();

        Brought(ImportFile file, Instant at) {
            this.at = at;
            this.consents = new BroughtConsents(file, at);
        }

        OffsetDateTime utc() {
            return at.atOffset(ZoneOffset.UTC);
        }

        /// @return the persons in whose conversations something is told
        UUID[] concerned() {
            return Stream.concat(renamed.keySet().stream(), consents.persons().stream())
                    .distinct()
                    .toArray(UUID[]::new);
        }

        List<Statement> told(RowSet<Row> locked, Map<UUID, UUID> persons) {
            var conversations = new LockedConversations(locked);
            conversations.tell(before -> Optional.ofNullable(
                            renamed.get(before.state().contact().id()))
                    .map(contact -> before.contactChanged(contact.shown(), at)));
            conversations.tell(before -> Optional.ofNullable(
                            consents.of(persons.get(before.state().contact().id())))
                    .map(said -> ConsentsTold.in(before, said, at)));
            statements.addAll(consents.statements());
            statements.addAll(conversations.statements());
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
                brought.utc()));
        keys.forEach(key -> brought.statements.add(
                Statement.of(KEY, ContactRows.wordOf(key.kind()), key.value(), contact.id(), brought.utc())));
        var consent = brought.consents.take(line, contact.id(), Consent.UNKNOWN);
        return new Line(line.number(), contact.name(), Outcome.CREATED, null, consent);
    }

    private static Line changed(ContactLine line, Known known, Brought brought) {
        var now = known.contact();
        var consent = brought.consents.take(line, now.id(), known.consent());
        if (!line.changes(now.ownName(), known.attributes())) {
            var outcome = brought.consents.of(now.id()) == null ? Outcome.UNCHANGED : Outcome.CHANGED;
            return new Line(line.number(), now.name(), outcome, null, consent);
        }
        var after = now.called(line.ownNameOver(now.ownName()));
        brought.renamed.put(after.id(), after);
        brought.statements.add(Statement.of(
                CHANGE,
                after.id(),
                after.ownName(),
                after.name(),
                ContactQueries.asJson(line.addedTo(known.attributes())),
                brought.utc()));
        return new Line(line.number(), after.name(), Outcome.CHANGED, null, consent);
    }

    private static Line refused(ContactLine line, Reason reason) {
        var name = line.ownName() != null ? line.ownName() : line.waId() != null ? line.waId() : line.bsuid();
        return new Line(line.number(), name == null ? "" : name, Outcome.REFUSED, reason, null);
    }

    private static Map<Key, Known> known(RowSet<Row> rows) {
        var known = new HashMap<Key, Known>();
        rows.forEach(row -> known.put(
                new Key(Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("value")),
                new Known(ContactRows.read(row), ContactQueries.attributes(row), ConsentRows.consentIn(row))));
        return known;
    }

    private static Customer customer(ContactLine line) {
        return new Customer(line.bsuid(), null, line.waId(), null, null);
    }
}
