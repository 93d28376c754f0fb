package org.centralino.conversation.restore;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.conversation.attachment.AttachmentStore;
import org.centralino.conversation.contact.BlockRows;
import org.centralino.conversation.contact.ConsentRows;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.Recognition;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.history.History;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.message.ReadCursor;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.conversation.message.domain.Settled;
import org.centralino.conversation.status.StatusSql;
import org.centralino.conversation.thread.ConversationRow;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.BlockChanged;
import org.centralino.events.ConversationEvent.BlockRequested;
import org.centralino.events.ConversationEvent.ConsentChanged;
import org.centralino.events.ConversationEvent.ContactChanged;
import org.centralino.events.ConversationEvent.CustomerActed;
import org.centralino.events.ConversationEvent.DoubtSettled;
import org.centralino.events.ConversationEvent.GroupChanged;
import org.centralino.events.ConversationEvent.HandedOver;
import org.centralino.events.ConversationEvent.MediaChanged;
import org.centralino.events.ConversationEvent.MessageEchoed;
import org.centralino.events.ConversationEvent.MessageEdited;
import org.centralino.events.ConversationEvent.MessageReacted;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageRevoked;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.centralino.events.ConversationEvent.MessageSynced;
import org.centralino.events.ConversationEvent.Opened;
import org.centralino.events.ConversationEvent.ReactionQueued;
import org.centralino.events.ConversationEvent.ReadShown;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationEvent.Reopened;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationEvent.Resolved;
import org.centralino.events.ConversationState;
import org.centralino.events.MessageStatus;
import org.centralino.events.OutboundEvent.MessageAccepted;
import org.centralino.events.PlatformError;
import org.centralino.events.WhatsAppEvent;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.kafka.Received;
import org.centralino.kit.restore.Retelling.BeganTooLateException;
import org.jspecify.annotations.Nullable;

/// Writes down again what this service has told, where restored tables have forgotten it, by the rules by which it
/// was written first. Nothing of it is told once more.
@Singleton
class RetellingStore {
    private static final String KNOWN = """
            select id, settled is not null as is_settled, sequence < 0 as is_past from message where id = any ($1)""";

    private static final String MOVE = """
            with told as (
              select * from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
                as t (message_id uuid, status text, status_at timestamptz, error jsonb)),
            before as materialized (
              select m.id, m.status from message m join told t on t.message_id = m.id order by m.id for update of m)
            update message m
            set status = t.status, status_at = t.status_at, error = coalesce(t.error, m.error)
            from told t, before b
            where m.id = t.message_id and b.id = m.id and m.status_rank < message_status_rank(t.status)
            returning m.id, b.status as status_before""";

    /// The platform's names of messages of ours, by which some statuses and answers speak of them.
    private static final String NAME = """
            update message m set platform_id = t.platform_id
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (message_id uuid, platform_id text)
            where m.id = t.message_id and m.platform_id is null and not exists (
              select from message e where e.platform_id = t.platform_id and e.phone_number_id = m.phone_number_id)""";

    /// A conversation's state names its customer by his phone number only, which the platform may withhold. Whose
    /// keys are whose is known from the messages that stand in the timelines now. Of who only wrote
    /// in groups, no state tells a number.
    private static final String LEARN_KEYS = """
            with told as (
              select distinct on (t.kind, t.value) t.kind, t.value, m.platform_at,
                case when t.kind = 'group' then c.contact_id else coalesce(m.sender_id, c.contact_id) end as contact_id
              from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (message_id uuid, kind text, value text)
              join message m on m.id = t.message_id join conversation c on c.id = m.conversation_id
              order by t.kind, t.value, m.platform_at),
            learnt as (
              insert into contact_identity (kind, value, contact_id, first_seen, last_seen)
              select kind, value, contact_id, platform_at, platform_at from told
              on conflict (kind, value) do nothing returning kind, value, contact_id),
            named as (
              update contact k set bsuid = coalesce(k.bsuid, l.bsuid), group_id = coalesce(k.group_id, l.group_id),
                phone = case when exists (select from conversation c where c.contact_id = k.id) then k.phone
                  else coalesce(k.phone, '+' || l.wa_id) end
              from (
                select contact_id, max(value) filter (where kind = 'bsuid') as bsuid,
                  max(value) filter (where kind = 'wa_id') as wa_id, max(value) filter (where kind = 'group') as group_id
                from learnt group by contact_id) l
              where k.id = l.contact_id)
            select count(*) from learnt""";

