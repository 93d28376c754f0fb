package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a message that is to be sent waits.
public enum HeldReason {
    /// The number's access token is refused by WhatsApp, and has to be replaced.
    @JsonProperty("token")
    TOKEN,
    /// So much was sent to this customer in a short time that WhatsApp asks for a pause.
    @JsonProperty("pair")
    PAIR,
    /// The number has more to send than it may at once.
    @JsonProperty("throughput")
    THROUGHPUT,
    /// WhatsApp could not be reached, or asked for a pause.
    @JsonProperty("pause")
    PAUSE
}
