package org.centralino.kit.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a transaction comes to: what it writes, and what its caller is told when all of it is committed.
///
/// @param result what the caller is told, if anything
/// @param statements are carried out in their order
public record Written<T>(@Nullable T result, List<Statement> statements) {
    public Written {
        statements = List.copyOf(statements);
    }

    public static Written<Void> only(List<Statement> statements) {
        return new Written<>(null, statements);
    }

    /// Nothing changes.
    public static <T> Written<T> nothing(T result) {
        return new Written<>(result, List.of());
    }
}
