package org.centralino.simulator.customer;

import java.time.Instant;
import java.util.Locale;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.Question;
import org.centralino.simulator.platform.domain.TemplateCard;
import org.jspecify.annotations.Nullable;

/// A message on the customer's phone.
///
/// @param id the wamid
/// @param customer whose phone it is
/// @param number the Graph id of the business number that it belongs to
/// @param from `customer` or `business`
/// @param at the platform's time
/// @param status of the customer's own: written, delivered (webhook answered 200), read (marked so)
/// @param quoted the wamid of the message that it answers; null normally
/// @param reaction the emoji that the customer set on it; null normally
/// @param businessReaction the emoji that the business set on it; null normally
/// @param edited whether the customer changed it
/// @param deleted whether the customer deleted it
/// @param label what it is besides words; null when it is words
/// @param words what stands beside the label
/// @param file the id of its file, for `GET /control/files/{id}`
/// @param template the template that it is, as it is shown; null when it is none
/// @param question what can be pressed in it; null when nothing can
/// @param sender the id of who of a group wrote it; null outside of groups
public record MessageView(
        String id,
        String customer,
        String number,
        String from,
        String text,
        Instant at,
        String status,
        @Nullable String quoted,
        @Nullable String reaction,
        @Nullable String businessReaction,
        boolean edited,
        boolean deleted,
        @Nullable String label,
        @Nullable String words,
        @Nullable String file,
        @Nullable TemplateCard template,
        @Nullable Question question,
        @Nullable String sender) {

    /// @return the message for the phone
    public static MessageView of(ChatMessage message) {
        var shown = message.shown();
        return new MessageView(
                message.wamid(),
                message.customerId(),
                message.phoneNumberId(),
                message.fromCustomer() ? "customer" : "business",
                message.text(),
                message.at(),
                message.status().name().toLowerCase(Locale.ROOT),
                message.quotedWamid(),
                message.marked().reaction(),
                message.marked().ofBusiness(),
                message.marked().edited(),
                message.marked().deleted(),
                shown == null ? null : shown.label().key(),
                shown == null ? null : shown.words(),
                shown == null ? null : shown.file(),
                shown == null ? null : shown.template(),
                shown == null ? null : shown.question(),
                message.senderId());
    }
}
