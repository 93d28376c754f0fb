package org.centralino.conversation.contact;

import org.centralino.conversation.contact.domain.PhoneSpelling;
import org.jspecify.annotations.Nullable;

/// How a customer is looked for: by part of any of his names, of the username, or of the number in
/// any spelling.
public final class SoughtContacts {
    /// Fewer digits are part of too many numbers.
    private static final int FEWEST_DIGITS = 4;

    private static final String PERSONS = """
            select coalesce(m.merged_into, m.id) from contact m
            where contact_sought(%1$s) <> '' and m.sought like '%%' || contact_sought(%1$s) || '%%'
              or %2$s::text is not null and exists (select from contact_identity i
                where i.contact_id = m.id and i.kind = 'wa_id' and i.value like '%%' || %2$s || '%%')""";

    private SoughtContacts() {}

    /// @param text the parameter of the statement that is looked for, such as `$2`
    /// @param digits the parameter that is the [#digits] of it
    /// @return a question for the ids of the persons who are found, also by a contact that was
    ///     merged into them
    public static String persons(String text, String digits) {
        return PERSONS.formatted(text, digits);
    }

    /// @return what may be part of a number, in the spelling by which it is recognised
    public static @Nullable String digits(@Nullable String sought) {
        if (sought == null || !sought.matches("[+\\d ()./-]+")) {
            return null;
        }
        var digits = sought.replaceAll("\\D", "");
        return digits.length() < FEWEST_DIGITS ? null : PhoneSpelling.canonical(digits);
    }
}
