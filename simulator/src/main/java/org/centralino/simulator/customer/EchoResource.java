package org.centralino.simulator.customer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.Wamids;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.ChatMessage.Fate;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.MessageStatus;
import org.centralino.simulator.problem.Problem;
import org.centralino.simulator.webhook.Webhooks;
import org.centralino.simulator.webhook.domain.WebhookParts;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Somebody of the business writes to a customer in the WhatsApp Business app of the number (fact sheet, section 16):
/// the customer gets it as any other message, and the inbox is told of it.
@Path("/control/customers/{customer}/echoes")
@Consumes(MediaType.APPLICATION_JSON)
class EchoResource {
    private final Platform platform;

    record Words(@Nullable String text) {}

    EchoResource(Platform platform) {
        this.platform = platform;
    }

    @POST
    @ResponseStatus(201)
    public MessageView write(@RestPath String customer, @Nullable Words body) {
        var text = Problem.given(body).text();
        if (text == null || text.isBlank()) {
            throw Problem.invalid(new Problem.Violation("text", "text-missing", "A message needs a text."));
        }
        return platform.change(change -> {
            var recipient = CustomerResource.known(change.state().customer(customer));
            var number = change.account().mainNumber();
            var message = new ChatMessage(
                    Wamids.next(recipient.id()),
                    recipient.id(),
                    number.phoneNumberId(),
                    false,
                    text,
                    change.now(),
                    MessageStatus.ACCEPTED,
                    change.now(),
                    recipient.blocks() ? Fate.BLOCKED : Fate.ARRIVES,
                    null,
                    null);
            change.add(new Fact.MessageAdded(message));
            Webhooks.queue(change, recipient.id(), WebhookParts.echo(recipient, message, number.number()));
            return MessageView.of(message);
        });
    }
}
