package org.centralino.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.dispatch.GraphPlatform.refusesWith;
import static org.centralino.outbound.upload.UploadPlatform.answers;
import static org.centralino.outbound.upload.UploadPlatform.breaksTheConnection;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.centralino.events.Content;
import org.centralino.events.Content.FromTemplate.SentCard;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.OutboundEvent;
import org.centralino.events.OutboundEvent.MediaStored;
import org.centralino.events.OutboundEvent.MessageRefused;
import org.centralino.events.SentFile;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.kit.media.ObjectStore;
import org.centralino.outbound.upload.UploadPlatform;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that operators send, between a real object store and a platform that does as it is told.
@QuarkusTest
class SendingFilesTest extends Outbound {
    private final GraphPlatform platform = GraphPlatform.INSTANCE;
    private final UploadPlatform uploads = UploadPlatform.INSTANCE;

    @Inject
    ObjectStore objects;

    @TempDir
    Path folder;

    @Test
    void a_file_goes_first_and_the_message_names_what_the_platform_calls_it() throws IOException {
        var type = "image/png";
        var reply = picture(type);

        queue(reply);

        assertAccepted(reply);
        var upload = uploads.uploadsOf(fileName(reply)).getFirst();
        assertThat(upload.path()).endsWith("/510000000000023/media");
        assertThat(upload.authorization()).isEqualTo("Bearer " + GraphPlatformResource.TOKEN);
        assertThat(upload.form()).contains("name=\"messaging_product\"", "whatsapp", "Content-Type: image/png");
        var image = platform.callsOf(reply.messageId()).getFirst().body().getJsonObject("image");
        assertThat(image.getString("id")).isEqualTo(upload.id());
        assertThat(image.getString("caption")).isEqualTo("La schiena");
        var seen = told(reply, MediaStored.class);
        assertThat(seen.media().width()).isEqualTo(640);
        assertThat(seen.media().name()).isEqualTo(fileName(reply));
        assertThat(seen.thumbnailKey()).startsWith(seen.key());
    }

    @Test
    void a_file_is_brought_once_per_number_however_often_messages_name_it() throws IOException {
        var first = picture("image/png");
        queue(first);
        assertAccepted(first);
        var again = repeating(first);

        queue(again);

        assertAccepted(again);
        assertThat(uploads.uploadsOf(fileName(first))).hasSize(1);
    }

    @Test
    void an_upload_that_breaks_off_is_tried_again_and_later_messages_of_the_conversation_wait() throws IOException {
        var file = picture("image/png");
        var after = reply(file.conversationId(), file.sequence() + 1);
        var elsewhere = reply();
        uploads.on(fileName(file), breaksTheConnection(), answers(503, ""), answers(500, """
                {"error":{"code":131000,"message":"(#131000) Something went wrong"}}"""));

        queue(file);
        queue(after);
        queue(elsewhere);

        assertAccepted(elsewhere);
        assertAccepted(file);
        assertAccepted(after);
        assertThat(uploads.uploadsOf(fileName(file))).hasSize(4);
        assertThat(platform.callsOf(after.messageId()).getFirst().begun())
                .isGreaterThan(platform.answeredAt(file.messageId()));
    }

    @Test
    void a_file_that_the_platform_refuses_is_a_refused_message_with_the_reason() throws IOException {
        var reply = picture("image/png");
        uploads.on(fileName(reply), answers(400, """
                {"error":{"code":131053,"message":"(#131053) Media upload error","error_data":{"details":"Unsupported type."}}}"""));

        queue(reply);

        assertThat(told(reply, MessageRefused.class).error()).satisfies(error -> {
            assertThat(error.code()).isEqualTo(131053);
            assertThat(error.detail()).isEqualTo("Unsupported type.");
        });
        assertThat(platform.callsOf(reply.messageId())).isEmpty();
    }

    @Test
    void a_file_whose_token_is_refused_stops_the_number_and_goes_when_the_token_is_taken_again() throws IOException {
        var file = picture("image/png");
        var after = reply();
        var expired = answers(401, """
                {"error":{"code":190,"message":"Error validating access token","error_subcode":463}}""");
        uploads.on(fileName(file), expired, expired);

        queue(file);
        Patience.await("the number is stopped").until(this::isStopped);
        queue(after);

        assertAccepted(file);
        assertAccepted(after);
        assertThat(uploads.uploadsOf(fileName(file))).hasSize(3);
        Patience.await("the number goes on").until(() -> !isStopped());
    }

    @Test
    void a_file_that_waits_for_a_token_is_brought_as_soon_as_another_is_there() throws IOException {
        var file = picture("image/png");
        var expired = answers(401, """
                {"error":{"code":190,"message":"Error validating access token"}}""");
        uploads.on(fileName(file), Stream.generate(() -> expired).limit(1_000).toArray(UploadPlatform.Reaction[]::new));
        queue(file);
        Patience.await("the file waits for a token, and for long").untilAsserted(() -> execute("""
                        update media_upload set due_at = now() + interval '1 hour'
                        where awaits_token and message_id = ?""", file));
        uploads.on(fileName(file));

        queue(reply());

        assertAccepted(file);
    }

