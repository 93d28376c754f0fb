package org.centralino.conversation.media;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;
import org.centralino.conversation.media.domain.MediaTicket;
import org.centralino.kit.operator.Permission;

/// Knows who asks by a ticket in the query, for files of the ticket's own conversation and for
/// nothing else. Without one, the access token says who asks, as everywhere.
@ApplicationScoped
class MediaTicketAuthentication implements HttpAuthenticationMechanism {
    private static final Pattern FILE = Pattern.compile("/api/conversations/([^/]+)/messages/[^/]+/media");

    private final MediaTickets tickets;

    MediaTicketAuthentication(MediaTickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager providers) {
        var file = FILE.matcher(call.normalizedPath());
        var given = call.request().getParam("ticket");
        if (given == null || !file.matches()) {
            return Uni.createFrom().nullItem();
        }
        return tickets.read(given)
                .filter(ticket -> ticket.conversation().toString().equalsIgnoreCase(file.group(1)))
                .map(ticket -> Uni.createFrom().item(identityOf(ticket)))
                .orElseGet(() -> Uni.createFrom()
                        .failure(new AuthenticationFailedException("The ticket is not good, or not any more")));
    }

    private static SecurityIdentity identityOf(MediaTicket ticket) {
        var identity = QuarkusSecurityIdentity.builder().setPrincipal(new TicketHolder(ticket.operator()));
        if (ticket.seesAll()) {
            identity.addRole(Permission.SEE_ALL);
        }
        if (ticket.seesOwn()) {
            identity.addRole(Permission.SEE_OWN);
        }
        return identity.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    /// Who sends a ticket is asked for nothing else.
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }
}
