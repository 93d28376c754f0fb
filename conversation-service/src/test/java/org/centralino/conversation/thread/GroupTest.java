package org.centralino.conversation.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.answered;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.awaitStatus;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.ofMessage;
import static org.centralino.conversation.Desk.texts;
import static org.centralino.conversation.Desk.written;
import static org.centralino.conversation.Platform.groupChange;
import static org.centralino.conversation.Platform.inGroup;
import static org.centralino.conversation.Platform.reactionInGroup;
import static org.centralino.conversation.Platform.statusInGroup;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.GroupChange;
import org.centralino.events.MessageContext;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WireFormat;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What several customers say where all of them hear it.
@QuarkusTest
@RealInfrastructure
class GroupTest {
    private static final String DORA = "dora.groups";

    private final String group = Platform.group();
    private final String subject = "Trasloco " + UUID.randomUUID();
    private final Customer pia = called("Pia Conti");
    private final Customer ida = called("Ida Riva");

    @BeforeAll
    static void somebody_may_do_everything_to_contacts() {
        Operators.signUp(
                DORA,
                Permission.SEE_ALL,
                Permission.SEE_CONTACTS,
                Permission.MERGE_CONTACTS,
                Permission.BLOCK_CONTACTS);
    }

    @Test
    void a_group_has_a_conversation_of_its_own_and_the_threads_of_its_people_stay_as_they_were() {
        var hers = written(pia, "Solo per voi");
        var before = (String) conversation(hers).extract().path("windowExpiresAt");
        PLATFORM.reports(inGroup(group, pia, "Ciao a tutti"), inGroup(group, ida, "Ciao Pia"));

        var thread = conversationOfGroup(2);

        assertThat(thread).isNotEqualTo(hers);
        assertThat(texts(thread)).containsExactly("Ciao a tutti", "Ciao Pia");
        conversation(thread)
                .body("contact.group", equalTo(true))
                .body("contact.name", equalTo("…" + group.substring(group.length() - 4)))
                .body("contact.phone", nullValue())
                .body("windowExpiresAt", notNullValue())
                .body("waitingSince", notNullValue())
                .body("unread", equalTo(2))
                .body("preview.author.name", equalTo("Ida Riva"));
        conversation(hers)
                .body("lastSequence", equalTo(1))
                .body("unread", equalTo(1))
                .body("windowExpiresAt", equalTo(before))
                .body("contact.group", equalTo(false));
        assertThat(found(ida)).isNull();
    }

    @Test
    void each_message_says_who_wrote_it_by_the_name_that_he_has_now() {
        var first = inGroup(group, pia, "Eccomi");
        PLATFORM.reports(first);
        var thread = conversationOfGroup(1);
        var married = new Customer(pia.bsuid(), null, pia.waId(), null, "Pia Bo");

        PLATFORM.reports(inGroup(group, married, "Di nuovo io"));
        conversationOfGroup(2);

        var message = MessageId.of(Platform.NUMBER, first.platformId());
        assertThat((String) ofMessage(thread, message, "author.name")).isEqualTo("Pia Bo");
        assertThat((String) ofMessage(thread, message, "author.contactId")).isNotNull();
        assertThat((String) ofMessage(thread, message, "author.kind")).isEqualTo("customer");
    }

    @Test
    void an_answer_in_a_group_says_whose_message_it_answers() {
        var question = inGroup(group, pia, "A che ora?");
        var answer = inGroup(
                group,
                ida,
                "wamid." + UUID.randomUUID(),
                "Alle otto",
                new MessageContext(question.platformId(), false, false));
        PLATFORM.reports(question, answer);
        var thread = conversationOfGroup(2);

        assertThat((String) ofMessage(thread, MessageId.of(Platform.NUMBER, answer.platformId()), "quoted.sender.name"))
                .isEqualTo("Pia Conti");
    }

    @Test
    void several_people_may_have_an_emoji_on_one_message() {
        var message = inGroup(group, pia, "Il camion è qui");
        PLATFORM.reports(
                message,
                reactionInGroup(group, pia, message.platformId(), "👍"),
                reactionInGroup(group, ida, message.platformId(), "❤️"));
        var thread = conversationOfGroup(1);
        var id = MessageId.of(Platform.NUMBER, message.platformId());

        Patience.await("both emojis stand there")
                .until(() -> GroupTest.<List<String>>of(thread, id, "reactions.sender.name")
                        .containsAll(List.of("Pia Conti", "Ida Riva")));

        PLATFORM.reports(reactionInGroup(group, pia, message.platformId(), null));
        Patience.await("one of them is left")
                .until(() -> GroupTest.<List<String>>of(thread, id, "reactions.sender.name")
                        .equals(List.of("Ida Riva")));
    }

