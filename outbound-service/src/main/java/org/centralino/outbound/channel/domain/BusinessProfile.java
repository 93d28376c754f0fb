package org.centralino.outbound.channel.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What customers see when they tap the business's name (fact sheet, section 11.3). A component that is
/// null is not known, or is to stay as it is; an empty one is none.
///
/// @param vertical the line of business, one of [#VERTICALS]
/// @param pictureUrl where its picture stands, on the platform's side; it is changed by bringing another
public record BusinessProfile(
        @Nullable String about,
        @Nullable String address,
        @Nullable String description,
        @Nullable String email,
        @Nullable List<String> websites,
        @Nullable String vertical,
        @Nullable String pictureUrl) {
    /// What the platform calls lines of business.
    public static final Set<String> VERTICALS = Set.of(
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

    private static final int LONGEST_ABOUT = 139;
    private static final int LONGEST_WORDS = 256;
    private static final int LONGEST_EMAIL = 128;
    private static final int MOST_WEBSITES = 2;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    public BusinessProfile {
        websites = websites == null ? null : List.copyOf(websites);
    }

    /// Something that the platform would refuse.
    ///
    /// @param field the component
    /// @param code the rule that it breaks, in kebab case, for programs
    /// @param limit what the rule allows, where that is a number
    /// @param message what is so, behind the field's name
    public record Flaw(String field, String code, @Nullable Integer limit, String message) {}

    /// @return what the platform would refuse; nothing when it is good
    public List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        if (about != null && about.isBlank()) {
            flaws.add(new Flaw("about", "empty", null, "must not be empty: WhatsApp wants some words"));
        }
        length("about", about, LONGEST_ABOUT, flaws);
        length("address", address, LONGEST_WORDS, flaws);
        length("description", description, LONGEST_WORDS, flaws);
        length("email", email, LONGEST_EMAIL, flaws);
        if (email != null && !email.isEmpty() && !EMAIL.matcher(email).matches()) {
            flaws.add(new Flaw("email", "malformed", null, "is no e-mail address"));
        }
        if (vertical != null && !VERTICALS.contains(vertical)) {
            flaws.add(new Flaw("vertical", "unknown", null, "is none of WhatsApp's lines of business"));
        }
        if (websites != null) {
            websites(websites, flaws);
        }
        return flaws;
    }

    private static void websites(List<String> websites, List<Flaw> flaws) {
        if (websites.size() > MOST_WEBSITES) {
            flaws.add(new Flaw("websites", "too-many", MOST_WEBSITES, "may be two at most"));
        }
        for (var place = 0; place < websites.size(); place++) {
            var website = websites.get(place);
            length("websites[%d]".formatted(place), website, LONGEST_WORDS, flaws);
            if (!isAddress(website)) {
                flaws.add(new Flaw(
                        "websites[%d]".formatted(place),
                        "malformed",
                        null,
                        "must be an address such as https://www.example.it"));
            }
        }
    }

    private static boolean isAddress(String website) {
        try {
            var address = new URI(website);
            return Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null;
        } catch (URISyntaxException strange) {
            return false;
        }
    }

    private static void length(String field, @Nullable String words, int most, List<Flaw> flaws) {
        if (words != null && words.codePointCount(0, words.length()) > most) {
            flaws.add(new Flaw(field, "too-long", most, "may have %d characters at most".formatted(most)));
        }
    }
}
