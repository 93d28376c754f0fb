package org.centralino.conversation.contact.domain;

import java.util.List;
import java.util.regex.Pattern;

/// Numbers that WhatsApp and people spell in two ways, though they are one (fact sheet, section 7.5). To recognise
/// somebody, one spelling is enough; he is answered by the one that WhatsApp wrote.
///
/// No phone-number library knows these: they are WhatsApp's spellings, and some of them are no valid numbers.
public final class PhoneSpelling {
    private static final List<Spelling> OTHER_SPELLINGS = List.of(
            // Brazil's mobile numbers got a ninth digit. They begin with 6 to 9, landlines with 2 to 5.
            new Spelling(Pattern.compile("55(\\d{2})([6-9]\\d{7})"), "55$19$2"),
            // Mexico's mobile numbers once had a 1 before them.
            new Spelling(Pattern.compile("521(\\d{10})"), "52$1"),
            // Argentina's mobile numbers have a 9 before them when they are called from abroad.
            new Spelling(Pattern.compile("549(\\d{10})"), "54$1"));

    private record Spelling(Pattern pattern, String canonical) {}

    private PhoneSpelling() {}

    /// @param digits with the calling code
    /// @return the spelling by which the number is recognised; the same when there is no other
    public static String canonical(String digits) {
        for (var spelling : OTHER_SPELLINGS) {
            var other = spelling.pattern().matcher(digits);
            if (other.matches()) {
                return other.replaceFirst(spelling.canonical());
            }
        }
        return digits;
    }
}
