package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.history.History;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.AssignmentEvent.ResponderChanged;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.conversation.Arrivals;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.kafka.Consumption;
import org.centralino.kit.kafka.Received;
import org.jspecify.annotations.Nullable;

/// Hears who is responsible: a local copy, so that a reply needs no call to another service. An older epoch never
/// replaces a newer one, so changes may come late or twice.
@ApplicationScoped
class AssignmentConsumer {
    /// The version rises by as many changes as there were, whether they came one by one or together: a database that
    /// was restored and hears them again comes to the same one, and nobody who saw it takes another state for it.
    private static final String HOLD = """
            with change as (
              select distinct on (id) * from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
                as h (id uuid, epoch bigint, team_id uuid, assignee_id uuid, assignee_name text)
              order by id, epoch desc),
            locked as materialized (
              select c.id from conversation c join change h on h.id = c.id where c.epoch < h.epoch
              order by c.id for update of c)
            update conversation c
            set epoch = h.epoch, team_id = h.team_id, assignee_id = h.assignee_id, assignee_name = h.assignee_name,
              version = c.version + h.epoch - c.epoch
            from change h join locked l on l.id = h.id
            where c.id = h.id and c.epoch < h.epoch""";

    private final Database database;
    private final Arrivals arrivals;

    AssignmentConsumer(Database database, Arrivals arrivals) {
        this.database = database;
        this.arrivals = arrivals;
    }

    private record Holder(
            UUID id,
            long epoch,
            @Nullable UUID teamId,
            @Nullable UUID assigneeId,
            @Nullable String assigneeName) {
        static Holder of(ResponderChanged change) {
            var operator = change.operator();
            var access = change.access();
            return new Holder(
                    change.conversationId(),
                    change.epoch(),
                    access == null ? null : access.teamId(),
                    operator == null ? null : operator.id(),
                    operator == null ? null : operator.name());
        }
    }

    @Produces
    @Singleton
    Consumption<AssignmentEvent> assignment() {
        return Consumption.of(Topics.ASSIGNMENT, WireFormat.ASSIGNMENT).by(this::hold);
    }

    private Uni<Void> hold(List<Received<AssignmentEvent>> events) {
        var holders = events.stream()
                .map(Received::event)
                .filter(ResponderChanged.class::isInstance)
                .map(change -> Holder.of((ResponderChanged) change))
                .toList();
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of(HOLD, Rows.asJson(holders)));
        statements.addAll(History.ofAssignments(events));
        return database.write(statements)
                .invoke(() -> arrivals.announce(holders.stream().map(Holder::id).toList()));
    }
}
