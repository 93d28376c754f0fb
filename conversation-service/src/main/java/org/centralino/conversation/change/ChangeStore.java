package org.centralino.conversation.change;

import static org.centralino.kit.database.Rows.instant;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.change.domain.ChangingMessage;
import org.centralino.conversation.change.domain.MessageChange;
import org.centralino.conversation.history.History;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.thread.ConversationRow;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.MessageEdited;
import org.centralino.events.ConversationEvent.MessageReacted;
import org.centralino.events.ConversationEvent.MessageRevoked;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationEvent.Sender;
import org.centralino.events.ConversationState;
import org.centralino.events.EarlierVersion;
import org.centralino.events.Reaction;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// What is done to messages: customers' emojis, and everybody's edits and deletions of his own. The
/// message alone changes by them, never its conversation: nothing is unread, nobody waits, nothing
/// reopens. What comes before its message waits for it.
@ApplicationScoped
public class ChangeStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private static final String TAKE_DOWN = """
            insert into message_change (id, phone_number_id, platform_id, kind, changed_at, document, ours, sender_id,
              sender_name, recorded_at, applied)
            select id, phone_number_id, platform_id, kind, changed_at, document, ours, sender_id, sender_name, $2, false
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as c (
              id uuid, phone_number_id text, platform_id text, kind text, changed_at timestamptz, document jsonb,
              ours boolean, sender_id uuid, sender_name text)
            order by id
            on conflict (id) do nothing""";

    /// Which of the messages with these names are awaited.
    private static final String AWAITED = """
            select distinct platform_id from message_change where platform_id = any ($1) and not applied""";

    /// What waits although its message is known: two transactions did not see each other.
    private static final String AWAITED_IN_VAIN = """
            select distinct c.platform_id from message_change c join message m
              on m.platform_id = c.platform_id and m.phone_number_id = c.phone_number_id
            where not c.applied and c.recorded_at > $1""";

    private static final String WAITING = """
            select id, phone_number_id, platform_id, kind, changed_at, document::text as document, ours, sender_id, sender_name
            from message_change where platform_id = any ($1) and not applied
            order by changed_at, recorded_at, id for update""";

    /// Always in the order of their ids: two transactions never wait for each other in a circle.
    private static final String LOCK = """
            select m.id as message_id, m.phone_number_id as number_of_message, m.platform_id, m.direction, m.sequence,
              m.content::text as content, m.reactions::text as reactions, m.earlier::text as earlier, m.edited_at,
              m.sender_id, coalesce(contact_called(m.sender_id), m.author_name) as sender_name,
              (select jsonb_agg(jsonb_build_object('contactId', r.sender_id, 'at', r.at))::text from (
                 select e.sender_id, max(e.changed_at) as at from message_change e
                 where e.platform_id = m.platform_id and e.phone_number_id = m.phone_number_id
                   and e.kind = 'reaction' and e.applied group by e.sender_id) r) as reacted,
              """ + ConversationRow.COLUMNS + """
             from message m join conversation c on c.id = m.conversation_id join contact k on k.id = c.contact_id
            where m.platform_id = any ($1)
            order by m.id for update of m""";

    private static final String APPLIED = "update message_change set applied = true where id = any ($1)";

    private final Database database;
    private final Clock clock;

    ChangeStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What the platform calls a message of one of our numbers.
    private record Name(String phoneNumberId, String platformId) {
        static Name of(MessageChange change) {
            return new Name(change.phoneNumberId(), change.platformId());
        }
    }

    /// A message under its lock.
    private record Locked(
            UUID id,
            UUID conversationId,
            long sequence,
            @Nullable Sender sender,
            ChangingMessage message,
            ConversationState state) {
        static Locked of(Row row) {
            var conversation = ConversationRow.read(row);
            return new Locked(
                    row.getUUID("message_id"),
                    conversation.id(),
                    row.getLong("sequence"),
                    senderIn(row),
                    new ChangingMessage(
                            row.getString("direction").equals("INBOUND"),
                            Documents.read(row.getString("content"), Content.class),
                            Documents.readList(row.getString("reactions"), Reaction.class),
                            Documents.readList(row.getString("reacted"), ChangingMessage.Reacted.class),
                            Documents.readList(row.getString("earlier"), EarlierVersion.class),
                            instant(row, "edited_at")),
                    conversation.state());
        }

        Locked with(ChangingMessage changed) {
            return new Locked(id, conversationId, sequence, sender, changed, state);
        }
    }

    private record ChangeRow(
            UUID id,
            String phoneNumberId,
            String platformId,
            String kind,
            Instant changedAt,
            @JsonRawValue @Nullable String document,
            boolean ours,
            @Nullable UUID senderId,
            @Nullable String senderName) {
        static ChangeRow of(MessageChange change) {
            return switch (change) {
                case MessageChange.Reaction it ->
                    of(it, "reaction", Documents.writeIfAny(it.emoji()), false, it.sender());
                case MessageChange.Edit it -> of(it, "edit", Documents.write(it.content()), it.ours(), null);
                case MessageChange.Revocation it -> of(it, "revocation", null, it.ours(), null);
            };
        }

        private static ChangeRow of(
                MessageChange change, String kind, @Nullable String document, boolean ours, @Nullable Sender sender) {
            return new ChangeRow(
                    change.id(),
                    change.phoneNumberId(),
                    change.platformId(),
                    kind,
                    change.at(),
                    document,
                    ours,
                    sender == null ? null : sender.contactId(),
                    sender == null ? null : sender.name());
        }
    }

    /// Records each change once, however often it is delivered, and carries out those whose messages are known.
    ///
    /// @param reactors who of groups set the emojis among them
    public Uni<Void> record(Collection<MessageChange> changes, Reactors reactors) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : carryOut(
                        changes,
                        reactors,
                        changes.stream().map(MessageChange::platformId).toList());
    }

    /// @param platformIds what the platform calls messages
    /// @return for which of them a change waits
    public Uni<List<String>> awaited(Collection<String> platformIds) {
        return platformIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : database.ask(AWAITED, (Object) platformIds.toArray(String[]::new))
                        .map(ChangeStore::names);
    }

    /// Carries out what waited for messages that are known now.
    ///
    /// @param platformIds what the platform calls them
    public Uni<Void> takeUp(Collection<String> platformIds) {
        return platformIds.isEmpty() ? Uni.createFrom().voidItem() : carryOut(List.of(), Reactors.NOBODY, platformIds);
    }

    /// @param since what was taken down earlier is not looked at
    Uni<Void> takeUpAwaitedInVain(Instant since) {
        return database.ask(AWAITED_IN_VAIN, since.atOffset(ZoneOffset.UTC))
                .map(ChangeStore::names)
                .chain(this::takeUp);
    }

    private static List<String> names(RowSet<Row> rows) {
        var names = new ArrayList<String>();
        rows.forEach(row -> names.add(row.getString("platform_id")));
        return names;
    }

    private Uni<Void> carryOut(Collection<MessageChange> fresh, Reactors reactors, Collection<String> platformIds) {
        return database.transaction(transaction -> {
            var names = platformIds.stream().distinct().toArray(String[]::new);
            return reactors.recognised(transaction, clock.instant()).chain(senders -> {
                if (!fresh.isEmpty()) {
                    transaction.ask(
                            TAKE_DOWN,
                            Rows.asJson(fresh.stream()
                                    .map(senders::named)
                                    .map(ChangeRow::of)
                                    .toList()),
                            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                }
                var waiting = transaction.ask(WAITING, (Object) names);
                return transaction
                        .ask(LOCK, (Object) names)
                        .chain(locked -> waiting.map(
                                changes -> Written.only(Stream.of(senders.learnt(), changed(changes, locked))
                                        .flatMap(List::stream)
                                        .toList())));
            });
        });
    }

    private List<Statement> changed(RowSet<Row> waiting, RowSet<Row> locked) {
        var now = clock.instant();
        var messages = new HashMap<Name, Locked>();
        locked.forEach(row -> messages.put(
                new Name(row.getString("number_of_message"), row.getString("platform_id")), Locked.of(row)));
        Set<UUID> applied = new HashSet<>();
        var events = new ArrayList<Recorded>();
        waiting.forEach(row -> {
            var change = read(row);
            var before = messages.get(Name.of(change));
            if (before == null) {
                return;
            }
            applied.add(change.id());
            var after = before.with(before.message().after(change));
            messages.put(Name.of(change), after);
            if (!after.message().looksLike(before.message())) {
                events.add(event(change, after, now));
            }
        });
        return applied.isEmpty()
                ? List.of()
                : Stream.of(
                                MessageRow.changed(events),
                                List.of(Statement.of(APPLIED, (Object) applied.toArray(UUID[]::new))),
                                History.ofConversations(events),
                                OUTBOX.append(events))
                        .flatMap(List::stream)
                        .toList();
    }

    /// @return who of a group wrote or set it; null outside of groups
    private static @Nullable Sender senderIn(Row row) {
        var id = row.getUUID("sender_id");
        return id == null ? null : new Sender(id, row.getString("sender_name"));
    }

    private static MessageChange read(Row row) {
        var id = row.getUUID("id");
        var number = row.getString("phone_number_id");
        var name = row.getString("platform_id");
        var at = row.getOffsetDateTime("changed_at").toInstant();
        var document = row.getString("document");
        var ours = row.getBoolean("ours");
        var sender = senderIn(row);
        return switch (row.getString("kind")) {
            case "reaction" ->
                new MessageChange.Reaction(id, number, name, sender, Documents.readIfAny(document, String.class), at);
            case "edit" -> new MessageChange.Edit(id, number, name, ours, Documents.read(document, Content.class), at);
            case "revocation" -> new MessageChange.Revocation(id, number, name, ours, at);
            case String other -> throw new IllegalStateException("No change waits that is a " + other);
        };
    }

    private static Recorded event(MessageChange change, Locked after, Instant now) {
        var message = after.message();
        return switch (change) {
            case MessageChange.Reaction _ ->
                new MessageReacted(
                        after.conversationId(),
                        after.state().access(),
                        after.id(),
                        after.sequence(),
                        message.reactions(),
                        now,
                        after.state());
            case MessageChange.Edit it ->
                new MessageEdited(
                        after.conversationId(),
                        after.state().access(),
                        after.id(),
                        after.sequence(),
                        message.content(),
                        message.earlier(),
                        message.editedAt() == null ? it.at() : message.editedAt(),
                        it.ours(),
                        after.sender(),
                        now,
                        after.state());
            case MessageChange.Revocation it ->
                new MessageRevoked(
                        after.conversationId(),
                        after.state().access(),
                        after.id(),
                        after.sequence(),
                        it.at(),
                        it.ours(),
                        after.sender(),
                        now,
                        after.state());
        };
    }
}
