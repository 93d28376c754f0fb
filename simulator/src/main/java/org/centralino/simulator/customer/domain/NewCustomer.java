package org.centralino.simulator.customer.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// Somebody who wants to be a customer: a name and a number, a username, or both.
public record NewCustomer(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String username) {
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._]{3,35}");
    private static final int LONGEST_NAME = 80;

    /// What may be wrong with it.
    public enum Objection {
        NAME_MISSING("name", "A customer needs a name."),
        NAME_TOO_LONG("name", "A name has at most %d characters.".formatted(LONGEST_NAME)),
        ADDRESS_MISSING("phone", "A customer needs a phone number, or a username instead of it."),
        PHONE_INVALID("phone", "A phone number has its country's prefix and 6 to 15 digits: +39 347 555 0198."),
        USERNAME_INVALID("username", "A username has 3 to 35 letters, digits, dots and underscores.");

        private final String field;
        private final String message;

        Objection(String field, String message) {
            this.field = field;
            this.message = message;
        }

        /// @return the field that is wrong
        public String field() {
            return field;
        }

        /// @return what is wrong, in words for the person who filled in the form
        public String message() {
            return message;
        }
    }

    /// @return what is wrong, if anything is
    public Optional<Objection> objection() {
        var wantedName = given(name);
        if (wantedName.isEmpty()) {
            return Optional.of(Objection.NAME_MISSING);
        }
        if (wantedName.get().length() > LONGEST_NAME) {
            return Optional.of(Objection.NAME_TOO_LONG);
        }
        if (given(phone).isEmpty() && given(username).isEmpty()) {
            return Optional.of(Objection.ADDRESS_MISSING);
        }
        if (given(phone).isPresent() && digits().isEmpty()) {
            return Optional.of(Objection.PHONE_INVALID);
        }
        return plainUsername()
                .filter(plain -> !USERNAME.matcher(plain).matches())
                .map(_ -> Objection.USERNAME_INVALID);
    }

    /// @return the customer; only if there is no objection
    public Customer customer() {
        return Customer.of(
                given(name).orElseThrow(),
                digits().orElse(null),
                plainUsername().orElse(null),
                Customer.Kind.ADDED);
    }

    private Optional<String> digits() {
        return given(phone).flatMap(PhoneNumber::digits);
    }

    private Optional<String> plainUsername() {
        return given(username).map(written -> written.startsWith("@") ? written.substring(1) : written);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(words -> !words.isEmpty());
    }
}