    @Test
    void what_happens_to_a_group_is_a_line_and_gives_it_its_name() {
        PLATFORM.reports(groupChange(group, GroupChange.CREATED, subject, -5), inGroup(group, pia, "Ciao"));
        var thread = conversationOfGroup(1);
        conversation(thread).body("contact.name", equalTo(subject));

        var renaming = groupChange(group, GroupChange.RENAMED, subject + " sabato", 1);
        PLATFORM.reports(renaming, renaming, groupChange(group, GroupChange.JOINED, null, 2, ida));

        Patience.await("the history tells it").until(() -> kinds(thread).contains("group-joined"));
        assertThat(kinds(thread)).containsOnlyOnce("group-renamed").doesNotContain("group-created");
        history(thread).body("items.words", hasItem("Ida Riva")).body("items.words", hasItem(subject + " sabato"));
        conversation(thread).body("contact.name", equalTo(subject + " sabato")).body("unread", equalTo(1));
    }

    @Test
    void an_answer_goes_to_the_group_and_has_been_read_when_one_of_them_has() {
        PLATFORM.reports(inGroup(group, pia, "A che ora?"));
        var thread = conversationOfGroup(1);
        PLATFORM.taken(thread, 1, ANNA);
        awaitEpoch(thread, 1);

        var answer = answered(thread, 1);

        assertThat(queued(thread).recipient().groupId()).isEqualTo(group);
        assertThat(queued(thread).recipient().phone()).isNull();
        PLATFORM.reports(
                statusInGroup(group, ida, "wamid.out", "failed", answer),
                statusInGroup(group, pia, "wamid.out", "delivered", answer));
        awaitStatus(thread, answer, "delivered");
        PLATFORM.reports(
                statusInGroup(group, ida, "wamid.out", "read", answer),
                statusInGroup(group, pia, "wamid.out", "failed", answer),
                inGroup(group, pia, "Grazie"));
        conversationOfGroup(3);
        awaitStatus(thread, answer, "read");
        conversation(thread).body("failed", equalTo(false));
    }

    @Test
    void a_group_is_found_among_the_contacts_by_its_subject_and_can_neither_be_merged_nor_blocked() {
        PLATFORM.reports(groupChange(group, GroupChange.CREATED, subject, -5), inGroup(group, pia, "Ciao"));
        var thread = conversationOfGroup(1);
        String contact = conversation(thread).extract().path("contact.id");
        String person = ofMessage(thread, sole(thread), "author.contactId");

        as(DORA).get("/api/contacts?search={subject}", subject)
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(contact))
                .body("items[0].group", equalTo(true));
        as(DORA).get("/api/contacts/{id}", contact)
                .then()
                .statusCode(200)
                .body("group", equalTo(true))
                .body("keys[0].kind", equalTo("group"));
        as(DORA).contentType(ContentType.JSON)
                .body(Map.of("into", person))
                .post("/api/contacts/{id}/merges", contact)
                .then()
                .statusCode(409)
                .body("reasonKey", equalTo("group-is-no-person"));
        as(DORA).put("/api/contacts/{id}/block", contact)
                .then()
                .statusCode(409)
                .body("reasonKey", startsWith("group-cannot-be-blocked"));
    }

    private static Customer called(String name) {
        var somebody = Platform.somebody();
        return new Customer(somebody.bsuid(), null, somebody.waId(), null, name);
    }

    private UUID conversationOfGroup(int atLeast) {
        return await(this::row, atLeast);
    }

    /// The newest conversations stand first.
    private Map<String, Object> row() {
        var items = as("carla")
                .get("/api/conversations?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items");
        return items.stream()
                .filter(item -> {
                    var name = String.valueOf(((Map<?, ?>) item.get("contact")).get("name"));
                    return name.startsWith(subject) || name.equals("…" + group.substring(group.length() - 4));
                })
                .findFirst()
                .orElse(null);
    }

    private static UUID sole(UUID thread) {
        return UUID.fromString(as("carla")
                .get("/api/conversations/{id}/timeline", thread)
                .then()
                .extract()
                .path("items[0].id"));
    }

    private static <T> T of(UUID thread, UUID message, String field) {
        return ofMessage(thread, message, field);
    }

    private static io.restassured.response.ValidatableResponse history(UUID thread) {
        return as("carla").get("/api/conversations/{id}/history", thread).then().statusCode(200);
    }

    private static List<String> kinds(UUID thread) {
        return history(thread).extract().path("items.kind");
    }

    private static ReplyQueued queued(UUID thread) {
        List<ConversationEvent> told = PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, thread, 3);
        return told.stream()
                .filter(ReplyQueued.class::isInstance)
                .map(ReplyQueued.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
