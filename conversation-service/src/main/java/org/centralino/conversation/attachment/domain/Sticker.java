package org.centralino.conversation.attachment.domain;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A WebP picture that WhatsApp takes for a sticker: of 512 by 512 pixels, as its head says.
///
/// @param animated whether it moves
record Sticker(boolean animated) {
    private static final int SIDE = 512;
    private static final long MOST_BYTES_STILL = 100 * AttachmentKind.Size.KILOBYTE;

    private static final int CHUNK = 12;
    private static final int SHORTEST = 30;
    /// Width and height of a lossy picture have 14 bits each.
    private static final int LOSSY_BITS = 0x3fff;

    private static final int ANIMATION = 0x02;

    long mostBytes() {
        return animated ? AttachmentKind.STICKER.mostBytes() : MOST_BYTES_STILL;
    }

    /// @return nothing when it is no such picture
    static Optional<Sticker> read(byte[] head) {
        if (head.length < SHORTEST
                || !text(head, 0, 4).equals("RIFF")
                || !text(head, 8, CHUNK).equals("WEBP")) {
            return Optional.empty();
        }
        return switch (text(head, CHUNK, CHUNK + 4)) {
            case "VP8X" -> of(1 + number(head, 24, 3), 1 + number(head, 27, 3), (head[20] & ANIMATION) != 0);
            case "VP8 " -> of(number(head, 26, 2) & LOSSY_BITS, number(head, 28, 2) & LOSSY_BITS, false);
            case "VP8L" -> {
                var bits = number(head, 21, 4);
                yield of(1 + (bits & LOSSY_BITS), 1 + (bits >> 14 & LOSSY_BITS), false);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Sticker> of(int width, int height, boolean animated) {
        return width == SIDE && height == SIDE ? Optional.of(new Sticker(animated)) : Optional.empty();
    }

    private static String text(byte[] head, int from, int to) {
        return new String(head, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static int number(byte[] head, int from, int bytes) {
        var number = 0;
        for (var at = bytes - 1; at >= 0; at--) {
            number = number << 8 | head[from + at] & 0xff;
        }
        return number;
    }
}
