package org.centralino.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.centralino.events.CustomerKey;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.AccountReported;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.centralino.events.WhatsAppEvent.GroupReported;
import org.centralino.events.WhatsAppEvent.HandedOver;
import org.centralino.events.WhatsAppEvent.MarketingChosen;
import org.centralino.events.WhatsAppEvent.MessageEchoed;
import org.centralino.events.WhatsAppEvent.MessageEdited;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.MessageRevoked;
import org.centralino.events.WhatsAppEvent.MessageSynced;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.PhoneContactChanged;
import org.centralino.events.WhatsAppEvent.ReactionReceived;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.events.WhatsAppEvent.SyncProgressed;
import org.centralino.events.WhatsAppEvent.Unrecognised;
import org.centralino.events.WireFormat;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.WhatsAppConfig;
import org.centralino.gateway.webhook.domain.EventIdentity;
import org.centralino.kit.kafka.EventPublisher;
import org.centralino.kit.kafka.OutgoingEvent;
import org.centralino.kit.trace.TraceParent;
import org.jspecify.annotations.Nullable;

/// Tells the parts of a webhook to Kafka and comes back when all of them are safe there.
@ApplicationScoped
class WhatsAppPublisher {
    private static final Customer NOBODY = new Customer(null, null, null, null, null);

    private final EventPublisher publisher;
    private final CustomerKey keys;
    private final Duration patience;

    WhatsAppPublisher(EventPublisher publisher, WhatsAppConfig whatsApp, GatewayConfig gateway) {
        this.publisher = publisher;
        this.keys = new CustomerKey(Needed.setting(whatsApp.keySecret(), "CENTRALINO_WHATSAPP_KEY_SECRET"));
        this.patience = gateway.webhook().patience();
    }

    /// @param receivedAt when the webhook reached us
    /// @throws EventPublisher.NotAcknowledgedException when Kafka did not acknowledge every part in time
    void publish(List<WhatsAppEvent> parts, Instant receivedAt) {
        publisher.publish(parts.stream().map(part -> outgoing(part, receivedAt)).toList(), patience);
    }

    private OutgoingEvent outgoing(WhatsAppEvent event, Instant receivedAt) {
        return new OutgoingEvent(
                Topics.WHATSAPP,
                keyOf(event),
                EventIdentity.of(event).toString(),
                WireFormat.WHATSAPP.typeOf(event),
                receivedAt,
                TraceParent.current(),
                WireFormat.WHATSAPP.write(event));
    }

    /// What concerns one customer stays in order, and so does what is said in one group.
    private String keyOf(WhatsAppEvent event) {
        return switch (event) {
            case MessageReceived message -> keyOf(message.phoneNumberId(), message.groupId(), message.customer());
            case MessageEchoed echo -> keys.of(echo.phoneNumberId(), echo.customer());
            case MessageSynced message -> keys.of(message.phoneNumberId(), message.customer());
            case PhoneContactChanged change -> keys.of(change.phoneNumberId(), change.customer());
            case MarketingChosen choice -> keys.of(choice.phoneNumberId(), choice.customer());
            case SyncProgressed progress -> keys.of(progress.phoneNumberId(), NOBODY);
            case HandedOver handover -> keys.of(handover.phoneNumberId(), handover.customer());
            case ReactionReceived reaction -> keyOf(reaction.phoneNumberId(), reaction.groupId(), reaction.customer());
            case MessageEdited edit -> keyOf(edit.phoneNumberId(), edit.groupId(), edit.customer());
            case MessageRevoked revocation ->
                keyOf(revocation.phoneNumberId(), revocation.groupId(), revocation.customer());
            // What he writes under his new keys may come before it or after it; what he wrote before stays before it.
            case CustomerChanged change -> keys.of(change.phoneNumberId(), change.customer());
            case StatusReported status -> keyOf(status.phoneNumberId(), status.groupId(), status.recipient());
            case GroupReported report -> keys.ofGroup(report.phoneNumberId(), report.groupId());
            case AccountReported report when report.phoneNumberId() != null -> keys.of(report.phoneNumberId(), NOBODY);
            case AccountReported report ->
                keys.of(report.accountId() != null ? report.accountId() : report.field(), NOBODY);
            case PartUnrecognised part when part.phoneNumberId() != null -> keys.of(part.phoneNumberId(), NOBODY);
            case PartUnrecognised part -> keys.of(String.valueOf(part.field()), NOBODY);
            case Unrecognised _ -> throw new IllegalArgumentException("Never published");
        };
    }

    private String keyOf(String phoneNumberId, @Nullable String groupId, Customer customer) {
        return groupId == null ? keys.of(phoneNumberId, customer) : keys.ofGroup(phoneNumberId, groupId);
    }
}
