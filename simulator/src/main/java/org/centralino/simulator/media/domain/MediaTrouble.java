package org.centralino.simulator.media.domain;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What goes wrong with one file.
///
/// @param unavailable so many downloads are answered with 503 before the file is given
/// @param wrongHash whether the platform tells another SHA-256 than that of the bytes
/// @param size in bytes, as the platform tells it; null for the true one
/// @param address where the platform says that the file is; null for its own second host
/// @param redirect where downloads are sent on to; null for nowhere
public record MediaTrouble(
        int unavailable,
        boolean wrongHash,
        @Nullable Long size,
        @Nullable String address,
        @Nullable String redirect) {
    public static final MediaTrouble NONE = new MediaTrouble(0, false, null, null, null);

    private static final Set<String> NAMES = Set.of("unavailable", "wrongHash", "size", "address", "redirect");

    /// @param said as it stands in a message; null for none
    public static MediaTrouble of(@Nullable Object said) {
        return said instanceof Map<?, ?> trouble
                ? new MediaTrouble(
                        trouble.get("unavailable") instanceof Number times ? times.intValue() : 0,
                        Boolean.TRUE.equals(trouble.get("wrongHash")),
                        trouble.get("size") instanceof Number bytes ? bytes.longValue() : null,
                        trouble.get("address") instanceof String address ? address : null,
                        trouble.get("redirect") instanceof String address ? address : null)
                : NONE;
    }

    /// @param said as it stands in a message; null for none
    /// @return whether all of it can be played
    public static boolean isKnown(@Nullable Object said) {
        return said == null || said instanceof Map<?, ?> trouble && NAMES.containsAll(trouble.keySet());
    }
}
