package org.centralino.notes.note;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.centralino.testkit.Operators.BRUNO;
import static org.centralino.testkit.Operators.CARLA;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.NoteEvent.Deleted;
import org.centralino.events.NoteEvent.Edited;
import org.centralino.events.NoteEvent.Written;
import org.centralino.events.Person;
import org.centralino.kit.operator.Permission;
import org.centralino.notes.Broker;
import org.centralino.notes.RealInfrastructure;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealInfrastructure
class NoteResourceTest {
    private static final String NOTES = "/api/conversations/{id}/notes";
    private static final String NOTE = NOTES + "/{note}";

    private static Broker broker;

    @BeforeAll
    static void connect() {
        broker = new Broker();
        Operators.signUp("olga", Permission.SEE_OWN, Permission.READ_NOTES, Permission.WRITE_NOTES);
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    @Test
    void a_note_is_written_and_colleagues_read_it() {
        var conversation = broker.opensConversation();
        var id = UUID.randomUUID();

        write("bruno", conversation, id, "Richiamala domani 😊")
                .statusCode(201)
                .body("id", equalTo(id.toString()))
                .body("conversationId", equalTo(conversation.toString()))
                .body("author.id", equalTo(BRUNO.id().toString()))
                .body("author.name", equalTo("Bruno Conti"))
                .body("text", equalTo("Richiamala domani 😊"))
                .body("at", notNullValue())
                .body("editedAt", nullValue());

        as("elena")
                .get(NOTES, conversation)
                .then()
                .statusCode(200)
                .body("items.text", contains("Richiamala domani 😊"))
                .body("nextCursor", nullValue());
    }

    @Test
    void the_event_says_who_wrote_it_and_who_holds_the_conversation() {
        var conversation = broker.opensConversation(ANNA);
        var id = UUID.randomUUID();
        write("bruno", conversation, id, "Attenta, è arrabbiata").statusCode(201);

        assertThat(broker.told(conversation, 1)).singleElement().isInstanceOfSatisfying(Written.class, event -> {
            assertThat(event.noteId()).isEqualTo(id);
            assertThat(event.author()).isEqualTo(BRUNO);
            assertThat(event.assignee()).isEqualTo(ANNA);
            assertThat(event.text()).isEqualTo("Attenta, è arrabbiata");
        });
    }

    @Test
    void the_same_note_posted_again_is_one_note() {
        var conversation = broker.opensConversation();
        var id = UUID.randomUUID();
        write("bruno", conversation, id, "Una volta").statusCode(201);

        write("bruno", conversation, id, "Una volta").statusCode(200).body("id", equalTo(id.toString()));

        assertTexts(conversation, "Una volta");
        write("bruno", conversation, UUID.randomUUID(), "Due").statusCode(201);
        assertThat(broker.told(conversation, 2)).hasSize(2);
    }

    @Test
    void the_same_note_posted_many_times_at_once_is_one_note() throws Exception {
        var conversation = broker.opensConversation();
        var id = UUID.randomUUID();
        as("bruno").get(NOTES, conversation).then().statusCode(200);

        var answers = atOnce(
                20,
                () -> write("bruno", conversation, id, "Una volta").extract().statusCode());

        assertThat(answers).containsOnly(200, 201).containsOnlyOnce(201);
        assertTexts(conversation, "Una volta");
    }

    @Test
    void one_id_posted_at_once_to_several_conversations_is_a_note_in_one_of_them() throws Exception {
        var conversations =
                IntStream.range(0, 10).mapToObj(_ -> broker.opensConversation()).toList();
        conversations.forEach(
                conversation -> as("bruno").get(NOTES, conversation).then().statusCode(200));
        var id = UUID.randomUUID();
        var each = conversations.iterator();

        var tasks = IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(_ -> {
                    var conversation = each.next();
                    return () ->
                            write("bruno", conversation, id, "Dove?").extract().statusCode();
                })
                .toList();
        var answers = atOnce(tasks);

        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void the_same_id_with_another_body_is_refused() {
        var conversation = broker.opensConversation();
        var id = UUID.randomUUID();
        write("bruno", conversation, id, "Una cosa").statusCode(201);

        write("bruno", conversation, id, "Un'altra")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("reasonKey", equalTo("id-already-used"));
        write("anna", conversation, id, "Una cosa").statusCode(409);
        write("bruno", broker.opensConversation(), id, "Una cosa").statusCode(409);
        assertTexts(conversation, "Una cosa");
    }

    @Test
    void the_author_is_who_is_signed_in_whatever_the_request_says() {
        var conversation = broker.opensConversation();

        given().auth()
                .oauth2(Operators.token("bruno"))
                .header("X-User", ANNA.id())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        UUID.randomUUID(),
                        "text",
                        "Non sono Anna",
                        "author",
                        Map.of("id", ANNA.id(), "name", "Anna Ricci"),
                        "authorId",
                        ANNA.id(),
                        "role",
                        "admin",
                        "at",
                        "2001-01-01T00:00:00Z"))
                .post(NOTES, conversation)
                .then()
                .statusCode(201)
                .body("author.id", equalTo(BRUNO.id().toString()));
    }

