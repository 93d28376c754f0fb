package org.centralino.simulator.graph.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is asked of a business profile, as the platform judges it (fact sheet, section 11.3).
public final class ProfileChange {
    private static final Map<String, Integer> LONGEST =
            Map.of("about", 139, "address", 256, "description", 256, "email", 128);
    private static final int LONGEST_WEBSITE = 256;
    private static final int MOST_WEBSITES = 2;
    private static final Set<String> VERTICALS = Set.of(
            "OTHER",
            "AUTO",
            "BEAUTY",
            "APPAREL",
            "EDU",
            "ENTERTAIN",
            "EVENT_PLAN",
            "FINANCE",
            "GROCERY",
            "GOVT",
            "HOTEL",
            "HEALTH",
            "NONPROFIT",
            "PROF_SERVICES",
            "RETAIL",
            "TRAVEL",
            "RESTAURANT",
            "ALCOHOL",
            "ONLINE_GAMBLING",
            "PHYSICAL_GAMBLING",
            "OTC_DRUGS");

    private static final String PICTURE = "profile_picture_handle";
    /// Handles say of which type the file is.
    private static final String OF_A_PICTURE = "4::aW1hZ2Uv";

    private ProfileChange() {}

    /// @return the fields that the platform knows
    public static Map<String, Object> known(Map<String, ?> asked) {
        var known = new LinkedHashMap<String, Object>();
        asked.forEach((field, value) -> {
            if (LONGEST.containsKey(field) || field.equals("vertical") || field.equals("websites")) {
                known.put(field, value);
            } else if (field.equals(PICTURE)) {
                known.put("profile_picture_url", "https://pps.whatsapp.example/v/" + Math.abs(value.hashCode()));
            }
        });
        return known;
    }

    /// @return why it is refused; nothing when it is not
    public static Optional<GraphError> objection(Map<String, ?> asked) {
        if (!"whatsapp".equals(asked.get("messaging_product"))) {
            return Optional.of(GraphError.missing("messaging_product"));
        }
        for (var field : LONGEST.entrySet()) {
            if (asked.get(field.getKey()) instanceof String words && length(words) > field.getValue()) {
                return Optional.of(GraphError.invalid(
                        "Param %s must be at most %d characters long.".formatted(field.getKey(), field.getValue())));
            }
        }
        if (asked.get(PICTURE) instanceof String handle && !handle.startsWith(OF_A_PICTURE)) {
            return Optional.of(GraphError.invalid("Param profile_picture_handle is no handle of a picture."));
        }
        if ("".equals(asked.get("about"))) {
            return Optional.of(GraphError.invalid("Param about must not be empty."));
        }
        if (asked.get("vertical") instanceof String vertical && !VERTICALS.contains(vertical)) {
            return Optional.of(GraphError.invalid("Param vertical must be one of the known verticals."));
        }
        return asked.get("websites") instanceof List<?> websites
                        && (websites.size() > MOST_WEBSITES
                                || websites.stream().anyMatch(website -> !isWebsite(String.valueOf(website))))
                ? Optional.of(GraphError.invalid("Param websites must have at most 2 valid URLs."))
                : Optional.empty();
    }

    private static boolean isWebsite(String website) {
        return website.matches("https?://\\S+") && length(website) <= LONGEST_WEBSITE;
    }

    private static int length(String words) {
        return words.codePointCount(0, words.length());
    }
}
