package org.centralino.conversation.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.ofMessage;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.MessageReacted;
import org.centralino.events.ConversationEvent.ReactionQueued;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WireFormat;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// Emojis that operators set on messages.
@QuarkusTest
@RealInfrastructure
class ReactionResourceTest {
    private final Customer giulia = Platform.somebody();
    private final String wamid = "wamid." + UUID.randomUUID();
    private final UUID question = MessageId.of(Platform.NUMBER, wamid);

    @Test
    void an_emoji_of_ours_stands_at_once_and_is_no_answer() {
        var conversation = asked(Instant.now());
        var wish = UUID.randomUUID();

        react("anna", conversation, question, wish, "👍")
                .statusCode(202)
                .body("reactions[0].emoji", equalTo("👍"))
                .body("reactions[0].by.name", equalTo(ANNA.name()))
                .body("reactions[0].status", equalTo("queued"));

        var told = wishes(conversation, 1).getFirst();
        assertThat(told.platformId()).isEqualTo(wamid);
        assertThat(told.emoji()).isEqualTo("👍");
        assertThat(told.recipient().bsuid()).isEqualTo(giulia.bsuid());
        conversation(conversation)
                .body("unread", equalTo(1))
                .body("waitingSince", notNullValue())
                .body("lastSequence", equalTo(1));
        PLATFORM.reactionAnswered(conversation, wish, question, null);
        awaitOurs(conversation, "accepted");
        react("anna", conversation, question, wish, "👍").statusCode(202);
        assertThat(wishes(conversation, 1)).hasSize(1);
    }

    @Test
    void another_emoji_takes_the_place_of_the_first_and_none_takes_it_away() {
        var conversation = asked(Instant.now());
        var first = UUID.randomUUID();
        react("anna", conversation, question, first, "👍").statusCode(202);
        var second = UUID.randomUUID();

        react("anna", conversation, question, second, "❤️")
                .statusCode(202)
                .body("reactions.emoji", equalTo(List.of("❤️")));

        PLATFORM.reactionAnswered(conversation, second, question, null);
        awaitOurs(conversation, "accepted");
        PLATFORM.reactionAnswered(conversation, first, question, 131009);
        react("anna", conversation, question, UUID.randomUUID(), null)
                .statusCode(202)
                .body("reactions", hasSize(0));
        assertThat(wishes(conversation, 3).getLast().emoji()).isNull();
        assertThat(Desk.<List<Object>>ofMessage(conversation, question, "reactions"))
                .isEmpty();
    }

    @Test
    void what_the_platform_refuses_at_once_or_later_is_shown_as_failed() {
        var conversation = asked(Instant.now());
        var refused = UUID.randomUUID();
        react("anna", conversation, question, refused, "👍").statusCode(202);
        PLATFORM.reactionAnswered(conversation, refused, question, 131009);
        awaitOurs(conversation, "failed");
        var later = UUID.randomUUID();
        react("anna", conversation, question, later, "❤️").statusCode(202);
        PLATFORM.reactionAnswered(conversation, later, question, null);
        awaitOurs(conversation, "accepted");

        PLATFORM.reports(Platform.status("wamid.reaction-" + later, "failed", later));

        awaitOurs(conversation, "failed");
    }

    @Test
    void one_that_is_refused_because_the_24_hours_are_over_says_that_they_are() {
        var conversation = asked(Instant.now());
        var refused = UUID.randomUUID();
        react("anna", conversation, question, refused, "👍").statusCode(202);

        PLATFORM.reactionAnswered(conversation, refused, question, 131047);

        awaitOurs(conversation, "failed");
        react("anna", conversation, question, UUID.randomUUID(), "❤️")
                .statusCode(409)
                .body("reasonKey", equalTo("window-closed"));
        assertThat(windowsTold(conversation).getLast()).isBefore(Instant.now());
    }

