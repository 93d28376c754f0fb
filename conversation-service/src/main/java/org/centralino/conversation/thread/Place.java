package org.centralino.conversation.thread;

import java.util.UUID;
import org.centralino.events.ConversationState;

/// Which conversation a customer, or a group, has with a number.
record Place(String phoneNumberId, UUID contactId) {
    static Place of(ConversationState state) {
        return new Place(state.phoneNumberId(), state.contact().id());
    }
}