    private final Database database;

    RetellingStore(Database database) {
        this.database = database;
    }

    private record StatusRow(
            UUID messageId,
            String status,
            Instant statusAt,
            @Nullable PlatformError error) {
        static StatusRow of(MessageStatusChanged change) {
            return new StatusRow(change.messageId(), change.status().name(), change.statusAt(), change.error());
        }
    }

    private record NameRow(UUID messageId, String platformId) {}

    private record KeyRow(UUID messageId, String kind, String value) {}

    /// @return how many of the events were new
    Uni<Integer> retold(List<Received<ConversationEvent>> events) {
        return Multi.createFrom()
                .iterable(rounds(events))
                .onItem()
                .transformToUniAndConcatenate(this::retoldRound)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private record Told(String eventId, Recorded event) {}

    /// A round has one event of a conversation: what one changes, the next must see.
    private static List<List<Told>> rounds(List<Received<ConversationEvent>> events) {
        var rounds = new ArrayList<List<Told>>();
        var nextRound = new HashMap<UUID, Integer>();
        for (var received : events) {
            if (received.event() instanceof Recorded recorded) {
                var round = nextRound.merge(recorded.conversationId(), 1, Integer::sum) - 1;
                if (rounds.size() == round) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round).add(new Told(received.id(), recorded));
            }
        }
        return rounds;
    }

    private Uni<Integer> retoldRound(List<Told> round) {
        var conversations =
                round.stream().map(told -> told.event().conversationId()).toArray(UUID[]::new);
        var messages =
                round.stream().flatMap(told -> messageOf(told.event()).stream()).toArray(UUID[]::new);
        var statuses = Rows.asJson(round.stream()
                .map(Told::event)
                .filter(MessageStatusChanged.class::isInstance)
                .map(change -> StatusRow.of((MessageStatusChanged) change))
                .toList());
        return database.transaction(transaction -> {
            var locked = transaction.ask(ConversationRow.LOCK, (Object) conversations);
            var known = transaction.ask(KNOWN, (Object) messages);
            var moved = transaction.ask(MOVE, statuses);
            var answers = transaction.ask(StatusSql.ANSWERS, statuses);
            return Uni.combine().all().unis(locked, known, moved, answers).with((found, ids, before, through) -> {
                var writing = new Writing(found, ids, before, through);
                round.forEach(writing::hear);
                return writing.written();
            });
        });
    }

    private static Optional<UUID> messageOf(Recorded event) {
        return switch (event) {
            case MessageReceived it -> Optional.of(it.messageId());
            case MessageEchoed it -> Optional.of(it.messageId());
            case MessageSynced it -> Optional.of(it.messageId());
            case ReplyQueued it -> Optional.of(it.messageId());
            case MessageStatusChanged it -> Optional.of(it.messageId());
            case DoubtSettled it -> Optional.of(it.messageId());
            case MessageReacted it -> Optional.of(it.messageId());
            case ReactionQueued it -> Optional.of(it.messageId());
            case ReadShown it -> Optional.of(it.messageId());
            case MessageEdited it -> Optional.of(it.messageId());
            case MessageRevoked it -> Optional.of(it.messageId());
            case MediaChanged it -> Optional.of(it.messageId());
            case Opened _,
                    Resolved _,
                    Reopened _,
                    CustomerActed _,
                    GroupChanged _,
                    ContactChanged _,
                    ConsentChanged _,
                    HandedOver _,
                    BlockRequested _,
                    BlockChanged _ -> Optional.empty();
        };
    }

    /// What a round comes to, given what the tables know.
    private static final class Writing {
        private final Map<UUID, Conversation> conversations = new HashMap<>();
        private final Map<UUID, Boolean> messages = new HashMap<>();
        private final Set<UUID> past = new HashSet<>();
        private final Map<UUID, MessageStatus> before = new HashMap<>();
        private final Map<UUID, Long> answeredThrough = new HashMap<>();

        private final Map<UUID, Conversation> changed = new LinkedHashMap<>();
        private final List<Statement> statements = new ArrayList<>();
        private final List<Received<ConversationEvent>> history = new ArrayList<>();
        private int events;

