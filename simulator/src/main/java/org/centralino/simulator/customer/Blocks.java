package org.centralino.simulator.customer;

import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.problem.Problem;

/// Who does not hear whom.
final class Blocks {
    private Blocks() {}

    /// Fails with a problem when what the customer does would not reach the business.
    ///
    /// @param phoneNumberId the number that is to hear of it
    static void heardOrFail(Platform.Change change, Customer customer, String phoneNumberId) {
        if (customer.blocks()) {
            throw Problem.conflict(
                    "business-blocked", "This customer has blocked the business", "Unblock it to reach it.");
        }
        if (change.state().isBlocked(customer.id(), phoneNumberId)) {
            throw Problem.conflict(
                    "customer-blocked",
                    "This number of the business has blocked the customer",
                    "Nothing he does arrives there.");
        }
    }
}
