package org.centralino.kit.database;

import java.util.List;

/// What a transaction comes to: what it writes, and what its caller is told when all of it is committed.
///
/// @param statements are carried out in their order
public record Written<T>(T result, List<Statement> statements) {
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
