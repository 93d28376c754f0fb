package org.centralino.simulator.customer.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.simulator.platform.domain.Customer;

/// Calls in the platform's words: the value of the field `calls`.
public final class CallParts {
    private CallParts() {}

    /// What is told of a call.
    ///
    /// @param contact the element of `contacts[]`
    /// @param call the element of `calls[]`
    public record Told(Map<String, Object> contact, Map<String, Object> call) {
        /// @return the body of its webhook
        public Map<String, Object> webhook(String waba, String phoneNumberId, String number) {
            var value = new LinkedHashMap<String, Object>();
            value.put("messaging_product", "whatsapp");
            value.put("metadata", Map.of("display_phone_number", number, "phone_number_id", phoneNumberId));
            value.put("contacts", List.of(contact));
            value.put("calls", List.of(call));
            var change = Map.of("field", "calls", "value", value);
            return Map.of(
                    "object",
                    "whatsapp_business_account",
                    "entry",
                    List.of(Map.of("id", waba, "changes", List.of(change))));
        }
    }

    /// @return that it rings
    public static Told rings(Customer caller, String id, Instant at) {
        return new Told(contact(caller), call(caller, id, "connect", at));
    }

    /// @param seconds how long they talked; 0 when nobody answered
    /// @return that it is over
    public static Told ends(Customer caller, String id, Instant began, int seconds) {
        var end = began.plusSeconds(seconds);
        var call = call(caller, id, "terminate", end);
        call.put("status", seconds == 0 ? "FAILED" : "COMPLETED");
        if (seconds > 0) {
            call.put("start_time", Long.toString(began.getEpochSecond()));
            call.put("end_time", Long.toString(end.getEpochSecond()));
            call.put("duration", seconds);
        }
        return new Told(contact(caller), call);
    }

    private static Map<String, Object> call(Customer caller, String id, String event, Instant at) {
        var call = new LinkedHashMap<String, Object>();
        call.put("id", id);
        if (caller.phone() != null) {
            call.put("from", caller.phone());
        }
        call.put("from_user_id", caller.bsuid());
        call.put("event", event);
        call.put("direction", "USER_INITIATED");
        call.put("timestamp", Long.toString(at.getEpochSecond()));
        return call;
    }

    private static Map<String, Object> contact(Customer caller) {
        var contact = new LinkedHashMap<String, Object>();
        contact.put("profile", Map.of("name", caller.name()));
        if (caller.phone() != null) {
            contact.put("wa_id", caller.phone());
        }
        contact.put("user_id", caller.bsuid());
        return contact;
    }
}
