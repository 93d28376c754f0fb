package org.centralino.outbound.number;

import org.centralino.events.PlatformError;
import org.centralino.kit.problem.Problem;
import org.centralino.outbound.number.domain.Connection;
import org.centralino.outbound.whatsapp.CloudNumbers.Answer;

/// Why a number cannot be asked by a token, in words.
final class TokenProblems {
    static final Problem NO_KEY = Problem.of(
            409,
            "no-token-key",
            "Access tokens cannot be kept here",
            "There is no key that seals them. Set one in CENTRALINO_OUTBOUND_TOKENS_KEYS, such as first: and what \"openssl rand -base64 32\" prints, and restart the outbound service.");

    private TokenProblems() {}

    /// @return what the platform knows; fails with a problem when it does not say
    static Connection knownOrFail(Answer answer) {
        return switch (answer) {
            case Answer.Known(var connection) -> connection;
            case Answer.Refused(var error) -> throw refused(error).asException();
            case Answer.Unclear(var reason) ->
                throw Problem.of(503, "whatsapp-unavailable", "WhatsApp gave no answer", reason)
                        .asException();
        };
    }

    private static Problem refused(PlatformError error) {
        return Problem.of(
                        422,
                        "token-refused",
                        "WhatsApp refuses the access token",
                        "It says: %s (%d). Make a token for a system user who may manage this number, with whatsapp_business_messaging and whatsapp_business_management."
                                .formatted(error.title(), error.code()))
                .with("code", error.code());
    }
}
