package org.centralino.simulator.traffic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the live log: an attempt to deliver a webhook, or a Graph call.
///
/// @param id grows with each line
/// @param at the platform's time
/// @param direction `webhook` or `call`
/// @param kind `messages`, `statuses`, `raw`; for calls `messages`, `read`, `typing`, `number`
/// @param what the message's type or the status; null for raw ones
/// @param customer who is concerned; null when nobody knows
/// @param excerpt the beginning of the text; null when there is none
/// @param parts how many messages and statuses a webhook carries
/// @param status the HTTP status, 0 when there was no answer
/// @param attempt which attempt it is, from 1
/// @param note what was unusual: a fault's key, `copy`, `expired`; null normally
/// @param ledger the sequence of this call in the ledger of calls; null for webhooks
/// @param delivery the id of the webhook; null for calls
public record TrafficEntry(
        long id,
        Instant at,
        String direction,
        String kind,
        @Nullable String what,
        @Nullable String customer,
        @Nullable String excerpt,
        int parts,
        int status,
        double ms,
        int attempt,
        @Nullable String note,
        @Nullable Long ledger,
        @Nullable Long delivery) {
    /// A webhook, from the platform to the business.
    public static final String WEBHOOK = "webhook";
    /// A Graph call of the business.
    public static final String CALL = "call";

    private static final int EXCERPT = 60;

    /// @return the first words of a text, on one line
    public static String excerptOf(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= EXCERPT) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        return line.substring(0, end) + "…";
    }
}
