package org.centralino.kit.kafka;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.centralino.events.Event;
import org.centralino.events.WireFormat;

/// What a service does with a topic. Whoever makes one available as a bean hears the topic, from the start of
/// the service on, in batches and in the order of each partition:
///
/// ```
/// @Produces @Singleton
/// Consumption<NoteEvent> notes() {
///     return Consumption.of(Topics.NOTES, WireFormat.NOTES).by(this::record);
/// }
/// ```
///
/// The work may see an event twice, after a crash or a change of replicas: it must be such that this changes
/// nothing (ids that are derived, statuses that only rise, epochs that only grow).
///
/// @param topic the topic's name
/// @param types the wire names that are heard; all others are passed over without being read; empty for all
/// @param gathering what comes within so long is fetched together: looking for news costs more than the news
/// @param work handles events as one piece: all of them or none
public record Consumption<E extends Event>(
        String topic,
        WireFormat<E> format,
        Optional<Set<String>> types,
        Duration gathering,
        Function<List<Received<E>>, Uni<Void>> work) {
    /// Less than anybody notices. What comes after a longer silence does not wait at all.
    private static final Duration USUAL_GATHERING = Duration.ofMillis(15);

    public static <E extends Event> Heard<E> of(String topic, WireFormat<E> format) {
        return new Heard<>(topic, format, Optional.empty(), USUAL_GATHERING);
    }

    /// Which events of a topic are heard.
    public record Heard<E extends Event>(
            String topic, WireFormat<E> format, Optional<Set<String>> types, Duration gathering) {

        /// Hears these only. What else is on the topic costs next to nothing.
        public Heard<E> only(Collection<? extends Class<? extends E>> events) {
            return new Heard<>(topic, format, Optional.of(format.namesOf(events)), gathering);
        }

        /// For events of which nobody sees how soon they are handled.
        public Heard<E> gatheredWithin(Duration time) {
            return new Heard<>(topic, format, types, time);
        }

        public Consumption<E> by(Function<List<Received<E>>, Uni<Void>> work) {
            return new Consumption<>(topic, format, types, gathering, work);
        }
    }

    /// @param more what is done with the events when this has been done
    public Consumption<E> then(Function<List<Received<E>>, Uni<Void>> more) {
        return new Consumption<>(
                topic, format, types, gathering, events -> work.apply(events).chain(() -> more.apply(events)));
    }

    boolean hears(String type) {
        return types.map(names -> names.contains(type)).orElse(true);
    }
}
