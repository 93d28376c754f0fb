package org.centralino.simulator.customer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.Wamids;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.problem.Problem;
import org.centralino.simulator.webhook.Webhooks;
import org.centralino.simulator.webhook.domain.WebhookParts;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What customers do to messages on their phones: set an emoji, change and delete what they wrote (fact sheet,
/// sections 4.2 and 4.8).
@Path("/control/customers/{customer}/messages/{message}")
class MessageChangeResource {
    private static final Duration EDITABLE = Duration.ofMinutes(15);
    private static final int LONGEST_EMOJI = 64;

    private final Platform platform;

    record Emoji(@Nullable String emoji) {}

    record Words(@Nullable String text) {}

    MessageChangeResource(Platform platform) {
        this.platform = platform;
    }

    @PUT
    @Path("/reaction")
    @Consumes(MediaType.APPLICATION_JSON)
    public MessageView react(
            @RestPath String customer, @RestPath String message, @RestQuery @Nullable String by, @Nullable Emoji body) {
        var emoji = Problem.given(body).emoji();
        if (emoji == null || emoji.isBlank() || emoji.length() > LONGEST_EMOJI) {
            throw Problem.invalid(new Problem.Violation("emoji", "emoji-missing", "A reaction needs an emoji."));
        }
        return reacted(customer, message, by, emoji);
    }

    @DELETE
    @Path("/reaction")
    public MessageView takeAway(@RestPath String customer, @RestPath String message, @RestQuery @Nullable String by) {
        return reacted(customer, message, by, null);
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public MessageView edit(@RestPath String customer, @RestPath String message, @Nullable Words body) {
        var words = Problem.given(body).text();
        if (words == null || words.isEmpty()) {
            throw Problem.invalid(new Problem.Violation("text", "text-missing", "A message needs a text."));
        }
        return platform.change(change -> {
            var before = own(change, customer, message);
            if (before.at().plus(EDITABLE).isBefore(change.now())) {
                throw Problem.conflict(
                        "edit-too-late",
                        "It is too late to change this message",
                        "WhatsApp lets people change a message for 15 minutes.");
            }
            var said = Map.of(
                    "original_message_id",
                    before.wamid(),
                    "message",
                    Map.of("type", "text", "text", Map.of("body", words)));
            return told(change, before, before.senderId(), it -> it.edited(words), "edit", said);
        });
    }

    @DELETE
    public MessageView delete(@RestPath String customer, @RestPath String message) {
        return platform.change(change -> {
            var before = own(change, customer, message);
            return told(
                    change,
                    before,
                    before.senderId(),
                    ChatMessage::deleted,
                    "revoke",
                    Map.of("original_message_id", before.wamid()));
        });
    }

    /// @param by who of a group; null outside of groups
    private MessageView reacted(String customer, String message, @Nullable String by, @Nullable String emoji) {
        return platform.change(change -> {
            var said = new LinkedHashMap<String, Object>(Map.of("message_id", message));
            if (emoji != null) {
                said.put("emoji", emoji);
            }
            return told(change, known(change, customer, message), by, it -> it.reacted(emoji), "reaction", said);
        });
    }

    private static ChatMessage own(Platform.Change change, String customer, String message) {
        var known = known(change, customer, message);
        if (!known.fromCustomer()) {
            throw Problem.conflict(
                    "not-own-message",
                    "The business wrote this message",
                    "Customers change and delete what they wrote themselves.");
        }
        return known;
    }

    private static ChatMessage known(Platform.Change change, String customer, String message) {
        return change.state()
                .message(message)
                .filter(it -> change.state()
                        .customer(customer)
                        .map(Customer::id)
                        .filter(it.customerId()::equals)
                        .isPresent())
                .filter(ChatMessage::isOnThePhone)
                .filter(it -> !it.marked().deleted())
                .orElseThrow(() -> Problem.notFound("No message on this customer's phone has this id."));
    }

    /// The platform tells it in a message with an id of its own.
    private static MessageView told(
            Platform.Change change,
            ChatMessage before,
            @Nullable String by,
            UnaryOperator<ChatMessage> doing,
            String type,
            Map<String, Object> said) {
        var chat = change.state().customer(before.customerId()).orElseThrow();
        var customer = Members.of(change, chat, by);
        Blocks.heardOrFail(change, customer, before.phoneNumberId());
        var after = doing.apply(before);
        change.add(new Fact.MessageMarked(after));
        var written = ChatMessage.written(
                Wamids.next(customer.id()), chat.id(), before.phoneNumberId(), after.text(), change.now(), null);
        var telling = chat.isGroup() ? written.by(customer.id()) : written;
        Webhooks.queue(
                change, chat.id(), WebhookParts.message(customer, telling, type, Map.of("type", type, type, said)));
        return MessageView.of(after);
    }
}
