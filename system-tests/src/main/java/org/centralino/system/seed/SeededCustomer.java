package org.centralino.system.seed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who wrote to the company. The simulator knows the same person by the same phone number.
///
/// @param waId the phone number's digits
/// @param bsuid the business-scoped user id
/// @param username null when none was adopted
record SeededCustomer(
        UUID id,
        String name,
        String waId,
        String bsuid,
        @Nullable String username) {
    private static final int FIRST_BLOCK = 350;
    private static final int NUMBERS_IN_A_BLOCK = 10_000_000;
    /// Shares no factor with the size of a block, so every number of it comes once.
    private static final long STRIDE = 7_654_321;

    private static final double WITH_USERNAME = 0.1;

    static SeededCustomer of(int seed, int number, SplittableRandom random) {
        var name = Words.name(random);
        var waId = "39%d%07d".formatted(FIRST_BLOCK + seed, number * STRIDE % NUMBERS_IN_A_BLOCK);
        var username = random.nextDouble() < WITH_USERNAME
                ? name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + "." + seed + "." + number
                : null;
        return new SeededCustomer(Ids.random(random), name, waId, bsuid(waId), username);
    }

    String phone() {
        return "+" + waId;
    }

    /// As the simulator makes it from a number.
    private static String bsuid(String waId) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(waId.getBytes(StandardCharsets.UTF_8));
            var number = Long.parseUnsignedLong(HexFormat.of().formatHex(hash, 0, 7), 16);
            return "IT.%016d".formatted(number % 10_000_000_000_000_000L);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
