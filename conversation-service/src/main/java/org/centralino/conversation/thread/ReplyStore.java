package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.centralino.conversation.attachment.AttachmentStore;
import org.centralino.conversation.channel.ChannelStore;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.message.NamedMessage;
import org.centralino.conversation.message.ReadCursor;
import org.centralino.conversation.message.TimelineItem;
import org.centralino.conversation.thread.ReplyContents.Said;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand.SendReply;
import org.centralino.conversation.thread.domain.Refusal;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.MessageContext;
import org.centralino.events.Person;
import org.centralino.events.Quoted;
import org.centralino.kit.Decision;
import org.centralino.kit.conversation.Onlooker;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// An operator's reply, in one transaction of two round trips, and one more each for its files and for the message that
/// it answers.
@ApplicationScoped
class ReplyStore {
    private static final String FIND = "select " + MessageRow.COLUMNS + " from message m where m.id = $1";

    private final Database database;
    private final ReplyContents contents;
    private final ChannelStore channels;
    private final Epochs epochs;
    private final Clock clock;

    ReplyStore(Database database, ReplyContents contents, ChannelStore channels, Epochs epochs, Clock clock) {
        this.channels = channels;
        this.database = database;
        this.contents = contents;
        this.epochs = epochs;
        this.clock = clock;
    }

    /// What an operator wants to send.
    ///
    /// @param id made by the caller: the same id is the same reply
    /// @param answers our id of the message that it answers; null when it answers none in particular
    record Reply(
            UUID id,
            ReplyContent content,
            @Nullable UUID answers,
            long lastSeen,
            long epoch,
            boolean anyway,
            boolean takeOver) {}

    /// The message that a reply answers, as the platform and as people know it.
    private record Answering(
            @Nullable MessageContext context, @Nullable Quoted quoted) {
        static final Answering NONE = new Answering(null, null);

        static Answering of(NamedMessage message) {
            return new Answering(new MessageContext(message.onThePlatform(), false, false), message.quoted());
        }
    }

    /// @return the reply as it stands in the timeline now
    Uni<TimelineItem> reply(UUID conversationId, Reply reply, Person author, Visibility visibility) {
        return reply(conversationId, reply, author, visibility, epochs.deadline());
    }

    private Uni<TimelineItem> reply(
            UUID conversationId, Reply reply, Person author, Visibility visibility, long deadline) {
        return decide(conversationId, reply, author, visibility)
                .onFailure(EpochAwaitedException.class)
                .recoverWithUni(awaited -> {
                    var known = awaited.conversation().state().epoch();
                    return Onlooker.mayBeOnItsWay(reply.epoch(), known) && System.nanoTime() < deadline
                            ? epochs.arrival(conversationId, reply.epoch(), deadline)
                                    .chain(() -> reply(conversationId, reply, author, visibility, deadline))
                            : Uni.createFrom()
                                    .failure(Refusals.problem(
                                                    Refusal.EPOCH_UNKNOWN,
                                                    awaited.conversation().state())
                                            .asException());
                });
    }

    private Uni<TimelineItem> decide(UUID conversationId, Reply reply, Person author, Visibility visibility) {
        return database.transaction(transaction -> {
            var locked = CommandStore.lock(transaction, conversationId);
            var mayWrite = channels.mayWrite(transaction, conversationId);
            return transaction
                    .ask(FIND, reply.id())
                    .chain(existing -> locked.chain(rows -> existing.size() > 0
                            ? theSame(existing, conversationId, reply, author)
                            : write(transaction, rows, mayWrite, reply, author, visibility)));
        });
    }

    /// What became of his reply its author may always know, whoever holds the conversation now.
    private static Uni<Written<TimelineItem>> theSame(
            RowSet<Row> existing, UUID conversationId, Reply wanted, Person author) {
        var item = MessageRow.read(existing.iterator().next());
        var answered = item.quoted() == null ? null : item.quoted().messageId();
        if (!item.conversationId().equals(conversationId) || !Objects.equals(wanted.answers(), answered)) {
            throw ReplyContents.idAlreadyUsed().asException();
        }
        return Uni.createFrom().item(Written.nothing(ReplyContents.theSame(item, wanted.content(), author)));
    }

    private Uni<Written<TimelineItem>> write(
            Transaction transaction,
            RowSet<Row> rows,
            Uni<Void> mayWrite,
            Reply reply,
            Person author,
            Visibility visibility) {
        var row = CommandStore.visible(rows, visibility);
        return mayWrite.chain(
                        () -> contents.of(reply.content(), transaction, ConversationRow.read(row), author, reply.id()))
                .chain(said -> answering(transaction, row.getUUID("id"), reply)
                        .chain(answering -> queue(transaction, row, reply, said, answering, author)));
    }

    /// Most replies answer no message in particular, and then none is looked for.
    private static Uni<Answering> answering(Transaction transaction, UUID conversation, Reply reply) {
        return reply.answers() == null
                ? Uni.createFrom().item(Answering.NONE)
                : NamedMessage.found(transaction, conversation, reply.answers())
                        .map(found -> Answering.of(found.orElseThrow(() -> Problem.of(
                                        409,
                                        "answered-message-missing",
                                        "The message that it answers is not in this conversation",
                                        "It does not exist, was deleted, or belongs to another conversation. Send the"
                                                + " reply without answers.")
                                .asException())));
    }

    private Uni<Written<TimelineItem>> queue(
            Transaction transaction, Row row, Reply reply, Said said, Answering answering, Person author) {
        var conversation = ConversationRow.read(row);
        var command = new SendReply(
                reply.id(),
                author,
                ContactRows.read(row).recipient(),
                said.content(),
                answering.context(),
                answering.quoted(),
                reply.lastSeen(),
                reply.epoch(),
                reply.anyway(),
                reply.takeOver(),
                null,
                said.file(),
                said.cardFiles(),
                said.mayAdvertise(),
                clock.instant());
        if (conversation.decide(command) instanceof Decision.Rejected(var refusal)
                && refusal == Refusal.EPOCH_UNKNOWN) {
            throw new EpochAwaitedException(conversation);
        }
        return CommandStore.decided(transaction, conversation, author, reply.lastSeen(), command)
                .map(outcome -> {
                    var queued = (ReplyQueued) outcome.facts().getFirst();
                    var statements = new ArrayList<>(outcome.statements());
                    statements.addAll(MessageRow.queued(queued, conversation.answeredThrough()));
                    statements.addAll(AttachmentStore.named(queued));
                    // Who replies has also read.
                    statements.add(ReadCursor.moved(author.id(), conversation.id(), queued.sequence()));
                    return new Written<>(TimelineItem.of(queued), statements);
                });
    }

    /// The author writes under a change of the responder that has not reached us.
    private static final class EpochAwaitedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Conversation conversation;

        EpochAwaitedException(Conversation conversation) {
            super(null, null, false, false);
            this.conversation = conversation;
        }

        Conversation conversation() {
            return conversation;
        }
    }
}
