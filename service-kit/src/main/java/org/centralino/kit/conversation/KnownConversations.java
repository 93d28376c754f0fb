package org.centralino.kit.conversation;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.Event;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.kafka.Consumption;
import org.centralino.kit.kafka.Received;
import org.centralino.kit.restore.Retelling;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The conversations that a service has heard of, in a table of its own: no request waits for another service.
/// Work with a conversation begins here, for those who may see it.
///
/// What has just happened elsewhere may still be on its way. A request that needs it waits for a moment: it is
/// woken when the event arrives in this process, and looks a few times for what another replica heard.
///
/// The table is called `conversation` and has the columns of [ConversationRow]; other columns and who else
/// writes it are the service's own business.
@Singleton
public class KnownConversations {
    /// All but what concerns a message alone, such as its status, which is told most often: it changes nothing of this.
    /// Any of the others heals what a restored database has forgotten.
    static final List<Class<? extends ConversationEvent>> TOLD_BY = List.of(
            ConversationEvent.Opened.class,
            ConversationEvent.MessageReceived.class,
            ConversationEvent.MessageEchoed.class,
            ConversationEvent.HandedOver.class,
            ConversationEvent.ReplyQueued.class,
            ConversationEvent.CustomerActed.class,
            ConversationEvent.GroupChanged.class,
            ConversationEvent.ContactChanged.class,
            ConversationEvent.ConsentChanged.class,
            ConversationEvent.BlockRequested.class,
            ConversationEvent.BlockChanged.class,
            ConversationEvent.DoubtSettled.class,
            ConversationEvent.Resolved.class,
            ConversationEvent.Reopened.class);

    /// Faster than anybody clicks.
    private static final Duration UNSEEN = Duration.ofMillis(100);

    private static final String FIND = "select %s from conversation where id = $1".formatted(ConversationRow.COLUMNS);
    private static final String LOCK = FIND + " for update";

    /// What is known already is neither written nor locked. A conversation's state and the changes of its holder
    /// come by different ways: the later version of the one and the later epoch of the other are right.
    private static final String LEARN =
            """
            insert into conversation as known (%1$s)
            select %2$s
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as told
              (id uuid, version bigint, phone_number_id text, team_id uuid, epoch bigint, assignee_id uuid,
               assignee_name text, since timestamptz, former_known boolean, former_assignee_id uuid)
            left join conversation before on before.id = told.id
            where before.id is null
               or before.epoch < told.epoch
               or before.version < told.version
                  and (before.phone_number_id, before.team_id) is distinct from (told.phone_number_id, told.team_id)
            order by told.id
            on conflict (id) do update set
              (version, phone_number_id, team_id) = (
                select excluded.version, excluded.phone_number_id, excluded.team_id
                where excluded.version > known.version
                union all
                select known.version, coalesce(known.phone_number_id, excluded.phone_number_id), known.team_id
                where excluded.version <= known.version),
              (epoch, assignee_id, assignee_name, since, former_known, former_assignee_id) = (
                select excluded.epoch, excluded.assignee_id, excluded.assignee_name, excluded.since,
                  excluded.former_known, excluded.former_assignee_id
                where excluded.epoch > known.epoch
                union all
                select known.epoch, known.assignee_id, known.assignee_name, known.since,
                  known.former_known, known.former_assignee_id
                where excluded.epoch <= known.epoch)""".formatted(ConversationRow.COLUMNS, ConversationRow.COLUMNS.replaceAll("\\w+", "told.$0"));

    /// How the time that a request waits is spread over its looks: the first are the likely ones.
    private static final List<Double> LOOKS = List.of(0.05, 0.1, 0.2, 0.3, 0.35);

    private final Database database;
    private final Duration patience;
    private final Arrivals arrivals;

    /// @param patience how long a request waits for what may still be on its way; then it is refused
    KnownConversations(
            Database database,
            Arrivals arrivals,
            @ConfigProperty(name = "centralino.wait-for-conversation", defaultValue = "1s") Duration patience) {
        this.database = database;
        this.arrivals = arrivals;
        this.patience = patience;
    }

