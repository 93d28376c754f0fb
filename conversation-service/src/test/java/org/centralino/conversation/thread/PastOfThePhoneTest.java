package org.centralino.conversation.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.isWaiting;
import static org.centralino.conversation.Desk.ofMessage;
import static org.centralino.conversation.Desk.reply;
import static org.centralino.conversation.Desk.texts;
import static org.centralino.conversation.Desk.written;
import static org.centralino.conversation.Platform.past;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.events.Content;
import org.centralino.events.Speaker;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// What the phone hands over of the time before.
@QuarkusTest
@RealInfrastructure
class PastOfThePhoneTest {
    private static final Content NO_FILE = new Content.Unsupported("media_placeholder", null);

    private final Instant longAgo = Instant.now().minus(Duration.ofDays(30));

    @Test
    void pieces_in_any_order_and_twice_stand_once_in_the_order_of_their_times() {
        var customer = Platform.somebody();
        var first = past(customer, name(), "Primo", longAgo);
        var second = past(customer, name(), true, new Content.Text("Secondo"), longAgo.plusNanos(1_000));
        var third = past(customer, name(), "Terzo", longAgo.plusSeconds(60));

        PLATFORM.reports(third, first, second, first, third);
        var conversation = await(() -> resolved(customer), 0, "Terzo");
        PLATFORM.reports(first, third);
        PLATFORM.reports(past(customer, name(), "Prima ancora", longAgo.minusSeconds(5)));
        awaitText(conversation, "Prima ancora");

        assertThat(texts(conversation)).containsExactly("Prima ancora", "Primo", "Secondo", "Terzo");
        conversation(conversation)
                .body("status", equalTo("resolved"))
                .body("unread", equalTo(0))
                .body("waitingSince", nullValue())
                .body("windowExpiresAt", nullValue())
                .body("preview.text", equalTo("Terzo"));
        var ours = MessageId.of(Platform.NUMBER, second.platformId());
        assertThat(PastOfThePhoneTest.<String>seen(conversation, ours, "status"))
                .isEqualTo("read");
        assertThat(PastOfThePhoneTest.<Map<String, Object>>seen(conversation, ours, "author"))
                .containsEntry("speaker", "phone");
    }

