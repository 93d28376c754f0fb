package org.centralino.gateway.routing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which service owns which part of the API.
public enum RoutingTable {
    ASSIGNMENT("/api/conversations/[^/]+/assignment", "/api/operators(/.*)?"),
    NOTES("/api/conversations/[^/]+/notes(/[^/]+)?"),
    OUTBOUND("/api/numbers(/.*)?"),
    CONVERSATION("/api/conversations(/.*)?", "/api/attachments/limits", "/api/contacts(/.*)?", "/api/search");

    private final List<Pattern> paths;

    RoutingTable(String... paths) {
        this.paths = Stream.of(paths).map(Pattern::compile).toList();
    }

    /// @param path the path of a request, without anything that could mean another path
    /// @return the service that owns it; the first that fits, from top to bottom
    public static Optional<RoutingTable> ownerOf(String path) {
        return Stream.of(values()).filter(service -> service.owns(path)).findFirst();
    }

    /// @return the service's name, such as `notes`
    public String serviceName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private boolean owns(String path) {
        return paths.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }
}
