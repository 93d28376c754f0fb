package org.centralino.simulator.graph.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.centralino.simulator.platform.domain.Scope;
import org.jspecify.annotations.Nullable;

/// An error of the Graph API, in its own form.
///
/// @param http the HTTP status
/// @param subcode null when there is none
/// @param details of messaging errors; null when there are none
/// @param userTitle of errors that are shown to people; null for others
/// @param userMessage of errors that are shown to people; null for others
public record GraphError(
        int http,
        int code,
        @Nullable Integer subcode,
        String type,
        String message,
        @Nullable String details,
        boolean isTransient,
        @Nullable String userTitle,
        @Nullable String userMessage) {
    private static final String OAUTH = "OAuthException";

    public GraphError(
            int http,
            int code,
            @Nullable Integer subcode,
            String type,
            String message,
            @Nullable String details,
            boolean isTransient) {
        this(http, code, subcode, type, message, details, isTransient, null, null);
    }

    /// 100 with words for people: what is asked of a template does not go.
    public static GraphError template(@Nullable Integer subcode, String title, String message) {
        return new GraphError(400, 100, subcode, OAUTH, "Invalid parameter", null, false, title, message);
    }

    /// @param expired whether it was a good one
    public static GraphError ofToken(boolean expired) {
        return expired ? expiredToken() : invalidToken();
    }

    /// 190: the token is none of ours.
    public static GraphError invalidToken() {
        return new GraphError(
                401, 190, null, OAUTH, "Invalid OAuth access token - Cannot parse access token", null, false);
    }

    /// 190 with subcode 463: the token was good once.
    public static GraphError expiredToken() {
        return new GraphError(401, 190, 463, OAUTH, "Error validating access token: Session has expired.", null, false);
    }

    /// 200 or 10: the token does not permit it.
    public static GraphError notPermitted(Scope lacking) {
        var details = "The access token lacks %s.".formatted(lacking.word());
        return lacking == Scope.MESSAGING
                ? forbidden(
                        200,
                        "(#200) You do not have the necessary permissions to send messages on behalf of this WhatsApp"
                                + " Business Account",
                        details)
                : forbidden(10, "(#10) Application does not have permission for this action", details);
    }

    /// 100 with subcode 33: no such object, or no right to it.
    public static GraphError unknownObject(String method, String id) {
        return new GraphError(
                400,
                100,
                33,
                "GraphMethodException",
                "Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api"
                        .formatted(method, id),
                null,
                false);
    }

    /// 100: a required parameter is missing.
    public static GraphError missing(String parameter) {
        return badRequest(100, "(#100) The parameter %s is required.".formatted(parameter), null);
    }

    /// 100: a parameter that the platform does not take.
    public static GraphError invalid(String details) {
        return badRequest(100, "(#100) Invalid parameter", details);
    }

    /// 131009: a value that cannot be used.
    public static GraphError unusableValue(String details) {
        return badRequest(131009, "(#131009) Parameter value is not valid", details);
    }

    /// 131051: a type of message that is not understood.
    public static GraphError unsupportedType(String type) {
        return badRequest(
                131051,
                "(#131051) Unsupported message type",
                "This simulator plays texts, templates, files, places, cards, reactions, questions and products, and no '%s'."
                        .formatted(type));
    }

    /// 131047: more than 24 hours have passed since the customer wrote.
    public static GraphError windowClosed() {
        return badRequest(
                131047,
                "(#131047) Re-engagement message",
                "Message failed to send because more than 24 hours have passed since the customer last replied to"
                        + " this number.");
    }

    /// 132xxx: a template that cannot be sent, or not with what was filled in.
    static GraphError ofTemplate(int code, String title, String details) {
        return badRequest(code, "(#%d) %s".formatted(code, title), details);
    }

    /// 100: no such file, or not any more.
    public static GraphError unknownFile(String type) {
        return badRequest(
                100,
                "(#100) Param %s['id'] is not a valid whatsapp business account media attachment ID".formatted(type),
                null);
    }

    /// 131053: a file that the platform does not take, or not for this.
    public static GraphError unusableFile(String details) {
        return badRequest(131053, "(#131053) Media upload error", details);
    }

    /// 133010: the number may neither send nor receive.
    public static GraphError notRegistered() {
        return badRequest(133010, "(#133010) Account not registered", "The phone number is not registered.");
    }

    /// 133005: not the PIN of the number's two-step verification.
    public static GraphError wrongPin() {
        return badRequest(133005, "(#133005) Two-step verification PIN mismatch", "The PIN is not correct.");
    }

    /// 133008: too many wrong PINs.
    public static GraphError tooManyPins() {
        return badRequest(
                133008, "(#133008) Too many two-step verification PIN guesses", "Wait before you try another PIN.");
    }

    /// 133016: registered or deregistered too often in 72 hours.
    public static GraphError tooManyRegistrations() {
        return badRequest(
                133016,
                "(#133016) Account registration/deregistration rate limit exceeded",
                "The phone number was registered or deregistered too often. Try again in 72 hours.");
    }

    /// 131021: the business writes to itself.
    public static GraphError toItself() {
        return badRequest(
                131021, "(#131021) Recipient cannot be sender", "Recipient phone number cannot be sender's number.");
    }

    /// 131020: there is no such group, or it is no group.
    public static GraphError noSuchGroup() {
        return badRequest(131020, "(#131020) Invalid group", "There is no group of this business number with this id.");
    }

    /// 130403: the business has blocked the customer.
    public static GraphError blocked() {
        return badRequest(130403, "(#130403) User is blocked", "The business has blocked this user.");
    }

    /// 2593107: what the phone has was asked for before.
    public static GraphError askedAlready() {
        return badRequest(
                2593107, "(#2593107) Sync already requested", "The data of this phone number was requested before.");
    }

    /// 131056: too many messages to one customer.
    public static GraphError pairRateLimit() {
        return badRequest(
                131056,
                "(#131056) (Business Account, Consumer Account) pair rate limit hit",
                "Message failed to send because there were too many messages sent from this phone number to the"
                        + " same phone number in a short period of time.");
    }

    /// 130429: too many messages through one number.
    public static GraphError throughputLimit() {
        return badRequest(
                130429,
                "(#130429) Rate limit hit",
                "Message failed to send because there were too many messages sent from this phone number in a"
                        + " short period of time.");
    }

    /// 80008: the account's templates and settings were called too often.
    public static GraphError tooManyCallsOfAccount() {
        return badRequest(
                80008,
                "(#80008) There have been too many calls to this WhatsApp Business account. Wait a bit and try again.",
                null);
    }

    /// 429 with code 4: too many calls.
    public static GraphError tooManyRequests() {
        return new GraphError(429, 4, null, OAUTH, "(#4) Application request limit reached", null, true);
    }

    /// 500 with code 2: the platform has a problem.
    public static GraphError serverError() {
        return new GraphError(
                500, 2, null, OAUTH, "An unexpected error has occurred. Please retry your request later.", null, true);
    }

    /// @param traceId `fbtrace_id`
    /// @return the body of the answer
    public Map<String, Object> body(String traceId) {
        var error = new LinkedHashMap<String, Object>();
        error.put("message", message);
        error.put("type", type);
        error.put("code", code);
        if (details != null) {
            var data = new LinkedHashMap<String, Object>();
            data.put("messaging_product", "whatsapp");
            data.put("details", details);
            error.put("error_data", data);
        }
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        if (userTitle != null) {
            error.put("error_user_title", userTitle);
            error.put("error_user_msg", userMessage);
        }
        if (isTransient) {
            error.put("is_transient", true);
        }
        error.put("fbtrace_id", traceId);
        return Map.of("error", error);
    }

    private static GraphError forbidden(int code, String message, String details) {
        return new GraphError(403, code, null, OAUTH, message, details, false);
    }

    private static GraphError badRequest(int code, String message, @Nullable String details) {
        return new GraphError(400, code, null, OAUTH, message, details, false);
    }
}
