package org.centralino.assignment.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Person;
import org.centralino.kit.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/// Keeps the directory of operators.
@ApplicationScoped
public class DirectoryStore {

    /// Writes when there is something new to say, and not at each request.
    private static final String MEET = """
            insert into operator (id, name, last_seen) values (:id, :name, :now)
            on conflict (id) do update set name = excluded.name, last_seen = excluded.last_seen
            where operator.name <> excluded.name
               or operator.last_seen < excluded.last_seen - interval '1 minute'""";

    private final Mutiny.SessionFactory sessions;

    DirectoryStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /// Notes that the operator is here, by the name that the token gives, in the transaction of the
    /// session.
    public Uni<Void> meet(Mutiny.Session session, Person operator, Instant now) {
        return session.createNativeQuery(MEET)
                .setParameter("id", operator.id())
                .setParameter("name", operator.name())
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    /// @return the operator; else the problem 422 `operator-unknown`
    public Uni<Person> known(UUID operatorId) {
        return sessions.withSession(session -> session.find(OperatorRow.class, operatorId))
                .onItem()
                .ifNull()
                .failWith(() -> unknown(operatorId))
                .map(OperatorRow::toPerson);
    }

    /// @return everybody by name, the one who asks among them
    Uni<List<Person>> everybodyAnd(Person asking, Instant now) {
        return sessions.withTransaction(session -> meet(session, asking, now)
                .chain(() -> session.createSelectionQuery(
                                "from OperatorRow order by lower(name), id", OperatorRow.class)
                        .getResultList())
                .map(rows -> rows.stream().map(OperatorRow::toPerson).toList()));
    }

    private static RuntimeException unknown(UUID operatorId) {
        return Problem.of(
                        422,
                        "operator-unknown",
                        "This operator is not known",
                        "Nobody with this id has signed in yet. Ask the colleague to sign in once.")
                .with("operatorId", operatorId)
                .asException();
    }
}
