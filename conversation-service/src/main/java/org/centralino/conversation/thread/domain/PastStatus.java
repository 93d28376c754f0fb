package org.centralino.conversation.thread.domain;

import java.util.Locale;
import org.centralino.events.MessageStatus;
import org.jspecify.annotations.Nullable;

/// How far a message had come when the phone handed it over (fact sheet, section 16).
public final class PastStatus {
    private PastStatus() {}

    /// @param ours whether it is one of the business: only of those anything is told
    /// @param word the platform's; null when it tells none
    /// @return the status; a message whose word is not known was sent at least
    public static MessageStatus of(boolean ours, @Nullable String word) {
        if (!ours) {
            return MessageStatus.RECEIVED;
        }
        return switch (word == null ? "" : word.toUpperCase(Locale.ROOT)) {
            case "PENDING" -> MessageStatus.ACCEPTED;
            case "DELIVERED" -> MessageStatus.DELIVERED;
            case "READ" -> MessageStatus.READ;
            case "PLAYED" -> MessageStatus.PLAYED;
            case "ERROR" -> MessageStatus.FAILED;
            default -> MessageStatus.SENT;
        };
    }
}
