package org.centralino.assignment.responsibility;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.centralino.testkit.Operators.BRUNO;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.centralino.assignment.Broker;
import org.centralino.assignment.RealInfrastructure;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent.ResponderChanged;
import org.centralino.events.AssignmentEvent.Taken;
import org.centralino.events.ConversationEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Infrastructure;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class ConversationConsumerTest {
    private static final String ASSIGNMENT = "/api/conversations/{id}/assignment";

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
    void an_event_that_is_delivered_again_changes_nothing() {
        var conversation = UUID.randomUUID();
        var id = UUID.randomUUID().toString();
        broker.tells(id, Broker.opened(conversation, 0, null));
        as("anna").post(ASSIGNMENT, conversation).then().statusCode(200);

        broker.tells(id, Broker.opened(conversation, 0, null));
        broker.tells(UUID.randomUUID().toString(), Broker.opened(conversation, 0, null));
        awaitEverythingHandled(conversation);

        assertState(conversation, 1, ANNA.id());
    }

    @Test
    void whoever_writes_to_a_customer_first_holds_the_conversation_and_that_is_told_once() {
        var conversation = UUID.randomUUID();
        broker.tells(UUID.randomUUID().toString(), Broker.started(conversation, ANNA));
        broker.tells(UUID.randomUUID().toString(), Broker.started(conversation, ANNA));
        awaitEverythingHandled(conversation);

        assertState(conversation, 1, ANNA.id());
        assertThat(broker.told(conversation, 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        Taken.class, taken -> assertThat(taken.operator()).isEqualTo(ANNA));
    }

    @Test
    void whoever_was_quicker_keeps_what_another_began() {
        var conversation = broker.opensConversation();
        as("bruno").post(ASSIGNMENT, conversation).then().statusCode(200);

        broker.tells(UUID.randomUUID().toString(), Broker.started(conversation, ANNA));
        awaitEverythingHandled(conversation);

        assertState(conversation, 1, BRUNO.id());
    }

    @Test
    void many_events_of_one_conversation_in_one_batch_make_it_known_once() {
        var conversation = UUID.randomUUID();
        for (var i = 0; i < 50; i++) {
            broker.tells(UUID.randomUUID().toString(), Broker.opened(conversation, i % 3, null));
        }
        awaitEverythingHandled(conversation);

        assertState(conversation, 2, null);
    }

    @Test
    void a_poison_record_goes_to_the_dead_letter_topic_and_later_ones_are_handled() {
        var key = UUID.randomUUID();
        broker.send(
                Topics.CONVERSATION, key.toString(), "poison-" + key, "conversation.opened.v1", "{".getBytes(UTF_8));
        broker.send(
                Topics.CONVERSATION, key.toString(), "strange-" + key, "conversation.strange.v9", "{}".getBytes(UTF_8));
        broker.tells(UUID.randomUUID().toString(), Broker.opened(key, 0, null));

        as("anna").get(ASSIGNMENT, key).then().statusCode(200);
        var letters = broker.records(Topics.deadLetterOf(Topics.CONVERSATION), Broker.of(key), 1);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(Broker.header(letter, "ce_id")).isEqualTo("poison-" + key);
            assertThat(Broker.header(letter, "dead-letter-reason")).contains("conversation.opened.v1");
            assertThat(letter.value()).asString(UTF_8).isEqualTo("{");
        });
    }

    /// After a restore from an older copy, an epoch that was given once must not be given again.
    @Test
    void a_later_epoch_than_the_database_has_is_taken_from_the_log() {
        var conversation = broker.opensConversation();
        as("anna").post(ASSIGNMENT, conversation).then().statusCode(200);

        broker.tells(UUID.randomUUID().toString(), Broker.opened(conversation, 7, BRUNO));
        awaitEverythingHandled(conversation);

        assertState(conversation, 7, BRUNO.id());
        as("bruno").delete(ASSIGNMENT, conversation).then().statusCode(200).body("epoch", equalTo(8));
    }

    /// A new customer is told once; after a restore, whatever is told of a conversation makes it known again.
    @Test
    void a_message_makes_a_conversation_known_as_well() {
        var conversation = UUID.randomUUID();
        var state = Broker.state(9, null, 3, BRUNO);
        broker.tells(
                UUID.randomUUID().toString(),
                new ConversationEvent.Resolved(conversation, state.access(), BRUNO, state.createdAt(), state));
        awaitEverythingHandled(conversation);

        assertState(conversation, 3, BRUNO.id());
    }

    @Test
    void the_status_of_a_message_is_not_even_read() {
        var conversation = broker.opensConversation();
        broker.send(
                Topics.CONVERSATION,
                conversation.toString(),
                "status-" + conversation,
                "conversation.message-status-changed.v1",
                "{".getBytes(UTF_8));
        awaitEverythingHandled(conversation);

        assertThat(broker.records(Topics.deadLetterOf(Topics.CONVERSATION), Broker.of(conversation), 0))
                .isEmpty();
    }

    @Test
    void a_conversation_changes_its_team_and_an_older_event_does_not_bring_the_former_back() {
        var conversation = UUID.randomUUID();
        var former = UUID.randomUUID();
        var team = UUID.randomUUID();
        broker.tells(UUID.randomUUID().toString(), Broker.opened(conversation, Broker.state(1, former, 0, null)));
        awaitEverythingHandled(conversation);
        broker.tells(UUID.randomUUID().toString(), Broker.opened(conversation, Broker.state(5, team, 0, null)));
        awaitEverythingHandled(conversation);
        broker.tells(UUID.randomUUID().toString(), Broker.opened(conversation, Broker.state(1, former, 0, null)));
        awaitEverythingHandled(conversation);

        as("anna").post(ASSIGNMENT, conversation).then().statusCode(200);

        assertThat(accessTold(conversation)).isEqualTo(new Access(Broker.PHONE_NUMBER_ID, team, ANNA.id()));
    }

    @Test
    void what_an_earlier_version_wrote_without_the_business_number_learns_it() throws SQLException {
        var conversation = UUID.randomUUID();
        try (var database = Infrastructure.running().connect("assignment");
                var insert = database.prepareStatement(
                        "insert into conversation (id, epoch, assignee_id, assignee_name, since) values (?, 3, ?, ?, now())")) {
            insert.setObject(1, conversation);
            insert.setObject(2, ANNA.id());
            insert.setString(3, ANNA.name());
            insert.executeUpdate();
        }
        broker.tells(UUID.randomUUID().toString(), Broker.opened(conversation, Broker.state(2, null, 1, null)));
        awaitEverythingHandled(conversation);

        as("anna").delete(ASSIGNMENT, conversation).then().statusCode(200).body("epoch", equalTo(4));

        assertThat(accessTold(conversation)).isEqualTo(new Access(Broker.PHONE_NUMBER_ID, null, null));
    }

    private static Access accessTold(UUID conversation) {
        return ((ResponderChanged) broker.told(conversation, 1).getLast()).access();
    }

    /// What was sent before about a conversation is handled when a later record of its partition is.
    private static void awaitEverythingHandled(UUID conversation) {
        var marker = Broker.opened(UUID.randomUUID(), 0, null);
        broker.send(Topics.CONVERSATION, conversation.toString(), WireFormat.CONVERSATION, marker);
        Patience.await("what was told before is handled")
                .until(() ->
                        as("carla").get(ASSIGNMENT, marker.conversationId()).statusCode() == 200);
    }

    private static void assertState(UUID conversation, int epoch, UUID holder) {
        as("carla")
                .get(ASSIGNMENT, conversation)
                .then()
                .statusCode(200)
                .body("epoch", equalTo(epoch))
                .body("assignee.id", equalTo(holder == null ? null : holder.toString()));
    }
}
