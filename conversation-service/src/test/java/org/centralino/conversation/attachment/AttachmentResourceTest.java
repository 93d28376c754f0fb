package org.centralino.conversation.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.JPEG;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.brought;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Desk.ofMessage;
import static org.centralino.conversation.Desk.reply;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.centralino.conversation.Desk;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.OutboundEvent.MessageInDoubt;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class AttachmentResourceTest {
    private static final String FILES = "/api/conversations/{id}/attachments";
    private static final byte[] PDF = "%PDF-1.7 Preventivo 118".getBytes(ISO_8859_1);

    @Inject
    DataSource database;

    @Inject
    AttachmentDeletion deletion;

    @Test
    void a_file_is_brought_sent_once_and_served_to_others_at_once() throws Exception {
        var conversation = heldByAnna();
        var file = brought("anna", conversation, null, "application/pdf", "Preventivo 118.pdf", PDF)
                .statusCode(201)
                .body("kind", equalTo("document"))
                .body("mimeType", equalTo("application/pdf"))
                .body("size", equalTo(PDF.length))
                .body("name", equalTo("Preventivo 118.pdf"))
                .extract()
                .<String>path("id");
        var reply = UUID.randomUUID();
        var content = Map.of("type", "document", "attachmentId", file, "caption", "Ecco il preventivo.");

        reply("anna", conversation, reply, content, 1, 1)
                .statusCode(202)
                .body("content.name", equalTo("Preventivo 118.pdf"))
                .body("media.state", equalTo("stored"));
        reply("anna", conversation, reply, content, 1, 1).statusCode(202);
        reply("anna", conversation, UUID.randomUUID(), content, 2, 1)
                .statusCode(409)
                .body("reasonKey", equalTo("file-already-sent"));

        as("carla")
                .get("/api/conversations/{id}/messages/{message}/media", conversation, reply)
                .then()
                .statusCode(200)
                .header("content-type", "application/octet-stream")
                .header("content-disposition", org.hamcrest.Matchers.containsString("Preventivo 118.pdf"))
                .body(equalTo(new String(PDF, ISO_8859_1)));
        var queued = queued(conversation, 2);
        assertThat(queued.file()).satisfies(sent -> {
            assertThat(sent.mimeType()).isEqualTo("application/pdf");
            assertThat(sent.size()).isEqualTo(PDF.length);
            assertThat(sent.key()).startsWith(conversation + "/" + file + "/");
        });
        assertThat(queued.content()).isInstanceOfSatisfying(Content.Document.class, document -> {
            assertThat(document.attachment().mediaId()).isEqualTo(file);
            assertThat(document.caption()).isEqualTo("Ecco il preventivo.");
        });

        age(file, "2 days");
        deletion.deleteSome().await().atMost(Duration.ofSeconds(20));
        as("carla")
                .get("/api/conversations/{id}/messages/{message}/media", conversation, reply)
                .then()
                .statusCode(200);
    }

    @Test
    void a_file_that_is_brought_twice_by_one_id_is_one_file_and_no_one_elses() {
        var conversation = heldByAnna();
        var id = UUID.randomUUID();

        brought("anna", conversation, id, "image/jpeg", "Schiena.jpg", JPEG)
                .statusCode(201)
                .body("id", equalTo(id.toString()))
                .body("kind", equalTo("image"));
        brought("anna", conversation, id, "application/pdf", "Preventivo.pdf", PDF)
                .statusCode(201)
                .body("kind", equalTo("image"))
                .body("size", equalTo(JPEG.length));
        brought("carla", conversation, id, "image/jpeg", "Schiena.jpg", JPEG).statusCode(409);
        brought("anna", heldByAnna(), id, "image/jpeg", "Schiena.jpg", JPEG).statusCode(409);
    }

    @Test
    void a_file_is_its_authors_and_its_conversations_and_goes_as_what_it_is() {
        var conversation = heldByAnna();
        var carlas = brought("carla", conversation, null, "image/jpeg", "Schiena.jpg", JPEG)
                .statusCode(201)
                .extract()
                .<String>path("id");
        var elsewhere = brought("anna", heldByAnna(), null, "image/jpeg", "Schiena.jpg", JPEG)
                .statusCode(201)
                .extract()
                .<String>path("id");
        var mine = brought("anna", conversation, null, "application/pdf", "Preventivo.pdf", PDF)
                .statusCode(201)
                .extract()
                .<String>path("id");

        for (var file : new String[] {carlas, elsewhere, UUID.randomUUID().toString()}) {
            reply("anna", conversation, UUID.randomUUID(), Map.of("type", "image", "attachmentId", file), 1, 1)
                    .statusCode(409)
                    .body("reasonKey", equalTo("file-not-there"));
        }
        reply("anna", conversation, UUID.randomUUID(), Map.of("type", "image", "attachmentId", mine), 1, 1)
                .statusCode(400);
        reply("anna", conversation, UUID.randomUUID(), Map.of("type", "voice", "attachmentId", mine), 1, 1)
                .statusCode(400);
    }

    @Test
    void a_picture_may_be_brought_as_a_document_and_goes_as_one_only() {
        var conversation = heldByAnna();
        var file = as("anna")
                .contentType("image/jpeg")
                .queryParam("document", true)
                .body(JPEG)
                .post(FILES, conversation)
                .then()
                .statusCode(201)
                .body("kind", equalTo("document"))
                .extract()
                .<String>path("id");

        reply("anna", conversation, UUID.randomUUID(), Map.of("type", "image", "attachmentId", file), 1, 1)
                .statusCode(400);
        reply("anna", conversation, UUID.randomUUID(), Map.of("type", "document", "attachmentId", file), 1, 1)
                .statusCode(202);
    }

    @Test
    void who_may_not_reply_or_may_not_see_the_conversation_brings_nothing() {
        var conversation = heldByAnna();
        Operators.signUp("lina", Permission.SEE_ALL);
        Operators.signUp("renzo", Permission.SEE_OWN, Permission.REPLY);

        brought("lina", conversation, null, "image/jpeg", "Schiena.jpg", JPEG).statusCode(403);
        brought("renzo", conversation, null, "image/jpeg", "Schiena.jpg", JPEG).statusCode(404);
        RestAssured.given().body(JPEG).post(FILES, conversation).then().statusCode(401);
    }

    @Test
    void a_refusal_names_the_limit_of_the_kind() throws IOException {
        var conversation = heldByAnna();

        var tooLarge = upload(conversation, 5L * 1024 * 1024 + 1, "image/jpeg", JPEG);
        assertThat(tooLarge.getResponseCode()).isEqualTo(413);
        assertThat(new String(tooLarge.getErrorStream().readAllBytes(), ISO_8859_1))
                .contains("file-too-large", "5 MB", "\"limit\":5242880", "\"kind\":\"image\"");
        brought("anna", conversation, null, "image/jpeg", "Schiena.jpg", new byte[0])
                .statusCode(400);
        as("anna")
                .multiPart("file", "Schiena.jpg", JPEG)
                .post(FILES, conversation)
                .then()
                .statusCode(415);
        as("anna")
                .get("/api/attachments/limits")
                .then()
                .statusCode(200)
                .body("kinds.kind", hasItem("sticker"))
                .body("kinds.find { it.kind == 'image' }.mostBytes", equalTo(5 * 1024 * 1024))
                .body("kinds.find { it.kind == 'image' }.types", hasItem("image/png"));
    }

    @Test
    void a_large_file_passes_through_and_is_not_held() throws IOException {
        var conversation = heldByAnna();
        var large = 100L * 1024 * 1024;
        var before = memoryInUse();
        var most = new long[1];

        var upload = upload(conversation, large, "application/zip", "PK\u0003\u0004".getBytes(ISO_8859_1), sent -> {
            if (sent > large / 2 && most[0] == 0) {
                most[0] = memoryInUse();
            }
        });

        assertThat(upload.getResponseCode()).isEqualTo(201);
        assertThat(most[0] - before).isLessThan(large / 4);
        var body = new String(upload.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(body).contains("\"size\":" + large, "application/zip");
    }

    @Test
    void what_no_reply_named_for_a_day_is_deleted() throws Exception {
        var conversation = heldByAnna();
        var old = brought("anna", conversation, null, "image/jpeg", "Schiena.jpg", JPEG)
                .extract()
                .<String>path("id");
        var fresh = brought("anna", conversation, null, "image/jpeg", "Schiena.jpg", JPEG)
                .extract()
                .<String>path("id");
        age(old, "25 hours");

        deletion.deleteSome().await().atMost(Duration.ofSeconds(20));

        reply("anna", conversation, UUID.randomUUID(), Map.of("type", "image", "attachmentId", old), 1, 1)
                .statusCode(409)
                .body("reasonKey", equalTo("file-not-there"));
        reply("anna", conversation, UUID.randomUUID(), Map.of("type", "image", "attachmentId", fresh), 1, 1)
                .statusCode(202);
    }

    @Test
    void a_message_in_doubt_that_is_sent_again_keeps_its_file() {
        var conversation = heldByAnna();
        var file = brought("anna", conversation, null, "image/jpeg", "Schiena.jpg", JPEG)
                .extract()
                .<String>path("id");
        var reply = UUID.randomUUID();
        reply("anna", conversation, reply, Map.of("type", "image", "attachmentId", file, "caption", "Eccola"), 1, 1)
                .statusCode(202);
        var queued = queued(conversation, 2);
        PLATFORM.send(
                Topics.OUTBOUND,
                conversation.toString(),
                WireFormat.OUTBOUND,
                new MessageInDoubt(conversation, queued.access(), reply, "No answer.", java.time.Instant.now()));
        Desk.awaitStatus(conversation, reply, "unknown");
        var again = UUID.randomUUID();

        as("anna")
                .contentType(ContentType.JSON)
                .body(Map.of("outcome", "send-again", "id", again, "epoch", 1))
                .post("/api/conversations/{id}/messages/{message}/resolution", conversation, reply)
                .then()
                .statusCode(200);

        assertThat(Desk.<String>ofMessage(conversation, again, "media.state")).isEqualTo("stored");
        assertThat(queuedAgain(conversation, again).file()).isEqualTo(queued.file());
        as("carla")
                .get("/api/conversations/{id}/messages/{message}/media", conversation, again)
                .then()
                .statusCode(200)
                .header("etag", notNullValue());
        assertThat(ofMessage(conversation, again, "content.text").toString()).isEqualTo("Eccola");
    }

    private static ReplyQueued queued(UUID conversation, long sequence) {
        return PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, conversation, 2).stream()
                .filter(ReplyQueued.class::isInstance)
                .map(ReplyQueued.class::cast)
                .filter(it -> it.sequence() == sequence)
                .findFirst()
                .orElseThrow();
    }

    private static ReplyQueued queuedAgain(UUID conversation, UUID message) {
        return PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, conversation, 4).stream()
                .filter(ReplyQueued.class::isInstance)
                .map(ReplyQueued.class::cast)
                .filter(it -> it.messageId().equals(message))
                .findFirst()
                .orElseThrow();
    }

    /// Something that is told how much was sent.
    interface Progress {
        void sent(long bytes);
    }

    private static HttpURLConnection upload(UUID conversation, long length, String type, byte[] head)
            throws IOException {
        return upload(conversation, length, type, head, _ -> {});
    }

    private static HttpURLConnection upload(UUID conversation, long length, String type, byte[] head, Progress progress)
            throws IOException {
        var address = "http://localhost:%d/api/conversations/%s/attachments".formatted(RestAssured.port, conversation);
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(length);
        connection.setRequestProperty("Authorization", "Bearer " + Operators.token("anna"));
        connection.setRequestProperty("Content-Type", type);
        try (var out = connection.getOutputStream()) {
            out.write(head);
            write(out, length - head.length, progress);
        } catch (IOException refused) {
            // The answer says why.
        }
        return connection;
    }

    private static void write(OutputStream out, long length, Progress progress) throws IOException {
        var piece = new byte[64 * 1024];
        for (var sent = 0L; sent < length; sent += piece.length) {
            out.write(piece, 0, (int) Math.min(piece.length, length - sent));
            progress.sent(sent);
        }
    }

    private static long memoryInUse() {
        System.gc();
        var direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return direct + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void age(String file, String by) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update attachment set begun_at = now() - cast(? as interval) where id = cast(? as uuid)")) {
            update.setString(1, by);
            update.setString(2, file);
            update.executeUpdate();
        }
    }
}
