package org.centralino.conversation.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.centralino.conversation.ConversationConfig;
import org.centralino.conversation.media.domain.MediaTicket;
import org.centralino.kit.operator.Visibility;

/// Makes tickets for files, and knows its own again.
@ApplicationScoped
class MediaTickets {
    private final String secret;
    private final Clock clock;

    MediaTickets(ConversationConfig config, Clock clock) {
        this.secret = config.mediaTicketSecret();
        this.clock = clock;
    }

    /// @param visibility what its operator may see just now
    MediaTicketView make(UUID conversation, Visibility visibility) {
        var ticket = MediaTicket.of(
                visibility.operator(), visibility.all(), visibility.own(), conversation, clock.instant());
        return new MediaTicketView(ticket.signed(secret), ticket.expiresAt());
    }

    Optional<MediaTicket> read(String text) {
        return MediaTicket.read(text, secret, clock.instant());
    }
}
