package org.centralino.system.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.MessageStatus;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WireFormat;
import org.centralino.system.ledger.Evidence.GraphCall;
import org.centralino.system.ledger.Evidence.Inbound;
import org.centralino.system.ledger.Evidence.Outbound;
import org.centralino.system.ledger.Evidence.PlatformReport;
import org.centralino.system.ledger.Evidence.QueuedTold;
import org.centralino.system.ledger.Evidence.ReceivedTold;
import org.centralino.system.ledger.Evidence.Responder;
import org.centralino.system.ledger.Evidence.StatusTold;
import org.centralino.system.ledger.Evidence.Stored;
import org.centralino.system.ledger.Evidence.StoredNote;
import org.centralino.system.ledger.Evidence.Told;
import org.centralino.system.stack.Json;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.RunningStack;
import org.jspecify.annotations.Nullable;

/// Looks at the product from outside, when it has come to rest: databases, topics, the platform's list of
/// calls, the API, and the browser that listened.
public final class EvidenceCollector {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Driver driver;
    private final RunningStack stack;
    private final LiveRecorder recorder;

    public EvidenceCollector(Driver driver, LiveRecorder recorder) {
        this.driver = driver;
        this.stack = driver.stack();
        this.recorder = recorder;
    }

    /// Waits until nothing moves any more, and holds what is there against the ledger.
    ///
    /// @return what is wrong
    public List<Finding> findings() {
        return Checker.check(driver.ledger().entries(), collected());
    }

    /// @return what is there when nothing moves any more
    public Evidence collected() {
        var stillness = new Stillness(stack);
        while (true) {
            var before = stillness.await(PATIENCE);
            var evidence = collect();
            if (stillness.look().equals(before)) {
                return evidence;
            }
        }
    }

    /// @return the ids of the conversations of this run
    public static Set<UUID> conversationsOf(Driver driver) {
        try (var database = driver.stack().database("conversation")) {
            return conversations(database, driver.customers().keySet()).keySet();
        } catch (SQLException refused) {
            throw new IllegalStateException("The conversations cannot be read", refused);
        }
    }

    /// @return the ids of all messages that the API shows in the conversations of this run
    public static Set<UUID> shownTo(Operator operator, Driver driver) {
        var ids = new HashSet<UUID>();
        for (var conversation : conversationsOf(driver)) {
            driver.stack()
                    .as(operator)
                    .timeline(conversation)
                    .forEach(item -> ids.add(UUID.fromString(item.path("id").asText())));
        }
        return ids;
    }

    private Evidence collect() {
        var customers = driver.customers().keySet();
        var reports = new ArrayList<PlatformReport>();
        var told = new ArrayList<Told>();
        var responders = new ArrayList<Responder>();
        Map<UUID, String> conversations;
        List<Stored> stored;
        Map<UUID, Boolean> waiting;
        try (var database = stack.database("conversation")) {
            conversations = conversations(database, customers);
            stored = stored(database, conversations);
            waiting = waiting(database, conversations.keySet());
        } catch (SQLException refused) {
            throw new IllegalStateException("The messages cannot be read", refused);
        }
        read(Topics.WHATSAPP, it -> report(it, customers, reports));
        read(Topics.CONVERSATION, it -> told(it, conversations.keySet(), told));
        read(Topics.ASSIGNMENT, it -> responder(it, conversations.keySet(), responders));
        var phones = phones();
        var shown = new HashMap<UUID, List<UUID>>();
        var carla = stack.as(Operator.CARLA);
        conversations
                .keySet()
                .forEach(id -> shown.put(
                        id,
                        carla.timeline(id).stream()
                                .map(item -> UUID.fromString(item.path("id").asText()))
                                .toList()));
        return new Evidence(
                reports,
                stored,
                told,
                responders,
                waiting,
                shown,
                notes(conversations.keySet()),
                calls(),
                emojis(phones),
                phones.stream().map(Json::write).toList(),
                Logs.of(stack).lines(driver::isPrivate),
                recorder.live());
    }