    @Test
    void an_id_that_the_platform_forgot_is_asked_for_anew_once() throws IOException {
        var forgotten = picture("image/png");
        platform.on(forgotten.messageId(), refusesWith(400, 100));
        var hopeless = picture("image/png");
        platform.on(hopeless.messageId(), refusesWith(400, 131053), refusesWith(400, 131053));

        queue(forgotten);
        queue(hopeless);

        assertAccepted(forgotten);
        assertThat(uploads.uploadsOf(fileName(forgotten))).hasSize(2);
        assertThat(platform.callsOf(forgotten.messageId())
                        .get(1)
                        .body()
                        .getJsonObject("image")
                        .getString("id"))
                .isEqualTo(uploads.uploadsOf(fileName(forgotten)).get(1).id());
        assertThat(told(hopeless, MessageRefused.class).error().code()).isEqualTo(131053);
        assertThat(uploads.uploadsOf(fileName(hopeless))).hasSize(2);
    }

    @Test
    void a_file_that_is_gone_is_a_refused_message() {
        var reply = sent(new SentFile("gone/" + UUID.randomUUID(), "image/png", 7, "Sparita.png"));

        queue(reply);

        assertThat(told(reply, MessageRefused.class).error().title()).isEqualTo("The file is gone");
    }

    @Test
    void a_large_file_goes_as_it_comes() throws IOException {
        var path = folder.resolve("large");
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024);
        }
        var reply = stored(path, "application/zip");

        queue(reply);

        assertAccepted(reply);
        assertThat(uploads.uploadsOf(fileName(reply)).getFirst().bytes()).isGreaterThan(100L * 1024 * 1024);
    }

    @Test
    void a_carousel_leaves_when_the_file_of_each_card_is_with_the_platform() throws IOException {
        var reply = carousel(picture("image/png"), picture("image/png"));
        uploads.on(cardName(reply, 1), breaksTheConnection(), answers(503, ""));

        queue(reply);

        assertAccepted(reply);
        var cards = platform.callsOf(reply.messageId())
                .getFirst()
                .body()
                .getJsonObject("template")
                .getJsonArray("components")
                .getJsonObject(0)
                .getJsonArray("cards");
        for (var card = 0; card < cards.size(); card++) {
            var picture = cards.getJsonObject(card)
                    .getJsonArray("components")
                    .getJsonObject(0)
                    .getJsonArray("parameters")
                    .getJsonObject(0)
                    .getJsonObject("image");
            assertThat(picture.getString("id"))
                    .isEqualTo(
                            uploads.uploadsOf(cardName(reply, card)).getLast().id());
        }
        assertThat(uploads.uploadsOf(cardName(reply, 1))).hasSize(3);
    }

    @Test
    void a_carousel_of_which_one_file_is_refused_is_a_refused_message() throws IOException {
        var reply = carousel(picture("image/png"), picture("image/png"));
        uploads.on(cardName(reply, 1), answers(400, """
                {"error":{"code":131053,"message":"(#131053) Media upload error"}}"""));

        queue(reply);

        assertThat(told(reply, MessageRefused.class).error().code()).isEqualTo(131053);
        assertThat(platform.callsOf(reply.messageId())).isEmpty();
    }

    private ReplyQueued carousel(ReplyQueued... pictures) {
        var reply = reply();
        var cards = Stream.of(pictures)
                .map(picture -> new SentCard(
                        HeaderFormat.IMAGE, picture.content().files().getFirst().attachment(), null, List.of()))
                .toList();
        var content = new Content.FromTemplate(
                "Le lampade nuove",
                "lampade",
                "it",
                Category.MARKETING,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                cards,
                null,
                null);
        return new ReplyQueued(
                reply.conversationId(),
                reply.access(),
                reply.messageId(),
                reply.sequence(),
                reply.author(),
                reply.recipient(),
                content,
                null,
                null,
                false,
                null,
                null,
                Stream.of(pictures).map(ReplyQueued::file).toList(),
                null,
                null,
                reply.at(),
                reply.conversation());
    }

    private static String cardName(ReplyQueued reply, int card) {
        return String.valueOf(reply.files().get(card).name());
    }

    private boolean isStopped() {
        return ask(
                        "select count(*) from sending_lane where stopped_since is not null and ? is not null",
                        UUID.randomUUID())
                .equals("1");
    }

    private ReplyQueued picture(String type) throws IOException {
        var path = folder.resolve(UUID.randomUUID().toString());
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", path.toFile());
        return stored(path, type);
    }

    private ReplyQueued stored(Path path, String type) throws IOException {
        var key = "%s/%s/%s".formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        objects.put(key, path, type);
        return sent(new SentFile(key, type, Files.size(path), UUID.randomUUID() + ".png"));
    }

    private ReplyQueued sent(SentFile file) {
        var attachment = new Content.Attachment(UUID.randomUUID().toString(), file.mimeType(), "5f", null);
        return with(reply(), new Content.Image("La schiena", attachment), file);
    }

    private ReplyQueued repeating(ReplyQueued first) {
        return with(reply(), first.content(), first.file());
    }

    private static ReplyQueued with(ReplyQueued reply, Content content, SentFile file) {
        return new ReplyQueued(
                reply.conversationId(),
                reply.access(),
                reply.messageId(),
                reply.sequence(),
                reply.author(),
                reply.recipient(),
                content,
                false,
                null,
                file,
                reply.at(),
                reply.conversation());
    }

    private static String fileName(ReplyQueued reply) {
        return String.valueOf(reply.file().name());
    }

    private <T extends OutboundEvent> T told(ReplyQueued reply, Class<T> type) {
        return Patience.await(type.getSimpleName() + " is told")
                .until(
                        () -> toldOf(reply).stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .findFirst(),
                        Optional::isPresent)
                .get();
    }

    private List<OutboundEvent> toldOf(ReplyQueued reply) {
        return Stream.concat(
                        topic.toldAbout(reply.messageId()).stream(), topic.toldAboutFileOf(reply.messageId()).stream())
                .map(OutboundEvent.class::cast)
                .toList();
    }
}
