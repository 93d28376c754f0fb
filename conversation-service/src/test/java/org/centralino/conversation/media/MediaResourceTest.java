package org.centralino.conversation.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.ofMessage;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.Access;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.MediaChanged;
import org.centralino.events.Media;
import org.centralino.events.OutboundEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.media.ObjectStore;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Neighbours;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@RealInfrastructure
class MediaResourceTest {
    private static final String FILE = "/api/conversations/{id}/messages/{message}/media";
    private static final byte[] WORDS = "Gentile signora, il pacco parte oggi.".getBytes(StandardCharsets.UTF_8);

    @Inject
    ObjectStore store;

    @TempDir
    Path folder;

    private record Sent(UUID conversation, UUID message) {}

    @Test
    void a_file_is_on_its_way_until_it_is_told_to_be_here() {
        var sent = sent();

        assertThat(Desk.<String>ofMessage(sent.conversation, sent.message, "media.state"))
                .isEqualTo("fetching");
        as("anna")
                .get(FILE, sent.conversation, sent.message)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/media-not-here-yet"));
    }

    @Test
    void a_file_that_is_here_is_told_of_and_comes_with_all_that_browsers_need() throws IOException {
        var sent = stored("image/jpeg", "Schiena.jpg", WORDS);

        as("anna")
                .get(FILE, sent.conversation, sent.message)
                .then()
                .statusCode(200)
                .header("content-type", "image/jpeg")
                .header("content-length", String.valueOf(WORDS.length))
                .header("content-disposition", startsWith("inline; filename=\"Schiena.jpg\""))
                .header("x-content-type-options", "nosniff")
                .header("content-security-policy", "sandbox; default-src 'none'")
                .header("cache-control", containsString("private"))
                .header("etag", equalTo("\"5f\""))
                .body(equalTo(new String(WORDS, StandardCharsets.UTF_8)));
        var told = PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, sent.conversation, 3);
        assertThat(told)
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(MediaChanged.class, change -> {
                    assertThat(change.messageId()).isEqualTo(sent.message);
                    assertThat(change.media().name()).isEqualTo("Schiena.jpg");
                }));
    }

    @Test
    void a_part_comes_alone_and_what_a_browser_has_is_not_sent_again() throws IOException {
        var sent = stored("video/mp4", "Pacco.mp4", WORDS);

        as("anna")
                .header("range", "bytes=8-14")
                .get(FILE, sent.conversation, sent.message)
                .then()
                .statusCode(206)
                .header("content-range", "bytes 8-14/" + WORDS.length)
                .body(equalTo("signora"));
        as("anna")
                .header("range", "bytes=900-")
                .get(FILE, sent.conversation, sent.message)
                .then()
                .statusCode(416);
        as("anna")
                .header("if-none-match", "\"5f\"")
                .get(FILE, sent.conversation, sent.message)
                .then()
                .statusCode(304);
    }

    @Test
    void a_page_that_passes_for_a_picture_is_saved_and_not_shown() throws IOException {
        var sent = stored(
                "application/octet-stream",
                "schiena.jpg",
                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

        as("anna")
                .get(FILE, sent.conversation, sent.message)
                .then()
                .statusCode(200)
                .header("content-type", "application/octet-stream")
                .header("content-disposition", startsWith("attachment; "));
    }

    @Test
    void a_page_shows_pictures_by_a_ticket_which_is_good_for_its_conversation_only() throws IOException {
        var sent = stored("image/jpeg", "Schiena.jpg", WORDS);
        var other = stored("image/jpeg", "Schiena.jpg", WORDS);
        var ticket = ticket("anna", sent.conversation);

        given().queryParam("ticket", ticket)
                .get(FILE, sent.conversation, sent.message)
                .then()
                .statusCode(200);
        given().queryParam("ticket", ticket)
                .get(FILE, other.conversation, other.message)
                .then()
                .statusCode(401);
        given().queryParam("ticket", "made-up")
                .get(FILE, sent.conversation, sent.message)
                .then()
                .statusCode(401);
        given().queryParam("ticket", ticket)
                .get("/api/conversations/{id}", sent.conversation)
                .then()
                .statusCode(401);
        given().get(FILE, sent.conversation, sent.message).then().statusCode(401);
    }

    @Test
    void who_may_not_see_a_conversation_any_more_gets_nothing_of_it_by_token_and_by_ticket() throws IOException {
        var sent = stored("image/jpeg", "Schiena.jpg", WORDS);
        Operators.signUp("vera", Permission.SEE_OWN);
        var ticket = ticket("vera", sent.conversation);
        given().queryParam("ticket", ticket)
                .get(FILE, sent.conversation, sent.message)
                .then()
                .statusCode(200);

        PLATFORM.taken(sent.conversation, 1, ANNA);
        Desk.awaitEpoch(sent.conversation, 1);

        as("vera").get(FILE, sent.conversation, sent.message).then().statusCode(404);
        given().queryParam("ticket", ticket)
                .get(FILE, sent.conversation, sent.message)
                .then()
                .statusCode(404);
        as("vera")
                .get("/api/conversations/{id}/media-ticket", sent.conversation)
                .then()
                .statusCode(404);
    }

    @Test
    void a_file_that_is_lost_is_said_to_be_and_one_that_is_here_is_not_lost_any_more() throws IOException {
        var sent = sent();
        tell(new OutboundEvent.MediaLost(
                sent.conversation, access(), sent.message, Media.lost(Media.Loss.EXPIRED), Instant.now()));
        awaitState(sent, "lost");

        as("anna")
                .get(FILE, sent.conversation, sent.message)
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/media-lost"));
        store(sent, "image/jpeg", "Schiena.jpg", WORDS);
        tell(new OutboundEvent.MediaLost(
                sent.conversation, access(), sent.message, Media.lost(Media.Loss.EXPIRED), Instant.now()));
        Desk.written(Platform.somebody(), "Ordine 7");
        assertThat(Desk.<String>ofMessage(sent.conversation, sent.message, "media.state"))
                .isEqualTo("stored");
    }

    @Test
    void a_large_file_streams_through() throws IOException {
        var large = 100 * 1024 * 1024L;
        var file = folder.resolve("large");
        try (var channel = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(large - 1).write(ByteBuffer.wrap(new byte[] {1}));
        }
        var sent = sent();
        store(sent, "application/octet-stream", "Archivio.zip", file);
        var before = memoryInUse();

        try (var body = opened(sent)) {
            var half = body.readNBytes((int) large / 2).length;
            // Whoever keeps a file in memory on its way has the other half now.
            assertThat(memoryInUse() - before - half).isLessThan(large / 4);
            assertThat(half + body.transferTo(OutputStream.nullOutputStream())).isEqualTo(large);
        }
    }

    private static InputStream opened(Sent sent) throws IOException {
        var path = "/api/conversations/%s/messages/%s/media".formatted(sent.conversation, sent.message);
        var connection = URI.create("http://localhost:%d%s".formatted(RestAssured.port, path))
                .toURL()
                .openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + Operators.token("anna"));
        return connection.getInputStream();
    }

    private static long memoryInUse() {
        System.gc();
        var direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return direct + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String ticket(String operator, UUID conversation) {
        return as(operator)
                .get("/api/conversations/{id}/media-ticket", conversation)
                .then()
                .statusCode(200)
                .extract()
                .path("ticket");
    }

    private static Sent sent() {
        var customer = Platform.somebody();
        var attachment = new Content.Attachment("700000000000151", "image/jpeg", null, null);
        PLATFORM.reports(Platform.message(
                customer, "wamid." + UUID.randomUUID(), new Content.Image(null, attachment), null, Instant.now()));
        var conversation = await(() -> found(customer), 1);
        String message = as("carla")
                .get("/api/conversations/{id}/timeline", conversation)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        return new Sent(conversation, UUID.fromString(message));
    }

    private Sent stored(String mimeType, String name, byte[] bytes) throws IOException {
        var sent = sent();
        store(sent, mimeType, name, bytes);
        return sent;
    }

    private void store(Sent sent, String mimeType, String name, byte[] bytes) throws IOException {
        store(sent, mimeType, name, Files.write(folder.resolve(UUID.randomUUID().toString()), bytes));
    }

    private void store(Sent sent, String mimeType, String name, Path file) throws IOException {
        var key = "%s/%s/5f".formatted(sent.conversation, sent.message);
        store.put(key, file, mimeType);
        var media = new Media(
                Media.State.STORED, mimeType, Files.size(file), name, null, null, false, null, List.of(), null);
        tell(new OutboundEvent.MediaStored(sent.conversation, access(), sent.message, key, null, media, Instant.now()));
        awaitState(sent, "stored");
    }

    private static void tell(OutboundEvent.Fetched event) {
        PLATFORM.send(Topics.OUTBOUND, event.conversationId().toString(), WireFormat.OUTBOUND, event);
    }

    private static void awaitState(Sent sent, String state) {
        Patience.await("the file is " + state)
                .until(() -> state.equals(ofMessage(sent.conversation, sent.message, "media.state")));
    }

    private static Access access() {
        return new Access(Neighbours.PHONE_NUMBER_ID, null, null);
    }
}
