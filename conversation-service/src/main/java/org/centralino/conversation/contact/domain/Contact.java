package org.centralino.conversation.contact.domain;

import java.util.UUID;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationState;
import org.jspecify.annotations.Nullable;

/// A customer as far as we know him. He is reached by the keys that are his today: a number that passed to
/// somebody else is not among them.
///
/// @param phone the phone number with a leading +; the platform may withhold it
/// @param bsuid the business-scoped user id
/// @param username the WhatsApp username without @
public record Contact(
        UUID id,
        String name,
        @Nullable String phone,
        @Nullable String bsuid,
        @Nullable String username) {

    /// @return where to send a message for him
    public Recipient recipient() {
        return new Recipient(phone, bsuid);
    }

    /// @return what a conversation shows of him
    public ConversationState.Contact shown() {
        return new ConversationState.Contact(id, name, phone, username);
    }
}
