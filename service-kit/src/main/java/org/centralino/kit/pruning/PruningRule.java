package org.centralino.kit.pruning;

/// How long the rows of a table are kept. Whoever makes one available as a bean has the others deleted, in
/// steps that nobody notices, by one replica.
///
/// @param table whose rows go
/// @param condition which rows go, as SQL, such as `settled_at < now() - interval '30 days'`
public record PruningRule(String table, String condition) {}
