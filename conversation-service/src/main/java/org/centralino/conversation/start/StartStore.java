package org.centralino.conversation.start;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centralino.conversation.addressbook.ConsentStore;
import org.centralino.conversation.attachment.AttachmentStore;
import org.centralino.conversation.channel.ChannelStore;
import org.centralino.conversation.contact.ConsentRows;
import org.centralino.conversation.contact.domain.Contact;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.message.ReadCursor;
import org.centralino.conversation.message.TimelineItem;
import org.centralino.conversation.template.TemplateOffers;
import org.centralino.conversation.template.TemplateQueries;
import org.centralino.conversation.template.TemplateQueries.Sought;
import org.centralino.conversation.thread.CommandStore.Outcome;
import org.centralino.conversation.thread.ConsentsTold;
import org.centralino.conversation.thread.Refusals;
import org.centralino.conversation.thread.ReplyContent;
import org.centralino.conversation.thread.ReplyContents;
import org.centralino.conversation.thread.ReplyContents.Said;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand.SendFirst;
import org.centralino.conversation.thread.domain.ConversationCommand.SendReply;
import org.centralino.events.ConversationEvent.Opened;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.Person;
import org.centralino.kit.Decision;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Begins conversations. The contact, the conversation and its first message are written together. When two begin one
/// with the same customer at once, or he writes at that moment, the database lets one be first, and the other is led
/// to what that one made.
@ApplicationScoped
class StartStore {
    private static final String FIND = "select " + MessageRow.COLUMNS + " from message m where m.id = $1";

    private static final Problem USED = Problem.of(
            409,
            "id-already-used",
            "This id belongs to another conversation",
            "Make a new conversationId, and bring the file to it; a file belongs to the conversation it was brought to.");

    private final Database database;
    private final ReplyContents contents;
    private final TemplateQueries templates;
    private final ChannelStore channels;
    private final ConsentStore consents;
    private final Clock clock;

    StartStore(
            Database database,
            ReplyContents contents,
            TemplateQueries templates,
            ChannelStore channels,
            ConsentStore consents,
            Clock clock) {
        this.consents = consents;
        this.channels = channels;
        this.database = database;
        this.contents = contents;
        this.templates = templates;
        this.clock = clock;
    }

    /// What an operator wants to send first.
    ///
    /// @param id made by the caller: the same id is the same message
    /// @param conversationId of the conversation that begins
    /// @param consentEvidence what shows that the customer agreed to advertising; null when nothing is
    ///     to be recorded
    record Start(
            UUID id,
            UUID conversationId,
            String phoneNumberId,
            Addressee to,
            ReplyContent content,
            @Nullable String consentEvidence) {}

    /// @return the message as it stands in the timeline now
    Uni<TimelineItem> start(Start start, Person author, Visibility visibility) {
        return Uni.createFrom()
                .deferred(() -> database.transaction(transaction -> transaction
                        .ask(FIND, start.id())
                        .chain(existing -> existing.size() > 0
                                ? theSame(existing, start, author)
                                : begin(transaction, start, author, visibility))))
                .onFailure(Database::wasBeaten)
                .retry()
                .atMost(1);
    }

    /// @return what can be sent first; fails with a problem when there is a conversation with him already
    Uni<TemplateOffers> templates(
            String phoneNumberId, Addressee to, Sought sought, Person author, Visibility visibility) {
        return database.transaction(transaction -> to.find(transaction, visibility)
                .call(found -> Addressee.refuseSecond(transaction, found.contact(), phoneNumberId, visibility))
                .chain(found -> templates.offeredFirst(
                        transaction, found.contact().map(Contact::id).orElse(null), phoneNumberId, sought, author))
                .map(Written::nothing));
    }

    private static Uni<Written<TimelineItem>> theSame(RowSet<Row> existing, Start start, Person author) {
        var there = MessageRow.read(existing.iterator().next());
        return Uni.createFrom().item(Written.nothing(ReplyContents.theSame(there, start.content(), author)));
    }

    private Uni<Written<TimelineItem>> begin(
            Transaction transaction, Start start, Person author, Visibility visibility) {
        return channels.mayWriteFrom(transaction, start.phoneNumberId())
                .chain(() -> refuseUsed(transaction, start.conversationId()))
                .chain(() -> start.to().find(transaction, visibility))
                .call(found -> Addressee.refuseSecond(transaction, found.contact(), start.phoneNumberId(), visibility))
                .chain(found -> {
                    var addressee = start.to().written(found, clock.instant());
                    var opened = Conversation.start(
                            start.conversationId(),
                            start.phoneNumberId(),
                            addressee.contact().shown(),
                            author,
                            clock.instant());
                    // A template is filled in for a contact that stands in the table.
                    return transaction
                            .carryOut(addressee.statements())
                            .chain(() -> agreed(transaction, addressee.contact(), start.consentEvidence(), author))
                            .chain(agreed -> contents.of(
                                            start.content(), transaction, Conversation.of(opened), author, start.id())
                                    .map(said -> write(opened, addressee.contact(), start, said, agreed, author)));
                });
    }

    private static Uni<Void> refuseUsed(Transaction transaction, UUID conversation) {
        return transaction
                .ask("select from conversation where id = $1", conversation)
                .invoke(rows -> {
                    if (rows.size() > 0) {
                        throw USED.asException();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Optional<ConsentRows.Said>> agreed(
            Transaction transaction, Contact contact, @Nullable String evidence, Person author) {
        return evidence == null
                ? Uni.createFrom().item(Optional.<ConsentRows.Said>empty())
                : consents.recordUnlessKnown(transaction, contact.id(), evidence, author);
    }

    /// @param agreed what is recorded by this of advertising
    private Written<TimelineItem> write(
            Opened opened, Contact contact, Start start, Said said, Optional<ConsentRows.Said> agreed, Person author) {
        var facts = new ArrayList<Recorded>(List.of(opened));
        agreed.ifPresent(consent -> facts.add(ConsentsTold.in(Conversation.of(opened), consent, clock.instant())));
        var conversation = Conversation.of(opened).after(facts.getLast());
        var first = new SendFirst(new SendReply(
                start.id(),
                author,
                contact.recipient(),
                said.content(),
                null,
                null,
                0,
                0,
                false,
                false,
                null,
                said.file(),
                said.cardFiles(),
                said.mayAdvertise(),
                clock.instant()));
        return switch (conversation.decide(first)) {
            case Decision.Rejected(var refusal) ->
                throw Refusals.problem(refusal, conversation.state()).asException();
            case Decision.Accepted(var accepted) -> {
                var queued = (ReplyQueued) accepted.getFirst();
                facts.add(queued);
                var statements =
                        new ArrayList<>(new Outcome(conversation, conversation.after(queued), facts).statements());
                statements.addAll(MessageRow.queued(queued, conversation.answeredThrough()));
                statements.addAll(AttachmentStore.named(queued));
                statements.add(ReadCursor.moved(author.id(), conversation.id(), queued.sequence()));
                yield new Written<>(TimelineItem.of(queued), statements);
            }
        };
    }
}
