package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How far a message has come. Ticks never go backwards: see [#mayFollow].
public enum MessageStatus {
    /// A customer's message; it has no further states.
    @JsonProperty("received")
    RECEIVED(0),
    /// Accepted from the operator, not yet sent.
    @JsonProperty("queued")
    QUEUED(0),
    /// The call to the platform ended without a usable answer: it may or may not have been sent.
    @JsonProperty("unknown")
    UNKNOWN(1),
    /// The platform took it over.
    @JsonProperty("accepted")
    ACCEPTED(2),
    /// On its way to the customer.
    @JsonProperty("sent")
    SENT(3),
    /// Refused, or not deliverable. Proof of delivery wins over it: other devices of the recipient may
    /// report a failure.
    @JsonProperty("failed")
    FAILED(4),
    /// On the customer's device.
    @JsonProperty("delivered")
    DELIVERED(5),
    /// The customer opened the conversation.
    @JsonProperty("read")
    READ(6),
    /// The customer played the voice message.
    @JsonProperty("played")
    PLAYED(7);

    private final int rank;

    MessageStatus(int rank) {
        this.rank = rank;
    }

    /// The order rule of the platform (fact sheet, section 2.3): `accepted < sent < delivered < read <
    /// played`, and `failed` wins over everything that does not prove delivery.
    ///
    /// @return whether a message in state `current` moves to this one; a customer's message never moves
    public boolean mayFollow(MessageStatus current) {
        return current != RECEIVED && rank > current.rank;
    }

    /// @return whether the platform has taken it over and nothing was reported that undid it: the customer has
    ///     his answer, or will
    public boolean isAnswer() {
        return rank >= ACCEPTED.rank && this != FAILED;
    }

    /// @return the position in the order of progress, for stores that compare in SQL
    public int rank() {
        return rank;
    }
}
