package org.centralino.events;

/// Why a message that is to be sent waits.
public enum HeldReason {
    /// The number's access token is refused by WhatsApp, and has to be replaced.
    TOKEN,
    /// So much was sent to this customer in a short time that WhatsApp asks for a pause.
    PAIR,
    /// The number has more to send than it may at once.
    THROUGHPUT,
    /// WhatsApp could not be reached, or asked for a pause.
    PAUSE
}
