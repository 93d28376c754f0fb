package org.centralino.system.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.centralino.system.stack.Json;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.WhatsAppPlatform;

/// Writes what is made up into the databases of the services, each of which is told what it would have heard. All of it
/// becomes true at once, or nothing.
public final class Seeding {
    private static final String NUMBER = WhatsAppPlatform.PHONE_NUMBER_ID;
    private static final List<String> TABLES =
            List.of("contact", "contact_identity", "conversation", "message", "read_cursor", "history_entry");
    /// What service-kit's KnownConversations reads.
    private static final String KNOWN_CONVERSATION = "conversation (id, version, phone_number_id, team_id, epoch,"
            + " assignee_id, assignee_name, since, former_known, former_assignee_id)";

    private static final String CONFLICT = "23505";

    private final RunningStack stack;
    private final Scale scale;
    private final Consumer<String> progress;
    private final int[] lengths;
    private final Instant now;

    private Seeding(RunningStack stack, Scale scale, Consumer<String> progress) {
        this.stack = stack;
        this.scale = scale;
        this.progress = progress;
        this.lengths = scale.lengths();
        this.now = stack.simulator().now();
    }

    /// What was written.
    ///
    /// @param longestThreads conversations with 50,000 messages, or a tenth of all
    public record Seeded(List<UUID> longestThreads, int longestLength) {}

    /// @param progress is told what is done, with rows a second
    /// @throws AlreadySeededException when it is there already
    public static Seeded run(RunningStack stack, Scale scale, Consumer<String> progress) {
        var seeding = new Seeding(stack, scale, progress);
        try {
            return seeding.run();
        } catch (SQLException refused) {
            throw CONFLICT.equals(refused.getSQLState())
                    ? new AlreadySeededException(
                            "Nothing was seeded: a number or id of seed %d belongs to somebody already. Use another --seed."
                                    .formatted(scale.seed()))
                    : new IllegalStateException("Nothing was seeded", refused);
        }
    }

