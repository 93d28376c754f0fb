package org.centralino.conversation.whatsapp;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.centralino.conversation.addressbook.ConsentStore;
import org.centralino.conversation.change.ChangeStore;
import org.centralino.conversation.change.Reactors;
import org.centralino.conversation.change.domain.MessageChange;
import org.centralino.conversation.reaction.ReactionStore;
import org.centralino.conversation.status.StatusReport;
import org.centralino.conversation.status.StatusStore;
import org.centralino.conversation.thread.CustomerChangeStore;
import org.centralino.conversation.thread.EchoStore;
import org.centralino.conversation.thread.GroupStore;
import org.centralino.conversation.thread.HandoverStore;
import org.centralino.conversation.thread.InboundStore;
import org.centralino.conversation.thread.PhoneBookStore;
import org.centralino.conversation.thread.ProfileStore;
import org.centralino.conversation.thread.SyncStore;
import org.centralino.events.MessageStatus;
import org.centralino.events.PlatformError;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.centralino.events.WhatsAppEvent.GroupReported;
import org.centralino.events.WhatsAppEvent.HandedOver;
import org.centralino.events.WhatsAppEvent.MarketingChosen;
import org.centralino.events.WhatsAppEvent.MessageEchoed;
import org.centralino.events.WhatsAppEvent.MessageEdited;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.MessageRevoked;
import org.centralino.events.WhatsAppEvent.MessageSynced;
import org.centralino.events.WhatsAppEvent.PhoneContactChanged;
import org.centralino.events.WhatsAppEvent.ReactionReceived;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.Consumption;
import org.centralino.kit.kafka.Received;

/// Hears the platform's messages, what is done to them, who else speaks or answers, and statuses. Each
/// is handled in transactions of its own: no one holds the locks of the other.
@ApplicationScoped
class WhatsAppConsumer {
    private final InboundStore messages;
    private final ChangeStore changes;
    private final StatusStore statuses;
    private final CustomerChangeStore customers;
    private final ProfileStore profiles;
    private final EchoStore echoes;
    private final HandoverStore handovers;
    private final SyncStore syncs;
    private final PhoneBookStore phoneBook;
    private final GroupStore groups;
    private final ConsentStore consents;
    private final ReactionStore reactions;

    WhatsAppConsumer(
            InboundStore messages,
            ChangeStore changes,
            StatusStore statuses,
            CustomerChangeStore customers,
            EchoStore echoes,
            HandoverStore handovers,
            SyncStore syncs,
            PhoneBookStore phoneBook,
            GroupStore groups,
            ConsentStore consents,
            ProfileStore profiles,
            ReactionStore reactions) {
        this.reactions = reactions;
        this.consents = consents;
        this.syncs = syncs;
        this.phoneBook = phoneBook;
        this.groups = groups;
        this.echoes = echoes;
        this.handovers = handovers;
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
                        MessageEchoed.class,
                        MessageSynced.class,
                        HandedOver.class,
                        ReactionReceived.class,
                        MessageEdited.class,
                        MessageRevoked.class,
                        CustomerChanged.class,
                        PhoneContactChanged.class,
                        MarketingChosen.class,
                        GroupReported.class,
                        StatusReported.class))
                .by(this::inOrder);
    }

    /// Who somebody is, what a group is called, who else speaks and who answers is settled before what
    /// stands behind it is recorded, and after what stands before it.
    private Uni<Void> inOrder(List<Received<WhatsAppEvent>> events) {
        for (var i = 0; i < events.size(); i++) {
            var alone = alone(events.get(i).event());
            if (alone.isPresent()) {
                var rest = events.subList(i + 1, events.size());
                return record(events.subList(0, i))
                        .chain(() -> alone.get().get())
                        .chain(() -> inOrder(rest));
            }
        }
        return record(events);
    }

    /// @return what records it in a transaction of its own; nothing when it is recorded with others
    private Optional<Supplier<Uni<Void>>> alone(WhatsAppEvent event) {
        return switch (event) {
            case CustomerChanged change -> Optional.of(() -> customers.record(change));
            case MarketingChosen choice -> Optional.of(() -> consents.chosen(choice));
            case PhoneContactChanged change -> Optional.of(() -> phoneBook.record(change));
            case HandedOver handover -> Optional.of(() -> handovers.record(handover));
            case GroupReported change -> Optional.of(() -> groups.record(change));
            case MessageEchoed echo -> Optional.of(() -> echoes.record(echo).chain(() -> takeUp(echo.platformId())));
            default -> Optional.empty();
        };
    }

    /// What was done to it may have come before it.
    private Uni<Void> takeUp(String platformId) {
        return changes.awaited(List.of(platformId)).chain(changes::takeUp);
    }

    private Uni<Void> record(List<Received<WhatsAppEvent>> events) {
        var received = new ArrayList<MessageReceived>();
        var past = new ArrayList<MessageSynced>();
        var changed = new ArrayList<MessageChange>();
        var profilesTold = new ArrayList<ProfileStore.Told>();
        var reactors = new ArrayList<ReactionReceived>();
        var reports = new ArrayList<StatusReport>();
        for (var event : events) {
            switch (event.event()) {
                case MessageReceived message -> received.add(message);
                case MessageSynced message -> past.add(message);
                case StatusReported status -> StatusReport.of(status).ifPresent(reports::add);
                case ReactionReceived it when it.groupId() != null -> reactors.add(it);
                case ReactionReceived it -> profilesTold.add(new ProfileStore.Told(it.customer(), it.sentAt()));
                case MessageEdited it -> profilesTold.add(new ProfileStore.Told(it.customer(), it.sentAt()));
                case MessageRevoked it -> profilesTold.add(new ProfileStore.Told(it.customer(), it.sentAt()));
                case CustomerChanged _,
                        MessageEchoed _,
                        HandedOver _,
                        WhatsAppEvent.SyncProgressed _,
                        PhoneContactChanged _,
                        MarketingChosen _,
                        GroupReported _,
                        WhatsAppEvent.AccountReported _,
                        WhatsAppEvent.PartUnrecognised _,
                        WhatsAppEvent.Unrecognised _ -> {}
            }
            MessageChange.of(event.event()).ifPresent(changed::add);
        }
        return recordMessages(received)
                .chain(() -> recordPast(past))
                .chain(() -> changes.record(changed, new Reactors(reactors)))
                .chain(() -> profiles.learn(profilesTold))
                .chain(() -> statuses.record(reports))
                .chain(() -> consents.heard(received))
                .chain(() -> consents.stopped(StatusReport.stoppedMarketing(reports)))
                .chain(() -> reactions.failed(failed(reports)));
    }

    /// @return why what was sent did not arrive, by our ids
    private static Map<UUID, ReactionStore.Outcome> failed(List<StatusReport> reports) {
        var outcomes = new HashMap<UUID, ReactionStore.Outcome>();
        for (var report : reports) {
            if (report.status() == MessageStatus.FAILED && report.messageId() != null) {
                var error = Objects.requireNonNullElseGet(
                        report.error(), () -> new PlatformError(0, "Not delivered", null));
                outcomes.put(report.messageId(), new ReactionStore.Outcome(error, report.statusAt()));
            }
        }
        return outcomes;
    }

    private Uni<Void> recordPast(List<MessageSynced> past) {
        return past.isEmpty()
                ? Uni.createFrom().voidItem()
                : syncs.record(past)
                        .chain(() -> changes.awaited(
                                past.stream().map(MessageSynced::platformId).toList()))
                        .chain(changes::takeUp);
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
