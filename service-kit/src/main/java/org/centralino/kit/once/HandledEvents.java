package org.centralino.kit.once;

import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.centralino.events.Event;
import org.centralino.kit.kafka.Received;
import org.hibernate.reactive.mutiny.Mutiny;

/// Handles each event once, however often Kafka or a caller delivers it.
public final class HandledEvents {
    private HandledEvents() {}

    /// Takes out what was handled before and notes the rest as handled, in the transaction of the session.
    /// When two replicas race for one event, the database's key lets one commit; the other is tried again
    /// and finds nothing to do.
    ///
    /// @return what is new, in the given order, each once
    public static <E extends Event> Uni<List<Received<E>>> firstTime(Mutiny.Session session, List<Received<E>> events) {
        var byId = new LinkedHashMap<String, Received<E>>();
        events.forEach(event -> byId.putIfAbsent(event.id(), event));
        return session.createSelectionQuery("select eventId from HandledEventRow where eventId in :ids", String.class)
                .setParameter("ids", byId.keySet())
                .getResultList()
                .chain(handled -> {
                    new HashSet<>(handled).forEach(byId::remove);
                    var rows = byId.keySet().stream().map(HandledEventRow::new).toArray();
                    return session.persistAll(rows).replaceWith(() -> List.copyOf(byId.values()));
                });
    }
}
