package org.centralino.conversation.addressbook;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.contact.BlockRows;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.history.History;
import org.centralino.conversation.thread.ContactsTold;
import org.centralino.conversation.thread.ConversationRow;
import org.centralino.conversation.thread.Refusals;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand.Block;
import org.centralino.conversation.thread.domain.Refusal;
import org.centralino.events.ConversationEvent.BlockChanged;
import org.centralino.events.ConversationEvent.BlockRequested;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.OutboundEvent.BlockAnswered;
import org.centralino.events.Person;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.Decision;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.outbox.Outbox;
import org.centralino.kit.problem.Problem;

/// Whom WhatsApp keeps from writing: each of a customer's conversations has its own number, and each number its own
/// list.
@ApplicationScoped
public class BlockStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private static final String OPEN = """
            select conversation_id, request_id, asked_by_id, asked_by_name from contact_block
            where request_id = any ($1) and settled_at is null
            order by conversation_id for update""";

    private final Database database;
    private final Clock clock;

    BlockStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Asks for it in all his conversations in which it can be done; refused when there is none.
    Uni<Void> ask(UUID contact, boolean blocked, Person by, Visibility visibility) {
        return database.transaction(transaction -> ContactQueries.person(transaction, contact, visibility)
                .chain(person -> ContactsTold.lock(transaction, person.getUUID("id")))
                .map(locked -> Written.only(asked(locked, blocked, by))));
    }

    private List<Statement> asked(RowSet<Row> locked, boolean blocked, Person by) {
        var now = clock.instant();
        var requests = new ArrayList<BlockRequested>();
        var changed = new ArrayList<Conversation>();
        var refused = new ArrayList<Problem>();
        for (var row : locked) {
            var conversation = ConversationRow.read(row);
            var recipient = ContactRows.read(row).recipient();
            switch (conversation.decide(new Block(UUID.randomUUID(), blocked, by, recipient, now))) {
                case Decision.Accepted(var facts) ->
                    facts.forEach(fact -> {
                        requests.add((BlockRequested) fact);
                        changed.add(conversation.after(fact));
                    });
                case Decision.Rejected(Refusal refusal) -> refused.add(Refusals.problem(refusal, conversation.state()));
            }
        }
        if (requests.isEmpty() && !refused.isEmpty()) {
            throw refused.getFirst().asException();
        }
        return Stream.of(BlockRows.asked(requests), ConversationRow.write(changed), OUTBOX.append(requests))
                .flatMap(List::stream)
                .toList();
    }

    /// Takes down what the platform made of it. What something else was asked for since does not count any more.
    public Uni<Void> answered(List<BlockAnswered> answers) {
        return answers.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.transaction(transaction -> {
                    var locked = transaction.ask(ConversationRow.LOCK, (Object) answers.stream()
                            .map(BlockAnswered::conversationId)
                            .distinct()
                            .toArray(UUID[]::new));
                    return transaction
                            .ask(OPEN, (Object) answers.stream()
                                    .map(BlockAnswered::requestId)
                                    .toArray(UUID[]::new))
                            .chain(open -> locked.map(rows -> Written.only(changed(answers, open, rows))));
                });
    }

    private List<Statement> changed(List<BlockAnswered> answers, RowSet<Row> open, RowSet<Row> locked) {
        var now = clock.instant();
        var askedBy = new HashMap<UUID, Person>();
        open.forEach(row -> askedBy.put(
                row.getUUID("request_id"), new Person(row.getUUID("asked_by_id"), row.getString("asked_by_name"))));
        var conversations = new HashMap<UUID, Conversation>();
        locked.forEach(row -> conversations.put(row.getUUID("id"), ConversationRow.read(row)));
        var events = new ArrayList<BlockChanged>();
        for (var answer : answers) {
            var by = askedBy.remove(answer.requestId());
            var conversation = conversations.get(answer.conversationId());
            if (by != null && conversation != null) {
                var event = conversation.blockAnswered(answer.requestId(), answer.blocked(), by, answer.error(), now);
                events.add(event);
                conversations.put(conversation.id(), conversation.after(event));
            }
        }
        return Stream.of(
                        BlockRows.settled(events),
                        ConversationRow.write(events.stream()
                                .map(event -> conversations.get(event.conversationId()))
                                .distinct()
                                .toList()),
                        History.ofConversations(events),
                        OUTBOX.append(events))
                .flatMap(List::stream)
                .toList();
    }
}
