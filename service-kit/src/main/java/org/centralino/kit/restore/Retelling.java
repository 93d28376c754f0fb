package org.centralino.kit.restore;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.centralino.events.Event;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.Received;

/// How a service learns again what it told after the backup was made from which its tables were restored: a list of
/// steps, one after the other. A service with tables makes one available as a bean; [CatchUp] carries it out.
///
/// Each step may hear what the tables know already, and then changes nothing.
public record Retelling(List<Step> steps) {
    public Retelling {
        steps = List.copyOf(steps);
    }

    public static Retelling of(Step... steps) {
        return new Retelling(List.of(steps));
    }

    /// A step comes to a number of changes, of which `what` says what they are, in the plural.
    public sealed interface Step {
        String what();
    }

    /// Hears a topic again.
    ///
    /// @param types the wire names that are heard; empty for all
    /// @param work handles events as one piece, in the order of each partition, and says how many of them were new
    public record Hearing<E extends Event>(
            String what,
            String topic,
            WireFormat<E> format,
            Optional<Set<String>> types,
            Function<List<Received<E>>, Uni<Integer>> work)
            implements Step {
        public static <E extends Event> Hearing<E> of(
                String what, String topic, WireFormat<E> format, Function<List<Received<E>>, Uni<Integer>> work) {
            return new Hearing<>(what, topic, format, Optional.empty(), work);
        }

        /// Hears these only.
        public Hearing<E> only(Collection<? extends Class<? extends E>> events) {
            return new Hearing<>(what, topic, format, Optional.of(format.namesOf(events)), work);
        }

        boolean hears(String type) {
            return types.map(names -> names.contains(type)).orElse(true);
        }
    }

    /// Draws a conclusion from what was heard before.
    public record Conclusion(String what, Supplier<Uni<Integer>> work) implements Step {}

    /// A topic tells how something went on that the tables have never heard of: the time from which it was read is
    /// later than that of the backup.
    public static final class BeganTooLateException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /// @param what that the tables do not know, with its id
        public BeganTooLateException(String what) {
            super(
                    "the topic goes on about %s, which the tables do not know. The backup is older than the time that was named; name an earlier one"
                            .formatted(what));
        }
    }
}
