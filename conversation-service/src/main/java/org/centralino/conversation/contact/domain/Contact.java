package org.centralino.conversation.contact.domain;

import java.util.UUID;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationState;
import org.jspecify.annotations.Nullable;

/// A customer as far as we know him, or a group of customers. He is reached by the keys that are his
/// today: a number that passed to somebody else, or that he gave up, is not among them.
///
/// @param ownName what the team calls him
/// @param phoneBookName what the address book of the phone beside a number calls him
/// @param profileName what he calls himself
/// @param phone the phone number with a leading +, as WhatsApp spells it; the platform may withhold it
/// @param bsuid the business-scoped user id
/// @param username the WhatsApp username without @
/// @param groupId the platform's id of a group, which is reached by nothing else; null for a person
public record Contact(
        UUID id,
        @Nullable String ownName,
        @Nullable String phoneBookName,
        @Nullable String profileName,
        @Nullable String phone,
        @Nullable String bsuid,
        @Nullable String username,
        @Nullable String groupId) {

    /// @return somebody of whom nothing is known yet
    static Contact unknown(UUID id) {
        return new Contact(id, null, null, null, null, null, null, null);
    }

    /// @return a group of which nothing else is known yet
    static Contact group(UUID id, String groupId) {
        return new Contact(id, null, null, null, null, null, null, groupId);
    }

    Contact reachedBy(@Nullable String newPhone, @Nullable String newBsuid) {
        return new Contact(id, ownName, phoneBookName, profileName, newPhone, newBsuid, username, groupId);
    }

    public Contact called(@Nullable String newOwnName) {
        return new Contact(id, newOwnName, phoneBookName, profileName, phone, bsuid, username, groupId);
    }

    /// @param newName null when the phone has him no more
    public Contact calledByPhone(@Nullable String newName) {
        return new Contact(id, ownName, newName, profileName, phone, bsuid, username, groupId);
    }

    Contact withSubject(String subject) {
        return new Contact(id, ownName, phoneBookName, subject, phone, bsuid, username, groupId);
    }

    public boolean isGroup() {
        return groupId != null;
    }

    /// @return the best name there is
    public String name() {
        return groupId == null
                ? ShownName.of(ownName, phoneBookName, profileName, username, phone, bsuid)
                : ShownName.ofGroup(ownName, profileName, groupId);
    }

    /// @return where to send a message for him, or for the group
    public Recipient recipient() {
        return new Recipient(phone, bsuid, groupId);
    }

    /// @return what a conversation shows of him
    public ConversationState.Contact shown() {
        return new ConversationState.Contact(id, name(), phone, username, isGroup());
    }
}
