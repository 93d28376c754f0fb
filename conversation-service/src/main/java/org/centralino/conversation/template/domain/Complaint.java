package org.centralino.conversation.template.domain;

import org.jspecify.annotations.Nullable;

/// Why something cannot be sent with a template.
///
/// @param code the rule that it breaks, in kebab case, for programs
/// @param limit what the rule allows, where that is a number
/// @param message in words that follow the name of what is wrong
public record Complaint(String code, @Nullable Integer limit, String message) {
    static Complaint of(String code, String message) {
        return new Complaint(code, null, message);
    }

    /// @param message with a `%d` for the limit
    static Complaint of(String code, int limit, String message) {
        return new Complaint(code, limit, message.formatted(limit));
    }

    static Complaint missing(String message) {
        return of("missing", message);
    }
}
