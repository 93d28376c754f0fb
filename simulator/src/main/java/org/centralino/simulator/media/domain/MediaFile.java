package org.centralino.simulator.media.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// A file that the platform has.
///
/// @param id of it
/// @param mimeType as whoever sent it said
/// @param sha256 of its bytes, in base64
/// @param size in bytes
/// @param keptUntil after that the platform knows it no more: seven days when a customer sent it,
///     thirty when the business uploaded it
/// @param trouble what goes wrong with it
public record MediaFile(String id, String mimeType, String sha256, long size, Instant keptUntil, MediaTrouble trouble) {
    /// For how long an address of a file is good.
    public static final Duration ADDRESS_GOOD_FOR = Duration.ofMinutes(5);

    private static final Duration FROM_CUSTOMER = Duration.ofDays(7);
    private static final Duration UPLOADED = Duration.ofDays(30);

    public static MediaFile fromCustomer(String id, String mimeType, byte[] bytes, Instant now, MediaTrouble trouble) {
        return new MediaFile(id, mimeType, sha256(bytes), bytes.length, now.plus(FROM_CUSTOMER), trouble);
    }

    /// @param sha256 of its bytes
    public static MediaFile uploaded(String id, String mimeType, byte[] sha256, long size, Instant now) {
        return new MediaFile(
                id, mimeType, Base64.getEncoder().encodeToString(sha256), size, now.plus(UPLOADED), MediaTrouble.NONE);
    }

    /// @return what the platform tells, which is not the truth in trouble
    public String toldHash() {
        return trouble.wrongHash() ? sha256(new byte[0]) : sha256;
    }

    /// @return what the platform tells, which is not the truth in trouble
    public long toldSize() {
        return trouble.size() == null ? size : trouble.size();
    }

    private static String sha256(byte[] bytes) {
        return Base64.getEncoder().encodeToString(hashing().digest(bytes));
    }

    /// @return what hashes the bytes of a file
    public static MessageDigest hashing() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
