package org.centralino.conversation.message.domain;

import java.util.UUID;
import org.centralino.events.DerivedId;

/// Our ids of messages that the platform names.
public final class MessageId {
    private MessageId() {}

    /// @return the same id for the same message, however often and in whatever order it is delivered
    public static UUID of(String phoneNumberId, String platformId) {
        return DerivedId.of("message", phoneNumberId, platformId);
    }
}
