package org.centralino.outbound.media.domain;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The SHA-256 of a file.
public final class Fingerprint {
    private static final int BYTES = 32;
    private static final int HEX_DIGITS = 2 * BYTES;

    private Fingerprint() {}

    /// @param expected as the platform wrote it: in base64, also that of addresses, or in hex
    /// @param actual what the bytes come to
    /// @return whether both are the same; what is no fingerprint at all matches nothing
    public static boolean matches(String expected, byte[] actual) {
        return Arrays.equals(bytesOf(expected.strip()), actual);
    }

    private static byte[] bytesOf(String text) {
        try {
            return text.length() == HEX_DIGITS
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException neither) {
            return new byte[0];
        }
    }
}