    @Test
    void so_does_one_of_which_that_is_reported_later_though_another_was_wanted_since() {
        var conversation = asked(Instant.now());
        var first = UUID.randomUUID();
        react("anna", conversation, question, first, "👍").statusCode(202);
        react("anna", conversation, question, UUID.randomUUID(), "❤️").statusCode(202);

        PLATFORM.reports(Platform.failed("wamid.reaction-" + first, first, 131047));

        Patience.await("the window is told to be shut")
                .until(() -> windowsTold(conversation).getLast().isBefore(Instant.now()));
        assertThat(Desk.<List<String>>ofMessage(conversation, question, "reactions.emoji"))
                .containsExactly("❤️");
        react("anna", conversation, question, UUID.randomUUID(), "🙏")
                .statusCode(409)
                .body("reasonKey", equalTo("window-closed"));
    }

    @Test
    void only_the_responder_sets_one_under_the_epoch_and_only_with_the_permission() {
        Operators.signUp("silvio.sees", Permission.SEE_ALL);
        var conversation = asked(Instant.now());

        react("bruno", conversation, question, UUID.randomUUID(), "👍")
                .statusCode(409)
                .body("reasonKey", equalTo("held-by-another-operator"));
        react("silvio.sees", conversation, question, UUID.randomUUID(), "👍").statusCode(403);
        react("anna", conversation, UUID.randomUUID(), UUID.randomUUID(), "👍").statusCode(404);
    }

    @Test
    void a_message_of_ours_needs_to_be_with_the_platform() {
        var conversation = asked(Instant.now());
        var ours = answered(conversation, 1);

        react("anna", conversation, ours, UUID.randomUUID(), "👍")
                .statusCode(409)
                .body("reasonKey", equalTo("message-not-on-whatsapp"));
    }

    @Test
    void what_is_no_single_emoji_is_refused() {
        var conversation = asked(Instant.now());

        react("anna", conversation, question, UUID.randomUUID(), "va bene")
                .statusCode(400)
                .body("detail", equalTo("emoji is not a single emoji."));
    }

    @Test
    void a_message_older_than_thirty_days_takes_none() {
        var conversation = asked(Instant.now().minus(Duration.ofDays(31)));
        written(giulia, "Sono di nuovo io");

        react("anna", conversation, question, UUID.randomUUID(), "👍")
                .statusCode(409)
                .body("reasonKey", equalTo("message-too-old"));
    }

    @Test
    void in_a_closed_window_there_is_none() {
        var conversation = asked(Instant.now().minus(Duration.ofHours(25)));

        react("anna", conversation, question, UUID.randomUUID(), "👍")
                .statusCode(409)
                .body("reasonKey", equalTo("window-closed"));
    }

    private UUID asked(Instant at) {
        PLATFORM.reports(Platform.message(giulia, wamid, "Avete la lampada blu?", at));
        var conversation = Desk.await(() -> Desk.found(giulia), 1);
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        return conversation;
    }

    private static ValidatableResponse react(String operator, UUID conversation, UUID message, UUID id, String emoji) {
        var body = new HashMap<String, Object>();
        body.put("id", id);
        body.put("emoji", emoji);
        body.put("epoch", 1);
        return as(operator)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/conversations/{id}/messages/{message}/reaction", conversation, message)
                .then();
    }

    private void awaitOurs(UUID conversation, String status) {
        Patience.await("ours is " + status)
                .until(() -> List.of(status).equals(ofMessage(conversation, question, "reactions.status")));
    }

    private static List<ReactionQueued> wishes(UUID conversation, int atLeast) {
        return Patience.await("%d wishes are told".formatted(atLeast))
                .until(() -> told(conversation), found -> found.size() >= atLeast);
    }

    /// Until when the customer can be answered, by what was told of reactions.
    private static List<Instant> windowsTold(UUID conversation) {
        List<ConversationEvent> told = PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, conversation, 1);
        return told.stream()
                .filter(MessageReacted.class::isInstance)
                .map(event -> ((MessageReacted) event).conversation().windowExpiresAt())
                .toList();
    }

    private static List<ReactionQueued> told(UUID conversation) {
        List<ConversationEvent> told = PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, conversation, 1);
        return told.stream()
                .filter(ReactionQueued.class::isInstance)
                .map(ReactionQueued.class::cast)
                .toList();
    }
}