    /// There are such conversations already.
    public static final class AlreadySeededException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadySeededException(String message) {
            super(message);
        }
    }

    private Seeded run() throws SQLException {
        try (var assignment = opened("assignment");
                var notes = opened("notes");
                var conversation = opened("conversation")) {
            refuseASecondTime(conversation);
            fillAssignment(assignment);
            fillNotes(notes);
            fillConversation(conversation);
            // Those who only listen come last: what they know of nobody asks for yet.
            conversation.commit();
            assignment.commit();
            notes.commit();
            tidy(assignment, List.of("conversation"));
            tidy(notes, List.of("conversation", "note"));
            tidy(conversation, TABLES);
        }
        var longest = new ArrayList<UUID>();
        for (var n = 0; n < Math.min(Scale.LONGEST_THREADS, scale.conversations()); n++) {
            longest.add(SeededConversation.idOf(scale.seed(), n));
        }
        return new Seeded(longest, lengths[0]);
    }

    /// It waits for the others longer than the services may.
    private Connection opened(String database) throws SQLException {
        var connection = stack.database(database);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set idle_in_transaction_session_timeout = 0");
            statement.execute("set maintenance_work_mem = '256MB'");
        }
        connection.commit();
        return connection;
    }

    private void refuseASecondTime(Connection conversation) throws SQLException {
        try (var statement = conversation.prepareStatement("select from conversation where id = ?")) {
            statement.setObject(1, SeededConversation.idOf(scale.seed(), 0));
            if (statement.executeQuery().next()) {
                throw new AlreadySeededException(
                        "Seed %d is there already. Use another --seed to add more, or begin with empty data: ./centralino up --fresh"
                                .formatted(scale.seed()));
            }
        }
    }

    private void fillAssignment(Connection assignment) throws SQLException {
        var indexes = IndexesSetAside.of(assignment, List.of("conversation"));
        fill(assignment, "assignment", KNOWN_CONVERSATION, Seeding::known);
        indexes.putBack();
        try (var statement = assignment.prepareStatement(
                "insert into operator (id, name, may_reply, last_seen) values (?, ?, true, now()) on conflict do nothing")) {
            for (var holder : SeededConversation.HOLDERS) {
                statement.setObject(1, holder.id());
                statement.setString(2, holder.name());
                statement.executeUpdate();
            }
        }
    }

    private void fillNotes(Connection notes) throws SQLException {
        var indexes = IndexesSetAside.of(notes, List.of("conversation", "note"));
        fill(notes, "notes", KNOWN_CONVERSATION, Seeding::known);
        fill(
                notes,
                "notes",
                "note (id, conversation_id, author_id, author_name, text, at)",
                (it, out) -> it.notes()
                        .forEach(note -> out.row(
                                note.id(),
                                it.id(),
                                note.author().id(),
                                note.author().name(),
                                note.text(),
                                note.at())));
        indexes.putBack();
    }

    private static void known(SeededConversation it, Copy out) {
        var holder = it.holder();
        var former = it.former();
        out.row(
                it.id(),
                it.version(),
                NUMBER,
                null,
                it.epoch(),
                holder == null ? null : holder.id(),
                holder == null ? null : holder.name(),
                it.heldSince(),
                it.epoch() > 0,
                former == null ? null : former.id());
    }

    private void fillConversation(Connection conversation) throws SQLException {
        var indexes = IndexesSetAside.of(conversation, TABLES);
        fill(conversation, "contact (id, name, profile_name, phone, bsuid, username, created_at)", (it, out) -> {
            var customer = it.customer();
            out.row(
                    customer.id(),
                    customer.name(),
                    customer.name(),
                    customer.phone(),
                    customer.bsuid(),
                    customer.username(),
                    it.createdAt());
        });
        fill(conversation, "contact_identity (kind, value, contact_id)", (it, out) -> {
            out.row("wa_id", it.customer().waId(), it.customer().id());
            out.row("bsuid", it.customer().bsuid(), it.customer().id());
        });
        fill(
                conversation,
                "conversation (id, phone_number_id, contact_id, version, status, epoch, assignee_id, assignee_name,"
                        + " last_sequence, window_expires_at, waiting_since, last_activity_at, created_at,"
                        + " answered_through, newest_author_id, newest_since, newest_shown_at)",
                Seeding::conversation);
        fill(
                conversation,
                "message (id, conversation_id, sequence, phone_number_id, platform_id, direction, author_id, author_name,"
                        + " content, platform_at, recorded_at, came_at, late, anyway, status, status_at, answers_from)",
                (it, out) -> it.messages().forEach(message -> message(it, message, out)));
        fill(
                conversation,
                "read_cursor (operator_id, conversation_id, sequence)",
                (it, out) ->
                        it.cursors().forEach(cursor -> out.row(cursor.operator().id(), it.id(), cursor.sequence())));
        fill(
                conversation,
                "history_entry (id, conversation_id, at, kind, actor_kind, actor_id, actor_name, target_id, target_name,"
                        + " message_id, note_id)",
                (it, out) -> it.history().forEach(entry -> entry(it, entry, out)));
        progress.accept("conversation: indexes");
        indexes.putBack();
        haveWordsWritten(conversation);
    }

    /// The product writes by which words these messages are found, as it does for those of a version
    /// before.
    private static void haveWordsWritten(Connection conversation) throws SQLException {
        try (var statement = conversation.createStatement()) {
            statement.execute("update message_words_caught_up set round = 1, up_to = '%s'".formatted(new UUID(0, 0)));
        }
    }

    private static void conversation(SeededConversation it, Copy out) {
        var holder = it.holder();
        var newest = it.messages().getLast().author();
        out.row(
                it.id(),
                NUMBER,
                it.customer().id(),
                it.version(),
                it.isResolved() ? "RESOLVED" : "OPEN",
                it.epoch(),
                holder == null ? null : holder.id(),
                holder == null ? null : holder.name(),
                it.messages().size(),
                it.windowExpiresAt(),
                it.waitingSince(),
                it.lastActivityAt(),
                it.createdAt(),
                it.answeredThrough(),
                newest == null ? null : newest.id(),
                it.newestSince(),
                it.lastActivityAt());
    }

    private static void message(SeededConversation it, SeededMessage message, Copy out) {
        var author = message.author();
        out.row(
                message.id(),
                it.id(),
                message.sequence(),
                NUMBER,
                message.wamid(),
                author == null ? "INBOUND" : "OUTBOUND",
                author == null ? null : author.id(),
                author == null ? it.customer().name() : author.name(),
                Json.write(message.content()),
                message.at(),
                message.at(),
                message.at(),
                false,
                false,
                message.status(),
                message.at(),
                author == null ? null : message.answersFrom());
    }

    private static void entry(SeededConversation it, SeededEntry entry, Copy out) {
        var by = entry.by();
        var target = entry.target();
        var message = entry.message();
        out.row(
                entry.id(),
                it.id(),
                entry.at(),
                entry.kind(),
                by == null ? "customer" : "operator",
                by == null ? null : by.id(),
                by == null ? it.customer().name() : by.name(),
                target == null ? null : target.id(),
                target == null ? null : target.name(),
                message == null ? null : message.id(),
                entry.note());
    }

    private void fill(Connection connection, String table, BiConsumer<SeededConversation, Copy> rows)
            throws SQLException {
        fill(connection, "conversation", table, rows);
    }

    private void fill(Connection connection, String database, String table, BiConsumer<SeededConversation, Copy> rows)
            throws SQLException {
        var name = "%s: %s".formatted(database, table.substring(0, table.indexOf(' ')));
        var pace = new Pace(name, progress);
        try (var out = Copy.into(connection, table)) {
            for (var n = 0; n < scale.conversations(); n++) {
                rows.accept(SeededConversation.of(scale.seed(), n, lengths[n], now), out);
                pace.at(out.rows());
            }
            pace.done(out.rows());
        }
    }

    /// The planner knows what there is now, and what everybody may see is marked so.
    private void tidy(Connection connection, List<String> tables) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) " + String.join(", ", tables));
        }
    }
}
