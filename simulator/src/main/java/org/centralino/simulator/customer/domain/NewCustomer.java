package org.centralino.simulator.customer.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.PhoneNumber;

/// Somebody who wants to be a customer: a name and a number, a username, or both.
public record NewCustomer(String name, String phone, String username) {
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._]{3,35}");
    private static final int LONGEST_NAME = 80;

    /// @return what is wrong, in words for the person who filled in the form
    public Optional<String> objection() {
        if (isBlank(name)) {
            return Optional.of("A customer needs a name.");
        }
        if (name.strip().length() > LONGEST_NAME) {
            return Optional.of("A name has at most %d characters.".formatted(LONGEST_NAME));
        }
        if (isBlank(phone) && isBlank(username)) {
            return Optional.of("A customer needs a phone number, or a username instead of it.");
        }
        if (!isBlank(phone) && PhoneNumber.digits(phone).isEmpty()) {
            return Optional.of("A phone number has its country's prefix and 6 to 15 digits: +39 347 555 0198.");
        }
        if (!isBlank(username) && !USERNAME.matcher(plainUsername()).matches()) {
            return Optional.of("A username has 3 to 35 letters, digits, dots and underscores.");
        }
        return Optional.empty();
    }

    /// @return the customer; only if there is no objection
    public Customer customer() {
        var digits = isBlank(phone) ? null : PhoneNumber.digits(phone).orElseThrow();
        var user = isBlank(username) ? null : plainUsername();
        return Customer.of(name.strip(), digits, user, user, Customer.Kind.ADDED);
    }

    private String plainUsername() {
        var plain = username.strip();
        return plain.startsWith("@") ? plain.substring(1) : plain;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
