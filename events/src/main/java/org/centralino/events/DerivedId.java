package org.centralino.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ids of what somebody else names: who meets the same names again makes the same id, so that a second coming
/// meets itself.
public final class DerivedId {
    private DerivedId() {}

    /// @param names what tells the thing apart from all others, its kind first; null is a name like any other
    /// @return a UUID of version 8, made from their hash by a rule of our own (RFC 9562, section 5.8)
    public static UUID of(@Nullable String... names) {
        try {
            var name = String.join("|", names).getBytes(StandardCharsets.UTF_8);
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name));
            var high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
            var low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
