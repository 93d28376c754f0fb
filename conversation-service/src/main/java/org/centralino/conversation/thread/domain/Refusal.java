package org.centralino.conversation.thread.domain;

/// Why a conversation refuses a command.
public enum Refusal {
    /// Somebody else is the responder.
    HELD_BY_ANOTHER_OPERATOR,
    /// Another application answers the customer, and the author does not say that he takes him from it.
    HELD_BY_ANOTHER_APPLICATION,
    /// Nobody is the responder; a reply needs one.
    NOT_ASSIGNED,
    /// The responder changed after the author began.
    EPOCH_PASSED,
    /// The author writes under a change of the responder that has not reached us.
    EPOCH_UNKNOWN,
    /// Something was added to the timeline that the operator has not seen.
    STALE_VIEW,
    /// The operator claims to have seen what is not there.
    SEEN_TOO_MUCH,
    /// More than 24 hours passed since the customer last wrote.
    WINDOW_CLOSED,
    /// The platform sets no emoji on what is older than 30 days.
    MESSAGE_TOO_OLD,
    /// The customer is blocked.
    CUSTOMER_BLOCKED,
    /// WhatsApp blocks people, and no groups.
    GROUP_CANNOT_BE_BLOCKED,
    /// Only who wrote within 24 hours can be blocked.
    BLOCK_WINDOW_CLOSED,
    /// It is resolved; reopen it first.
    CONVERSATION_RESOLVED
}
