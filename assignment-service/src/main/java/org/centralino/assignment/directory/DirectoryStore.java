package org.centralino.assignment.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.centralino.assignment.directory.domain.Colleague;
import org.centralino.events.Person;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;

/// Keeps the directory of operators: everybody who has signed in.
@Singleton
public class DirectoryStore {

    /// Neither writes nor locks when there is nothing new to say.
    private static final String SIGN_IN = """
            with here (id, name, may_reply, last_seen) as (
              values (cast($1 as uuid), cast($2 as text), cast($3 as boolean), cast($4 as timestamptz)))
            insert into operator (id, name, may_reply, last_seen)
            select id, name, may_reply, last_seen from here
            where not exists (
              select from operator known
              where known.id = here.id and known.name = here.name and known.may_reply = here.may_reply
                and known.last_seen > here.last_seen - interval '1 minute')
            on conflict (id) do update
            set name = excluded.name, may_reply = excluded.may_reply, last_seen = excluded.last_seen""";

    private static final String COLUMNS = "select id, name, may_reply from operator";
    private static final String FIND = COLUMNS + " where id = $1";
    private static final String ALL = COLUMNS + " order by lower(name), id";

    private final Database database;
    private final Accounts accounts;

    DirectoryStore(Database database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /// @return what notes that the operator is here, as his token names him
    public static Statement signIn(SignedIn operator) {
        return Statement.of(
                SIGN_IN,
                operator.person().id(),
                operator.person().name(),
                operator.mayReply(),
                operator.at().atOffset(ZoneOffset.UTC));
    }

    /// @return what Keycloak says about a colleague; else a 503 problem
    public Uni<Colleague> colleague(UUID operatorId) {
        return database.ask(FIND, operatorId)
                .map(rows -> all(rows).map(OperatorRow::person).findFirst())
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().item(new Colleague.Unknown(operatorId))
                        : accounts.find(operatorId)
                                .map(account -> account.map(found -> colleague(known.get(), found))
                                        .orElse(new Colleague.Unknown(operatorId))));
    }

    /// @return everybody by name, the one who asks among them
    Uni<List<OperatorView>> everybodyAnd(SignedIn asking) {
        // Without Keycloak the list is still good for names; who is given a conversation is checked then.
        var disabled = accounts.disabled().onFailure().recoverWithItem(Set.of());
        var everybody = database.write(List.of(signIn(asking))).chain(() -> database.ask(ALL));
        return Uni.combine()
                .all()
                .unis(everybody, disabled)
                .with((rows, gone) -> all(rows)
                        .map(row -> new OperatorView(
                                row.person().id(),
                                row.person().name(),
                                row.mayReply() && !gone.contains(row.person().id())))
                        .toList());
    }

    private static Colleague colleague(Person person, Account account) {
        if (!account.enabled()) {
            return new Colleague.Disabled(person);
        }
        return account.mayReply() ? new Colleague.Able(person) : new Colleague.Viewing(person);
    }

    private static Stream<OperatorRow> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(OperatorRow::of);
    }

    private record OperatorRow(Person person, boolean mayReply) {
        static OperatorRow of(Row row) {
            return new OperatorRow(new Person(row.getUUID(0), row.getString(1)), row.getBoolean(2));
        }
    }
}
