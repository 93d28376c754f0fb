package org.centralino.kit.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/// Phone numbers as people type them, with the code of their country: `+39 347 123 4567`, `0039/347-1234567`.
public final class TypedPhone {
    private TypedPhone() {}

    /// @param typed with the country's code behind `+` or `00`
    /// @return the number's digits with the country's code and without `+`; empty when it can be no number
    public static Optional<String> digits(String typed) {
        var international = typed.strip().replaceFirst("^00", "+");
        if (!international.startsWith("+")) {
            return Optional.empty();
        }
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var number = numbers.parse(international, null);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164).substring(1))
                    : Optional.empty();
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }
}
