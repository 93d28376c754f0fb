package org.centralino.conversation.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.heldByAnna;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.ReadShown;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// What customers see of who reads and types.
@QuarkusTest
@RealInfrastructure
class ReadShownTest {
    @Test
    void who_is_responsible_opens_it_and_the_customer_is_shown_once_that_he_was_read() {
        var giulia = Platform.somebody();
        written(giulia, "Buongiorno");
        var conversation = written(giulia, "C'è posto?");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);

        read("anna", conversation, 1);
        read("anna", conversation, 2);
        read("anna", conversation, 2);

        assertThat(shown(conversation)).extracting(ReadShown::sequence).containsExactly(1L, 2L);
        assertThat(shown(conversation))
                .noneMatch(ReadShown::typing)
                .allMatch(it -> it.platformId().startsWith("wamid."));
    }

    @Test
    void who_read_it_before_he_was_responsible_shows_it_when_he_reads_it_as_the_responder() {
        var conversation = written(Platform.somebody(), "Buongiorno");
        read("anna", conversation, 1);
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);

        read("anna", conversation, 1, 1);

        assertThat(shown(conversation)).extracting(ReadShown::sequence).containsExactly(1L);
    }

    @Test
    void that_somebody_is_responsible_may_be_told_later_than_that_he_reads() throws InterruptedException {
        var conversation = written(Platform.somebody(), "Buongiorno");
        var reading = Thread.ofVirtual().start(() -> read("anna", conversation, 1, 1));

        PLATFORM.taken(conversation, 1, ANNA);

        reading.join();
        assertThat(shown(conversation)).extracting(ReadShown::sequence).containsExactly(1L);
    }

    @Test
    void whoever_says_that_he_is_responsible_and_is_not_shows_nothing() {
        var conversation = heldByAnna();

        read("carla", conversation, 1, 2);

        assertThat(shown(conversation)).isEmpty();
    }

    @Test
    void that_others_look_at_it_customers_do_not_see() {
        var conversation = heldByAnna();

        read("carla", conversation, 1);

        assertThat(shown(conversation)).isEmpty();
    }

    @Test
    void who_types_an_answer_is_shown_to_do_so_and_to_have_read_at_most_every_twenty_seconds() {
        var conversation = heldByAnna();

        types("anna", conversation);
        types("anna", conversation);

        assertThat(shown(conversation)).singleElement().satisfies(told -> {
            assertThat(told.typing()).isTrue();
            assertThat(told.sequence()).isEqualTo(1);
        });
    }

    @Test
    void a_reply_ends_it_on_the_phone_so_that_the_next_one_is_shown_to_be_typed_at_once() {
        var conversation = heldByAnna();
        types("anna", conversation);
        Desk.reply("anna", conversation, UUID.randomUUID(), "Sì", 1, 1).statusCode(202);

        types("anna", conversation);

        assertThat(shown(conversation)).hasSize(2).allMatch(ReadShown::typing);
    }

    @Test
    void nobody_else_is_shown_to_type() {
        var conversation = heldByAnna();

        types("bruno", conversation);

        assertThat(shown(conversation)).isEmpty();
    }

    @Test
    void in_a_closed_window_nobody_is_shown_to_type_because_nobody_can_answer() {
        var giulia = Platform.somebody();
        PLATFORM.reports(Platform.message(giulia, "Tempo fa", Instant.now().minus(Duration.ofHours(25))));
        var conversation = Desk.await(() -> Desk.found(giulia), 1);
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);

        types("anna", conversation);

        assertThat(shown(conversation)).isEmpty();
    }

    @Test
    void typing_is_for_those_who_may_reply() {
        Operators.signUp("sara.sees", Permission.SEE_ALL);

        as("sara.sees")
                .put("/api/conversations/{id}/typing", heldByAnna())
                .then()
                .statusCode(403);
        as("anna")
                .put("/api/conversations/{id}/typing", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static void read(String operator, UUID conversation, long sequence) {
        read(operator, conversation, Map.of("sequence", sequence));
    }

    private static void read(String operator, UUID conversation, long sequence, long epoch) {
        read(operator, conversation, Map.of("sequence", sequence, "epoch", epoch));
    }

    private static void read(String operator, UUID conversation, Map<String, Long> body) {
        as(operator)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/conversations/{id}/read", conversation)
                .then()
                .statusCode(204);
    }

    private static void types(String operator, UUID conversation) {
        as(operator).put("/api/conversations/{id}/typing", conversation).then().statusCode(204);
    }

    /// What was told of it when everything up to now is.
    private static List<ReadShown> shown(UUID conversation) {
        int newest = Desk.conversation(conversation).extract().path("lastSequence");
        Desk.resolve("carla", conversation, newest).statusCode(200);
        List<ConversationEvent> told = Patience.await("it is told that it is resolved")
                .until(
                        () -> PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, conversation, 1),
                        events -> events.stream().anyMatch(ConversationEvent.Resolved.class::isInstance));
        return told.stream()
                .filter(ReadShown.class::isInstance)
                .map(ReadShown.class::cast)
                .toList();
    }
}
