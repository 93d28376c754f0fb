package org.centralino.kit.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/// Phone numbers as people write them, in their country's groups: `+39 347 123 4567`.
public final class DisplayPhone {
    private DisplayPhone() {}

    /// WhatsApp's ids are not always valid numbers (Mexico's old ones, for example), so nothing is refused.
    ///
    /// @param phone digits with the calling code, with or without a leading +
    /// @return the number in groups; as it was given when it is none
    public static String of(String phone) {
        var international = phone.startsWith("+") ? phone : "+" + phone;
        try {
            var numbers = PhoneNumberUtil.getInstance();
            return numbers.format(numbers.parse(international, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException unknown) {
            return phone;
        }
    }
}
