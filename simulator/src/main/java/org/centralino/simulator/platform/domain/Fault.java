package org.centralino.simulator.platform.domain;

import java.util.Arrays;
import java.util.Optional;

/// Trouble that can be switched on.
public enum Fault {
    /// Every webhook is delivered twice.
    DUPLICATE_WEBHOOKS("duplicateWebhooks"),
    /// Webhooks overtake each other.
    OUT_OF_ORDER("outOfOrder"),
    /// Several messages and statuses travel in one POST.
    BATCHES("batches"),
    /// Graph refuses each send for good: 400, code 131009.
    REFUSED("refused"),
    /// Graph answers 429 to one send in five, and does not accept it.
    TOO_MANY_REQUESTS("tooManyRequests"),
    /// Graph answers 500 to one send in five, and does not accept it.
    SERVER_ERRORS("serverErrors"),
    /// Graph accepts each send, and answers later than any client waits.
    TIMEOUT_AFTER_ACCEPTANCE("timeoutAfterAcceptance"),
    /// Graph accepts each send, and drops the connection instead of answering.
    RESET_AFTER_ACCEPTANCE("resetAfterAcceptance"),
    /// Webhooks are signed with a secret that nobody knows.
    WRONG_SIGNATURE("wrongSignature"),
    /// Graph accepts sends and files, and keeps the answers until this is switched off.
    HOLD_ANSWERS("holdAnswers"),
    /// The access token has expired: 401, code 190, subcode 463. Ends when another one is made.
    TOKEN_EXPIRED("tokenExpired"),
    /// One message to a customer in six seconds, bursts up to 45: else 131056.
    PAIR_RATE_LIMIT("pairRateLimit"),
    /// As many messages in any second to and from a number as its throughput says, such as 80: else 130429.
    THROUGHPUT_LIMIT("throughputLimit"),
    /// Numbers are used in the phone's app as well, and say so: 20 messages a second.
    ALSO_ON_PHONE("alsoOnPhone"),
    /// Customers have had enough advertising today, of whatever business: it fails with 131049.
    MARKETING_CAP("marketingCap");

    private final String key;

    Fault(String key) {
        this.key = key;
    }

    /// @return its name in the control API
    public String key() {
        return key;
    }

    /// @return the fault with this name in the control API
    public static Optional<Fault> withKey(String key) {
        return Arrays.stream(values()).filter(fault -> fault.key.equals(key)).findFirst();
    }
}
