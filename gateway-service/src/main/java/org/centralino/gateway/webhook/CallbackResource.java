package org.centralino.gateway.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.WhatsAppConfig;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is entered at the platform, so that it sends its webhooks here (fact sheet, section 2.1).
@Path("/api/webhook")
@Tag(name = "Numbers")
public class CallbackResource {
    private final CallbackView view;

    CallbackResource(WhatsAppConfig whatsApp, GatewayConfig gateway) {
        this.view = new CallbackView(
                WebhookRoute.PATH,
                gateway.webhook()
                        .hosts()
                        .filter(hosts -> !hosts.isEmpty())
                        .map(hosts -> hosts.getFirst())
                        .orElse(null),
                Needed.secret(whatsApp.verifyToken(), "CENTRALINO_WHATSAPP_VERIFY_TOKEN"));
    }

    /// What is entered in the settings of the app at Meta.
    ///
    /// @param path of the callback URL
    /// @param host of the callback URL; missing when webhooks are taken at any, such as that of the web app
    /// @param verifyToken what the platform must say
    @Schema(name = "WebhookCallback")
    public record CallbackView(String path, @Nullable String host, String verifyToken) {
        /// What is logged says nothing of the token.
        @Override
        public String toString() {
            return "CallbackView[%s]".formatted(path);
        }
    }

    @GET
    @RolesAllowed(Permission.MANAGE_NUMBERS)
    @Operation(summary = "What is entered at Meta, so that WhatsApp sends its webhooks here")
    @APIResponse(responseCode = "200", description = "The callback URL and the verify token")
    public CallbackView callback() {
        return view;
    }
}
