package org.centralino.gateway.routing;

import java.util.List;
import java.util.regex.Pattern;
import org.centralino.gateway.GatewayConfig;

/// How large a body each address of the API takes.
///
/// @param larger those that take more than the others; the first that fits decides
/// @param otherwise what all others take
record BodyLimits(List<Larger> larger, long otherwise) {

    static BodyLimits of(GatewayConfig.Routing config) {
        return new BodyLimits(
                config.largerBodies().stream()
                        .map(each -> new Larger(Pattern.compile(each.path()), each.mostBytes()))
                        .toList(),
                config.mostBodyBytes());
    }

    /// Addresses that take larger bodies.
    record Larger(Pattern path, long mostBytes) {}

    long of(String path) {
        return larger.stream()
                .filter(each -> each.path().matcher(path).matches())
                .mapToLong(Larger::mostBytes)
                .findFirst()
                .orElse(otherwise);
    }
}
