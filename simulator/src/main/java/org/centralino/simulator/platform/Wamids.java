package org.centralino.simulator.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Message ids that look like the platform's: opaque, unique, some 60 characters.
public final class Wamids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int UNIQUE_BYTES = 9;

    private Wamids() {}

    /// @param identity whom the message goes to or comes from
    public static String next(String identity) {
        var unique = new byte[UNIQUE_BYTES];
        RANDOM.nextBytes(unique);
        var bytes = new ByteArrayOutputStream();
        var user = identity.getBytes(StandardCharsets.US_ASCII);
        bytes.writeBytes(new byte[] {0x1c, 0x18, (byte) user.length});
        bytes.writeBytes(user);
        bytes.writeBytes(new byte[] {0x15, 0x02, 0x00, 0x11, 0x18, 2 * UNIQUE_BYTES});
        bytes.writeBytes(HexFormat.of().withUpperCase().formatHex(unique).getBytes(StandardCharsets.US_ASCII));
        bytes.write(0);
        return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
