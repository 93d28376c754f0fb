package org.centralino.kit.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.centralino.events.Event;
import org.centralino.events.WireFormat;

/// An event as it came from a topic.
///
/// @param id the CloudEvents id: who hears the event again hears the same id
/// @param event what happened
public record Received<E extends Event>(String id, E event) {

    /// @throws WireFormat.MalformedEventException when it is no event of this format
    public static <E extends Event> Received<E> read(ConsumerRecord<String, byte[]> source, WireFormat<E> format) {
        var id = CloudEventHeaders.text(source.headers(), CloudEventHeaders.ID);
        // A record without an id is told apart from all others by its place in the log.
        return new Received<>(
                id == null ? DeadLetters.placeOf(source) : id,
                format.read(CloudEventHeaders.typeOf(source), source.value()));
    }

    /// @return the events of this type, in their order
    public static <T> List<T> only(Class<T> type, List<? extends Received<?>> received) {
        return received.stream()
                .map(Received::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
