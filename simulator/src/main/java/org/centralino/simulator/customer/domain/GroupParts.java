package org.centralino.simulator.customer.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.simulator.platform.domain.Customer;

/// What happens to groups, in the platform's words: the values of the fields whose names begin with
/// `group_`.
public final class GroupParts {
    private GroupParts() {}

    /// What is told of a group.
    ///
    /// @param field the webhook field
    /// @param group the element of `groups[]`
    public record Told(String field, Map<String, Object> group) {
        /// @return the body of its webhook
        public Map<String, Object> webhook(String waba, String phoneNumberId, String number) {
            var value = new LinkedHashMap<String, Object>();
            value.put("messaging_product", "whatsapp");
            value.put("metadata", Map.of("display_phone_number", number, "phone_number_id", phoneNumberId));
            value.put("groups", List.of(group));
            var change = Map.of("field", field, "value", value);
            return Map.of(
                    "object",
                    "whatsapp_business_account",
                    "entry",
                    List.of(Map.of("id", waba, "changes", List.of(change))));
        }
    }

    public static Told made(Customer group, Instant at) {
        var told = change(group, "group_create", at);
        told.put("subject", group.name());
        told.put("join_approval_mode", "auto_approve");
        return new Told("group_lifecycle_update", told);
    }

    public static Told renamed(Customer group, Instant at) {
        var told = change(group, "group_settings_update", at);
        told.put("group_subject", Map.of("text", group.name(), "update_successful", true));
        return new Told("group_settings_update", told);
    }

    public static Told joined(Customer group, List<Customer> members, Instant at) {
        var told = change(group, "group_participants_add", at);
        told.put("reason", "invite_link");
        told.put("added_participants", named(members));
        return new Told("group_participants_update", told);
    }

    public static Told left(Customer group, Customer member, Instant at) {
        var told = change(group, "group_participants_remove", at);
        told.put("initiated_by", "participant");
        told.put("removed_participants", named(List.of(member)));
        return new Told("group_participants_update", told);
    }

    private static Map<String, Object> change(Customer group, String type, Instant at) {
        var told = new LinkedHashMap<String, Object>();
        told.put("timestamp", Long.toString(at.getEpochSecond()));
        told.put("group_id", group.id());
        told.put("type", type);
        return told;
    }

    private static List<Map<String, Object>> named(List<Customer> members) {
        return members.stream()
                .map(member -> {
                    var named = new LinkedHashMap<String, Object>();
                    if (member.phone() != null) {
                        named.put("wa_id", member.phone());
                    }
                    named.put("user_id", member.bsuid());
                    return (Map<String, Object>) named;
                })
                .toList();
    }
}
