package org.centralino.simulator.customer.domain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A group that the business makes.
///
/// @param subject what it is called
/// @param members who is in it, by ids, BSUIDs or phone numbers
public record NewGroup(@Nullable String subject, @Nullable List<String> members) {
    /// The platform's groups are small (fact sheet, section 18).
    private static final int LARGEST = 8;

    private static final int LONGEST_SUBJECT = 128;

    /// @return what is wrong, if anything is
    public Optional<String> objection() {
        if (isNoSubject(subject)) {
            return Optional.of("A group has a subject of at most %d characters.".formatted(LONGEST_SUBJECT));
        }
        return members == null || members.isEmpty() || members.size() > LARGEST
                ? Optional.of("A group has 1 to %d members.".formatted(LARGEST))
                : Optional.empty();
    }

    /// @return whether no group can be called so
    public static boolean isNoSubject(@Nullable String subject) {
        return subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT;
    }

    /// @param business the number of the business, in digits
    /// @param unique what tells it from other groups
    /// @return an id that looks like the platform's
    public static String id(String business, long unique) {
        var plain = "capi_group:%s:%d".formatted(business, unique);
        return Base64.getEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