    private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        TopicReader.read(stack.ports().kafka(), topic, each);
    }

    private static void report(
            ConsumerRecord<String, byte[]> message, Set<String> customers, List<PlatformReport> reports) {
        if (WireFormat.WHATSAPP.read(header(message.headers(), "ce_type"), message.value())
                        instanceof WhatsAppEvent.MessageReceived received
                && received.groupId() == null
                && received.customer().bsuid() != null
                && customers.contains(received.customer().bsuid())) {
            reports.add(new PlatformReport(received.platformId(), header(message.headers(), "ce_id")));
        }
    }

    private static void told(ConsumerRecord<String, byte[]> message, Set<UUID> conversations, List<Told> told) {
        var id = header(message.headers(), "ce_id");
        var event = WireFormat.CONVERSATION.read(header(message.headers(), "ce_type"), message.value());
        if (!(event instanceof ConversationEvent.Recorded recorded)
                || !conversations.contains(recorded.conversationId())) {
            return;
        }
        var state = recorded.conversation();
        switch (recorded) {
            case ConversationEvent.MessageReceived it ->
                told.add(new ReceivedTold(id, it.conversationId(), it.messageId(), state.version(), it.platformId()));
            case ConversationEvent.ReplyQueued it ->
                told.add(new QueuedTold(
                        id,
                        it.conversationId(),
                        it.messageId(),
                        state.version(),
                        state.epoch(),
                        it.author().name()));
            case ConversationEvent.MessageStatusChanged it ->
                told.add(new StatusTold(id, it.conversationId(), it.messageId(), state.version(), it.status()));
            case ConversationEvent.DoubtSettled _,
                    ConversationEvent.MessageReacted _,
                    ConversationEvent.ReactionQueued _,
                    ConversationEvent.ReadShown _,
                    ConversationEvent.MessageEdited _,
                    ConversationEvent.MessageRevoked _,
                    ConversationEvent.MediaChanged _,
                    ConversationEvent.CustomerActed _,
                    ConversationEvent.GroupChanged _,
                    ConversationEvent.ContactChanged _,
                    ConversationEvent.ConsentChanged _,
                    ConversationEvent.MessageEchoed _,
                    ConversationEvent.MessageSynced _,
                    ConversationEvent.HandedOver _,
                    ConversationEvent.BlockRequested _,
                    ConversationEvent.BlockChanged _,
                    ConversationEvent.Opened _,
                    ConversationEvent.Resolved _,
                    ConversationEvent.Reopened _ -> {}
        }
    }

    private static void responder(
            ConsumerRecord<String, byte[]> message, Set<UUID> conversations, List<Responder> responders) {
        if (WireFormat.ASSIGNMENT.read(header(message.headers(), "ce_type"), message.value())
                        instanceof AssignmentEvent.ResponderChanged change
                && conversations.contains(change.conversationId())) {
            var operator = change.operator();
            responders.add(
                    new Responder(change.conversationId(), change.epoch(), operator == null ? null : operator.name()));
        }
    }

    private static Map<UUID, String> conversations(Connection database, Set<String> customers) throws SQLException {
        var found = new HashMap<UUID, String>();
        try (var query = database.prepareStatement("""
                select conversation.id, contact_identity.value
                  from conversation join contact_identity using (contact_id)
                 where contact_identity.kind = 'bsuid' and contact_identity.value = any (?)""")) {
            query.setArray(1, database.createArrayOf("text", customers.toArray()));
            each(query, row -> found.put(row.getObject(1, UUID.class), row.getString(2)));
        }
        return found;
    }

    private static Map<UUID, Boolean> waiting(Connection database, Set<UUID> conversations) throws SQLException {
        var found = new HashMap<UUID, Boolean>();
        try (var query = database.prepareStatement("""
                select id, waiting_since is not null
                  from conversation where status = 'OPEN' and id = any (?)""")) {
            query.setArray(1, database.createArrayOf("uuid", conversations.toArray()));
            each(query, row -> found.put(row.getObject(1, UUID.class), row.getBoolean(2)));
        }
        return found;
    }

    private static List<Stored> stored(Connection database, Map<UUID, String> conversations) throws SQLException {
        var rows = new ArrayList<Stored>();
        try (var query = database.prepareStatement("""
                select id, conversation_id, sequence, direction, platform_id, platform_at, status
                  from message where conversation_id = any (?) order by conversation_id, sequence""")) {
            query.setArray(
                    1, database.createArrayOf("uuid", conversations.keySet().toArray()));
            each(query, row -> {
                var conversation = row.getObject("conversation_id", UUID.class);
                var customer = Objects.requireNonNull(
                        conversations.get(conversation), "only messages of these conversations are asked for");
                var id = row.getObject("id", UUID.class);
                var sequence = row.getLong("sequence");
                var at = row.getObject("platform_at", Timestamp.class).toInstant();
                var status = MessageStatus.valueOf(row.getString("status"));
                rows.add(
                        row.getString("direction").equals("INBOUND")
                                ? new Inbound(
                                        conversation, id, sequence, at, status, row.getString("platform_id"), customer)
                                : new Outbound(conversation, id, sequence, at, status));
            });
        }
        return rows;
    }

    private List<StoredNote> notes(Set<UUID> conversations) {
        var rows = new ArrayList<StoredNote>();
        try (var database = stack.database("notes");
                var query = database.prepareStatement("select id, text from note where conversation_id = any (?)")) {
            query.setArray(1, database.createArrayOf("uuid", conversations.toArray()));
            each(query, row -> rows.add(new StoredNote(row.getObject(1, UUID.class), row.getString(2))));
            return rows;
        } catch (SQLException refused) {
            throw new IllegalStateException("The notes cannot be read", refused);
        }
    }

    private List<GraphCall> calls() {
        return stack.simulator().calls(driver.callsBefore()).stream()
                .filter(call -> call.path("kind").asText().equals("messages"))
                .filter(call -> driver.customers().values().stream().anyMatch(it -> Driver.concerns(call, it)))
                .map(call -> new GraphCall(
                        idIn(call.path("bizOpaqueCallbackData").textValue()),
                        call.path("body").toString(),
                        call.path("accepted").asBoolean(),
                        call.path("answer").path("status").asInt()))
                .toList();
    }

    private List<JsonNode> phones() {
        return driver.customers().values().stream()
                .flatMap(customer -> stack.simulator().phone(customer).stream())
                .toList();
    }

    private static Map<String, String> emojis(List<JsonNode> phones) {
        return phones.stream()
                .collect(Collectors.toMap(
                        message -> message.path("id").asText(),
                        message -> message.path("businessReaction").asText(""),
                        (first, _) -> first));
    }

    private static @Nullable UUID idIn(@Nullable String callbackData) {
        try {
            return callbackData == null ? null : UUID.fromString(callbackData);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(PreparedStatement query, Row row) throws SQLException {
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }
}
