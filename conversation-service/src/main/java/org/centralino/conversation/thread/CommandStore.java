package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.centralino.conversation.history.History;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.message.TimelineItem;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand;
import org.centralino.conversation.thread.domain.Refusal;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.Person;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.Decision;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.outbox.Outbox;
import org.centralino.kit.problem.Problem;

/// What operators do with a conversation: it is locked, decides, and is written with what follows.
@ApplicationScoped
public class CommandStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private static final String ADDED_BY_OTHERS = "select " + MessageRow.COLUMNS + """
             from message m where m.conversation_id = $1 and m.sequence > $2
              and (m.author_id is null or m.author_id <> $3)
            order by m.sequence limit 100""";

    private final Database database;

    CommandStore(Database database) {
        this.database = database;
    }

    /// What a command led to.
    ///
    /// @param before as it was
    /// @param after as it is now
    public record Outcome(Conversation before, Conversation after, List<Recorded> facts) {
        /// @return what writes the conversation, its history and what is to be told
        public List<Statement> statements() {
            var statements = new ArrayList<Statement>();
            if (!facts.isEmpty()) {
                statements.addAll(ConversationRow.write(List.of(after)));
                statements.addAll(History.ofConversations(facts));
                statements.addAll(OUTBOX.append(facts));
            }
            return statements;
        }
    }

    /// Carries out a command that concerns the conversation as a whole.
    Uni<Void> change(
            UUID conversationId, Person by, long lastSeen, ConversationCommand command, Visibility visibility) {
        return locked(
                conversationId,
                visibility,
                (transaction, row) -> decided(transaction, ConversationRow.read(row), by, lastSeen, command)
                        .map(outcome -> Written.only(outcome.statements())));
    }

    /// Locks a conversation that the operator may see; else a 404 problem.
    ///
    /// @param work what to do with its row, which has the columns of [ConversationRow#COLUMNS]
    public <T> Uni<T> locked(
            UUID conversationId, Visibility visibility, BiFunction<Transaction, Row, Uni<Written<T>>> work) {
        return database.transaction(transaction ->
                lock(transaction, conversationId).chain(rows -> work.apply(transaction, visible(rows, visibility))));
    }

    static Uni<RowSet<Row>> lock(Transaction transaction, UUID conversationId) {
        return transaction.ask(ConversationRow.LOCK, (Object) new UUID[] {conversationId});
    }

    /// @return the only row, when the operator may see it
    static Row visible(RowSet<Row> rows, Visibility visibility) {
        for (var row : rows) {
            if (visibility.covers(ConversationRow.read(row).state().access())) {
                return row;
            }
        }
        throw Problem.notFound("This conversation").asException();
    }

    /// Decides a command of an operator; fails with the problem when it is refused. What others added is only asked
    /// for when that is the reason.
    ///
    /// @param lastSeen the newest position that he saw
    public static Uni<Outcome> decided(
            Transaction transaction, Conversation conversation, Person by, long lastSeen, ConversationCommand command) {
        return switch (conversation.decide(command)) {
            case Decision.Accepted(var facts) -> Uni.createFrom().item(outcome(conversation, facts));
            case Decision.Rejected(var refusal)
            when refusal == Refusal.STALE_VIEW ->
                transaction
                        .ask(ADDED_BY_OTHERS, conversation.id(), lastSeen, by.id())
                        .chain(rows -> {
                            var added = new ArrayList<TimelineItem>();
                            rows.forEach(row -> added.add(MessageRow.read(row)));
                            return Uni.createFrom()
                                    .failure(Refusals.staleView(conversation.state(), added)
                                            .asException());
                        });
            case Decision.Rejected(var refusal) ->
                Uni.createFrom()
                        .failure(Refusals.problem(refusal, conversation.state()).asException());
        };
    }

    private static Outcome outcome(Conversation before, List<Recorded> facts) {
        var after = before;
        for (var fact : facts) {
            after = after.after(fact);
        }
        return new Outcome(before, after, facts);
    }
}
