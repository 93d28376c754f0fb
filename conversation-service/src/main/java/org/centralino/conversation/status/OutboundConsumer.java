package org.centralino.conversation.status;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.centralino.conversation.addressbook.BlockStore;
import org.centralino.conversation.addressbook.ConsentStore;
import org.centralino.conversation.change.ChangeStore;
import org.centralino.conversation.contact.SpellingStore;
import org.centralino.conversation.media.MediaStore;
import org.centralino.conversation.reaction.ReactionStore;
import org.centralino.conversation.status.StatusStore.Concerned;
import org.centralino.events.OutboundEvent;
import org.centralino.events.OutboundEvent.Answered;
import org.centralino.events.OutboundEvent.BlockAnswered;
import org.centralino.events.OutboundEvent.Fetched;
import org.centralino.events.OutboundEvent.MessageAccepted;
import org.centralino.events.OutboundEvent.MessageHeld;
import org.centralino.events.OutboundEvent.ReactionAnswered;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.Consumption;
import org.centralino.kit.kafka.Received;

/// Hears what became of our sends and of our emojis, what sends wait for, of the files that were to be fetched, and of
/// those who were to be blocked.
@ApplicationScoped
class OutboundConsumer {
    private final StatusStore store;
    private final ChangeStore changes;
    private final MediaStore media;
    private final BlockStore blocks;
    private final ReactionStore reactions;
    private final SpellingStore spellings;
    private final ConsentStore consents;

    OutboundConsumer(
            StatusStore store,
            ChangeStore changes,
            MediaStore media,
            BlockStore blocks,
            ReactionStore reactions,
            SpellingStore spellings,
            ConsentStore consents) {
        this.consents = consents;
        this.spellings = spellings;
        this.reactions = reactions;
        this.store = store;
        this.changes = changes;
        this.media = media;
        this.blocks = blocks;
    }

    @Produces
    @Singleton
    Consumption<OutboundEvent> outbound() {
        return Consumption.of(Topics.OUTBOUND, WireFormat.OUTBOUND).by(this::record);
    }

    private Uni<Void> record(List<Received<OutboundEvent>> events) {
        var told = events.stream().map(Received::event).toList();
        return spellings
                .learn(Received.only(MessageAccepted.class, events))
                .chain(() -> store.held(Received.only(MessageHeld.class, events)))
                .chain(() -> recordAnswers(told))
                .chain(() -> media.record(Received.only(Fetched.class, events)))
                .chain(() -> blocks.answered(Received.only(BlockAnswered.class, events)))
                .chain(() -> reactions.answered(Received.only(ReactionAnswered.class, events)));
    }

    private Uni<Void> recordAnswers(List<OutboundEvent> told) {
        var concerned = told.stream().flatMap(OutboundConsumer::concerned).toList();
        return store.recordConcerned(concerned)
                .chain(() -> consents.stopped(StatusReport.stoppedMarketing(
                        concerned.stream().map(Concerned::report).toList())))
                .chain(() -> changes.awaited(named(told)))
                .chain(changes::takeUp);
    }

    /// @return what the platform calls messages from now on: by that customers set emojis on them
    private static List<String> named(List<OutboundEvent> events) {
        return events.stream()
                .filter(MessageAccepted.class::isInstance)
                .map(accepted -> ((MessageAccepted) accepted).platformId())
                .toList();
    }

    private static Stream<Concerned> concerned(OutboundEvent event) {
        return switch (event) {
            case Answered answered ->
                StatusReport.of(answered).map(report -> new Concerned(answered.conversationId(), report)).stream();
            case MessageHeld _, Fetched _, BlockAnswered _, ReactionAnswered _, OutboundEvent.Unrecognised _ ->
                Stream.empty();
        };
    }
}
