package org.centralino.conversation.reaction;

import static java.util.Objects.requireNonNull;

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
import java.util.stream.Stream;
import org.centralino.conversation.channel.ChannelStore;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.message.NamedMessage;
import org.centralino.conversation.reaction.domain.Wish;
import org.centralino.conversation.thread.CommandStore;
import org.centralino.conversation.thread.ConversationRow;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand.React;
import org.centralino.conversation.thread.domain.ReplyWindow;
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
import org.centralino.kit.database.Documents;
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

    /// Of the wishes that the platform refused because the window is shut. As everywhere, conversations
    /// are locked before their messages.
    private static final String LOCK_CONVERSATIONS = """
            select c.id from conversation c where c.id in (
              select m.conversation_id from our_reaction w join message m on m.id = w.message_id where w.id = any ($1))
            order by c.id for update""";

    /// Of a message only what was wanted last counts.
    private static final String NEWEST = """
            select distinct on (message_id) id from our_reaction
            where message_id in (select message_id from our_reaction where id = any ($1))
            order by message_id, asked_at desc""";

    private final CommandStore conversations;
    private final ChannelStore channels;
    private final Database database;
    private final Clock clock;

    ReactionStore(CommandStore conversations, ChannelStore channels, Database database, Clock clock) {
        this.conversations = conversations;
        this.channels = channels;
        this.database = database;
        this.clock = clock;
    }

    /// What an operator wants.
    ///
    /// @param id made by the caller: the same id is the same wish
    /// @param emoji null takes away the one that stands there
    record Asked(UUID id, UUID messageId, @Nullable String emoji, long epoch) {}

    /// What became of a wish.
    ///
    /// @param error why it was not done; null when it was
    /// @param at when the platform said so
    public record Outcome(@Nullable PlatformError error, Instant at) {
        private boolean saysThatTheWindowIsShut() {
            return error != null && error.code() == ReplyWindow.SHUT;
        }
    }

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
                                : channels.mayWrite(transaction, conversationId)
                                        .chain(() -> write(transaction, row, asked, author, message));
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
                Documents.writeIfAny(wish.former()));
    }

    private static ReactionView view(UUID message, List<Reaction> reactions) {
        return new ReactionView(message, reactions);
    }

    /// Takes down what the platform made of it.
    public Uni<Void> answered(List<ReactionAnswered> answers) {
        var outcomes = new HashMap<UUID, Outcome>();
        answers.forEach(answer -> outcomes.put(answer.reactionId(), new Outcome(answer.error(), answer.at())));
        return cameTo(outcomes);
    }

    /// What the platform had taken, and reported later that it did not arrive.
    ///
    /// @param outcomes by the ids of wishes, and of anything else that was sent: that is left aside
    public Uni<Void> failed(Map<UUID, Outcome> outcomes) {
        return cameTo(outcomes);
    }

    private Uni<Void> cameTo(Map<UUID, Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = outcomes.keySet().toArray(UUID[]::new);
        return database.transaction(transaction -> lockConversations(transaction, outcomes)
                .chain(() -> transaction.ask(LOCK, (Object) ids))
                .chain(locked -> locked.size() == 0
                        ? Uni.createFrom().item(Written.only(List.of()))
                        : transaction
                                .ask(NEWEST, (Object) ids)
                                .map(newest -> Written.only(changed(locked, newest, outcomes)))));
    }

    private static Uni<Void> lockConversations(Transaction transaction, Map<UUID, Outcome> outcomes) {
        var shut = outcomes.entrySet().stream()
                .filter(outcome -> outcome.getValue().saysThatTheWindowIsShut())
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
        return shut.length == 0
                ? Uni.createFrom().voidItem()
                : transaction.ask(LOCK_CONVERSATIONS, (Object) shut).replaceWithVoid();
    }

    private List<Statement> changed(RowSet<Row> locked, RowSet<Row> newest, Map<UUID, Outcome> outcomes) {
        var now = clock.instant();
        var counting = newest.stream().map(row -> row.getUUID("id")).collect(Collectors.toSet());
        var shut = new HashMap<UUID, Conversation>();
        var reacted = new ArrayList<MessageReacted>();
        var told = new ArrayList<MessageReacted>();
        for (var row : locked) {
            var wish = wish(row);
            var outcome = requireNonNull(outcomes.get(wish.id()), "it was asked for");
            var known = shut.getOrDefault(row.getUUID("id"), ConversationRow.read(row));
            var conversation = outcome.saysThatTheWindowIsShut() ? known.windowClosed(outcome.at()) : known;
            if (conversation != known) {
                shut.put(conversation.id(), conversation);
            }
            var before = Documents.readList(row.getString("reactions"), Reaction.class);
            var after = wish.answered(before, outcome.error());
            var counts = counting.contains(wish.id()) && !row.getBoolean("deleted") && !after.equals(before);
            if (counts || conversation != known) {
                var event = reacted(row, counts ? after : before, conversation.state(), now);
                told.add(event);
                if (counts) {
                    reacted.add(event);
                }
            }
        }
        return Stream.of(MessageRow.changed(reacted), ConversationRow.write(shut.values()), OUTBOX.append(told))
                .flatMap(List::stream)
                .toList();
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
