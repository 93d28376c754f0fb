package org.centralino.simulator.platform.domain;

/// What a newcomer tries first; ticked by what is seen to happen.
public enum Step {
    /// Giulia wrote to the business.
    WROTE,
    /// The webhook of a customer's message was answered 200.
    ARRIVED,
    /// The team answered somebody.
    REPLIED,
    /// The clock went on by 24 hours.
    JUMPED
}
