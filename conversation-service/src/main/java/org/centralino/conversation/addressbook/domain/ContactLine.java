package org.centralino.conversation.addressbook.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.centralino.conversation.contact.domain.ShownName;
import org.jspecify.annotations.Nullable;

/// A contact as a line of a file says him.
///
/// @param number of the line among those with contacts, from 1
/// @param waId digits of the phone number
/// @param ownName what the team calls him; null leaves it as it is
/// @param consent whether he agreed to advertising, as the file writes it; null when it does not say
/// @param attributes what is noted about him; an empty one is taken away, others stay
public record ContactLine(
        int number,
        @Nullable String waId,
        @Nullable String bsuid,
        @Nullable String ownName,
        @Nullable String consent,
        Map<String, String> attributes) {
    /// The column that says whether somebody agreed to advertising.
    public static final String CONSENT = "marketing_consent";

    /// The columns that are not attributes. `id`, `profile_name` and `username` are told by WhatsApp or
    /// made here: they
    /// are written, and not read.
    public static final List<String> COLUMNS =
            List.of("id", "own_name", "profile_name", "username", "phone", "bsuid", CONSENT);

    /// How files that were not written here may call it, in small letters.
    private static final Set<String> CONSENT_TOO =
            Set.of("marketing consent", "consenso marketing", "consenso_marketing");

    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "sì", "si'", "si", "s", "vero");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "falso");

    private static final Pattern PHONE = Pattern.compile("\\d{6,15}");
    private static final Pattern BSUID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]{1,128}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ATTRIBUTE = 500;

    /// Why a line is not taken.
    public enum Objection {
        /// Neither a phone number nor a BSUID says who it is.
        NO_KEY,
        /// What stands in the column of the phone number is none.
        NOT_A_PHONE,
        /// What stands in the column of the BSUID is none.
        NOT_A_BSUID,
        /// What stands in the column of the consent is neither yes nor no.
        NOT_A_CONSENT,
        /// An attribute's name or value is too long.
        TOO_LONG
    }

    /// @return the lines below the one that names the columns
    public static List<ContactLine> read(String text) {
        var lines = CsvText.read(text);
        var contacts = new ArrayList<ContactLine>();
        for (var i = 1; i < lines.size(); i++) {
            contacts.add(of(i, lines.getFirst(), lines.get(i)));
        }
        return contacts;
    }

    /// @return what is wrong with it, if anything is
    public Optional<Objection> objection() {
        if (waId == null && bsuid == null) {
            return Optional.of(Objection.NO_KEY);
        }
        if (waId != null && !PHONE.matcher(waId).matches()) {
            return Optional.of(Objection.NOT_A_PHONE);
        }
        if (bsuid != null && !BSUID.matcher(bsuid).matches()) {
            return Optional.of(Objection.NOT_A_BSUID);
        }
        if (consent != null && agreed().isEmpty()) {
            return Optional.of(Objection.NOT_A_CONSENT);
        }
        return attributes.entrySet().stream()
                        .anyMatch(it -> it.getKey().length() > LONGEST_NAME
                                || it.getValue().length() > LONGEST_ATTRIBUTE)
                ? Optional.of(Objection.TOO_LONG)
                : Optional.empty();
    }

    /// @return whether he agreed to advertising; empty when the file does not say
    public Optional<Boolean> agreed() {
        return Optional.ofNullable(consent)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> YES.contains(word) || NO.contains(word))
                .map(YES::contains);
    }

    /// @return how a file says it
    public static String wordOf(boolean agreed) {
        return agreed ? "yes" : "no";
    }

    /// @return what is noted about him when it is added to this
    public Map<String, String> addedTo(Map<String, String> before) {
        var after = new TreeMap<>(before);
        after.putAll(attributes);
        after.values().removeIf(String::isEmpty);
        return after;
    }

    /// @return what the team calls him then
    public @Nullable String ownNameOver(@Nullable String before) {
        return ownName == null ? before : ownName;
    }

    /// @return whether it would change one who is called and described like this
    public boolean changes(@Nullable String ownNameNow, Map<String, String> attributesNow) {
        return !Objects.equals(ownNameOver(ownNameNow), ownNameNow)
                || !addedTo(attributesNow).equals(attributesNow);
    }

    private static ContactLine of(int number, List<String> columns, List<String> cells) {
        var attributes = new TreeMap<String, String>();
        var known = new TreeMap<String, String>();
        var isOurs = columns.contains(CONSENT);
        for (var i = 0; i < columns.size(); i++) {
            var value = i < cells.size() ? cells.get(i) : "";
            var column =
                    !isOurs && CONSENT_TOO.contains(columns.get(i).toLowerCase(Locale.ROOT)) ? CONSENT : columns.get(i);
            if (COLUMNS.contains(column)) {
                known.put(column, value);
            } else if (!column.isEmpty()) {
                attributes.put(column, value);
            }
        }
        var phone = known.getOrDefault("phone", "");
        var bsuid = known.getOrDefault("bsuid", "");
        var consent = known.getOrDefault(CONSENT, "");
        return new ContactLine(
                number,
                phone.isEmpty() ? null : phone.replaceAll("[\\s()./+-]", ""),
                bsuid.isEmpty() ? null : bsuid,
                ShownName.tidy(known.get("own_name")),
                consent.isEmpty() ? null : consent,
                attributes);
    }
}
