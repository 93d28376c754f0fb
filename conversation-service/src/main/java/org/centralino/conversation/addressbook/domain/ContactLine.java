package org.centralino.conversation.addressbook.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.centralino.conversation.contact.domain.ShownName;
import org.jspecify.annotations.Nullable;

/// A contact as a line of a file says him.
///
/// @param number of the line among those with contacts, from 1
/// @param waId digits of the phone number
/// @param ownName what the team calls him; null leaves it as it is
/// @param attributes what is noted about him; an empty one is taken away, others stay
public record ContactLine(
        int number,
        @Nullable String waId,
        @Nullable String bsuid,
        @Nullable String ownName,
        Map<String, String> attributes) {
    /// The columns that are not attributes. `id`, `profile_name` and `username` are told by WhatsApp or
    /// made here: they
    /// are written, and not read.
    public static final List<String> COLUMNS = List.of("id", "own_name", "profile_name", "username", "phone", "bsuid");

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
        return attributes.entrySet().stream()
                        .anyMatch(it -> it.getKey().length() > LONGEST_NAME
                                || it.getValue().length() > LONGEST_ATTRIBUTE)
                ? Optional.of(Objection.TOO_LONG)
                : Optional.empty();
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
        for (var i = 0; i < columns.size(); i++) {
            var value = i < cells.size() ? cells.get(i) : "";
            var column = columns.get(i);
            if (COLUMNS.contains(column)) {
                known.put(column, value);
            } else if (!column.isEmpty()) {
                attributes.put(column, value);
            }
        }
        var phone = known.getOrDefault("phone", "");
        var bsuid = known.getOrDefault("bsuid", "");
        return new ContactLine(
                number,
                phone.isEmpty() ? null : phone.replaceAll("[\\s()./+-]", ""),
                bsuid.isEmpty() ? null : bsuid,
                ShownName.tidy(known.get("own_name")),
                attributes);
    }
}
