package org.centralino.simulator.customer.domain;

import java.util.Objects;
import java.util.Optional;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// What is to change about how a customer is known. What is left out stays as it is.
///
/// @param phone the number to which the customer moves, and with it to another BSUID
/// @param otherId whether the customer gets another BSUID
/// @param hidesNumber whether webhooks name the customer without a number
/// @param username the username that the customer adopts
/// @param told whether the platform tells it at once, in a system message
public record NewIdentity(
        @Nullable String phone,
        @Nullable Boolean otherId,
        @Nullable Boolean hidesNumber,
        @Nullable String username,
        @Nullable Boolean told) {

    /// @return what is wrong, in words for the person who asked for it
    public Optional<String> objection() {
        return phone != null && PhoneNumber.digits(phone).isEmpty()
                ? Optional.of("A phone number has its country's prefix and 6 to 15 digits: +39 347 555 0198.")
                : Optional.empty();
    }

    /// @return the customer as he is known then; only if there is no objection
    public Customer of(Customer before) {
        var moved = phone == null
                ? before
                : before.movedTo(PhoneNumber.digits(phone).orElseThrow());
        var renewed = Boolean.TRUE.equals(otherId) ? moved.withAnotherId() : moved;
        var shown = hidesNumber == null ? renewed : hidesNumber ? renewed.hidingNumber() : renewed.showingNumber();
        return username == null ? shown : shown.called(username);
    }

    /// @return whether there is something to tell about it: a username or a hidden number is told by
    ///     messages
    public boolean isTold() {
        return Objects.requireNonNullElse(told, true) && (phone != null || Boolean.TRUE.equals(otherId));
    }
}
