package org.centralino.gateway.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.Identity;
import org.centralino.gateway.RouteOrder;

/// Tells browsers what a page of ours may do: nothing but its own files, its own API and the sign-in.
@ApplicationScoped
class BrowserSecurity {
    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
                    + "microphone=(self), midi=(), payment=(), usb=()";

    private final String policy;
    private final Optional<String> strictTransport;

    BrowserSecurity(Identity identity, GatewayConfig gateway) {
        this.strictTransport = gateway.strictTransportSecurity();
        var keycloak = identity.publicOrigin();
        this.policy = String.join(
                "; ",
                List.of(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' blob: data:",
                        "media-src 'self' blob:",
                        "manifest-src 'self'",
                        "worker-src 'self'",
                        "connect-src 'self' " + keycloak,
                        "frame-src 'none'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "form-action 'self' " + keycloak,
                        // The app makes one policy, for the address of its own worker; whatever else would make one of
                        // a text is not ours.
                        "require-trusted-types-for 'script'",
                        "trusted-types centralino"));
    }

    void mount(@Observes Router router) {
        router.route().order(RouteOrder.HEADERS).handler(call -> {
            var headers = call.response().headers();
            tell(headers);
            // Over plain HTTP anybody on the way could have written it, so browsers must not believe it there.
            if (call.request().isSSL()) {
                strictTransport.ifPresent(value -> headers.set("Strict-Transport-Security", value));
            }
            call.next();
        });
    }

    private void tell(MultiMap headers) {
        headers.set("Content-Security-Policy", policy)
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer")
                .set("Permissions-Policy", PERMISSIONS)
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin");
    }
}
