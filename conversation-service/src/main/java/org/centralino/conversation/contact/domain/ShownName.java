package org.centralino.conversation.contact.domain;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centralino.kit.phone.DisplayPhone;
import org.jspecify.annotations.Nullable;

/// What to call a customer, and how names that strangers chose are made harmless.
public final class ShownName {
    /// What breaks a line or turns the direction of what follows. What joins an emoji is none of it.
    private static final Pattern UNRULY =
            Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LONGEST = 200;
    private static final int LONGEST_ID = 12;
    private static final int COUNTRY = 3;
    private static final int END = 4;

    private ShownName() {}

    /// @return the first name that is there: ours for him, that of the phone's address book, his own,
    ///     his username, his number, the end of his id
    static String of(
            @Nullable String ownName,
            @Nullable String phoneBookName,
            @Nullable String profileName,
            @Nullable String username,
            @Nullable String phone,
            @Nullable String bsuid) {
        return Stream.of(
                        named(ownName, Function.identity()),
                        named(phoneBookName, Function.identity()),
                        named(profileName, Function.identity()),
                        named(username, Function.identity()),
                        named(phone, DisplayPhone::of),
                        named(bsuid, ShownName::shortened))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("?");
    }

    /// Whoever shows it says in his reader's language that an end of an id is that of a group.
    ///
    /// @return our name for a group, its subject, or the end of its id
    static String ofGroup(@Nullable String ownName, @Nullable String subject, String groupId) {
        return Stream.of(named(ownName, Function.identity()), named(subject, Function.identity()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> "…" + groupId.substring(Math.max(0, groupId.length() - END)));
    }

    /// @return the name on one line, in one direction; null when nothing is left of it
    public static @Nullable String tidy(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var line = SPACES.matcher(UNRULY.matcher(name).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (line.length() > LONGEST) {
            var end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            return line.substring(0, end);
        }
        return line.isEmpty() ? null : line;
    }

    private static Optional<String> named(@Nullable String name, Function<String, String> shown) {
        return Optional.ofNullable(name).filter(it -> !it.isBlank()).map(shown);
    }

    private static String shortened(String bsuid) {
        return bsuid.length() <= LONGEST_ID
                ? bsuid
                : bsuid.substring(0, COUNTRY) + "…" + bsuid.substring(bsuid.length() - END);
    }
}
