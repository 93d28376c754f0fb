package org.centralino.simulator.past.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.simulator.platform.domain.Customer;

/// The phone's address book, which calls people as one does among oneself.
public final class PhoneBook {
    private PhoneBook() {}

    /// @return the value of `smb_app_state_sync` with everybody in it
    public static Map<String, Object> of(List<Customer> customers, Instant now) {
        return Map.of(
                "state_sync",
                customers.stream().map(customer -> entry(customer, now)).toList());
    }

    private static Map<String, Object> entry(Customer customer, Instant now) {
        var first = customer.name().split(" ")[0];
        var contact = new LinkedHashMap<String, Object>();
        contact.put("full_name", "%s (cliente)".formatted(first));
        contact.put("first_name", first);
        if (customer.phone() != null) {
            contact.put("phone_number", customer.phone());
        }
        contact.put("user_id", customer.bsuid());
        return Map.of(
                "type",
                "contact",
                "action",
                "add",
                "contact",
                contact,
                "metadata",
                Map.of("timestamp", Long.toString(now.getEpochSecond())));
    }
}
