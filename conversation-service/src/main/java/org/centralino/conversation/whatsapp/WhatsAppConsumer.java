package org.centralino.conversation.whatsapp;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.centralino.conversation.change.ChangeStore;
import org.centralino.conversation.change.domain.MessageChange;
import org.centralino.conversation.status.StatusReport;
import org.centralino.conversation.status.StatusStore;
import org.centralino.conversation.thread.CustomerChangeStore;
import org.centralino.conversation.thread.InboundStore;
import org.centralino.conversation.thread.ProfileStore;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.centralino.events.WhatsAppEvent.MessageEdited;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.MessageRevoked;
import org.centralino.events.WhatsAppEvent.ReactionReceived;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.Consumption;
import org.centralino.kit.kafka.Received;

/// Hears the platform's messages, what customers do to them, and statuses. Each is handled in transactions of its
/// own: no one holds the locks of the other.
@ApplicationScoped
class WhatsAppConsumer {
    private final InboundStore messages;
    private final ChangeStore changes;
    private final StatusStore statuses;
    private final CustomerChangeStore customers;
    private final ProfileStore profiles;

    WhatsAppConsumer(
            InboundStore messages,
            ChangeStore changes,
            StatusStore statuses,
            CustomerChangeStore customers,
            ProfileStore profiles) {
        this.customers = customers;
        this.profiles = profiles;
        this.messages = messages;
        this.changes = changes;
        this.statuses = statuses;
    }

    @Produces
    @Singleton
    Consumption<WhatsAppEvent> whatsapp() {
        return Consumption.of(Topics.WHATSAPP, WireFormat.WHATSAPP)
                .only(List.of(
                        MessageReceived.class,
                        ReactionReceived.class,
                        MessageEdited.class,
                        MessageRevoked.class,
                        CustomerChanged.class,
                        StatusReported.class))
                .by(this::inOrder);
    }

    /// Who somebody is, is settled before what stands behind it is recorded, and after what stands before it.
    private Uni<Void> inOrder(List<Received<WhatsAppEvent>> events) {
        for (var i = 0; i < events.size(); i++) {
            if (events.get(i).event() instanceof CustomerChanged change) {
                var rest = events.subList(i + 1, events.size());
                return record(events.subList(0, i))
                        .chain(() -> customers.record(change))
                        .chain(() -> inOrder(rest));
            }
        }
        return record(events);
    }

    private Uni<Void> record(List<Received<WhatsAppEvent>> events) {
        var received = new ArrayList<MessageReceived>();
        var changed = new ArrayList<MessageChange>();
        var profilesTold = new ArrayList<ProfileStore.Told>();
        var reports = new ArrayList<StatusReport>();
        for (var event : events) {
            switch (event.event()) {
                case MessageReceived message -> received.add(message);
                case StatusReported status -> StatusReport.of(status).ifPresent(reports::add);
                case ReactionReceived it -> profilesTold.add(new ProfileStore.Told(it.customer(), it.sentAt()));
                case MessageEdited it -> profilesTold.add(new ProfileStore.Told(it.customer(), it.sentAt()));
                case MessageRevoked it -> profilesTold.add(new ProfileStore.Told(it.customer(), it.sentAt()));
                case CustomerChanged _,
                        WhatsAppEvent.AccountReported _,
                        WhatsAppEvent.PartUnrecognised _,
                        WhatsAppEvent.Unrecognised _ -> {}
            }
            MessageChange.of(event.event()).ifPresent(changed::add);
        }
        return recordMessages(received)
                .chain(() -> changes.record(changed))
                .chain(() -> profiles.learn(profilesTold))
                .chain(() -> statuses.record(reports));
    }

    /// A message may come after what was done to it.
    private Uni<Void> recordMessages(List<MessageReceived> received) {
        var names = received.stream().map(MessageReceived::platformId).toList();
        return Uni.combine()
                .all()
                .unis(messages.record(received), changes.awaited(names))
                .asTuple()
                .chain(done -> changes.takeUp(done.getItem2()));
    }
}