    @Test
    void the_author_changes_the_text_and_others_may_not() {
        var conversation = broker.opensConversation();
        var id = written("bruno", conversation, "Domani");

        edit("anna", conversation, id, "Mai").statusCode(403).body("reasonKey", equalTo("not-allowed"));
        edit("carla", conversation, id, "Mai").statusCode(403);
        edit("bruno", conversation, id, "Dopodomani")
                .statusCode(200)
                .body("text", equalTo("Dopodomani"))
                .body("editedAt", notNullValue());

        assertTexts(conversation, "Dopodomani");
        assertThat(broker.told(conversation, 2)).hasExactlyElementsOfTypes(Written.class, Edited.class);
    }

    @Test
    void the_author_deletes_it_and_others_may_not() {
        var conversation = broker.opensConversation();
        var id = written("bruno", conversation, "Domani");

        as("carla").delete(NOTE, conversation, id).then().statusCode(403);
        as("bruno").delete(NOTE, conversation, id).then().statusCode(204);
        as("bruno").delete(NOTE, conversation, id).then().statusCode(204);

        assertTexts(conversation);
        edit("bruno", conversation, id, "Ancora").statusCode(404);
        write("bruno", conversation, id, "Domani").statusCode(409);
        assertThat(broker.told(conversation, 2)).hasExactlyElementsOfTypes(Written.class, Deleted.class);
    }

    @Test
    void of_a_deleted_note_no_text_stays_in_the_database() throws Exception {
        var conversation = broker.opensConversation();
        var id = written("bruno", conversation, "Via da qui");
        as("bruno").delete(NOTE, conversation, id).then().statusCode(204);

        try (var database = org.centralino.testkit.Infrastructure.running().connect("notes");
                var query = database.prepareStatement("select text from note where id = ?")) {
            query.setObject(1, id);
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEmpty();
        }
    }

    @Test
    void a_note_is_not_reached_through_another_conversation() {
        var id = written("bruno", broker.opensConversation(), "Qui");
        var elsewhere = broker.opensConversation();

        edit("bruno", elsewhere, id, "Là").statusCode(404);
        as("bruno").delete(NOTE, elsewhere, id).then().statusCode(404);
        edit("bruno", elsewhere, UUID.randomUUID(), "Là").statusCode(404);
        as("bruno").delete(NOTE, elsewhere, "no-uuid").then().statusCode(404);
    }

    @Test
    void notes_stand_oldest_first_and_come_page_by_page() {
        var conversation = broker.opensConversation();
        var texts =
                IntStream.rangeClosed(1, 7).mapToObj(number -> "Nota " + number).toList();
        texts.forEach(text -> written("bruno", conversation, text));

        var found = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = as("elena")
                    .queryParam("limit", 3)
                    .queryParam("cursor", cursor)
                    .get(NOTES, conversation);
            page.then().statusCode(200).body("items", hasSize(found.size() < 6 ? 3 : 1));
            found.addAll(page.path("items.text"));
            cursor = page.path("nextCursor");
        }

