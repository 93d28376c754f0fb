package org.centralino.conversation.media;

import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// An operator as his ticket tells of him: by his id, and by nothing else.
record TicketHolder(UUID operator) implements JsonWebToken {
    private static final String SUBJECT = Claims.sub.name();

    @Override
    public String getName() {
        return operator.toString();
    }

    @Override
    public Set<String> getClaimNames() {
        return Set.of(SUBJECT);
    }

    /// The interface leaves it to the caller to know what type a claim has.
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getClaim(String name) {
        return SUBJECT.equals(name) ? (T) operator.toString() : null;
    }
}
