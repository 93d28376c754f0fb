package org.centralino.outbound.channel;

import java.util.Optional;
import org.centralino.events.PlatformError;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.problem.ProblemException;
import org.centralino.outbound.token.domain.TokenFacts;
import org.centralino.outbound.whatsapp.PlatformAnswer;

/// What the platform refuses about a number, in words that say how to mend it (fact sheet, section 12.2).
public final class PlatformProblems {
    public static final Problem NO_KEY = Problem.of(
            409,
            "no-token-key",
            "Access tokens cannot be kept here",
            "There is no key that seals them. Set one in CENTRALINO_OUTBOUND_TOKENS_KEYS, such as first: and what \"openssl rand -base64 32\" prints, and restart the outbound service.");

    private static final int LOCKED_OR_WRONG_PIN = 131031;

    private PlatformProblems() {}

    /// What the platform does not say is no reason to refuse a token.
    ///
    /// @return the same; fails with a problem when the token is not good for a number
    public static Optional<TokenFacts> usableOrFail(Optional<TokenFacts> facts) {
        facts.filter(it -> it.isValid() && !it.missing().isEmpty()).ifPresent(it -> {
            throw Problem.of(
                            422,
                            "token-lacks-permissions",
                            "The access token may not do all that a number needs",
                            "It lacks %s. Make a token for the system user with whatsapp_business_messaging and whatsapp_business_management."
                                    .formatted(String.join(" and ", it.missing())))
                    .asException();
        });
        return facts;
    }

    /// @return what the platform answered; fails with a problem when it refused or said nothing
    public static <T> T doneOrFail(PlatformAnswer<T> answer) {
        return switch (answer) {
            case PlatformAnswer.Done<T>(var value) -> value;
            case PlatformAnswer.Refused<T>(var error, var unknownObject) ->
                throw of(error, unknownObject).asException();
            case PlatformAnswer.Unclear<T>(var reason) -> throw unavailable(reason);
        };
    }

    /// Of a call that carries a PIN, the platform says by the same code that an account is locked and that the PIN is
    /// wrong; the latter is what happens.
    ///
    /// @return what it answered; fails with a problem when it refused or said nothing
    static <T> T registeredOrFail(PlatformAnswer<T> answer) {
        if (answer instanceof PlatformAnswer.Refused<T>(var error, var _) && error.code() == LOCKED_OR_WRONG_PIN) {
            throw wrongPin().with("code", error.code()).asException();
        }
        return doneOrFail(answer);
    }

    /// @return what the platform shows of a catalogue; fails with a problem when it refused or said nothing
    public static <T> T shownOrFail(PlatformAnswer<T> answer) {
        if (answer instanceof PlatformAnswer.Refused<T>(var error, var unknownObject)
                && (unknownObject || isPermission(error.code()))) {
            throw Problem.of(
                            422,
                            "catalogue-unknown",
                            "WhatsApp does not show this catalogue",
                            "There is no catalogue with this id, or the access token may not see it. In the business settings at Meta, give the token's system user access to the catalogue, and make a token that has catalog_management, too.")
                    .with("code", error.code())
                    .asException();
        }
        return doneOrFail(answer);
    }

    private static boolean isPermission(int code) {
        return code == 3 || code == 10 || code >= 200 && code <= 299;
    }

    static ProblemException unavailable(String reason) {
        return Problem.of(503, "whatsapp-unavailable", "WhatsApp gave no answer", reason)
                .asException();
    }

    static Problem of(PlatformError error, boolean unknownObject) {
        return typeOf(error, unknownObject).with("code", error.code());
    }

    private static Problem typeOf(PlatformError error, boolean unknownObject) {
        if (unknownObject) {
            return Problem.of(
                    422,
                    "unknown-to-whatsapp",
                    "WhatsApp does not know this id",
                    "There is no such number or account, or the access token may not see it. Copy the id from WhatsApp Manager, and give the token's system user access to the account.");
        }
        if (isPermission(error.code())) {
            return tokenRefused(error);
        }
        return switch (error.code()) {
            case 0, 190, 131005 -> tokenRefused(error);
            case 133005 -> wrongPin();
            case 368, LOCKED_OR_WRONG_PIN ->
                Problem.of(
                        422,
                        "account-locked",
                        "WhatsApp has locked the account",
                        "Nothing is done for its numbers until it is unlocked. Look in Meta Business Suite, under Business support, for the reason, and ask for a review there.");
            case 131030 ->
                Problem.of(
                        422,
                        "recipient-not-allowed",
                        "This test number may not write to that phone",
                        "A test number writes only to the phones on its list, five at most. Add the phone in the app's settings at Meta, under WhatsApp, API setup, and confirm the code that it gets.");
            case 131042, 134011 ->
                Problem.of(
                        422,
                        "payment-needed",
                        "WhatsApp wants to be paid first",
                        "Set a way to pay for the account in Meta Business Suite, under Billing, and accept its terms there.");
            case 133008, 133009 ->
                Problem.of(
                        422,
                        "pin-locked",
                        "The PIN was tried too often",
                        "WhatsApp takes no PIN for this number for a while. Wait some hours, find the right one, and try again.");
            case 133016 ->
                Problem.of(
                        422,
                        "registration-limit",
                        "The number was registered too often",
                        "WhatsApp allows ten registrations in 72 hours. Try again in three days.");
            case 133006, 133000, 133015 ->
                Problem.of(
                        422,
                        "number-not-verified",
                        "WhatsApp has not verified this number",
                        "Ask for the code by SMS or call in WhatsApp Manager and enter it there, then try again. A number that was deleted lately can be used again after some minutes.");
            case 133010, 131045 ->
                Problem.of(
                        422,
                        "number-not-registered",
                        "The number is not registered",
                        "Register it with its PIN first.");
            case 1, 2, 4, 613, 80007, 80008, 130429, 131000, 131016, 131056, 131057, 133004 ->
                Problem.of(
                        503,
                        "whatsapp-busy",
                        "WhatsApp takes no more calls for a moment",
                        "Its limit is reached, or it has a problem of its own. Try again in some minutes.");
            default ->
                Problem.of(422, "whatsapp-refused", "WhatsApp refuses this", "It says: %s".formatted(wordsOf(error)));
        };
    }

    private static Problem wrongPin() {
        return Problem.of(
                422,
                "pin-refused",
                "WhatsApp does not take this PIN",
                "It is not the PIN of the number's two-step verification. Look it up where the number was used before, or set another one in WhatsApp Manager.");
    }

    private static Problem tokenRefused(PlatformError error) {
        return Problem.of(
                422,
                "token-refused",
                "WhatsApp refuses the access token",
                "It says: %s (%d). Make a token for a system user who may manage this number, with whatsapp_business_messaging and whatsapp_business_management."
                        .formatted(error.title(), error.code()));
    }

    private static String wordsOf(PlatformError error) {
        return Optional.ofNullable(error.detail())
                .or(() -> Optional.ofNullable(error.title()))
                .orElse("nothing but the code %d".formatted(error.code()));
    }
}
