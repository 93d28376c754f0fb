package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Of what is to be sent by a number, what goes first. Each waits for those before it, and for nothing
/// behind it.
public enum Precedence {
    /// A person answers a person.
    @JsonProperty("reply")
    REPLY,
    /// A rule answers.
    @JsonProperty("rule")
    RULE,
    /// One of many that say the same.
    @JsonProperty("campaign")
    CAMPAIGN
}
