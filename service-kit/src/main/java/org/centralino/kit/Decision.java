package org.centralino.kit;

import java.util.List;

/// What a rule says to a command: the facts that follow from it, or why nothing does.
///
/// @param <E> the facts
/// @param <R> the reasons for a refusal
public sealed interface Decision<E, R> {

    /// The command is carried out; these facts follow, possibly none.
    record Accepted<E, R>(List<E> events) implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /// The command is refused and nothing changes.
    record Rejected<E, R>(R reason) implements Decision<E, R> {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <E, R> Decision<E, R> accepted(E... events) {
        return new Accepted<>(List.of(events));
    }

    /// The command asks for what is already so.
    static <E, R> Decision<E, R> nothing() {
        return new Accepted<>(List.of());
    }

    static <E, R> Decision<E, R> rejected(R reason) {
        return new Rejected<>(reason);
    }
}
