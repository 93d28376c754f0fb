package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.centralino.events.Consent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.BlockChanged;
import org.centralino.events.ConversationEvent.BlockRequested;
import org.centralino.events.ConversationEvent.ConsentChanged;
import org.centralino.events.ConversationEvent.ContactChanged;
import org.centralino.events.ConversationEvent.CustomerActed;
import org.centralino.events.ConversationEvent.DoubtSettled;
import org.centralino.events.ConversationEvent.GroupChanged;
import org.centralino.events.ConversationEvent.HandedOver;
import org.centralino.events.ConversationEvent.MediaChanged;
import org.centralino.events.ConversationEvent.MessageEchoed;
import org.centralino.events.ConversationEvent.MessageEdited;
import org.centralino.events.ConversationEvent.MessageReacted;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageRevoked;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.centralino.events.ConversationEvent.MessageSynced;
import org.centralino.events.ConversationEvent.Opened;
import org.centralino.events.ConversationEvent.ReactionQueued;
import org.centralino.events.ConversationEvent.ReadShown;
import org.centralino.events.ConversationEvent.Reopened;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationEvent.Resolved;
import org.centralino.events.ConversationEvent.Unrecognised;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.Consumption;
import org.centralino.kit.kafka.Received;
import org.centralino.outbound.block.Blocking;
import org.centralino.outbound.mark.Marking;
import org.centralino.outbound.media.ConversationFiles;
import org.centralino.outbound.upload.SentFiles;
import org.centralino.outbound.use.TemplateUses;

/// Hears which replies are to be sent and which files go with them, what people decided about those in doubt, which
/// files are to be fetched, which are to be deleted, who is to be blocked, and what is to be set on messages.
@Singleton
class ConversationConsumer {
    private final Dispatcher dispatcher;
    private final OutcomeStore outcomes;
    private final DispatchMetrics metrics;
    private final ConversationFiles files;
    private final SentFiles sentFiles;
    private final Blocking blocking;
    private final Marking marking;
    private final TemplateUses uses;

    ConversationConsumer(
            Dispatcher dispatcher,
            OutcomeStore outcomes,
            DispatchMetrics metrics,
            ConversationFiles files,
            SentFiles sentFiles,
            Blocking blocking,
            Marking marking,
            TemplateUses uses) {
        this.uses = uses;
        this.marking = marking;
        this.dispatcher = dispatcher;
        this.outcomes = outcomes;
        this.metrics = metrics;
        this.files = files;
        this.sentFiles = sentFiles;
        this.blocking = blocking;
    }

    @Produces
    @Singleton
    Consumption<ConversationEvent> conversations() {
        return Consumption.of(Topics.CONVERSATION, WireFormat.CONVERSATION)
                .only(List.of(
                        ReplyQueued.class,
                        DoubtSettled.class,
                        MessageReceived.class,
                        MessageEchoed.class,
                        MessageSynced.class,
                        MessageEdited.class,
                        MessageRevoked.class,
                        BlockRequested.class,
                        ReactionQueued.class,
                        ReadShown.class,
                        MessageStatusChanged.class,
                        ConsentChanged.class))
                .by(this::inOrder);
    }

    /// That a customer wants no advertising stops what was queued before it, and nothing that was queued
    /// since.
    private Uni<Void> inOrder(List<Received<ConversationEvent>> events) {
        for (var i = 0; i < events.size(); i++) {
            if (events.get(i).event() instanceof ConsentChanged change && change.consent() == Consent.WITHDRAWN) {
                var rest = events.subList(i + 1, events.size());
                return hear(events.subList(0, i))
                        .chain(() -> dispatcher.withdraw(Set.of(change.conversationId())))
                        .chain(() -> inOrder(rest));
            }
        }
        return hear(events);
    }

    private Uni<Void> hear(List<Received<ConversationEvent>> events) {
        var replies = new ArrayList<ReplyQueued>();
        var decisions = new ArrayList<DoubtSettled>();
        var messages = new ArrayList<ConversationEvent>();
        var revoked = new ArrayList<MessageRevoked>();
        var blocks = new ArrayList<BlockRequested>();
        var reactions = new ArrayList<ReactionQueued>();
        var reads = new ArrayList<ReadShown>();
        for (var heard : events) {
            switch (heard.event()) {
                case ReplyQueued reply -> replies.add(reply);
                case DoubtSettled decision -> decisions.add(decision);
                case MessageReceived message -> messages.add(message);
                case MessageEchoed message -> messages.add(message);
                case MessageSynced message -> messages.add(message);
                case MessageEdited message -> messages.add(message);
                case MessageRevoked message -> revoked.add(message);
                case BlockRequested request -> blocks.add(request);
                case ReactionQueued reaction -> reactions.add(reaction);
                case ReadShown read -> reads.add(read);
                case Opened _,
                        MessageStatusChanged _,
                        MessageReacted _,
                        MediaChanged _,
                        CustomerActed _,
                        GroupChanged _,
                        ContactChanged _,
                        ConsentChanged _,
                        HandedOver _,
                        BlockChanged _,
                        Resolved _,
                        Reopened _,
                        Unrecognised _ -> {
                    // Not heard.
                }
            }
        }
        return sentFiles
                .record(replies)
                .chain(() -> dispatcher.record(replies))
                .chain(() -> files.record(messages))
                .chain(() -> files.forget(revoked))
                .chain(() -> blocking.record(blocks))
                .chain(() -> marking.record(reactions, reads))
                .chain(() -> outcomes.decided(decisions))
                .invoke(steps ->
                        steps.stream().filter(OutcomeStore.Step::endsDoubt).forEach(_ -> metrics.resolvedByPerson()))
                .chain(() -> uses.record(events.stream().map(Received::event).toList()));
    }
}
