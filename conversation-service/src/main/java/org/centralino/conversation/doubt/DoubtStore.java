package org.centralino.conversation.doubt;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.attachment.AttachmentStore;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.message.TimelineItem;
import org.centralino.conversation.message.domain.Settled;
import org.centralino.conversation.template.MarketingRule;
import org.centralino.conversation.thread.CommandStore;
import org.centralino.conversation.thread.CommandStore.Outcome;
import org.centralino.conversation.thread.ConversationRow;
import org.centralino.conversation.thread.Refusals;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordAnswers;
import org.centralino.conversation.thread.domain.ConversationCommand.SendReply;
import org.centralino.conversation.thread.domain.Refusal;
import org.centralino.events.ConversationEvent.DoubtSettled;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.MessageStatus;
import org.centralino.events.Person;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;

/// Settles messages in doubt, in one transaction with their conversation.
@ApplicationScoped
class DoubtStore {
    private static final String LOCK = "select " + MessageRow.COLUMNS + """
            , (select i.came_at from message i
               where i.conversation_id = m.conversation_id and i.direction = 'INBOUND' and not i.quiet
                 and i.sequence > m.sequence
               order by i.sequence limit 1) as waiting_if_answered,
              exists (select from message f join conversation c on c.id = f.conversation_id
               where f.conversation_id = m.conversation_id and f.direction = 'OUTBOUND' and f.status = 'FAILED'
                 and f.sequence > greatest(m.sequence, c.answered_through)) as failed_if_answered
            from message m where m.id = $1 and m.conversation_id = $2 and m.direction = 'OUTBOUND' for update of m""";

    private final CommandStore conversations;
    private final AttachmentStore attachments;
    private final MarketingRule marketing;
    private final Clock clock;

    DoubtStore(CommandStore conversations, AttachmentStore attachments, MarketingRule marketing, Clock clock) {
        this.attachments = attachments;
        this.conversations = conversations;
        this.marketing = marketing;
        this.clock = clock;
    }

    /// What a person decided.
    sealed interface Resolution {
        DoubtSettled.Outcome outcome();
    }

    record Arrived() implements Resolution {
        @Override
        public DoubtSettled.Outcome outcome() {
            return DoubtSettled.Outcome.ARRIVED;
        }
    }

    /// @param id of the message that repeats it
    /// @param epoch under which it is sent again
    record SendAgain(UUID id, long epoch) implements Resolution {
        @Override
        public DoubtSettled.Outcome outcome() {
            return DoubtSettled.Outcome.SEND_AGAIN;
        }
    }

    /// @return the message as it stands then
    Uni<TimelineItem> settle(
            UUID conversationId,
            UUID messageId,
            Resolution resolution,
            Person by,
            boolean overOthers,
            Visibility visibility) {
        return conversations.locked(
                conversationId,
                visibility,
                (transaction, conversation) -> transaction
                        .ask(LOCK, messageId, conversationId)
                        .chain(rows -> {
                            if (rows.size() == 0) {
                                throw Problem.notFound("This message").asException();
                            }
                            var row = rows.iterator().next();
                            return settle(transaction, conversation, row, resolution, by, overOthers);
                        }));
    }

    private Uni<Written<TimelineItem>> settle(
            Transaction transaction, Row locked, Row message, Resolution resolution, Person by, boolean overOthers) {
        var item = MessageRow.read(message);
        var settled = item.settled();
        if (settled != null
                && settled.outcome() == resolution.outcome()
                && settled.by().is(by)) {
            return Uni.createFrom().item(Written.nothing(item));
        }
        if (settled != null || item.status() != MessageStatus.UNKNOWN) {
            throw notInDoubt(item).asException();
        }
        var conversation = ConversationRow.read(locked);
        return switch (resolution) {
            case Arrived _ -> arrived(conversation, message, item, by, overOthers);
            case SendAgain(var id, var epoch) ->
                marketing
                        .ofAgain(transaction, conversation.state().contact().id(), item.content())
                        .chain(mayAdvertise -> attachments
                                .ofCards(transaction, item.content())
                                .chain(cardFiles -> {
                                    var command = new SendReply(
                                            id,
                                            by,
                                            ContactRows.read(locked).recipient(),
                                            item.content(),
                                            item.context(),
                                            item.quoted(),
                                            conversation.state().lastSequence(),
                                            epoch,
                                            false,
                                            false,
                                            item.id(),
                                            MessageRow.file(message),
                                            cardFiles.orElse(null),
                                            mayAdvertise,
                                            clock.instant());
                                    return CommandStore.decided(
                                                    transaction, conversation, by, command.lastSeen(), command)
                                            .map(outcome -> sentAgain(outcome, item, by));
                                }));
        };
    }

    private Uni<Written<TimelineItem>> arrived(
            Conversation conversation, Row message, TimelineItem item, Person by, boolean overOthers) {
        if (conversation.isHeldByAnother(by) && !overOthers) {
            throw Refusals.problem(Refusal.HELD_BY_ANOTHER_OPERATOR, conversation.state())
                    .asException();
        }
        var now = clock.instant();
        var settled = new Settled(DoubtSettled.Outcome.ARRIVED, by, now, null);
        var through = Math.max(conversation.answeredThrough(), item.sequence());
        var stillWaiting = message.getOffsetDateTime("waiting_if_answered");
        var answers = new RecordAnswers(
                through,
                stillWaiting == null ? null : stillWaiting.toInstant(),
                message.getBoolean("failed_if_answered"),
                now);
        var after = conversation.answered(answers);
        var outcome = new Outcome(conversation, after, List.of(event(after, item, settled)));
        var statements = new ArrayList<>(outcome.statements());
        statements.add(MessageRow.settled(item.id(), settled));
        return Uni.createFrom().item(new Written<>(item.settled(MessageStatus.ACCEPTED, settled), statements));
    }

    private Written<TimelineItem> sentAgain(Outcome queued, TimelineItem item, Person by) {
        var reply = (ReplyQueued) queued.facts().getFirst();
        var settled = new Settled(DoubtSettled.Outcome.SEND_AGAIN, by, reply.at(), reply.messageId());
        var facts = new ArrayList<Recorded>(queued.facts());
        facts.add(event(queued.after(), item, settled));
        var statements = new ArrayList<>(new Outcome(queued.before(), queued.after(), facts).statements());
        statements.addAll(MessageRow.queued(reply, queued.before().answeredThrough()));
        statements.addAll(MessageRow.sameFile(reply));
        statements.addAll(AttachmentStore.named(reply));
        statements.add(MessageRow.settled(item.id(), settled));
        return new Written<>(item.settled(item.status(), settled), statements);
    }

    private static DoubtSettled event(Conversation conversation, TimelineItem item, Settled settled) {
        return new DoubtSettled(
                conversation.id(),
                conversation.state().access(),
                item.id(),
                item.sequence(),
                settled.outcome(),
                settled.by(),
                settled.again(),
                settled.at(),
                conversation.state());
    }

    private static Problem notInDoubt(TimelineItem item) {
        return Problem.of(
                        409,
                        "not-in-doubt",
                        "This message is not in doubt",
                        item.settled() != null
                                ? "%s has settled it already."
                                        .formatted(item.settled().by().name())
                                : "Its status is known. Load the conversation again.")
                .with("message", item);
    }
}
