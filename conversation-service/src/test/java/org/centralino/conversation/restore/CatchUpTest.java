package org.centralino.conversation.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.centralino.conversation.Desk.JPEG;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.brought;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Desk.ofMessage;
import static org.centralino.conversation.Desk.reply;
import static org.centralino.conversation.Desk.resolve;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.Content;
import org.centralino.events.GroupChange;
import org.centralino.events.Media;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.kit.kafka.Consumers;
import org.centralino.kit.restore.CatchUp;
import org.centralino.kit.restore.Retelling;
import org.centralino.testkit.Backup;
import org.centralino.testkit.Patience;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class CatchUpTest {
    @Inject
    CatchUp catchUp;

    @Inject
    DataSource database;

    @Inject
    @Liveness
    Consumers consumers;

    private boolean stopped;

    @AfterEach
    void hearAgain() {
        if (stopped) {
            consumers.start(new StartupEvent());
            stopped = false;
        }
    }

    @Test
    void a_restored_service_knows_again_what_it_told_and_hearing_the_rest_again_changes_nothing() throws Exception {
        var giulia = Platform.somebody();
        var before = heldByAnna();
        var known = written(giulia, "Buongiorno");
        PLATFORM.taken(known, 1, ANNA);
        awaitEpoch(known, 1);
        var delivered = answered(known, 1);
        accepted(known, delivered, "wamid.delivered." + delivered);

        var withFile = heldByAnna();
        var picture = UUID.randomUUID();
        begun(withFile, picture);

        var backup = Backup.of("conversation");

        sendPicture(withFile, picture);
        written(giulia, "Ancora una cosa");
        PLATFORM.reports(Platform.status("wamid.delivered." + delivered, "delivered", delivered));
        awaitStatus(known, delivered, "delivered");
        var failed = UUID.randomUUID();
        reply("anna", known, failed, "Un attimo", 3, 1).statusCode(202);
        accepted(known, failed, "wamid.failed." + failed);
        PLATFORM.reports(Platform.status("wamid.failed." + failed, "failed", failed));
        awaitStatus(known, failed, "failed");
        var doubtful = UUID.randomUUID();
        reply("anna", known, doubtful, "Eccomi", 4, 1).statusCode(202);
        PLATFORM.inDoubt(known, doubtful);
        awaitStatus(known, doubtful, "unknown");
        as("anna")
                .contentType(ContentType.JSON)
                .body(Map.of("outcome", "arrived"))
                .post("/api/conversations/{id}/messages/{message}/resolution", known, doubtful)
                .then()
                .statusCode(200);
        PLATFORM.reports(Platform.reaction(giulia, "wamid.delivered." + delivered, "👍"));
        awaitRow("👍");
        PLATFORM.reports(Platform.message(giulia, "wamid.edited." + delivered, "Alle tre", Instant.now()));
        PLATFORM.reports(Platform.edit(giulia, "wamid.edited." + delivered, new Content.Text("Alle quattro")));
        awaitRow("Alle quattro");
        PLATFORM.reports(Platform.message(giulia, "wamid.gone." + delivered, "Il mio codice", Instant.now()));
        PLATFORM.reports(Platform.revocation(giulia, "wamid.gone." + delivered));
        awaitRow("\"revoked\"");
        PLATFORM.reports(
                Platform.past(
                        giulia,
                        "wamid.past." + delivered,
                        true,
                        new Content.Unsupported("media_placeholder", null),
                        Instant.now().minusSeconds(90_000)),
                Platform.past(
                        giulia,
                        "wamid.past." + delivered,
                        true,
                        new Content.Text("Di ieri"),
                        Instant.now().minusSeconds(90_000)));
        awaitRow("Di ieri");
        talkInAGroup(giulia);
        sendPhoto();
        var onlyByUserId = onlyByUserId();
        PLATFORM.reports(Platform.message(onlyByUserId, "Sono nuova", Instant.now()));
        awaitContact(onlyByUserId);
        resolve("anna", before, 1).statusCode(200);
        PLATFORM.takenOver(known, 2, org.centralino.testkit.Operators.CARLA, ANNA);
        awaitEpoch(known, 2);
        PLATFORM.noted(known, UUID.randomUUID(), ANNA);
        awaitHistory(known, "note-added");
        awaitTold();
        var lost = tables();

        stopHearing();
        backup.restore();
        assertThat(tables()).isNotEqualTo(lost);
        var first = catchUp.since(backup.since());

        assertThat(first.changes()).isPositive();
        assertThat(told(tables())).isEqualTo(told(lost));
        assertThat(catchUp.since(backup.since()))
                .isEqualTo(new CatchUp.Outcome(
                        List.of(
                                "0 changes of conversations",
                                "0 messages named by the platform",
                                "0 files of messages",
                                "0 keys of customers"),
                        0,
                        0,
                        0));

        hearAgain();
        Patience.await("what others told is heard again").until(() -> tables().equals(lost));
        // The last on the topic: when it is handled, everything was.
        PLATFORM.reports(Platform.message(onlyByUserId, "Di nuovo io", Instant.now()));
        Patience.await("the customer's second message stands in her conversation")
                .until(() -> Backup.rows("conversation", "message").stream()
                        .anyMatch(row -> row.contains("Di nuovo io") && row.contains("\"sequence\": 2")));
        assertThat(about(known, tables())).isEqualTo(about(known, lost));
    }

    @Test
    void nobody_catches_up_while_the_service_runs() {
        assertThatThrownBy(() -> catchUp.since(Instant.now().minus(Duration.ofMinutes(1))))
                .isInstanceOf(CatchUp.RefusedException.class)
                .hasMessageContaining("conversation is running")
                .hasMessageContaining("conversation.whatsapp");
    }

    @Test
    void a_time_after_the_backup_is_found_out() throws Exception {
        var backup = Backup.of("conversation");
        var conversation = heldByAnna();
        awaitTold();
        var tooLate = Instant.now();
        answered(conversation, 1);
        awaitTold();

        stopHearing();
        backup.restore();

        assertThatThrownBy(() -> catchUp.since(tooLate))
                .isInstanceOf(Retelling.BeganTooLateException.class)
                .hasMessageContaining("name an earlier one");
        catchUp.since(backup.since());
    }

    @Test
    void a_time_longer_ago_than_topics_are_kept_is_refused() {
        assertThatThrownBy(() -> catchUp.since(Instant.now().minus(Duration.ofDays(15))))
                .isInstanceOf(CatchUp.RefusedException.class)
                .hasMessageContaining("14 days");
    }

    private void stopHearing() throws InterruptedException {
        consumers.stop(new ShutdownEvent());
        stopped = true;
    }

    /// One who is known and one who is not, in a group that nobody knew.
    private static void talkInAGroup(Customer known) {
        var group = Platform.group();
        PLATFORM.reports(
                Platform.groupChange(group, GroupChange.CREATED, "Trasloco", -5),
                Platform.inGroup(group, known, "Ciao a tutti"),
                Platform.inGroup(group, Platform.somebody(), "Ciao dal gruppo"),
                Platform.groupChange(group, GroupChange.RENAMED, "Trasloco, sabato", 1));
        awaitRow("Ciao dal gruppo");
        Patience.await("the group has its new name")
                .until(() -> Backup.rows("conversation", "contact").stream()
                        .anyMatch(row -> row.contains("Trasloco, sabato")));
    }

    private static void sendPhoto() {
        var customer = Platform.somebody();
        var photo = new Content.Image("Ecco", new Content.Attachment("700000000000151", "image/jpeg", null, null));
        PLATFORM.reports(Platform.message(customer, "wamid." + UUID.randomUUID(), photo, null, Instant.now()));
        var conversation = await(() -> found(customer), 1);
        UUID message = UUID.fromString(as("anna")
                .get("/api/conversations/{id}/timeline", conversation)
                .then()
                .extract()
                .path("items[0].id"));
        var media = new Media(Media.State.STORED, "image/jpeg", 7L, "image.jpg", null, null, false, null, null, null);
        PLATFORM.stored(conversation, message, "c/m/5f", media);
        Patience.await("the photo is here")
                .until(() -> "stored".equals(ofMessage(conversation, message, "media.state")));
    }

    /// The backup is made while the file is being brought.
    private void begun(UUID conversation, UUID picture) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into attachment (id, conversation_id, author_id) values (?, ?, ?)")) {
            statement.setObject(1, picture);
            statement.setObject(2, conversation);
            statement.setObject(3, ANNA.id());
            statement.executeUpdate();
        }
    }

    private static void sendPicture(UUID conversation, UUID picture) {
        brought("anna", conversation, picture, "image/jpeg", "Schiena.jpg", JPEG)
                .statusCode(201);
        reply("anna", conversation, UUID.randomUUID(), Map.of("type", "image", "attachmentId", picture), 1, 1)
                .statusCode(202);
    }

    private static Customer onlyByUserId() {
        return new Customer("IT." + UUID.randomUUID(), null, null, "marta", "Marta Riva");
    }

    private static void accepted(UUID conversation, UUID message, String platformId) {
        PLATFORM.accepted(conversation, message, platformId);
        awaitStatus(conversation, message, "accepted");
    }

    private static void awaitContact(Customer customer) {
        Patience.await("the customer is known")
                .until(() -> Backup.rows("conversation", "contact_identity").stream()
                        .anyMatch(row -> row.contains(customer.bsuid())));
    }

    private static void awaitRow(String part) {
        Patience.await("a message has " + part)
                .until(() -> Backup.rows("conversation", "message").stream().anyMatch(row -> row.contains(part)));
    }

    private static void awaitHistory(UUID conversation, String kind) {
        Patience.await("the history has " + kind)
                .until(() -> Backup.rows("conversation", "history_entry").stream()
                        .anyMatch(row -> row.contains(conversation.toString()) && row.contains(kind)));
    }

    private static void awaitTold() {
        Patience.await("everything is told")
                .until(() -> Backup.rows("conversation", "outbox").isEmpty());
    }

    /// What counts: the rest is computed from it, or belongs to a replica.
    private static Map<String, List<String>> tables() {
        var tables = new TreeMap<String, List<String>>();
        for (var table : List.of("contact", "conversation", "message", "read_cursor")) {
            tables.put(table, Backup.rows("conversation", table));
        }
        // When a key was seen last is known by the hour only.
        tables.put("contact_identity", Backup.rows("conversation", "contact_identity", "first_seen", "last_seen"));
        tables.put("history_entry", Backup.rows("conversation", "history_entry", "id", "position"));
        tables.replaceAll((table, rows) -> table.equals("contact")
                ? rows.stream()
                        .map(row -> row.replaceAll("\"created_at\": \"[^\"]*\"", ""))
                        .toList()
                : rows);
        return tables;
    }

    /// Holders and notes are told by others: they come when their topics are heard again.
    private static Map<String, List<String>> told(Map<String, List<String>> tables) {
        var told = new TreeMap<>(tables);
        told.computeIfPresent(
                "history_entry",
                (_, rows) -> rows.stream()
                        .filter(row -> !row.contains("note-added") && !row.contains("\"taken"))
                        .toList());
        told.computeIfPresent(
                "conversation",
                (_, rows) -> rows.stream()
                        .map(row -> row.replaceAll("\"(epoch|version)\": \\d+", "")
                                .replaceAll("\"assignee_(id|name)\": (\"[^\"]*\"|null)", ""))
                        .sorted()
                        .toList());
        return told;
    }

    private static Map<String, List<String>> about(UUID conversation, Map<String, List<String>> tables) {
        var about = new TreeMap<>(tables);
        about.replaceAll((_, rows) -> rows.stream()
                .filter(row -> row.contains(conversation.toString()))
                .toList());
        return about;
    }
}
