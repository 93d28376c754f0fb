package org.centralino.simulator.customer;

import java.util.Objects;
import org.centralino.simulator.customer.domain.NewMessage;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.Wamids;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.Step;
import org.centralino.simulator.webhook.Webhooks;
import org.centralino.simulator.webhook.domain.WebhookParts;

/// A customer writes to the business.
final class Writing {
    private static final String GIULIA = "393475550198";

    private Writing() {}

    /// @param wanted a message to which there is no objection
    static ChatMessage write(Platform.Change change, Customer customer, NewMessage wanted) {
        return write(change, customer, customer, change.account().mainNumber().phoneNumberId(), wanted);
    }

    /// @param chat the writer himself, or a group in which he is
    /// @param phoneNumberId to which number he writes
    /// @param wanted a message to which there is no objection
    static ChatMessage write(
            Platform.Change change, Customer chat, Customer writer, String phoneNumberId, NewMessage wanted) {
        var written = ChatMessage.written(
                        Objects.requireNonNullElseGet(wanted.id(), () -> Wamids.next(writer.id())),
                        chat.id(),
                        phoneNumberId,
                        wanted.words(),
                        Objects.requireNonNullElseGet(wanted.at(), change::now),
                        wanted.answers())
                .showing(wanted.shown());
        var message = chat.isGroup() ? written.by(writer.id()) : written;
        change.add(new Fact.MessageAdded(message));
        Webhooks.queue(change, chat.id(), WebhookParts.message(writer, message, wanted.kind(), wanted.said()));
        if (chat.id().equals(GIULIA) && !change.state().steps().contains(Step.WROTE)) {
            change.add(new Fact.StepDone(Step.WROTE));
        }
        return message;
    }
}
