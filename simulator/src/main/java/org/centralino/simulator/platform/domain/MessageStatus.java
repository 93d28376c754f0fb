package org.centralino.simulator.platform.domain;

import java.util.Locale;

/// How far a message has come. Customers' messages are written, delivered (the webhook was answered 200) and
/// read (the business marked them so); the business's go the platform's way from accepted to read, or fail.
public enum MessageStatus {
    WRITTEN,
    ACCEPTED,
    SENT,
    DELIVERED,
    READ,
    FAILED;

    /// @return whether a message may go from this status to that one; it never goes back
    public boolean comesBefore(MessageStatus later) {
        return this != FAILED && later.compareTo(this) > 0 && !(later == FAILED && compareTo(SENT) > 0);
    }

    /// @return the platform's word for it
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
