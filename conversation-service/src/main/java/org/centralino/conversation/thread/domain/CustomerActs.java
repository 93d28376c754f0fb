package org.centralino.conversation.thread.domain;

import java.util.Optional;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.CustomerActed.Act;

/// What the platform delivers as a message that it cannot tell, and that is none: something was done to a message
/// that stands already (fact sheet, section 4.8).
public final class CustomerActs {
    private CustomerActs() {}

    /// @return what the customer did; nothing when this is a message
    public static Optional<Act> of(Content content) {
        return content instanceof Content.Unsupported(var platformType, var _, var detail, var _)
                        && isUntold(platformType)
                        && detail != null
                ? act(detail)
                : Optional.empty();
    }

    private static boolean isUntold(String platformType) {
        return platformType.equals("unsupported") || platformType.equals("unknown");
    }

    private static Optional<Act> act(String detail) {
        return switch (detail) {
            case "edit" -> Optional.of(Act.EDITED_UNTOLD);
            case "pin", "unpin" -> Optional.of(Act.PINNED);
            case "poll_update" -> Optional.of(Act.VOTED);
            default -> Optional.empty();
        };
    }
}
