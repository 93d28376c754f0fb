package org.centralino.gateway.session;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.centralino.events.ChannelEvent.ChannelRemoved;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.Identity;
import org.centralino.gateway.WebPage;
import org.centralino.gateway.channel.OwnNumber;
import org.centralino.gateway.channel.OwnNumbers;
import org.centralino.kit.phone.DisplayPhone;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the web app must know before anybody has signed in. Nothing of it is secret.
@Path("/api/config")
public class ConfigResource {
    private final Identity identity;
    private final GatewayConfig gateway;
    private final OwnNumbers numbers;
    private final String build;
    private final Clock clock;

    ConfigResource(Identity identity, GatewayConfig gateway, OwnNumbers numbers, WebPage page, Clock clock) {
        this.identity = identity;
        this.gateway = gateway;
        this.numbers = numbers;
        this.build = page.build();
        this.clock = clock;
    }

    /// Where the web app finds everything.
    ///
    /// @param simulatorUrl the page of the simulated phone; only the local stack has one
    /// @param removedNumbers the ids of numbers that were ours: nothing is sent from them any more
    /// @param formerNumbers the same numbers, as they are still called
    /// @param serverTime the time by which the services judge
    /// @param build of which build the gateway's web app is; a page of another one is older or newer
    @Schema(name = "Config")
    public record ConfigView(
            KeycloakView keycloak,
            @Nullable URI simulatorUrl,
            List<NumberView> numbers,
            List<String> removedNumbers,
            List<FormerNumberView> formerNumbers,
            Instant serverTime,
            String build) {}

    /// Where and how to sign in.
    public record KeycloakView(URI url, String realm, String clientId) {}

    /// A business number.
    ///
    /// @param number in digits
    /// @param displayPhone as people write it, in their country's groups
    /// @param catalogId the platform's id of the catalogue whose products it shows; missing when it shows none
    /// @param connected whether messages can come and go; else somebody has to finish connecting it
    @Schema(name = "BusinessNumber")
    public record NumberView(
            String phoneNumberId,
            String number,
            String displayPhone,
            String name,
            @Nullable String catalogId,
            boolean connected) {
        static NumberView of(OwnNumber number) {
            return new NumberView(
                    number.phoneNumberId(),
                    number.number(),
                    DisplayPhone.of(number.number()),
                    number.name(),
                    number.catalogId(),
                    number.connected());
        }
    }

    /// A number that was ours, whose conversations stay.
    ///
    /// @param displayPhone as people write it; missing when it is not known any more
    /// @param name what operators called it; missing when it is not known any more
    @Schema(name = "FormerNumber")
    public record FormerNumberView(
            String phoneNumberId,
            @Nullable String displayPhone,
            @Nullable String name) {
        static FormerNumberView of(ChannelRemoved number) {
            var digits = number.number();
            return new FormerNumberView(
                    number.phoneNumberId(), digits == null ? null : DisplayPhone.of(digits), number.name());
        }
    }

    @GET
    @PermitAll
    @Operation(summary = "What the web app must know before anybody has signed in")
    public ConfigView config() {
        var removed = numbers.removed();
        return new ConfigView(
                new KeycloakView(identity.publicUrl(), identity.realm(), "centralino-web"),
                gateway.simulatorUrl().orElse(null),
                numbers.all().stream().map(NumberView::of).toList(),
                removed.stream().map(ChannelRemoved::phoneNumberId).toList(),
                removed.stream().map(FormerNumberView::of).toList(),
                clock.instant(),
                build);
    }
}
