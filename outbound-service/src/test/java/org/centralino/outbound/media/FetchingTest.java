package org.centralino.outbound.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.media.MediaPlatform.answers;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageRevoked;
import org.centralino.events.Media;
import org.centralino.events.Media.Loss;
import org.centralino.events.OutboundEvent.Fetched;
import org.centralino.events.OutboundEvent.MediaStored;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.media.ObjectStore;
import org.centralino.testkit.Neighbours;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files of customers' messages, between a platform that does as it is told and a real object store.
@QuarkusTest
class FetchingTest {
    private static final byte[] PDF = "%PDF-1.7 Fattura 7".getBytes(UTF_8);

    private final MediaPlatform platform = MediaPlatform.INSTANCE;
    private Neighbours neighbours;

    @Inject
    ObjectStore objects;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @BeforeEach
    void listen() {
        neighbours = new Neighbours();
    }

    @AfterEach
    void stopListening() {
        neighbours.close();
    }

    @Test
    void a_file_is_stored_and_told_with_its_true_name() throws Exception {
        var id = platform.keeps(PDF, "application/pdf");

        var stored = storedOf(document(id, "../Fattura 7.pdf"));

        assertThat(stored.media().name()).isEqualTo("Fattura 7.pdf");
        assertThat(stored.media().mimeType()).isEqualTo("application/pdf");
        assertThat(stored.media().size()).isEqualTo(PDF.length);
        assertThat(read(stored.key())).isEqualTo(PDF);
        assertThat(platform.downloadsOf(id)).singleElement().satisfies(asked -> {
            assertThat(asked.authorization()).isEqualTo("Bearer the-test-token");
            assertThat(asked.userAgent()).isNotBlank();
        });
    }

    @Test
    void a_photo_has_a_small_form() throws Exception {
        var photo = picture(1600, 1200);
        var id = platform.keeps(photo, "image/jpeg");

        var stored = storedOf(new Content.Image(null, attachment(id)));

        assertThat(stored.media().width()).isEqualTo(1600);
        assertThat(stored.media().thumbnail()).isTrue();
        var small = ImageIO.read(new ByteArrayInputStream(read(stored.thumbnailKey())));
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(240);
    }

    @Test
    void the_address_that_came_with_the_message_is_used_while_it_is_good() {
        var id = platform.keeps(PDF, "application/pdf");
        platform.says(id, "url", platform.strangeUrl() + "/asked");

        var stored = storedOf(new Content.Document(
                null,
                "a.pdf",
                null,
                new Content.Attachment(id, "application/pdf", MediaPlatform.sha256(PDF), platform.url() + "/" + id)));

        assertThat(stored.media().size()).isEqualTo(PDF.length);
    }

    @Test
    void after_three_failures_of_the_platform_the_file_is_there() {
        var id = platform.keeps(PDF, "application/pdf", answers(503, ""), answers(503, ""), answers(503, ""));

        storedOf(document(id, "Fattura.pdf"));

        assertThat(platform.downloadsOf(id)).hasSize(4);
    }

    @Test
    void bytes_that_are_not_those_that_were_told_of_are_not_kept() {
        var id = platform.keeps(PDF, "application/pdf");
        platform.says(id, "sha256", MediaPlatform.sha256("another".getBytes(UTF_8)));

        assertThat(lossOf(document(id, "Fattura.pdf"))).isEqualTo(Loss.DAMAGED);
    }

    @Test
    void a_file_that_the_platform_does_not_know_is_lost() {
        assertThat(lossOf(document("0000", "Fattura.pdf"))).isEqualTo(Loss.EXPIRED);
    }

    @Test
    void a_file_that_is_larger_than_may_be_is_not_fetched() {
        var id = platform.keeps(PDF, "application/pdf");
        platform.says(id, "file_size", String.valueOf(101L * 1024 * 1024));

        assertThat(lossOf(document(id, "Fattura.pdf"))).isEqualTo(Loss.TOO_LARGE);
        assertThat(platform.downloadsOf(id)).isEmpty();
    }

    @Test
    void a_file_that_was_said_to_be_smaller_is_given_up_on_the_way() {
        var id = platform.keeps(new byte[2 * 1024 * 1024], "image/webp");
        platform.says(id, "file_size", "900");

        assertThat(lossOf(new Content.Sticker(false, attachment(id)))).isEqualTo(Loss.TOO_LARGE);
    }

    @Test
    void a_stranger_never_sees_the_access_token() {
        var elsewhere = platform.keeps(PDF, "application/pdf");
        platform.says(elsewhere, "url", platform.strangeUrl() + "/named");
        var redirected = platform.keeps(
                PDF,
                "application/pdf",
                platform.redirectsToAStranger(),
                platform.redirectsToAStranger(),
                platform.redirectsToAStranger(),
                platform.redirectsToAStranger(),
                platform.redirectsToAStranger());

        assertThat(lossOf(document(elsewhere, "Fattura.pdf"))).isEqualTo(Loss.STRANGE_ADDRESS);
        assertThat(lossOf(document(redirected, "Fattura.pdf"))).isEqualTo(Loss.STRANGE_ADDRESS);
        assertThat(platform.strangeCalls()).isEmpty();
    }

