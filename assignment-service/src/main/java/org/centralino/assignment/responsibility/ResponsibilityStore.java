package org.centralino.assignment.responsibility;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.assignment.directory.DirectoryStore;
import org.centralino.assignment.directory.SignedIn;
import org.centralino.assignment.responsibility.domain.AssignmentCommand;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Take;
import org.centralino.assignment.responsibility.domain.Responsibility;
import org.centralino.events.AssignmentEvent.ResponderChanged;
import org.centralino.events.ConversationEvent;
import org.centralino.events.Person;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.Decision;
import org.centralino.kit.conversation.KnownConversation;
import org.centralino.kit.conversation.KnownConversations;
import org.centralino.kit.conversation.Onlooker;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.kafka.Received;
import org.centralino.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// Keeps who is responsible. A change locks the conversation's row, so the database decides the order of
/// those who come at once; the row and the event are written together or not at all.
@Singleton
class ResponsibilityStore {
    private static final String SAVE = """
            update conversation
            set epoch = $2, assignee_id = $3, assignee_name = $4, since = $5, former_known = true, former_assignee_id = $6
            where id = $1""";

    /// Whoever was quicker than what is told has it.
    private static final String SAVE_FIRST = SAVE + " and epoch = 0 returning id";

    private final Database database;
    private final KnownConversations conversations;
    private final Outbox<ResponderChanged> outbox = new Outbox<>(Topics.ASSIGNMENT, WireFormat.ASSIGNMENT);

    ResponsibilityStore(Database database, KnownConversations conversations) {
        this.database = database;
        this.conversations = conversations;
    }

    /// Whoever wrote to a customer first answers for the conversation.
    Uni<Void> begun(List<Received<ConversationEvent>> events) {
        var begun = events.stream()
                .map(Received::event)
                .flatMap(event -> event instanceof ConversationEvent.Opened opened ? Stream.of(opened) : Stream.empty())
                .flatMap(ResponsibilityStore::takenByWhoBegan)
                .toList();
        return begun.isEmpty()
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(begun)
                        .onItem()
                        .transformToUniAndConcatenate(
                                taken -> database.ask(outbox.appendWith(saving(SAVE_FIRST, taken), List.of(taken))))
                        .collect()
                        .asList()
                        .replaceWithVoid();
    }

    private static Stream<ResponderChanged> takenByWhoBegan(ConversationEvent.Opened opened) {
        var by = opened.startedBy();
        if (by == null) {
            return Stream.empty();
        }
        var access = opened.conversation().access();
        var nobodys = new Responsibility(opened.conversationId(), access, 0, null, opened.at());
        return nobodys.decide(new Take(by, opened.at())) instanceof Decision.Accepted(var changes)
                ? changes.stream()
                : Stream.empty();
    }

    /// @return who is responsible, for an operator who may see it; else the problem why not
    Uni<Responsibility> find(UUID conversationId, SignedIn by) {
        return conversations.find(conversationId, onlooker(by)).map(ResponsibilityStore::responsibility);
    }

    /// Decides the command on the locked row; saves and tells what follows.
    ///
    /// @return who is responsible then, or the problem why nothing changes
    Uni<Responsibility> handle(UUID conversationId, SignedIn by, AssignmentCommand command) {
        return conversations.change(
                conversationId,
                onlooker(by),
                (_, conversation) -> conversation
                        .map(ResponsibilityStore::responsibility)
                        .map(before -> switch (before.decide(command)) {
                            case Decision.Accepted(var changes) -> written(before, changes, by);
                            case Decision.Rejected(var refusal) ->
                                throw Refusals.problem(refusal).asException();
                        }));
    }

    private Written<Responsibility> written(Responsibility before, List<ResponderChanged> changes, SignedIn by) {
        var statements = new ArrayList<Statement>();
        var after = before;
        for (var change : changes) {
            after = after.after(change);
            statements.add(saving(SAVE, change));
            statements.add(DirectoryStore.signIn(by));
        }
        statements.addAll(outbox.append(changes));
        return new Written<>(after, statements);
    }

    private static Statement saving(String sql, ResponderChanged change) {
        var holder = change.operator();
        return Statement.of(
                sql,
                change.conversationId(),
                change.epoch(),
                idOf(holder),
                holder == null ? null : holder.name(),
                change.at().atOffset(ZoneOffset.UTC),
                idOf(change.previous()));
    }

    /// Changes of the holder are numbered here: nobody can have heard of one that this service does not know.
    private static Onlooker onlooker(SignedIn by) {
        return Onlooker.of(by.visibility(), by.at()).knowing(0);
    }

    private static Responsibility responsibility(KnownConversation known) {
        return new Responsibility(known.id(), known.access(), known.epoch(), known.holder(), known.since());
    }

    private static @Nullable UUID idOf(@Nullable Person person) {
        return person == null ? null : person.id();
    }
}
