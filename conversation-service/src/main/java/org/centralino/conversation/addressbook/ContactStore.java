package org.centralino.conversation.addressbook;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.addressbook.MergeResource.Decision;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.MergeRows;
import org.centralino.conversation.contact.domain.Contact;
import org.centralino.conversation.contact.domain.ShownName;
import org.centralino.conversation.thread.ConsentsTold;
import org.centralino.conversation.thread.ContactsTold;
import org.centralino.conversation.thread.LockedConversations;
import org.centralino.events.Person;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What operators change about contacts. It is done under the lock of the contacts concerned, in the
/// order of their
/// ids.
@ApplicationScoped
public class ContactStore {
    private static final String LOCK =
            "select from contact where id = any ($1) or merged_into = any ($1)" + " order by id for update";

    private static final String MEMBERS = "select k.merged_into, " + ContactRows.COLUMNS + """
             from contact k where k.id = $1 or k.merged_into = $1
            order by k.id""";

    private static final String NAME = "update contact set own_name = $2, name = $3, updated_at = $4 where id = $1";
    private static final String RENAME = "update contact set name = $2 where id = $1";
    private static final String SPEAK = "update contact set language = $2, updated_at = $3 where id = $1";
    private static final String NOTE = "update contact set attributes = $2, updated_at = $3 where id = $1";

    private static final String MERGE_OF = "select * from contact_merge where id = $1 for update";
    private static final String CLASH_OF = "select * from contact_clash where id = $1 for update";

    private static final String DECIDE = """
            update contact_clash set decision = $2, decided_at = $3, decided_by_id = $4, decided_by_name = $5
            where id = $1""";

    /// As WhatsApp spells it where somebody was reached by it; else as it is recognised.
    private static final String PASS = """
            with held as (
              select h.phone from contact h join contact_identity i on i.contact_id = h.id
              where h.id = $3 and i.kind = $1 and i.value = $2 and i.superseded_at is null),
            passed as (
              update contact_identity set contact_id = $4, superseded_at = null, first_seen = $5, last_seen = $5
              where kind = $1 and value = $2),
            freed as (
              update contact set phone = case when $1 = 'wa_id' then null else phone end,
                bsuid = case when $1 = 'bsuid' then null else bsuid end, updated_at = $5
              where id = $3 and exists (select from held))
            update contact set
              phone = case when $1 = 'wa_id' then coalesce((select phone from held), '+' || $2) else phone end,
              bsuid = case when $1 = 'bsuid' then $2 else bsuid end, updated_at = $5
            where id = $4""";

    /// What the team calls those whom a merge moved, once it is undone.
    private static final String OWN_NAMES = "select " + ContactRows.COLUMNS + """
            , coalesce((select earlier.own_name from contact earlier where earlier.id = g.contact_id), k.own_name)
                as own_name_then
             from contact_merge g join contact_merge_member member on member.merge_id = g.id
             join contact k on k.id = member.contact_id
            where g.id = $1 and k.merged_into = g.into_id order by k.id""";

    private final Database database;
    private final Clock clock;

    ContactStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Uni<Void> edit(UUID contact, ContactResource.Edit edit, Visibility visibility) {
        return database.transaction(transaction -> ContactQueries.person(transaction, contact, visibility)
                .chain(person -> {
                    var conversations = ContactsTold.lock(transaction, person.getUUID("id"));
                    return members(transaction, person.getUUID("id"))
                            .chain(members -> conversations.map(locked -> Written.only(edited(members, locked, edit))));
                }));
    }

