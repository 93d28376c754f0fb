package org.centralino.conversation.contact.domain;

import org.centralino.events.Consent;

/// Whether advertising may be sent to a customer.
public enum Advertising {
    ALLOWED,
    /// Nobody knows that he wants it, and here that has to be known.
    NOT_AGREED,
    /// He wants none.
    NOT_WANTED;

    /// @param mustAgree whether he has to have agreed; else it is enough that he did not refuse
    public static Advertising of(Consent consent, boolean mustAgree) {
        return switch (consent) {
            case GIVEN -> ALLOWED;
            case WITHDRAWN -> NOT_WANTED;
            case UNKNOWN -> mustAgree ? NOT_AGREED : ALLOWED;
        };
    }
}
