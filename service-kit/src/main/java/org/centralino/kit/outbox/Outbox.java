package org.centralino.kit.outbox;

import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Event;
import org.centralino.events.Keyed;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.trace.TraceParent;
import org.jspecify.annotations.Nullable;

/// Where a service writes what it has to tell, in the transaction in which it became true. The
/// [OutboxRelay] tells it.
///
/// @param <E> the events of the topic
public final class Outbox<E extends Event & Keyed> {
    private static final String INTO = "insert into outbox";
    /// The database numbers the rows in the order of the list.
    private static final String APPEND = INTO + """
             (lane, event_id, topic, key, type, traceparent, payload)
            select lane, event_id, topic, key, type, traceparent, payload
            from rows from (jsonb_to_recordset(cast(cast(%s as text) as jsonb))
              as (lane smallint, event_id uuid, topic text, key text, type text, traceparent text, payload text))
              with ordinality as event (lane, event_id, topic, key, type, traceparent, payload, place)
            %s
            order by place""";
    private static final String APPEND_ALONE = APPEND.formatted("$1", "");
    private static final String APPEND_WITH = "with changed as (%s), told as (%s) select * from changed";

    private record Row(
            int lane,
            UUID eventId,
            String topic,
            String key,
            String type,
            @Nullable String traceparent,
            String payload) {}

    private final String topic;
    private final WireFormat<? super E> format;

    public Outbox(String topic, WireFormat<? super E> format) {
        this.topic = topic;
        this.format = format;
    }

    /// Lock the row that the events are about before this is carried out: then the events of one key
    /// keep their order, however many replicas write.
    ///
    /// @return what appends the events; nothing when there are none
    public List<Statement> append(List<? extends E> events) {
        return events.isEmpty() ? List.of() : List.of(Statement.of(APPEND_ALONE, rows(events)));
    }

    /// One statement for a change and what is told of it, so that they need no transaction: the events are
    /// appended if the change returns a row.
    ///
    /// @param change a statement with `returning`; what it returns, the whole statement returns
    public Statement appendWith(Statement change, List<? extends E> events) {
        var parameters = change.parameters();
        var append = APPEND.formatted("$" + (parameters.size() + 1), "where exists (select from changed)");
        var all = Tuple.tuple();
        for (var place = 0; place < parameters.size(); place++) {
            all.addValue(parameters.getValue(place));
        }
        return new Statement(APPEND_WITH.formatted(change.sql(), append), all.addValue(rows(events)));
    }

    /// @return whether there is something to tell when this is committed
    public static boolean tells(Statement statement) {
        return statement.sql().contains(INTO);
    }

    private String rows(List<? extends E> events) {
        var traceParent = TraceParent.current();
        return Rows.asJson(events.stream().map(event -> row(event, traceParent)).toList());
    }

    private Row row(E event, @Nullable String traceParent) {
        var payload = new String(format.write(event), StandardCharsets.UTF_8);
        var key = event.recordKey();
        return new Row(
                OutboxRelay.laneOf(key), UUID.randomUUID(), topic, key, format.typeOf(event), traceParent, payload);
    }
}
