package org.centralino.gateway.routing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which service owns which part of the API.
enum RoutingTable {
    ASSIGNMENT("/api/conversations/[^/]+/assignment", "/api/operators(/.*)?"),
    NOTES("/api/conversations/[^/]+/notes(/[^/]+)?"),
    CONVERSATION("/api/conversations(/.*)?");

    private final List<Pattern> paths;

    RoutingTable(String... paths) {
        this.paths = List.of(paths).stream().map(Pattern::compile).toList();
    }

    /// @param path the path of a request, without anything that could mean another path
    /// @return the service that owns it; the first that fits, from top to bottom
    static Optional<RoutingTable> ownerOf(String path) {
        return List.of(values()).stream().filter(service -> service.owns(path)).findFirst();
    }

    private boolean owns(String path) {
        return paths.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }
}
