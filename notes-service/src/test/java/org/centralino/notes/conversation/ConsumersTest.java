package org.centralino.notes.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.centralino.testkit.Operators.BRUNO;
import static org.centralino.testkit.Operators.CARLA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.NoteEvent;
import org.centralino.events.Person;
import org.centralino.events.Topics;
import org.centralino.notes.Broker;
import org.centralino.notes.RealInfrastructure;
import org.centralino.testkit.Infrastructure;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealInfrastructure
class ConsumersTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static Broker broker;

    @BeforeAll
    static void connect() {
        broker = new Broker();
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    @Test
    void a_note_tells_who_holds_the_conversation_now() {
        var conversation = broker.opensConversation();
        broker.tells(id(), taken(conversation, 1, ANNA));
        broker.tells(id(), takenOver(conversation, 2, CARLA, ANNA));
        awaitHolder(conversation, CARLA);

        assertThat(holderToldByANewNote(conversation)).isEqualTo(CARLA);
    }

    @Test
    void a_conversation_that_was_given_back_is_held_by_nobody() {
        var conversation = broker.opensConversation(ANNA);
        awaitHolder(conversation, ANNA);
        broker.tells(id(), new AssignmentEvent.Released(conversation, access(null), 2, ANNA, ANNA, NOON));
        awaitHolder(conversation, null);

        assertThat(holderToldByANewNote(conversation)).isNull();
    }

    @Test
    void of_two_topics_the_later_epoch_is_right_whichever_comes_last() {
        var conversation = broker.opensConversation();
        broker.tells(id(), new AssignmentEvent.Assigned(conversation, access(BRUNO), 3, BRUNO, CARLA, ANNA, NOON));
        awaitHolder(conversation, BRUNO);

        broker.tells(id(), Broker.opened(conversation, 1, ANNA));
        broker.tells(id(), taken(conversation, 1, ANNA));
        broker.tells(id(), takenOver(conversation, 2, CARLA, ANNA));
        broker.tells(id(), new AssignmentEvent.Assigned(conversation, access(ANNA), 4, ANNA, CARLA, BRUNO, NOON));
        awaitHolder(conversation, ANNA);

        broker.tells(id(), Broker.opened(conversation, 5, CARLA));
        awaitHolder(conversation, CARLA);
    }

    @Test
    void an_assignment_that_comes_before_the_conversations_own_event_makes_it_known() {
        var conversation = UUID.randomUUID();
        broker.tells(id(), taken(conversation, 1, ANNA));

        assertThat(holderToldByANewNote(conversation)).isEqualTo(ANNA);
    }

    @Test
    void an_event_that_is_delivered_again_changes_nothing() {
        var conversation = broker.opensConversation();
        var taken = id();
        broker.tells(taken, taken(conversation, 1, ANNA));
        broker.tells(id(), new AssignmentEvent.Released(conversation, access(null), 2, ANNA, ANNA, NOON));
        broker.tells(taken, taken(conversation, 1, ANNA));
        var last = broker.opensConversation();
        broker.send(
                Topics.ASSIGNMENT, conversation.toString(), id(), "assignment.taken.v1", """
                {"conversationId":"%s","epoch":1,"operator":{"id":"%s","name":"Bruno Conti"},"at":"2026-11-22T12:00:00Z"}""".formatted(last, BRUNO.id())
                        .getBytes(UTF_8));
        awaitHolder(last, BRUNO);

        assertThat(holderToldByANewNote(conversation)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.CONVERSATION, Topics.ASSIGNMENT})
    void a_poison_record_goes_to_the_dead_letter_topic_and_later_ones_are_handled(String topic) {
        var type = topic.equals(Topics.CONVERSATION) ? "conversation.opened.v1" : "assignment.taken.v1";
        var conversation = UUID.randomUUID();
        broker.send(topic, conversation.toString(), "poison-" + conversation, type, "{".getBytes(UTF_8));
        broker.send(topic, conversation.toString(), "strange-" + conversation, "strange.v9", "{}".getBytes(UTF_8));
        broker.tells(id(), Broker.opened(conversation, 0, null));
        broker.tells(id(), taken(conversation, 1, ANNA));

        awaitHolder(conversation, ANNA);
        assertThat(broker.records(Topics.deadLetterOf(topic), Broker.of(conversation), 1))
                .singleElement()
                .satisfies(letter -> assertThat(Broker.header(letter, "ce_id")).isEqualTo("poison-" + conversation));
    }

    @Test
    void a_note_tells_to_whom_the_conversation_is_visible() {
        var team = UUID.randomUUID();
        var conversation = UUID.randomUUID();
        broker.tells(id(), Broker.opened(conversation, Broker.state(3, team, 1, ANNA)));
        awaitHolder(conversation, ANNA);
        broker.tells(id(), takenOver(conversation, 2, CARLA, ANNA));
        awaitHolder(conversation, CARLA);

        assertThat(toldByANewNote(conversation).access())
                .isEqualTo(new Access(Broker.PHONE_NUMBER_ID, team, CARLA.id()));
    }

    private static AssignmentEvent.Taken taken(UUID conversation, long epoch, Person operator) {
        return new AssignmentEvent.Taken(conversation, access(operator), epoch, operator, NOON);
    }

    private static AssignmentEvent.TakenOver takenOver(
            UUID conversation, long epoch, Person operator, Person previous) {
        return new AssignmentEvent.TakenOver(conversation, access(operator), epoch, operator, previous, NOON);
    }

    private static Access access(Person assignee) {
        return new Access(Broker.PHONE_NUMBER_ID, null, assignee == null ? null : assignee.id());
    }

    private static Person holderToldByANewNote(UUID conversation) {
        return toldByANewNote(conversation).assignee();
    }

    private static NoteEvent.Changed toldByANewNote(UUID conversation) {
        as("anna")
                .contentType(ContentType.JSON)
                .body(Map.of("id", UUID.randomUUID(), "text", "Chi la tiene?"))
                .post("/api/conversations/{id}/notes", conversation)
                .then()
                .statusCode(201);
        return (NoteEvent.Changed) broker.told(conversation, 1).getLast();
    }

    private static void awaitHolder(UUID conversation, Person holder) {
        Patience.await("the conversation is held by " + holder)
                .untilAsserted(() -> assertThat(holderOf(conversation)).isEqualTo(holder == null ? null : holder.id()));
    }

    private static UUID holderOf(UUID conversation) throws java.sql.SQLException {
        try (var database = Infrastructure.running().connect("notes");
                var query = database.prepareStatement("select assignee_id from conversation where id = ?")) {
            query.setObject(1, conversation);
            var row = query.executeQuery();
            return row.next() ? row.getObject(1, UUID.class) : new UUID(0, 0);
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
