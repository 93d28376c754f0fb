package org.centralino.conversation.media.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Lets one operator's browser fetch the files of one conversation for a few minutes: a picture in
/// a page cannot send an access token. Whether he may still see the conversation is asked each
/// time.
///
/// @param operator whose browser it is
/// @param seesAll whether he sees every conversation
/// @param seesOwn whether he sees what he holds and what nobody holds
/// @param conversation whose files these are
/// @param expiresAt until when it is good
public record MediaTicket(UUID operator, boolean seesAll, boolean seesOwn, UUID conversation, Instant expiresAt) {
    /// At least for this long a new one is good.
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    /// All that are made within so long are equal, so that a browser finds a picture where it has
    /// kept it.
    private static final Duration SLICE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BODY_BYTES = 2 * Long.BYTES + 1 + 2 * Long.BYTES + Long.BYTES;
    private static final int SEES_ALL = 1;
    private static final int SEES_OWN = 2;

    /// @param now the time of asking
    public static MediaTicket of(UUID operator, boolean seesAll, boolean seesOwn, UUID conversation, Instant now) {
        var slice = Math.ceilDiv(now.plus(GOOD_FOR).getEpochSecond(), SLICE.toSeconds());
        return new MediaTicket(
                operator, seesAll, seesOwn, conversation, Instant.ofEpochSecond(slice * SLICE.toSeconds()));
    }

    /// @param secret that all replicas share
    /// @return the ticket, for the query of an address
    public String signed(String secret) {
        var body = ByteBuffer.allocate(BODY_BYTES)
                .putLong(operator.getMostSignificantBits())
                .putLong(operator.getLeastSignificantBits())
                .put((byte) ((seesAll ? SEES_ALL : 0) | (seesOwn ? SEES_OWN : 0)))
                .putLong(conversation.getMostSignificantBits())
                .putLong(conversation.getLeastSignificantBits())
                .putLong(expiresAt.getEpochSecond())
                .array();
        var seal = sealOf(body, secret);
        var all = ByteBuffer.allocate(BODY_BYTES + seal.length).put(body).put(seal);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
    }

    /// @param text what came with an address
    /// @param secret that all replicas share
    /// @param now the time of asking
    /// @return the ticket; nothing when we did not sign it, or it is good no longer
    public static Optional<MediaTicket> read(String text, String secret, Instant now) {
        var bytes = bytesOf(text);
        if (bytes.length <= BODY_BYTES) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        var body = new byte[BODY_BYTES];
        var seal = new byte[bytes.length - BODY_BYTES];
        buffer.get(body).get(seal);
        if (!MessageDigest.isEqual(seal, sealOf(body, secret))) {
            return Optional.empty();
        }
        return Optional.of(ofBody(ByteBuffer.wrap(body))).filter(ticket -> ticket.expiresAt.isAfter(now));
    }

    private static MediaTicket ofBody(ByteBuffer body) {
        var operator = new UUID(body.getLong(), body.getLong());
        var sees = body.get();
        var conversation = new UUID(body.getLong(), body.getLong());
        return new MediaTicket(
                operator,
                (sees & SEES_ALL) != 0,
                (sees & SEES_OWN) != 0,
                conversation,
                Instant.ofEpochSecond(body.getLong()));
    }

    private static byte[] bytesOf(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }

    private static byte[] sealOf(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", impossible);
        }
    }
}