    private List<Statement> edited(RowSet<Row> members, RowSet<Row> conversations, ContactResource.Edit edit) {
        var statements = new ArrayList<Statement>();
        var renamed = new HashMap<UUID, Contact>();
        var now = clock.instant();
        var at = now.atOffset(ZoneOffset.UTC);
        for (var member : members) {
            var contact = ContactRows.read(member);
            var isPerson = member.getUUID("merged_into") == null;
            if (edit.ownName() != null) {
                var named = contact.called(ShownName.tidy(edit.ownName()));
                renamed.put(named.id(), named);
                statements.add(
                        isPerson
                                ? Statement.of(NAME, named.id(), named.ownName(), named.name(), at)
                                : Statement.of(RENAME, named.id(), named.name()));
            }
            if (edit.language() != null && isPerson) {
                statements.add(
                        Statement.of(SPEAK, contact.id(), edit.language().isEmpty() ? null : edit.language(), at));
            }
            if (edit.attributes() != null && isPerson) {
                statements.add(Statement.of(NOTE, contact.id(), ContactQueries.asJson(edit.attributes()), at));
            }
        }
        if (!renamed.isEmpty()) {
            statements.addAll(ContactsTold.of(conversations, renamed, now));
        }
        return statements;
    }

    Uni<Void> merge(UUID contact, UUID into, Person by, Visibility visibility) {
        return database.transaction(transaction -> both(transaction, contact, into, visibility)
                .chain(persons -> {
                    if (persons.merged().equals(persons.kept())) {
                        throw Problem.of(
                                        409,
                                        "one-contact-already",
                                        "These contacts are one already",
                                        "A contact is merged into another one.")
                                .asException();
                    }
                    return merged(transaction, persons, by);
                })
                .map(Written::only));
    }

    /// Two persons as they are now.
    ///
    /// @param conversations theirs, under their lock
    private record Pair(UUID merged, UUID kept, RowSet<Row> conversations) {}

    private static Uni<Pair> both(Transaction transaction, UUID contact, UUID into, Visibility visibility) {
        return ContactQueries.person(transaction, contact, visibility)
                .chain(merged -> ContactQueries.person(transaction, into, visibility)
                        .invoke(kept -> requirePeople(merged, kept))
                        .chain(kept -> ContactsTold.lock(transaction, merged.getUUID("id"), kept.getUUID("id"))
                                .map(locked -> new Pair(merged.getUUID("id"), kept.getUUID("id"), locked))))
                .call(pair -> transaction.ask(LOCK, (Object) new UUID[] {pair.merged(), pair.kept()}));
    }

    private static void requirePeople(Row... contacts) {
        for (var contact : contacts) {
            ContactQueries.requirePerson(contact, "Only the contacts of one person can be merged.");
        }
    }

    /// The contacts that are merged take the name that the team gave to the other one.
    private Uni<List<Statement>> merged(Transaction transaction, Pair persons, Person by) {
        return members(transaction, persons.kept())
                .chain(kept -> members(transaction, persons.merged()).chain(merged -> {
                    var now = clock.instant();
                    var ownName = ownNameOf(kept, persons.kept());
                    var renamed = new HashMap<UUID, Contact>();
                    if (ownName != null) {
                        merged.forEach(row -> {
                            var named = ContactRows.read(row).called(ownName);
                            renamed.put(named.id(), named);
                        });
                    }
                    return belonging(
                            transaction,
                            MergeRows.merged(persons.merged(), persons.kept(), by, now),
                            renamed,
                            persons,
                            now);
                }));
    }

    /// Contacts are one person from now on, or not any more.
    ///
    /// @param merge what says so
    /// @param renamed those who are called otherwise by that
    private static Uni<List<Statement>> belonging(
            Transaction transaction, Statement merge, Map<UUID, Contact> renamed, Pair persons, Instant now) {
        var conversations = new LockedConversations(persons.conversations());
        ContactsTold.tell(conversations, renamed, now);
        return ConsentsTold.around(transaction, conversations, () -> transaction.ask(merge), now)
                .map(_ -> {
                    var statements = new ArrayList<Statement>();
                    renamed.values().forEach(contact -> statements.add(renamed(contact)));
                    statements.addAll(conversations.statements());
                    return statements;
                });
    }

