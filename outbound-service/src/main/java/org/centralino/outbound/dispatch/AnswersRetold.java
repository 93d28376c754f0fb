package org.centralino.outbound.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.DoubtSettled;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.OutboundEvent;
import org.centralino.events.OutboundEvent.Answered;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.Received;
import org.centralino.kit.restore.Retelling;
import org.centralino.outbound.use.TemplateUses;

/// Hears, after a restore, what became of messages in the time that the tables have forgotten. Nothing that was told
/// before is called any more: what has no answer may have been sent, and is told to be in doubt.
class AnswersRetold {

    @Produces
    @Singleton
    Retelling retold(OutcomeStore outcomes, TemplateUses uses) {
        return Retelling.of(
                Retelling.Hearing.of(
                        "answers of the platform",
                        Topics.OUTBOUND,
                        WireFormat.OUTBOUND,
                        (List<Received<OutboundEvent>> events) ->
                                outcomes.retold(Received.only(Answered.class, events))),
                new Retelling.Conclusion("messages that were on their way, now in doubt", outcomes::forgottenOpen),
                Retelling.Hearing.of(
                                "replies without an answer, now in doubt",
                                Topics.CONVERSATION,
                                WireFormat.CONVERSATION,
                                (List<Received<ConversationEvent>> events) -> forgotten(outcomes, uses, events))
                        .only(List.of(
                                ReplyQueued.class,
                                DoubtSettled.class,
                                MessageStatusChanged.class,
                                MessageReceived.class)));
    }

    private static Uni<Integer> forgotten(
            OutcomeStore outcomes, TemplateUses uses, List<Received<ConversationEvent>> events) {
        return outcomes.forgotten(Received.only(ReplyQueued.class, events))
                .call(() -> outcomes.decided(Received.only(DoubtSettled.class, events)))
                .call(() -> uses.record(events.stream().map(Received::event).toList()));
    }
}
