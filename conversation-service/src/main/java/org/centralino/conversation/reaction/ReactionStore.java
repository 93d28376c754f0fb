package org.centralino.conversation.reaction;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.message.Documents;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.message.NamedMessage;
import org.centralino.conversation.reaction.domain.Wish;
import org.centralino.conversation.thread.CommandStore;
import org.centralino.conversation.thread.ConversationRow;
import org.centralino.conversation.thread.domain.ConversationCommand.React;
import org.centralino.events.ConversationEvent.MessageReacted;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationState;
import org.centralino.events.OutboundEvent.ReactionAnswered;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.centralino.events.Reaction;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.outbox.Outbox;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.pruning.PruningRule;
import org.jspecify.annotations.Nullable;

/// Emojis of the business on messages: what operators want, and what the platform made of it. The message alone changes
/// by them: nobody is answered, and nothing is unread.
@ApplicationScoped
public class ReactionStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private static final String FIND = "select message_id, emoji, by_id from our_reaction where id = $1";

    private static final String ASK = """
            insert into our_reaction (id, message_id, emoji, by_id, by_name, asked_at, former)
            values ($1, $2, $3, $4, $5, greatest($6, (
              select max(asked_at) + interval '1 microsecond' from our_reaction where message_id = $2)),
              cast($7 as text)::jsonb)""";

    /// Always in the order of their ids: two transactions never wait for each other in a circle.
    private static final String LOCK = """
            select m.id as message_id, m.sequence, m.content ->> 'type' = 'revoked' as deleted,
              m.reactions::text as reactions, w.id as wish_id, w.emoji,
              w.by_id, w.by_name, w.asked_at, w.former::text as former,
              """ + ConversationRow.COLUMNS + """
             from our_reaction w join message m on m.id = w.message_id
              join conversation c on c.id = m.conversation_id join contact k on k.id = c.contact_id
            where w.id = any ($1) order by m.id for update of m""";

    /// Of a message only what was wanted last counts.
    private static final String NEWEST = """
            select distinct on (message_id) id from our_reaction
            where message_id in (select message_id from our_reaction where id = any ($1))
            order by message_id, asked_at desc""";

    private final CommandStore conversations;
    private final Database database;
    private final Clock clock;

    ReactionStore(CommandStore conversations, Database database, Clock clock) {
        this.conversations = conversations;
        this.database = database;
        this.clock = clock;
    }

    /// What an operator wants.
    ///
    /// @param id made by the caller: the same id is the same wish
    /// @param emoji null takes away the one that stands there
    record Asked(UUID id, UUID messageId, @Nullable String emoji, long epoch) {}

    /// Nothing is reported of a reaction after so long.
    @Produces
    @Singleton
    static PruningRule longAgo() {
        return new PruningRule("our_reaction", "asked_at < now() - interval '30 days'");
    }

    /// @return what stands on the message while the platform is asked
    Uni<ReactionView> react(UUID conversationId, Asked asked, Person author, Visibility visibility) {
        return conversations.locked(conversationId, visibility, (transaction, row) -> {
            var existing = transaction.ask(FIND, asked.id());
            return NamedMessage.locked(transaction, conversationId, asked.messageId())
                    .chain(found -> existing.chain(wishes -> {
                        var message = found.orElseThrow(
                                () -> Problem.notFound("This message").asException());
                        return wishes.size() > 0
                                ? theSame(wishes.iterator().next(), asked, author, message)
                                : write(transaction, row, asked, author, message);
                    }));
        });
    }

    private static Uni<Written<ReactionView>> theSame(Row wish, Asked asked, Person author, NamedMessage message) {
        var same = asked.messageId().equals(wish.getUUID("message_id"))
                && author.id().equals(wish.getUUID("by_id"))
                && Objects.equals(asked.emoji(), wish.getString("emoji"));
        if (same) {
            return Uni.createFrom().item(Written.nothing(view(message.id(), message.reactions())));
        }
        throw Problem.of(
                        409,
                        "id-already-used",
                        "This id belongs to another reaction",
                        "Make a new id for a new reaction; repeat an id only to repeat the same one.")
                .asException();
    }

    private Uni<Written<ReactionView>> write(
            Transaction transaction, Row row, Asked asked, Person author, NamedMessage message) {
        var conversation = ConversationRow.read(row);
        var now = clock.instant();
        var command = new React(
                asked.id(),
                message.id(),
                message.sequence(),
                message.onThePlatform(),
                message.writtenAt(),
                asked.emoji(),
                author,
                ContactRows.read(row).recipient(),
                asked.epoch(),
                now);
        return CommandStore.decided(transaction, conversation, author, message.sequence(), command)
                .map(outcome -> {
                    if (Wish.isFulfilled(message.reactions(), asked.emoji())) {
                        return Written.nothing(view(message.id(), message.reactions()));
                    }
                    var wish = new Wish(
                            asked.id(),
                            message.id(),
                            asked.emoji(),
                            author,
                            now,
                            Wish.ours(message.reactions()).orElse(null));
                    var reacted = new MessageReacted(
                            conversation.id(),
                            conversation.state().access(),
                            message.id(),
                            message.sequence(),
                            wish.asked(message.reactions()),
                            now,
                            conversation.state());
                    var statements = new ArrayList<Statement>();
                    statements.add(ask(wish));
                    statements.addAll(MessageRow.changed(List.of(reacted)));
                    var facts = new ArrayList<>(outcome.facts());
                    facts.add(reacted);
                    statements.addAll(OUTBOX.append(facts));
                    return new Written<>(view(message.id(), reacted.reactions()), statements);
                });
    }

    private static Statement ask(Wish wish) {
        return Statement.of(
                ASK,
                wish.id(),
                wish.messageId(),
                wish.emoji(),
                wish.by().id(),
                wish.by().name(),
                wish.at().atOffset(ZoneOffset.UTC),
                Documents.write(wish.former()));
    }

    private static ReactionView view(UUID message, List<Reaction> reactions) {
        return new ReactionView(message, reactions);
    }

    /// Takes down what the platform made of it.
    public Uni<Void> answered(List<ReactionAnswered> answers) {
        var outcomes = new HashMap<UUID, @Nullable PlatformError>();
        answers.forEach(answer -> outcomes.put(answer.reactionId(), answer.error()));
        return cameTo(outcomes);
    }

    /// What the platform had taken, and reported later that it did not arrive.
    ///
    /// @param errors by the ids of wishes, and of anything else that was sent: that is left aside
    public Uni<Void> failed(Map<UUID, PlatformError> errors) {
        return cameTo(new HashMap<>(errors));
    }

    private Uni<Void> cameTo(Map<UUID, @Nullable PlatformError> outcomes) {
        if (outcomes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = outcomes.keySet().toArray(UUID[]::new);
        return database.transaction(transaction -> transaction
                .ask(LOCK, (Object) ids)
                .chain(locked -> locked.size() == 0
                        ? Uni.createFrom().item(Written.only(List.of()))
                        : transaction
                                .ask(NEWEST, (Object) ids)
                                .map(newest -> Written.only(changed(locked, newest, outcomes)))));
    }

    private List<Statement> changed(
            RowSet<Row> locked, RowSet<Row> newest, Map<UUID, @Nullable PlatformError> outcomes) {
        var now = clock.instant();
        var counting = newest.stream().map(row -> row.getUUID("id")).collect(Collectors.toSet());
        var events = new ArrayList<MessageReacted>();
        for (var row : locked) {
            var wish = wish(row);
            var before = Documents.readList(row.getString("reactions"), Reaction.class);
            var after = wish.answered(before, outcomes.get(wish.id()));
            if (counting.contains(wish.id()) && !row.getBoolean("deleted") && !after.equals(before)) {
                events.add(reacted(row, after, ConversationRow.read(row).state(), now));
            }
        }
        var statements = new ArrayList<>(MessageRow.changed(events));
        statements.addAll(OUTBOX.append(events));
        return statements;
    }

    private static MessageReacted reacted(Row row, List<Reaction> reactions, ConversationState state, Instant now) {
        return new MessageReacted(
                row.getUUID("id"),
                state.access(),
                row.getUUID("message_id"),
                row.getLong("sequence"),
                reactions,
                now,
                state);
    }

    private static Wish wish(Row row) {
        return new Wish(
                row.getUUID("wish_id"),
                row.getUUID("message_id"),
                row.getString("emoji"),
                new Person(row.getUUID("by_id"), row.getString("by_name")),
                row.getOffsetDateTime("asked_at").toInstant(),
                Documents.readIfAny(row.getString("former"), Reaction.class));
    }
}