    /// @return the person into whom it had been merged
    Uni<UUID> undo(UUID merge, Person by, Visibility visibility) {
        return database.transaction(transaction -> transaction
                .ask(MERGE_OF, merge)
                .map(rows -> only(rows, "This merge"))
                .chain(row -> {
                    if (row.getOffsetDateTime("undone_at") != null) {
                        throw Problem.of(
                                        409,
                                        "merge-undone-already",
                                        "This merge was undone already",
                                        "Nothing is left to undo.")
                                .asException();
                    }
                    var contact = row.getUUID("contact_id");
                    var into = row.getUUID("into_id");
                    return both(transaction, contact, into, visibility)
                            .chain(persons -> transaction
                                    .ask(OWN_NAMES, merge)
                                    .chain(members -> undone(transaction, merge, members, persons, by)))
                            .map(statements -> new Written<>(into, statements));
                }));
    }

    private Uni<List<Statement>> undone(
            Transaction transaction, UUID merge, RowSet<Row> members, Pair persons, Person by) {
        var now = clock.instant();
        var renamed = new HashMap<UUID, Contact>();
        for (var member : members) {
            var named = ContactRows.read(member).called(member.getString("own_name_then"));
            renamed.put(named.id(), named);
        }
        return belonging(transaction, MergeRows.undone(merge, by, now), renamed, persons, now);
    }

    /// @return the person who has the key now
    Uni<UUID> decide(UUID clash, Decision decision, Person by, Visibility visibility) {
        return database.transaction(transaction -> transaction
                .ask(CLASH_OF, clash)
                .map(rows -> only(rows, "This clash"))
                .chain(row -> {
                    if (row.getOffsetDateTime("decided_at") != null) {
                        throw Problem.of(
                                        409,
                                        "clash-decided-already",
                                        "This was decided already",
                                        "Load the contact again to see what was decided.")
                                .asException();
                    }
                    var holder = row.getUUID("holder_id");
                    var claimant = row.getUUID("claimant_id");
                    return both(transaction, claimant, holder, visibility)
                            .chain(persons -> decided(transaction, row, decision, persons, by))
                            .map(statements ->
                                    new Written<>(decision == Decision.PASSES ? claimant : holder, statements));
                }));
    }

    private Uni<List<Statement>> decided(
            Transaction transaction, Row clash, Decision decision, Pair persons, Person by) {
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        var noted = Statement.of(DECIDE, clash.getUUID("id"), decision.word(), at, by.id(), by.name());
        return switch (decision) {
            case STAYS -> Uni.createFrom().item(List.of(noted));
            case PASSES ->
                transaction
                        .ask(
                                PASS,
                                clash.getString("kind"),
                                clash.getString("value"),
                                clash.getUUID("holder_id"),
                                clash.getUUID("claimant_id"),
                                at)
                        .chain(() -> ContactsTold.lock(transaction, persons.merged(), persons.kept()))
                        .map(reached -> {
                            var statements = new ArrayList<Statement>();
                            statements.add(noted);
                            statements.addAll(ContactsTold.of(reached, Map.of(), at.toInstant()));
                            return statements;
                        });
            case SAME_PERSON ->
                persons.merged().equals(persons.kept())
                        ? Uni.createFrom().item(List.of(noted))
                        : merged(transaction, persons, by).map(statements -> {
                            statements.add(noted);
                            return statements;
                        });
        };
    }

    private static Uni<RowSet<Row>> members(Transaction transaction, UUID person) {
        return transaction.ask(LOCK, (Object) new UUID[] {person}).chain(() -> transaction.ask(MEMBERS, person));
    }

    private static @Nullable String ownNameOf(RowSet<Row> members, UUID person) {
        for (var member : members) {
            if (member.getUUID("contact_id").equals(person)) {
                return ContactRows.read(member).ownName();
            }
        }
        return null;
    }

    private static Statement renamed(Contact contact) {
        return Statement.of(RENAME, contact.id(), contact.name());
    }

    private static Row only(RowSet<Row> rows, String what) {
        if (rows.size() == 0) {
            throw Problem.notFound(what).asException();
        }
        return rows.iterator().next();
    }
}