        Writing(RowSet<Row> locked, RowSet<Row> known, RowSet<Row> moved, RowSet<Row> answers) {
            locked.forEach(row -> conversations.put(row.getUUID("id"), ConversationRow.read(row)));
            known.forEach(row -> messages.put(row.getUUID("id"), row.getBoolean("is_settled")));
            known.forEach(row -> {
                if (row.getBoolean("is_past")) {
                    past.add(row.getUUID("id"));
                }
            });
            moved.forEach(row -> before.put(row.getUUID("id"), MessageStatus.valueOf(row.getString("status_before"))));
            answers.forEach(row -> answeredThrough.put(row.getUUID("message_id"), row.getLong("through")));
        }

        void hear(Told told) {
            var event = told.event();
            var conversation = conversations.get(event.conversationId());
            if (event instanceof Opened opened) {
                if (conversation == null) {
                    changed(Conversation.of(opened), told);
                }
                return;
            }
            if (conversation == null) {
                throw new BeganTooLateException("conversation " + event.conversationId());
            }
            switch (event) {
                case MessageReceived it -> received(conversation, it, told);
                case MessageEchoed it -> echoed(conversation, it, told);
                case MessageSynced it -> synced(conversation, it, told);
                case HandedOver it -> {
                    if (!conversation.knows(it)) {
                        statements.addAll(MessageRow.handedOver(it));
                        changed(conversation.after(it), told);
                    }
                }
                case ReplyQueued it -> queued(conversation, it, told);
                case MessageStatusChanged it -> moved(conversation, it, told);
                case DoubtSettled it -> settled(conversation, it, told);
                case MessageReacted _, MessageEdited _, MessageRevoked _ -> changedMessage(event, told);
                // Where a file is, only the outbound service tells: it is heard behind this.
                case MediaChanged _ -> {}
                // The wish may not come back: what became of it is told by how the message looks. That a customer
                // sees once more that he was read harms nobody.
                case ReactionQueued _, ReadShown _ -> {}
                case Resolved _, Reopened _, CustomerActed _, GroupChanged _, ContactChanged _ -> {
                    if (!conversation.knows(event)) {
                        changed(conversation.after(event), told);
                    }
                }
                case ConsentChanged it -> {
                    statements.addAll(ConsentRows.retold(it));
                    if (!conversation.knows(it)) {
                        changed(conversation.after(it), told);
                    }
                }
                case BlockRequested it -> {
                    if (!conversation.knows(it)) {
                        statements.addAll(BlockRows.asked(List.of(it)));
                        changed(conversation.after(it), told);
                    }
                }
                case BlockChanged it -> {
                    if (!conversation.knows(it)) {
                        statements.addAll(BlockRows.settled(List.of(it)));
                        changed(conversation.after(it), told);
                    }
                }
                case Opened _ -> throw new IllegalStateException("It was heard above");
            }
        }

        private void received(Conversation conversation, MessageReceived message, Told told) {
            if (stands(message.messageId())) {
                return;
            }
            requireNext(conversation, message.sequence());
            statements.addAll(ContactRows.sendersRetold(List.of(message)));
            statements.addAll(MessageRow.received(List.of(message)));
            // A customer who writes several times in a row is one line.
            if (conversation.state().waitingSince() == null) {
                history.add(new Received<>(told.eventId(), message));
            }
            changed(conversation.after(message));
        }

        private void echoed(Conversation conversation, MessageEchoed echo, Told told) {
            if (stands(echo.messageId())) {
                return;
            }
            requireNext(conversation, echo.sequence());
            statements.addAll(MessageRow.echoed(echo, conversation.answeredThrough()));
            changed(conversation.after(echo), told);
        }

        /// Whether it stands where it was told live; else what the phone's history has of it gives way.
        private boolean stands(UUID message) {
            if (past.contains(message)) {
                statements.addAll(MessageRow.cameLive(List.of(message)));
                return false;
            }
            return messages.containsKey(message);
        }

        private void synced(Conversation conversation, MessageSynced message, Told told) {
            if (!messages.containsKey(message.messageId())) {
                statements.addAll(MessageRow.synced(List.of(message)));
            } else if (past.contains(message.messageId())) {
                statements.addAll(MessageRow.filled(message));
            }
            if (!conversation.knows(message)) {
                changed(conversation.after(message), told);
            }
        }

