package org.centralino.gateway.live;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.centralino.gateway.GatewayConfig;
import org.jspecify.annotations.Nullable;

/// A page of another site may not open a live socket. Programs, which are no pages, send no origin.
@ApplicationScoped
public class OwnOriginOnly implements HttpUpgradeCheck {
    private final List<String> origins;

    OwnOriginOnly(GatewayConfig gateway) {
        this.origins = gateway.live().origins().orElse(List.of());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
        var request = upgrade.httpRequest();
        var origin = request.getHeader("Origin");
        return origin == null || origins.contains(origin) || isOwn(origin, request.getHeader("Host"))
                ? CheckResult.permitUpgrade()
                : CheckResult.rejectUpgrade(403);
    }

    private static boolean isOwn(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException rubbish) {
            return false;
        }
    }
}
