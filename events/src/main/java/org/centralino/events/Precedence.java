package org.centralino.events;

/// Of what is to be sent by a number, what goes first. Each waits for those before it, and for nothing
/// behind it.
public enum Precedence {
    /// A person answers a person.
    REPLY,
    /// A rule answers.
    RULE,
    /// One of many that say the same.
    CAMPAIGN
}
