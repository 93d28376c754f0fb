package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.AccountReported;
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
import org.centralino.kit.kafka.Consumption;
import org.centralino.kit.kafka.Received;
import org.centralino.outbound.dispatch.OutcomeStore.Step;
import org.centralino.outbound.dispatch.domain.Report;
import org.centralino.outbound.number.Reports;

/// Hears the fate of messages whose call ended without an answer: a status that carries our message id
/// proves that the platform has the message. What is said of our numbers, and what nobody understood, is passed on, and
/// so is that a customer wrote, which proves that webhooks of the number arrive. All that customers do counts with what
/// is sent to them.
///
/// A status moves a message forward at most once, whatever is heard again.
@Singleton
class WhatsAppConsumer {
    private static final String FAILED = "failed";
    /// Nobody watches for the end of a doubt, and most statuses end none.
    private static final Duration UNSEEN = Duration.ofMillis(100);

    /// What came in earlier has nothing to do with what the platform counts now.
    private static final Duration JUST_NOW = Duration.ofSeconds(3);

    private final Clock clock;
    private final OutcomeStore outcomes;
    private final Dispatcher dispatcher;
    private final DispatchMetrics metrics;
    private final Reports numbers;

    WhatsAppConsumer(
            Clock clock, OutcomeStore outcomes, Dispatcher dispatcher, DispatchMetrics metrics, Reports numbers) {
        this.clock = clock;
        this.numbers = numbers;
        this.outcomes = outcomes;
        this.dispatcher = dispatcher;
        this.metrics = metrics;
    }

    @Produces
    @Singleton
    Consumption<WhatsAppEvent> whatsapp() {
        return Consumption.of(Topics.WHATSAPP, WireFormat.WHATSAPP)
                .only(List.of(
                        StatusReported.class,
                        MessageReceived.class,
                        ReactionReceived.class,
                        MessageEdited.class,
                        MessageRevoked.class,
                        AccountReported.class,
                        PartUnrecognised.class,
                        SyncProgressed.class))
                .gatheredWithin(UNSEEN)
                .by(events -> hear(events).chain(() -> numbers.record(events)));
    }

    private Uni<Void> hear(List<Received<WhatsAppEvent>> events) {
        var reports = new HashMap<UUID, Report>();
        var cameIn = new HashMap<String, Integer>();
        for (var received : events) {
            switch (received.event()) {
                case StatusReported status ->
                    messageIdOf(status)
                            .ifPresent(id -> reports.merge(
                                    id, reportOf(status), (first, second) -> first.failed() ? second : first));
                case MessageReceived message -> count(cameIn, message.phoneNumberId(), message.receivedAt());
                case ReactionReceived reaction -> count(cameIn, reaction.phoneNumberId(), reaction.receivedAt());
                case MessageEdited change
                when !change.ours() -> count(cameIn, change.phoneNumberId(), change.receivedAt());
                case MessageRevoked deletion
                when !deletion.ours() -> count(cameIn, deletion.phoneNumberId(), deletion.receivedAt());
                case MessageEdited _,
                        MessageRevoked _,
                        MessageEchoed _,
                        MessageSynced _,
                        SyncProgressed _,
                        PhoneContactChanged _,
                        MarketingChosen _,
                        HandedOver _,
                        CustomerChanged _,
                        GroupReported _,
                        AccountReported _,
                        PartUnrecognised _,
                        Unrecognised _ -> {
                    // Not heard, or not about a message.
                }
            }
        }
        if (!cameIn.isEmpty()) {
            dispatcher.received(cameIn);
        }
        return reports.isEmpty()
                ? Uni.createFrom().voidItem()
                : outcomes.reported(reports).invoke(this::tell).replaceWithVoid();
    }

    private void count(Map<String, Integer> cameIn, String phoneNumberId, Instant at) {
        if (at.isAfter(clock.instant().minus(JUST_NOW))) {
            cameIn.merge(phoneNumberId, 1, Integer::sum);
        }
    }

    private void tell(List<Step> steps) {
        steps.stream().filter(Step::endsDoubt).forEach(_ -> metrics.resolvedByStatus());
        if (steps.stream().anyMatch(Step::othersMayGoOn)) {
            dispatcher.wake();
        }
    }

    private static Report reportOf(StatusReported status) {
        return new Report(status.platformId(), FAILED.equals(status.status()) && !isOfOneOfMany(status));
    }

    /// That it failed for one of a group proves that the platform has it.
    private static boolean isOfOneOfMany(StatusReported status) {
        return status.groupId() != null
                && (status.recipient().bsuid() != null || status.recipient().waId() != null);
    }

    /// Other systems may send from the same number; what they call their messages means nothing to us.
    private static Optional<UUID> messageIdOf(StatusReported status) {
        try {
            return Optional.ofNullable(status.callbackData()).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
