package org.centralino.simulator.platform.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Phone numbers as people write them and as the platform wants them. No national rules beyond the prefix.
public final class PhoneNumber {
    private static final Pattern DIGITS = Pattern.compile("\\d{6,15}");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().\\-/+]");
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("1", "US"),
            Map.entry("31", "NL"),
            Map.entry("33", "FR"),
            Map.entry("34", "ES"),
            Map.entry("39", "IT"),
            Map.entry("41", "CH"),
            Map.entry("43", "AT"),
            Map.entry("44", "GB"),
            Map.entry("48", "PL"),
            Map.entry("49", "DE"),
            Map.entry("55", "BR"),
            Map.entry("90", "TR"),
            Map.entry("91", "IN"));
    private static final String UNKNOWN_COUNTRY = "IT";
    private static final List<Integer> PREFIX_LENGTHS = List.of(2, 1);

    private PhoneNumber() {}

    /// @return the digits of what somebody wrote, or nothing if that is no phone number
    public static Optional<String> digits(String written) {
        var digits = PUNCTUATION.matcher(written).replaceAll("");
        return DIGITS.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    /// @return the number for people: `+39 347 555 0198`
    public static String display(String digits) {
        var prefix = prefix(digits).orElse(digits.substring(0, 2));
        var rest = digits.substring(prefix.length());
        var text = new StringBuilder("+").append(prefix);
        while (!rest.isEmpty()) {
            var size = rest.length() <= 4 ? rest.length() : 3;
            text.append(' ').append(rest, 0, size);
            rest = rest.substring(size);
        }
        return text.toString();
    }

    /// @param digits null when nobody knows the number
    /// @return the ISO code of the number's country, as BSUIDs begin with it
    static String country(@Nullable String digits) {
        return Optional.ofNullable(digits)
                .flatMap(PhoneNumber::prefix)
                .map(COUNTRIES::get)
                .orElse(UNKNOWN_COUNTRY);
    }

    private static Optional<String> prefix(String digits) {
        return PREFIX_LENGTHS.stream()
                .map(length -> digits.substring(0, length))
                .filter(COUNTRIES::containsKey)
                .findFirst();
    }
}
