package org.centralino.simulator.webhook.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Delivery.Part;
import org.centralino.simulator.platform.domain.MessageStatus;
import org.jspecify.annotations.Nullable;

/// Messages and statuses in the platform's words: elements of `messages[]`, `statuses[]` and `contacts[]`.
public final class WebhookParts {
    private static final String ERROR_CODES =
            "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";

    private static final String REFERRAL = "referral_conversion";

    private WebhookParts() {}

    /// @return a text of the customer, as `messages[]` holds it
    public static Part message(Customer customer, ChatMessage message) {
        var said = new LinkedHashMap<String, Object>();
        if (message.quotedWamid() != null) {
            said.put("context", Map.of("id", message.quotedWamid()));
        }
        said.put("type", "text");
        said.put("text", Map.of("body", message.text()));
        return message(customer, message, "text", said);
    }

    /// @param type the platform's name of the kind
    /// @param said what the message has besides its id, its time and its sender
    /// @return a message of the customer, as `messages[]` holds it
    public static Part message(Customer customer, ChatMessage message, String type, Map<String, Object> said) {
        var content = new LinkedHashMap<String, Object>();
        if (customer.phone() != null) {
            content.put("from", customer.phone());
        }
        content.put("from_user_id", customer.bsuid());
        if (message.senderId() != null) {
            content.put("group_id", message.customerId());
        }
        content.put("id", message.wamid());
        content.put("timestamp", seconds(message.at()));
        content.putAll(said);
        return new Part(
                Part.MESSAGES,
                type,
                message.phoneNumberId(),
                message.wamid(),
                contact(customer),
                content,
                message.text());
    }

    /// @param from the business number, in digits
    /// @return what the business wrote on its phone, as `message_echoes[]` holds it
    public static Part echo(Customer customer, ChatMessage message, String from) {
        var content = new LinkedHashMap<String, Object>();
        content.put("from", from);
        if (customer.phone() != null) {
            content.put("to", customer.phone());
        }
        content.put("to_user_id", customer.bsuid());
        content.put("id", message.wamid());
        content.put("timestamp", seconds(message.at()));
        content.put("type", "text");
        content.put("text", Map.of("body", message.text()));
        return new Part(
                Part.ECHOES,
                "text",
                message.phoneNumberId(),
                message.wamid(),
                contact(customer),
                content,
                message.text());
    }

    /// @return a status of a message of the business, as `statuses[]` holds it
    public static Part status(Customer customer, ChatMessage message, MessageStatus status, Instant at) {
        return status(customer, message, status, at, null);
    }

    /// @param freeUntil until when nothing is paid for, as the customer came by an ad; null when it is
    /// @return a status of a message of the business, as `statuses[]` holds it
    public static Part status(
            Customer customer, ChatMessage message, MessageStatus status, Instant at, @Nullable Instant freeUntil) {
        var content = new LinkedHashMap<String, Object>();
        content.put("id", message.wamid());
        content.put("status", status.wireName());
        content.put("timestamp", seconds(at));
        if (customer.phone() != null) {
            content.put("recipient_id", customer.phone());
        }
        content.put("recipient_user_id", customer.bsuid());
        if (message.callbackData() != null) {
            content.put("biz_opaque_callback_data", message.callbackData());
        }
        if (status == MessageStatus.SENT || status == MessageStatus.DELIVERED) {
            content.put("pricing", pricing(message, freeUntil));
            if (freeUntil != null) {
                content.put(
                        "conversation",
                        Map.of(
                                "id",
                                "fep-" + customer.id(),
                                "origin",
                                Map.of("type", REFERRAL),
                                "expiration_timestamp",
                                seconds(freeUntil)));
            }
        }
        if (status == MessageStatus.FAILED) {
            content.put("errors", List.of(error(message.fate())));
        }
        return new Part(
                Part.STATUSES,
                status.wireName(),
                message.phoneNumberId(),
                message.wamid(),
                status == MessageStatus.FAILED ? null : contact(customer),
                content,
                message.text());
    }

    /// @param participant of whom it is told; null for what concerns nobody alone
    /// @return a status of a message of the business to a group, as `statuses[]` holds it
    public static Part groupStatus(
            Customer group, @Nullable Customer participant, ChatMessage message, MessageStatus status, Instant at) {
        var content = new LinkedHashMap<String, Object>();
        content.put("id", message.wamid());
        content.put("status", status.wireName());
        content.put("timestamp", seconds(at));
        content.put("recipient_id", group.id());
        content.put("recipient_type", "group");
        if (participant != null) {
            if (participant.phone() != null) {
                content.put("recipient_participant_id", participant.phone());
            }
            content.put("recipient_participant_user_id", participant.bsuid());
        }
        if (message.callbackData() != null) {
            content.put("biz_opaque_callback_data", message.callbackData());
        }
        if (status == MessageStatus.FAILED) {
            content.put("errors", List.of(error(message.fate())));
        }
        return new Part(
                Part.STATUSES,
                status.wireName(),
                message.phoneNumberId(),
                message.wamid(),
                participant == null ? null : contact(participant),
                content,
                message.text());
    }

    private static Map<String, Object> contact(Customer customer) {
        var profile = new LinkedHashMap<String, Object>();
        profile.put("name", customer.name());
        if (customer.username() != null) {
            profile.put("username", customer.username());
        }
        var contact = new LinkedHashMap<String, Object>();
        contact.put("profile", profile);
        if (customer.phone() != null) {
            contact.put("wa_id", customer.phone());
        }
        contact.put("user_id", customer.bsuid());
        return contact;
    }

    private static Map<String, Object> pricing(ChatMessage message, @Nullable Instant freeUntil) {
        var card = message.shown() == null ? null : message.shown().template();
        var pricing = new LinkedHashMap<String, Object>();
        pricing.put("billable", freeUntil == null);
        pricing.put("pricing_model", "PMP");
        pricing.put("type", freeUntil == null ? "regular" : "free_entry_point");
        var category = card == null ? "service" : card.category().toLowerCase(Locale.ROOT);
        pricing.put("category", freeUntil == null ? category : REFERRAL);
        return pricing;
    }

    private static Map<String, Object> error(ChatMessage.Fate fate) {
        return switch (fate) {
            case WINDOW_CLOSED ->
                error(
                        131047,
                        "Re-engagement message",
                        "Message failed to send because more than 24 hours have passed since the customer last"
                                + " replied to this number.");
            case UNDELIVERABLE -> error(131026, "Message undeliverable", "Message Undeliverable.");
            case MARKETING_STOPPED ->
                error(
                        131050,
                        "Unable to deliver the message",
                        "This recipient has chosen to stop receiving marketing messages on WhatsApp from your business.");
            case MARKETING_CAPPED ->
                error(
                        131049,
                        "This message was not delivered to maintain healthy ecosystem engagement.",
                        "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.");
            case ARRIVES, BLOCKED -> error(131000, "Something went wrong", "Message failed to send.");
        };
    }

    private static Map<String, Object> error(int code, String title, String details) {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", code);
        error.put("title", title);
        error.put("message", title);
        error.put("error_data", Map.of("details", details));
        error.put("href", ERROR_CODES);
        return error;
    }

    private static String seconds(Instant at) {
        return Long.toString(at.getEpochSecond());
    }
}
