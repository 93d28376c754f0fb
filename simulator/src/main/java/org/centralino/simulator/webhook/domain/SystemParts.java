package org.centralino.simulator.webhook.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Delivery.Part;
import org.jspecify.annotations.Nullable;

/// System messages: what the platform itself says of a customer. They name no contact.
public final class SystemParts {
    private SystemParts() {}

    /// @param customer as he is known now
    /// @param previousPhone digits of the number that he had; null when only his BSUID is another one
    /// @param previousUserId the BSUID that he had, if it is told
    public static Part changed(
            Customer customer,
            @Nullable String previousPhone,
            @Nullable String previousUserId,
            String phoneNumberId,
            String wamid,
            Instant at) {
        var system = new LinkedHashMap<String, Object>();
        system.put("type", previousPhone == null ? "user_changed_user_id" : "user_changed_number");
        system.put("body", previousPhone == null ? "User changed identifier" : "User changed number");
        if (previousPhone != null && customer.phone() != null) {
            system.put("wa_id", customer.phone());
        }
        system.put("user_id", customer.bsuid());
        if (previousUserId != null) {
            system.put("previous_user_id", previousUserId);
        }
        var content = new LinkedHashMap<String, Object>();
        if (previousPhone != null) {
            content.put("from", previousPhone);
        }
        content.put("id", wamid);
        content.put("timestamp", Long.toString(at.getEpochSecond()));
        content.put("type", "system");
        content.put("system", system);
        return new Part(Part.MESSAGES, "system", phoneNumberId, wamid, null, content, null);
    }
}
