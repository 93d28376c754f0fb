package org.centralino.kit.outbox;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.centralino.events.Event;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/// Where a service writes what it has to tell, in the transaction in which it became true. The
/// [OutboxRelay] tells it.
///
/// @param <E> the events of the topic
public final class Outbox<E extends Event> {
    /// The database numbers the rows in the order of the list.
    private static final String APPEND = """
            insert into outbox (event_id, topic, key, type, payload)
            select event_id, topic, key, type, payload
            from rows from (jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as (event_id uuid, topic text, key text, type text, payload text)) with ordinality
              as event (event_id, topic, key, type, payload, place)
            order by place""";

    private record Row(UUID eventId, String topic, String key, String type, String payload) {}

    private final String topic;
    private final WireFormat<? super E> format;
    private final Function<E, UUID> key;

    /// @param key what keeps the order on the topic, such as the conversation
    public Outbox(String topic, WireFormat<? super E> format, Function<E, UUID> key) {
        this.topic = topic;
        this.format = format;
        this.key = key;
    }

    /// Lock the row that the events are about before calling this: then the events of one key keep their
    /// order, however many replicas write.
    public Uni<Void> append(Mutiny.Session session, List<? extends E> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(APPEND)
                .setParameter("rows", Rows.asJson(events.stream().map(this::row).toList()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Row row(E event) {
        var payload = new String(format.write(event), StandardCharsets.UTF_8);
        return new Row(UUID.randomUUID(), topic, key.apply(event).toString(), format.typeOf(event), payload);
    }
}
