package org.centralino.kit.once;

import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import org.centralino.events.Event;
import org.centralino.kit.database.Rows;
import org.centralino.kit.kafka.Received;
import org.hibernate.reactive.mutiny.Mutiny;

/// Handles each event once, however often Kafka or a caller delivers it.
public final class HandledEvents {
    /// Waits for a transaction that is handling the same event, and lets it have the event when it commits.
    private static final String NOTE = """
            insert into handled_event (event_id)
            select distinct id from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as id
            order by id
            on conflict (event_id) do nothing
            returning event_id""";

    private HandledEvents() {}

    /// Takes out what was handled before and notes the rest as handled, in the transaction of the session.
    ///
    /// @return what is new, in the given order, each once
    public static <E extends Event> Uni<List<Received<E>>> firstTime(Mutiny.Session session, List<Received<E>> events) {
        return session.createNativeQuery(NOTE, String.class)
                .setParameter(
                        "ids", Rows.asJson(events.stream().map(Received::id).toList()))
                .getResultList()
                .map(noted -> {
                    var fresh = new HashSet<>(noted);
                    return events.stream()
                            .filter(event -> fresh.remove(event.id()))
                            .toList();
                });
    }
}