    /// Learns which conversations there are, and to whom they are visible.
    public Consumption<ConversationEvent> fromConversations() {
        return Consumption.of(Topics.CONVERSATION, WireFormat.CONVERSATION)
                .only(TOLD_BY)
                .gatheredWithin(UNSEEN)
                .by(events -> learn(events, ConversationRow::of).replaceWithVoid());
    }

    /// Learns who holds them, without waiting until the conversation says so as well.
    public Consumption<AssignmentEvent> fromAssignments() {
        return Consumption.of(Topics.ASSIGNMENT, WireFormat.ASSIGNMENT)
                .by(events -> learn(events, ConversationRow::of).replaceWithVoid());
    }

    /// Learns again who held them, where a restored table has an older epoch.
    public Retelling.Step retoldAssignments() {
        return Retelling.Hearing.of(
                "holders of conversations",
                Topics.ASSIGNMENT,
                WireFormat.ASSIGNMENT,
                events -> learn(events, ConversationRow::of));
    }

    /// @return the conversation; else the problem why the onlooker cannot work with it
    public Uni<KnownConversation> find(UUID id, Onlooker onlooker) {
        return whenOpen(id, onlooker, () -> sight(id, onlooker).map(Sight::orNotOpen));
    }

    /// Changes something about the conversation. Changes of one conversation are made one after the other.
    ///
    /// @param work gets the conversation that is being locked: what it asks before it waits for it costs no round
    ///     trip of its own
    /// @return the work's result; else the problem why the onlooker cannot work with the conversation
    public <T> Uni<T> change(
            UUID id, Onlooker onlooker, BiFunction<Transaction, Uni<KnownConversation>, Uni<Written<T>>> work) {
        return whenOpen(
                id,
                onlooker,
                () -> database.transaction(transaction -> work.apply(
                        transaction,
                        transaction
                                .ask(LOCK, id)
                                .map(rows -> onlooker.sightOf(found(rows)).orNotOpen()))));
    }

    private <T> Uni<T> whenOpen(UUID id, Onlooker onlooker, Supplier<Uni<T>> work) {
        return work.get()
                .onFailure(KnownConversations::mayChange)
                .recoverWithUni(() -> lookAgain(id, onlooker, LOOKS.iterator()).chain(_ -> work.get()))
                .onFailure(Sight.NotOpenException.class)
                .transform(notOpen -> notOpen.sight().problem().asException());
    }

    /// Looks without locks until the onlooker can work with the conversation, or nothing more is awaited.
    private Uni<Sight> lookAgain(UUID id, Onlooker onlooker, Iterator<Double> looks) {
        var pause = Duration.ofMillis(Math.max(1, Math.round(patience.toMillis() * looks.next())));
        return arrivals.of(id, pause)
                .chain(() -> sight(id, onlooker))
                .chain(sight -> sight.mayChange() && looks.hasNext()
                        ? lookAgain(id, onlooker, looks)
                        : Uni.createFrom().item(sight));
    }

    private Uni<Sight> sight(UUID id, Onlooker onlooker) {
        return database.ask(FIND, id).map(rows -> onlooker.sightOf(found(rows)));
    }

    /// @return how many conversations this changed
    private <E extends Event> Uni<Integer> learn(List<Received<E>> events, Function<E, Stream<ConversationRow>> told) {
        var rows = events.stream()
                .map(Received::event)
                .flatMap(told)
                .collect(Collectors.toMap(ConversationRow::id, row -> row, ConversationRow::and));
        return rows.isEmpty()
                ? Uni.createFrom().item(0)
                : learn(rows.values()).invoke(() -> arrivals.announce(rows.keySet()));
    }

    private Uni<Integer> learn(Collection<ConversationRow> rows) {
        return database.ask(LEARN, Rows.asJson(rows)).map(RowSet::rowCount);
    }

    private static boolean mayChange(Throwable failure) {
        return failure instanceof Sight.NotOpenException notOpen
                && notOpen.sight().mayChange();
    }

    private static Optional<KnownConversation> found(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ConversationRow::of)
                .map(ConversationRow::toKnownConversation)
                .findFirst();
    }
}