    @Test
    void a_file_older_than_a_week_is_not_waited_for() {
        var id = platform.keeps(PDF, "application/pdf", answers(503, ""));

        var end = endOf(document(id, "Fattura.pdf"), clock.instant().minus(Duration.ofDays(8)), UUID.randomUUID());

        assertThat(end.media()).isEqualTo(Media.lost(Loss.EXPIRED));
    }

    @Test
    void what_a_dead_replica_was_fetching_another_one_fetches() throws SQLException {
        var id = platform.keeps(PDF, "application/pdf");
        var conversation = UUID.randomUUID();
        insert(conversation, UUID.randomUUID(), id, "-1 second");

        assertThat(told(conversation)).isInstanceOf(MediaStored.class);
    }

    @Test
    void what_the_customer_deletes_is_deleted_from_the_store_and_so_is_its_small_form() throws Exception {
        var id = platform.keeps(picture(800, 600), "image/jpeg");
        var conversation = UUID.randomUUID();
        var stored = (MediaStored) endOf(new Content.Image(null, attachment(id)), clock.instant(), conversation);
        var another = storedOf(document(platform.keeps(PDF, "application/pdf"), "Fattura.pdf"));

        neighbours.tells(UUID.randomUUID().toString(), revoked(stored));

        Patience.await("neither is in the store")
                .until(() -> statusOf(stored.key()) == 404 && statusOf(stored.thumbnailKey()) == 404);
        assertThat(read(another.key())).isEqualTo(PDF);
    }

    @Test
    void what_the_customer_deletes_before_it_is_fetched_is_not_fetched() throws Exception {
        var id = platform.keeps(PDF, "application/pdf");
        var conversation = UUID.randomUUID();
        var message = UUID.randomUUID();
        insert(conversation, message, id, "1 hour");

        neighbours.tells(UUID.randomUUID().toString(), revoked(conversation, message));

        Patience.await("it is given up and to be deleted later").until(() -> isUnwanted(message));
        assertThat(platform.downloadsOf(id)).isEmpty();
    }

    private MessageRevoked revoked(MediaStored stored) {
        return revoked(stored.conversationId(), stored.messageId());
    }

    private MessageRevoked revoked(UUID conversation, UUID message) {
        var state = Neighbours.state(1, null, 0, null);
        return new MessageRevoked(
                conversation, state.access(), message, 1, clock.instant(), false, null, clock.instant(), state);
    }

    private void insert(UUID conversation, UUID message, String mediaId, String dueIn) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.prepareStatement("""
                        insert into media_fetch (message_id, conversation_id, kind, media_id, attachment, sent_at, due_at, attempt)
                        values (?, ?, 'DOCUMENT', ?, ?::jsonb, now(), now() + ?::interval, 1)""")) {
            row.setObject(1, message);
            row.setObject(2, conversation);
            row.setString(3, mediaId);
            row.setString(4, "{\"mediaId\":\"%s\"}".formatted(mediaId));
            row.setString(5, dueIn);
            row.execute();
        }
    }

    private boolean isUnwanted(UUID message) {
        try (var connection = database.getConnection();
                var row = connection.prepareStatement("""
                        select from stored_file s join media_fetch f using (message_id)
                        where message_id = ? and s.unwanted and s.due_at > now() and f.settled_at is not null""")) {
            row.setObject(1, message);
            return row.executeQuery().next();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int statusOf(String key) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(objects.addressOf(key)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Content document(String mediaId, String name) {
        return new Content.Document(name, name, null, attachment(mediaId));
    }

    private static Content.Attachment attachment(String mediaId) {
        return new Content.Attachment(mediaId, null, null, null);
    }

    private MediaStored storedOf(Content content) {
        return (MediaStored) endOf(content, clock.instant(), UUID.randomUUID());
    }

    private Loss lossOf(Content content) {
        return endOf(content, clock.instant(), UUID.randomUUID()).media().loss();
    }

    private Fetched endOf(Content content, Instant sentAt, UUID conversation) {
        var state = Neighbours.state(1, null, 0, null);
        neighbours.tells(
                UUID.randomUUID().toString(),
                new MessageReceived(
                        conversation,
                        state.access(),
                        UUID.randomUUID(),
                        1,
                        "wamid." + UUID.randomUUID(),
                        sentAt,
                        content,
                        null,
                        null,
                        false,
                        false,
                        clock.instant(),
                        state));
        return told(conversation);
    }

    private Fetched told(UUID conversation) {
        return (Fetched) neighbours
                .told(Topics.OUTBOUND, WireFormat.OUTBOUND, conversation, 1)
                .getFirst();
    }

    private byte[] read(String key) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(objects.addressOf(key)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }
}