        assertThat(found).isEqualTo(texts);
    }

    @Test
    void a_cursor_that_was_tampered_with_is_refused() {
        var conversation = broker.opensConversation();
        written("bruno", conversation, "Uno");
        written("bruno", conversation, "Due");
        String cursor =
                as("bruno").queryParam("limit", 1).get(NOTES, conversation).path("nextCursor");
        var last = cursor.length() - 2;
        var altered = cursor.substring(0, last) + (cursor.charAt(last) == 'A' ? 'B' : 'A') + cursor.substring(last + 1);

        for (var broken : List.of(altered, cursor.substring(0, 9), "x", "%00", "é", cursor + cursor)) {
            as("bruno")
                    .queryParam("cursor", broken)
                    .get(NOTES, conversation)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("reasonKey", equalTo("invalid-cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00A0\u2003"})
    void a_note_that_says_nothing_is_refused(String text) {
        write("bruno", broker.opensConversation(), UUID.randomUUID(), text)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("reasonKey", equalTo("invalid-request"))
                .body("violations.field", contains("text"))
                .body("violations.code", contains("empty"))
                .body("detail", containsString("must say something"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\ude0a", "\\ude0a\\ud83d"})
    void characters_that_are_none_are_refused(String escape) {
        as("bruno")
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"text\":\"prima %s dopo\"}".formatted(UUID.randomUUID(), escape))
                .post(NOTES, broker.opensConversation())
                .then()
                .statusCode(400)
                .body("reasonKey", equalTo("invalid-request"))
                .body("violations.code", contains("no-text"))
                .body("detail", containsString("U+0000"));
    }

    @Test
    void ten_thousand_characters_are_a_note_and_one_more_is_not() {
        var conversation = broker.opensConversation();

        write("bruno", conversation, UUID.randomUUID(), "😊".repeat(10_000)).statusCode(201);
        write("bruno", conversation, UUID.randomUUID(), "😊".repeat(10_001))
                .statusCode(400)
                .body("violations.code", contains("too-long"))
                .body("violations.limit", contains(10_000))
                .body("detail", containsString("at most 10000 characters"));
        as("bruno")
                .contentType(ContentType.JSON)
                .body(Map.of("id", UUID.randomUUID(), "text", "a".repeat(300_000)))
                .post(NOTES, conversation)
                .then()
                .statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "مرحبا بالعالم",
                "\u202Erovesciato\u202C",
                "a\u0301\u0302\u0303",
                "👩‍👩‍👧‍👦",
                "<b>grassetto</b>",
                "'; drop table note; --"
            })
    void any_text_comes_back_as_it_was_written(String text) {
        var conversation = broker.opensConversation();

        written("bruno", conversation, text);

        assertTexts(conversation, text);
    }

    @Test
    void a_body_that_cannot_be_read_is_explained() {
        var conversation = broker.opensConversation();
        for (var broken : List.of("{", "[]", "\"text\"", "")) {
            as("bruno")
                    .contentType(ContentType.JSON)
                    .body(broken)
                    .post(NOTES, conversation)
                    .then()
                    .statusCode(400);
        }
        as("bruno")
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Senza id"))
                .post(NOTES, conversation)
                .then()
                .statusCode(400)
                .body("violations.field", contains("id"));
    }

    @Test
    void a_viewer_reads_and_cannot_write() {
        var conversation = broker.opensConversation();
        var id = written("bruno", conversation, "Solo per chi scrive");

        as("elena").get(NOTES, conversation).then().statusCode(200).body("items", hasSize(1));
        write("elena", conversation, UUID.randomUUID(), "Anch'io")
                .statusCode(403)
                .body("reasonKey", equalTo("not-allowed"));
        edit("elena", conversation, id, "No").statusCode(403);
        as("elena").delete(NOTE, conversation, id).then().statusCode(403);
    }

    @Test
    void who_sees_only_his_own_does_not_find_the_notes_of_what_others_hold() {
        var free = broker.opensConversation();
        var annas = broker.opensConversation(ANNA);
        var id = written("bruno", annas, "Riservato");

        write("olga", free, UUID.randomUUID(), "Ci penso io").statusCode(201);
        as("olga").get(NOTES, annas).then().statusCode(404).body("reasonKey", equalTo("not-found"));
        write("olga", annas, UUID.randomUUID(), "Ci penso io").statusCode(404);
        edit("olga", annas, id, "Ci penso io").statusCode(404);
        as("olga").delete(NOTE, annas, id).then().statusCode(404);
    }

    @Test
    void a_note_written_right_after_a_takeover_is_told_to_the_new_holder() {
        var conversation = broker.opensConversation(ANNA);
        as("carla").get(NOTES, conversation).then().statusCode(200);

        var answer = CompletableFuture.supplyAsync(
                () -> write("carla", conversation, UUID.randomUUID(), "Ora ci sono io", 2));
        broker.tells(UUID.randomUUID().toString(), takenOver(conversation, 2, CARLA, ANNA));

        answer.join().statusCode(201);
        assertThat(broker.told(conversation, 1)).singleElement().isInstanceOfSatisfying(Written.class, event -> {
            assertThat(event.assignee()).isEqualTo(CARLA);
            assertThat(event.access().assigneeId()).isEqualTo(CARLA.id());
        });
    }

    @Test
    void who_was_just_given_the_conversation_is_waited_for() {
        var conversation = broker.opensConversation(ANNA);
        as("carla").get(NOTES, conversation).then().statusCode(200);
        var olga = as("olga");

        var answer = CompletableFuture.supplyAsync(() -> olga.get(NOTES, conversation));
        var me = new Person(idOf("olga"), "olga Prova");
        broker.tells(UUID.randomUUID().toString(), takenOver(conversation, 2, me, ANNA));

        assertThat(answer.join().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, Long.MAX_VALUE})
    void an_epoch_that_nobody_has_heard_of_is_refused(long epoch) {
        var conversation = broker.opensConversation(ANNA);
        as("carla").get(NOTES, conversation).then().statusCode(200);

        write("carla", conversation, UUID.randomUUID(), "Dal futuro", epoch)
                .statusCode(409)
                .body("reasonKey", equalTo("epoch-unknown"))
                .body("epoch", equalTo(1));
        assertTexts(conversation);
    }

    @Test
    void a_negative_epoch_is_refused() {
        write("carla", broker.opensConversation(), UUID.randomUUID(), "Da prima", -1)
                .statusCode(400)
                .body("violations.field", contains("epoch"));
    }

    @Test
    void an_earlier_epoch_is_no_hindrance() {
        var conversation = broker.opensConversation(ANNA);

        write("carla", conversation, UUID.randomUUID(), "Con comodo", 0).statusCode(201);
    }

    @Test
    void who_could_see_it_a_moment_ago_learns_who_has_it_now() {
        var conversation = broker.opensConversation();
        broker.tells(UUID.randomUUID().toString(), taken(conversation, 1, ANNA));
        Patience.await("it is heard who took it")
                .untilAsserted(() -> write("olga", conversation, UUID.randomUUID(), "Ci penso io", 0)
                        .statusCode(409)
                        .body("reasonKey", equalTo("held-by-another-operator"))
                        .body("holder.name", equalTo("Anna Ricci")));
    }

    @Test
    void a_conversation_whose_event_is_still_on_its_way_is_waited_for() {
        var conversation = UUID.randomUUID();
        var answer =
                CompletableFuture.supplyAsync(() -> write("bruno", conversation, UUID.randomUUID(), "Appena arrivata"));
        broker.tells(UUID.randomUUID().toString(), Broker.opened(conversation, 0, null));

        answer.join().statusCode(201);
    }

    @Test
    void a_conversation_that_does_not_exist_is_not_found() {
        write("bruno", UUID.randomUUID(), UUID.randomUUID(), "Chi?").statusCode(404);
        as("bruno").get(NOTES, UUID.randomUUID()).then().statusCode(404).body("reasonKey", equalTo("not-found"));
        as("bruno").get(NOTES, "no-uuid").then().statusCode(404);
    }

    @Test
    void no_text_of_a_note_stands_in_the_log() {
        var conversation = broker.opensConversation();
        var canary = "canarino-" + UUID.randomUUID();

        try (var log = new Log()) {
            var id = written("bruno", conversation, canary);
            write("bruno", conversation, id, canary + " altro").statusCode(409);
            edit("bruno", conversation, id, canary + " ancora").statusCode(200);
            edit("bruno", conversation, id, canary + "\u0000").statusCode(400);
            edit("anna", conversation, id, canary).statusCode(403);
            as("bruno")
                    .contentType(ContentType.JSON)
                    .body("{\"id\":\"%s\",\"text\":{\"%s\":1}}".formatted(UUID.randomUUID(), canary))
                    .post(NOTES, conversation)
                    .then()
                    .statusCode(400);
            broker.told(conversation, 2);

            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(canary));
        }
    }

    private static List<Integer> atOnce(int times, Callable<Integer> task) throws Exception {
        return atOnce(IntStream.range(0, times).mapToObj(_ -> task).toList());
    }

    private static List<Integer> atOnce(List<Callable<Integer>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
        }
    }

    private static void assertTexts(UUID conversation, String... texts) {
        assertThat(as("elena").get(NOTES, conversation).<List<String>>path("items.text"))
                .containsExactly(texts);
    }

    private static UUID written(String operator, UUID conversation, String text) {
        var id = UUID.randomUUID();
        write(operator, conversation, id, text).statusCode(201);
        return id;
    }

    private static ValidatableResponse write(String operator, UUID conversation, UUID id, String text) {
        return as(operator)
                .contentType(ContentType.JSON)
                .body(Map.of("id", id, "text", text))
                .post(NOTES, conversation)
                .then();
    }

    private static ValidatableResponse write(String operator, UUID conversation, UUID id, String text, long epoch) {
        return as(operator)
                .contentType(ContentType.JSON)
                .body(Map.of("id", id, "text", text, "epoch", epoch))
                .post(NOTES, conversation)
                .then();
    }

    private static AssignmentEvent.Taken taken(UUID conversation, long epoch, Person operator) {
        return new AssignmentEvent.Taken(conversation, access(operator), epoch, operator, Instant.now());
    }

    private static AssignmentEvent.TakenOver takenOver(UUID conversation, long epoch, Person operator, Person former) {
        return new AssignmentEvent.TakenOver(conversation, access(operator), epoch, operator, former, Instant.now());
    }

    /// Who somebody is, as his own access token says.
    private static UUID idOf(String operator) {
        var claims = Base64.getUrlDecoder().decode(Operators.token(operator).split("\\.")[1]);
        return UUID.fromString(JsonPath.from(new String(claims, UTF_8)).getString("sub"));
    }

    private static Access access(Person holder) {
        return new Access(Broker.PHONE_NUMBER_ID, null, holder.id());
    }

    private static ValidatableResponse edit(String operator, UUID conversation, UUID id, String text) {
        return as(operator)
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .put(NOTE, conversation, id)
                .then();
    }
}
