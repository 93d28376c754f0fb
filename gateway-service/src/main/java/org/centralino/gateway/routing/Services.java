package org.centralino.gateway.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.centralino.gateway.GatewayConfig;

/// Where each service of the [RoutingTable] is.
@ApplicationScoped
public class Services {
    private final GatewayConfig.Routing config;

    Services(GatewayConfig gateway) {
        this.config = gateway.routing();
    }

    public URI addressOf(RoutingTable service) {
        return switch (service) {
            case CONVERSATION -> config.conversationUrl();
            case ASSIGNMENT -> config.assignmentUrl();
            case NOTES -> config.notesUrl();
            case OUTBOUND -> config.outboundUrl();
        };
    }
}
