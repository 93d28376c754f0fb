package org.centralino.conversation.contact.domain;

import java.util.UUID;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationState;
import org.jspecify.annotations.Nullable;

/// A customer as far as we know him. He is reached by the keys that are his today: a number that passed to
/// somebody else, or that he gave up, is not among them.
///
/// @param ownName what the team calls him
/// @param phoneBookName what the address book of the phone beside a number calls him
/// @param profileName what he calls himself
/// @param phone the phone number with a leading +, as WhatsApp spells it; the platform may withhold it
/// @param bsuid the business-scoped user id
/// @param username the WhatsApp username without @
public record Contact(
        UUID id,
        @Nullable String ownName,
        @Nullable String phoneBookName,
        @Nullable String profileName,
        @Nullable String phone,
        @Nullable String bsuid,
        @Nullable String username) {

    /// @return somebody of whom nothing is known yet
    static Contact unknown(UUID id) {
        return new Contact(id, null, null, null, null, null, null);
    }

    Contact reachedBy(@Nullable String newPhone, @Nullable String newBsuid) {
        return new Contact(id, ownName, phoneBookName, profileName, newPhone, newBsuid, username);
    }

    public Contact called(@Nullable String newOwnName) {
        return new Contact(id, newOwnName, phoneBookName, profileName, phone, bsuid, username);
    }

    /// @param newName null when the phone has him no more
    public Contact calledByPhone(@Nullable String newName) {
        return new Contact(id, ownName, newName, profileName, phone, bsuid, username);
    }

    /// @return the best name there is
    public String name() {
        return ShownName.of(ownName, phoneBookName, profileName, username, phone, bsuid);
    }

    /// @return where to send a message for him
    public Recipient recipient() {
        return new Recipient(phone, bsuid);
    }

    /// @return what a conversation shows of him
    public ConversationState.Contact shown() {
        return new ConversationState.Contact(id, name(), phone, username);
    }
}
