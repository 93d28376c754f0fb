package org.centralino.system.seed;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.UUID;

/// Ids like those of the product and of the platform, the same in every run.
final class Ids {
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
    /// Real ones are as long as that.
    private static final int WAMID_BYTES = 40;

    private Ids() {}

    static UUID random(SplittableRandom random) {
        var high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        var low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    static String wamid(UUID conversation, int sequence) {
        var bytes = ByteBuffer.allocate(WAMID_BYTES)
                .putLong(conversation.getMostSignificantBits())
                .putLong(conversation.getLeastSignificantBits())
                .putInt(sequence);
        return "wamid." + BASE64.encodeToString(bytes.array());
    }
}
