package org.centralino.simulator.customer;

import java.time.Instant;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.Wamids;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.Step;
import org.centralino.simulator.webhook.Webhooks;
import org.centralino.simulator.webhook.domain.WebhookParts;
import org.jspecify.annotations.Nullable;

/// A customer writes to the business.
final class Writing {
    private static final String GIULIA = "393475550198";

    private Writing() {}

    /// @param at the platform's time of the message; null for now
    /// @param wamid its id; null for a new one
    /// @param quotedWamid the message that it answers; null when it answers none
    static ChatMessage write(
            Platform.Change change,
            Customer customer,
            String text,
            @Nullable Instant at,
            @Nullable String wamid,
            @Nullable String quotedWamid) {
        var message = ChatMessage.written(
                wamid == null ? Wamids.next(customer.id()) : wamid,
                customer.id(),
                change.account().mainNumber().phoneNumberId(),
                text,
                at == null ? change.now() : at,
                quotedWamid);
        change.add(new Fact.MessageAdded(message));
        Webhooks.queue(change, customer.id(), WebhookParts.message(customer, message));
        if (customer.id().equals(GIULIA) && !change.state().steps().contains(Step.WROTE)) {
            change.add(new Fact.StepDone(Step.WROTE));
        }
        return message;
    }
}
