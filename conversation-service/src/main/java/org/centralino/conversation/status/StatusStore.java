package org.centralino.conversation.status;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.centralino.kit.database.Rows.instant;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Multi;
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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.history.History;
import org.centralino.conversation.thread.ConversationRow;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordAnswers;
import org.centralino.conversation.thread.domain.ReplyWindow;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.Held;
import org.centralino.events.MessageStatus;
import org.centralino.events.OutboundEvent.MessageHeld;
import org.centralino.events.PlatformError;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// Moves our messages on as the platform and our sending report it: never backwards, by one guarded update for a
/// batch.
///
/// Most reports (sent, delivered, read) concern the message alone, and no conversation is locked for them. A
/// report that makes a message an answer, or undoes that, changes since when the customer waits: its conversation
/// is locked first, and then its message, as everywhere.
@ApplicationScoped
public class StatusStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private final Database database;
    private final Clock clock;

    StatusStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Statuses of the platform. What is about a message that nobody knows is parked.
    public Uni<Void> record(List<StatusReport> reports) {
        return reports.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.<List<Concerned>>transaction(transaction -> {
                            var json = Rows.asJson(
                                    reports.stream().map(ReportRow::of).toList());
                            var moved = transaction.ask(StatusSql.MOVE_ALONE, json);
                            return transaction
                                    .ask(StatusSql.LEFT, json)
                                    .chain(left -> moved.map(rows -> alone(rows, left, reports)));
                        })
                        .chain(this::recordConcerned);
    }

    private Written<List<Concerned>> alone(RowSet<Row> moved, RowSet<Row> left, List<StatusReport> reports) {
        var now = clock.instant();
        var events = new ArrayList<Recorded>();
        var unpriced = new HashMap<Integer, ReportRow>();
        for (var place = 0; place < reports.size(); place++) {
            if (reports.get(place).pricing() != null) {
                unpriced.put(place + 1, ReportRow.of(reports.get(place)));
            }
        }
        moved.forEach(row -> {
            events.add(changed(row, ConversationRow.read(row), now));
            unpriced.remove(row.getInteger("place"));
        });
        var parked = new ArrayList<ReportRow>();
        var concerned = new ArrayList<Concerned>();
        left.forEach(row -> {
            var report = reports.get(row.getInteger("place") - 1);
            unpriced.remove(row.getInteger("place"));
            var conversation = row.getUUID("conversation_id");
            if (conversation == null) {
                parked.add(ReportRow.of(report));
            } else {
                concerned.add(new Concerned(conversation, report));
            }
        });
        var statements = new ArrayList<>(OUTBOX.append(events));
        if (!unpriced.isEmpty()) {
            statements.add(Statement.of(StatusSql.PRICE, Rows.asJson(unpriced.values())));
        }
        if (!parked.isEmpty()) {
            statements.add(Statement.of(StatusSql.PARK, Rows.asJson(parked), at(now)));
        }
        return new Written<>(concerned, statements);
    }

    /// What messages wait for, the latest that was told of each.
    Uni<Void> held(List<MessageHeld> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var latest = told.stream()
                .collect(toMap(MessageHeld::messageId, HeldRow::of, (_, later) -> later))
                .values();
        return database.transaction(transaction -> transaction
                .ask(StatusSql.HOLD, Rows.asJson(latest))
                .map(rows -> {
                    var now = clock.instant();
                    var events = new ArrayList<Recorded>();
                    rows.forEach(row -> events.add(waits(row, ConversationRow.read(row), now)));
                    return Written.only(OUTBOX.append(events));
                }));
    }

    private static MessageStatusChanged waits(Row row, Conversation conversation, Instant now) {
        var state = conversation.state();
        return new MessageStatusChanged(
                conversation.id(),
                state.access(),
                row.getUUID("message_id"),
                row.getLong("sequence"),
                MessageStatus.valueOf(row.getString("status")),
                row.getOffsetDateTime("status_at").toInstant(),
                null,
                Documents.read(row.getString("held"), Held.class),
                now,
                state);
    }

    /// Reports that may change since when customers wait.
    Uni<Void> recordConcerned(Collection<Concerned> all) {
        return Multi.createFrom()
                .iterable(rounds(all))
                .onItem()
                .transformToUniAndConcatenate(this::recordRound)
                .onItem()
                .ignoreAsUni();
    }

    /// A round has one report of a conversation: what one changes, the next must see.
    private static List<List<Concerned>> rounds(Collection<Concerned> all) {
        var rounds = new ArrayList<List<Concerned>>();
        var rest = new ArrayList<>(all);
        while (!rest.isEmpty()) {
            var taken = new HashSet<UUID>();
            var round =
                    rest.stream().filter(it -> taken.add(it.conversationId())).toList();
            rest.removeAll(round);
            rounds.add(round);
        }
        return rounds;
    }

    private Uni<Void> recordRound(List<Concerned> round) {
        var reports = round.stream().map(Concerned::report).toList();
        return database.transaction(transaction -> {
            var locked = transaction.ask(ConversationRow.LOCK, (Object)
                    round.stream().map(Concerned::conversationId).toArray(UUID[]::new));
            var json = Rows.asJson(reports.stream().map(ReportRow::of).toList());
            var moved = transaction.ask(StatusSql.MOVE_WITH_CONVERSATION, json, StatusReport.platformIdsOf(reports));
            return transaction
                    .ask(StatusSql.ANSWERS, json)
                    .chain(answers -> Uni.combine()
                            .all()
                            .unis(locked, moved)
                            .with((conversations, messages) ->
                                    Written.only(withConversations(conversations, messages, answers))));
        });
    }

    private List<Statement> withConversations(RowSet<Row> locked, RowSet<Row> moved, RowSet<Row> answers) {
        var now = clock.instant();
        var conversations = new HashMap<UUID, Conversation>();
        locked.forEach(row -> conversations.put(row.getUUID("id"), ConversationRow.read(row)));
        var answersNow = new HashMap<UUID, RecordAnswers>();
        answers.forEach(row -> answersNow.put(
                row.getUUID("message_id"),
                new RecordAnswers(
                        row.getLong("through"), instant(row, "waiting_since"), row.getBoolean("any_failed"), now)));
        var changed = new HashMap<UUID, Conversation>();
        var events = new ArrayList<Recorded>();
        moved.forEach(row -> {
            var after = requireNonNull(conversations.get(row.getUUID("conversation_id")), "it was locked");
            if (changesAnswers(row)) {
                var facts = requireNonNull(answersNow.get(row.getUUID("message_id")), "it was asked for");
                for (var fact : after.accept(facts)) {
                    events.add(fact);
                    after = after.after(fact);
                }
                after = after.answered(facts);
                if (saysThatTheWindowIsClosed(row)) {
                    after = after.windowClosed(requireNonNull(instant(row, "status_at"), "it failed at some time"));
                }
                changed.put(after.id(), after);
            }
            events.add(changed(row, after, now));
        });
        return Stream.of(
                        ConversationRow.write(changed.values()), History.ofConversations(events), OUTBOX.append(events))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean changesAnswers(Row row) {
        var before = MessageStatus.valueOf(row.getString("status_before"));
        var after = MessageStatus.valueOf(row.getString("status"));
        return before.isAnswer() != after.isAnswer() || after == MessageStatus.FAILED;
    }

    private static boolean saysThatTheWindowIsClosed(Row row) {
        return MessageStatus.valueOf(row.getString("status")) == MessageStatus.FAILED
                && Objects.equals(row.getInteger("error_code"), ReplyWindow.SHUT);
    }

    private static MessageStatusChanged changed(Row row, Conversation conversation, Instant now) {
        var state = conversation.state();
        var errorCode = row.getInteger("error_code");
        return new MessageStatusChanged(
                conversation.id(),
                state.access(),
                row.getUUID("message_id"),
                row.getLong("sequence"),
                MessageStatus.valueOf(row.getString("status")),
                row.getOffsetDateTime("status_at").toInstant(),
                errorCode == null
                        ? null
                        : new PlatformError(errorCode, row.getString("error_title"), row.getString("error_detail")),
                null,
                now,
                state);
    }

    /// Takes up what was parked while its message became known, in two transactions that did not see each other.
    ///
    /// @param since what was parked earlier is not looked at
    Uni<Void> takeUpParked(Instant since) {
        return database.ask(StatusSql.PARKED_IN_VAIN, at(since)).chain(rows -> {
            var known = new ArrayList<Concerned>();
            rows.forEach(row -> known.add(new Concerned(
                    row.getUUID("conversation_id"),
                    StatusReport.none(row.getString("platform_id"), row.getUUID("message_id"), since))));
            return recordConcerned(known);
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// A report and the conversation that its message belongs to.
    record Concerned(UUID conversationId, StatusReport report) {}

    private record HeldRow(UUID messageId, Held held) {
        static HeldRow of(MessageHeld told) {
            return new HeldRow(told.messageId(), told.held());
        }
    }

    /// A report in the names of the statements' columns.
    private record ReportRow(
            @Nullable String phoneNumberId,
            @Nullable String platformId,
            @Nullable UUID messageId,
            String status,
            Instant statusAt,
            @Nullable PlatformError error,
            @JsonRawValue @Nullable String pricing) {
        static ReportRow of(StatusReport report) {
            return new ReportRow(
                    report.phoneNumberId(),
                    report.platformId(),
                    report.messageId(),
                    report.status().name(),
                    report.statusAt(),
                    report.error(),
                    Documents.writeIfAny(report.pricing()));
        }
    }
}