    @Test
    void whoever_waits_goes_on_waiting_and_whoever_writes_is_not_held_up() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);

        PLATFORM.reports(past(customer, name(), "Di un mese fa", longAgo));
        awaitText(conversation, "Di un mese fa");

        assertThat(isWaiting(conversation)).isTrue();
        conversation(conversation)
                .body("unread", equalTo(1))
                .body("lastSequence", equalTo(1))
                .body("preview.text", equalTo("Buongiorno"));
        reply("anna", conversation, UUID.randomUUID(), "Parte oggi.", 1, 1).statusCode(202);
    }

    @Test
    void what_came_live_is_not_told_again_by_the_past() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        var answer = answered(conversation, 1);
        PLATFORM.accepted(conversation, answer, "wamid.out-" + answer);
        awaitStatus(conversation, answer, "accepted");
        var live = Platform.message(customer, "Grazie", Instant.now());
        PLATFORM.reports(live);
        awaitText(conversation, "Grazie");

        PLATFORM.reports(
                past(customer, live.platformId(), "Grazie", live.sentAt()),
                past(customer, "wamid.out-" + answer, true, new Content.Text("Parte oggi."), Instant.now()),
                past(customer, name(), "Di un mese fa", longAgo));
        awaitText(conversation, "Di un mese fa");

        assertThat(texts(conversation)).containsExactly("Di un mese fa", "Buongiorno", "Parte oggi.", "Grazie");
    }

    @Test
    void what_we_are_just_sending_does_not_stand_twice() {
        var customer = Platform.somebody();
        var conversation = written(customer, "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        var answer = answered(conversation, 1);
        var platformId = "wamid.out-" + answer;

        PLATFORM.reports(past(customer, platformId, true, new Content.Text("Parte oggi."), Instant.now()));
        PLATFORM.accepted(conversation, answer, platformId);
        awaitStatus(conversation, answer, "accepted");
        PLATFORM.reports(past(customer, name(), "Di un mese fa", longAgo));
        awaitText(conversation, "Di un mese fa");

        assertThat(texts(conversation)).containsOnlyOnce("Parte oggi.");
    }

    @Test
    void what_the_past_told_first_and_comes_live_waits_like_anything_new() {
        var customer = Platform.somebody();
        var live = Platform.message(customer, "Ci siete?", Instant.now());
        PLATFORM.reports(past(customer, live.platformId(), "Ci siete?", live.sentAt()));
        var conversation = await(() -> resolved(customer), 0, "Ci siete?");

        PLATFORM.reports(live);
        await(() -> found(customer), 1);

        conversation(conversation).body("unread", equalTo(1)).body("status", equalTo("open"));
        assertThat(isWaiting(conversation)).isTrue();
        var echo = Platform.echo(customer, Speaker.PHONE, "Sì", Instant.now());
        PLATFORM.reports(past(customer, echo.platformId(), true, new Content.Text("Sì"), echo.sentAt()), echo);
        await(() -> found(customer), 2);
        assertThat(isWaiting(conversation)).isFalse();
        assertThat(texts(conversation)).containsExactly("Ci siete?", "Sì");
    }

    @Test
    void a_file_that_is_handed_over_later_takes_its_place() {
        var customer = Platform.somebody();
        var name = name();
        PLATFORM.reports(past(customer, name, true, NO_FILE, longAgo));
        var conversation = await(() -> resolved(customer), 0);
        var message = MessageId.of(Platform.NUMBER, name);
        assertThat(PastOfThePhoneTest.<String>seen(conversation, message, "content.platformType"))
                .isEqualTo("media_placeholder");
        var photo =
                new Content.Image("La vetrina", new Content.Attachment("700000000000151", "image/jpeg", null, null));

        PLATFORM.reports(past(customer, name, true, photo, longAgo), past(customer, name, true, NO_FILE, longAgo));
        awaitText(conversation, "La vetrina");

        assertThat(PastOfThePhoneTest.<String>seen(conversation, message, "media.state"))
                .isEqualTo("fetching");
        assertThat(PastOfThePhoneTest.<String>seen(conversation, message, "status"))
                .isEqualTo("read");
    }

    @Test
    void an_emoji_of_the_past_stands_on_its_message() {
        var customer = Platform.somebody();
        var name = name();
        PLATFORM.reports(Platform.reaction(customer, name, "👍"), past(customer, name, "Perfetto", longAgo));
        var conversation = await(() -> resolved(customer), 0, "Perfetto");

        Patience.await("the emoji stands on the message")
                .until(() ->
                        "👍".equals(seen(conversation, MessageId.of(Platform.NUMBER, name), "reactions[0].emoji")));
    }

    @Test
    void a_long_past_comes_whole() {
        var customer = Platform.somebody();
        PLATFORM.reports(IntStream.range(0, 1_500)
                .mapToObj(number -> past(customer, name(), "Messaggio " + number, longAgo.plusSeconds(number)))
                .toArray(WhatsAppEvent[]::new));

        var conversation = await(() -> resolved(customer), 0, "Messaggio 1499");
        Patience.await("all of it is here")
                .until(() -> as("carla")
                                .get("/api/conversations/{id}", conversation)
                                .then()
                                .extract()
                                .jsonPath()
                                .getLong("version")
                        == 1_501);
    }

    /// @return the row of a customer with whom nothing is left to do; null when there is none
    private static Map<String, Object> resolved(Customer customer) {
        return as("carla")
                .get("/api/conversations?view=resolved&limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(item -> ("+" + customer.waId()).equals(((Map<?, ?>) item.get("contact")).get("phone")))
                .filter(item -> item.get("preview") != null)
                .findFirst()
                .orElse(null);
    }

    private static void awaitText(UUID conversation, String text) {
        Patience.await("the timeline shows: " + text)
                .until(() -> texts(conversation).contains(text));
    }

    private static <T> T seen(UUID conversation, UUID message, String field) {
        return ofMessage(conversation, message, field);
    }

    private static String name() {
        return "wamid.past-" + UUID.randomUUID();
    }
}
