package org.centralino.outbound.channel.domain;

/// A link to a chat with the number, which customers scan or tap (fact sheet, section 11.6).
///
/// @param code the platform's id of it
/// @param message what stands in the customer's field when the chat opens
/// @param link the short link, which the QR code holds
public record QrCode(String code, String message, String link) {
    /// The longest message, in characters.
    public static final int LONGEST_MESSAGE = 140;
}
