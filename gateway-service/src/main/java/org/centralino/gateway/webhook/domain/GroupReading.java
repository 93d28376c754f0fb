package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.digits;
import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.line;
import static org.centralino.gateway.webhook.domain.PlatformJson.membersOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.centralino.events.GroupChange;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.GroupReported;
import org.centralino.gateway.webhook.domain.WebhookTranslation.Sent;
import org.jspecify.annotations.Nullable;

/// Reads what happens to a group of customers (fact sheet, section 18). What did not succeed, and what
/// is still to be decided by somebody, changes nothing and is not read.
final class GroupReading {
    /// The list in which all of these fields tell it.
    static final String LIST = "groups";

    /// The platform's specification and its payloads spell one of them differently.
    private static final Set<String> FIELDS = Set.of(
            "group_lifecycle_update",
            "group_participants_update",
            "group_participant_update",
            "group_settings_update",
            "group_status_update");

    private GroupReading() {}

    static boolean reads(String field) {
        return FIELDS.contains(field);
    }

    /// @return to which group the message of a status went; null when it went to one customer
    static @Nullable String groupOf(JsonNode status) {
        return "group".equals(text(status, "recipient_type")) ? line(status, "recipient_id") : null;
    }

    /// @param customers who has a WhatsApp id
    /// @param told when, and to which number
    /// @return the change; null when it does not say of which group, or to what
    static @Nullable GroupReported changeOf(JsonNode change, Function<String, Customer> customers, Sent told) {
        var groupId = line(change, "group_id");
        var type = text(change, "type");
        if (groupId == null || type == null || !change.path("errors").isMissingNode()) {
            return null;
        }
        return switch (type) {
            case "group_create" -> event(groupId, GroupChange.CREATED, line(change, "subject"), List.of(), told);
            case "group_delete" -> event(groupId, GroupChange.DELETED, null, List.of(), told);
            case "group_settings_update" -> renamed(groupId, change.path("group_subject"), told);
            case "group_participants_add" ->
                moved(groupId, GroupChange.JOINED, change.path("added_participants"), customers, told);
            case "group_participants_remove" ->
                moved(groupId, GroupChange.LEFT, change.path("removed_participants"), customers, told);
            case "group_suspend" -> event(groupId, GroupChange.SUSPENDED, null, List.of(), told);
            case "group_suspend_cleared" -> event(groupId, GroupChange.RESTORED, null, List.of(), told);
            default -> null;
        };
    }

    private static @Nullable GroupReported renamed(String groupId, JsonNode subject, Sent told) {
        var name = line(subject, "text");
        return name == null || !subject.path("update_successful").asBoolean(true)
                ? null
                : event(groupId, GroupChange.RENAMED, name, List.of(), told);
    }

    private static @Nullable GroupReported moved(
            String groupId, GroupChange what, JsonNode participants, Function<String, Customer> customers, Sent told) {
        var named = membersOf(participants)
                .map(it -> participant(it, customers))
                .filter(Objects::nonNull)
                .toList();
        return named.isEmpty() ? null : event(groupId, what, null, named, told);
    }

    /// Whom the business named itself, by whatever it wrote, stands there as that.
    private static @Nullable Customer participant(JsonNode participant, Function<String, Customer> customers) {
        var bsuid = text(participant, "user_id");
        var waId = digits(firstOf(text(participant, "wa_id"), text(participant, "input")));
        if (waId == null) {
            return bsuid == null ? null : new Customer(bsuid, null, null, null, null);
        }
        var known = customers.apply(waId);
        return new Customer(
                firstOf(bsuid, known.bsuid()), known.parentBsuid(), waId, known.username(), known.profileName());
    }

    private static GroupReported event(
            String groupId, GroupChange what, @Nullable String subject, List<Customer> participants, Sent told) {
        return new GroupReported(
                told.phoneNumberId(), groupId, what, subject, participants, told.at(), told.receivedAt(), told.raw());
    }
}