        private void queued(Conversation conversation, ReplyQueued reply, Told told) {
            if (messages.containsKey(reply.messageId())) {
                return;
            }
            requireNext(conversation, reply.sequence());
            statements.addAll(MessageRow.queued(reply, conversation.answeredThrough()));
            statements.addAll(AttachmentStore.named(reply));
            // Who replied had also read.
            statements.add(ReadCursor.moved(reply.author().id(), conversation.id(), reply.sequence()));
            changed(conversation.after(reply), told);
        }

        private void moved(Conversation conversation, MessageStatusChanged change, Told told) {
            if (!messages.containsKey(change.messageId())) {
                throw new BeganTooLateException("message " + change.messageId());
            }
            var was = before.get(change.messageId());
            if (was == null) {
                return;
            }
            var after = conversation.knows(change) ? conversation : conversation.after(change);
            var changesAnswers =
                    was.isAnswer() != change.status().isAnswer() || change.status() == MessageStatus.FAILED;
            changed(
                    changesAnswers
                            ? after.answeredThrough(
                                    answeredThrough.getOrDefault(change.messageId(), conversation.answeredThrough()))
                            : after,
                    told);
        }

        private void settled(Conversation conversation, DoubtSettled doubt, Told told) {
            var isSettled = messages.get(doubt.messageId());
            if (isSettled == null) {
                throw new BeganTooLateException("message " + doubt.messageId());
            }
            if (isSettled) {
                return;
            }
            statements.add(MessageRow.settled(
                    doubt.messageId(), new Settled(doubt.outcome(), doubt.by(), doubt.at(), doubt.again())));
            var after = conversation.knows(doubt) ? conversation : conversation.after(doubt);
            changed(
                    switch (doubt.outcome()) {
                        case ARRIVED -> after.answeredThrough(Math.max(after.answeredThrough(), doubt.sequence()));
                        case SEND_AGAIN -> after;
                    },
                    told);
        }

        /// What is heard again is followed by what came after it: in the end the newest stands.
        private void changedMessage(Recorded change, Told told) {
            statements.addAll(MessageRow.changed(List.of(change)));
            history.add(new Received<>(told.eventId(), change));
        }

        private static void requireNext(Conversation conversation, long sequence) {
            if (sequence > conversation.state().lastSequence() + 1) {
                throw new BeganTooLateException("conversation %s after message %d"
                        .formatted(conversation.id(), conversation.state().lastSequence()));
            }
        }

        private void changed(Conversation after, Told told) {
            history.add(new Received<>(told.eventId(), told.event()));
            changed(after);
        }

        private void changed(Conversation after) {
            events++;
            changed.put(after.id(), after);
        }

        Written<Integer> written() {
            var contacts = new LinkedHashMap<UUID, ConversationState>();
            changed.values().stream()
                    .map(Conversation::state)
                    .forEach(state -> contacts.put(state.contact().id(), state));
            var all = Stream.of(
                            ContactRows.retold(contacts.values()),
                            ConversationRow.retold(changed.values()),
                            statements,
                            History.ofConversationsRetold(history))
                    .flatMap(List::stream)
                    .toList();
            return new Written<>(events, all);
        }
    }

    /// @return how many messages have a name now that had none
    Uni<Integer> named(List<MessageAccepted> answers) {
        var names = answers.stream()
                .map(answer -> new NameRow(answer.messageId(), answer.platformId()))
                .toList();
        return database.ask(NAME, Rows.asJson(names)).map(RowSet::rowCount);
    }

    private static Stream<KeyRow> keys(String phoneNumberId, String platformId, List<Key> known) {
        return known.stream()
                .map(key -> new KeyRow(
                        MessageId.of(phoneNumberId, platformId), ContactRows.wordOf(key.kind()), key.value()));
    }

    /// @return how many keys of customers were not known
    Uni<Integer> recognised(List<WhatsAppEvent> messages) {
        var keys = messages.stream()
                .flatMap(message -> switch (message) {
                    case WhatsAppEvent.MessageReceived it ->
                        keys(it.phoneNumberId(), it.platformId(), Recognition.keysOf(it));
                    case WhatsAppEvent.MessageSynced it ->
                        keys(it.phoneNumberId(), it.platformId(), Recognition.keysOf(it.customer()));
                    default -> Stream.empty();
                })
                .toList();
        return database.ask(LEARN_KEYS, Rows.asJson(keys))
                .map(rows -> Math.toIntExact(rows.iterator().next().getLong(0)));
    }
}
