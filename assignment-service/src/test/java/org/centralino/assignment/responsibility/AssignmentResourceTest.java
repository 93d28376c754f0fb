package org.centralino.assignment.responsibility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.centralino.testkit.Operators.BRUNO;
import static org.centralino.testkit.Operators.CARLA;
import static org.centralino.testkit.Operators.ELENA;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.centralino.assignment.Broker;
import org.centralino.assignment.Keycloak;
import org.centralino.assignment.RealInfrastructure;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent.Assigned;
import org.centralino.events.AssignmentEvent.Released;
import org.centralino.events.AssignmentEvent.ResponderChanged;
import org.centralino.events.AssignmentEvent.Taken;
import org.centralino.events.AssignmentEvent.TakenOver;
import org.centralino.events.Person;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class AssignmentResourceTest {
    private static final String ASSIGNMENT = "/api/conversations/{id}/assignment";

    private static Broker broker;

    @BeforeAll
    static void connect() {
        broker = new Broker();
        Operators.signUp("olga", Permission.SEE_OWN, Permission.TAKE, Permission.TAKE_OVER);
        Operators.signUp("ivo", Permission.SEE_ALL, Permission.TAKE, Permission.ASSIGN);
        Operators.signUp("tina", Permission.SEE_ALL, Permission.TAKE_OVER);
        Operators.signUp("rosa", Permission.SEE_ALL, Permission.REPLY);
    }

    @BeforeEach
    void everybodyHasSignedIn() {
        for (var name : List.of("anna", "bruno", "carla", "elena", "rosa")) {
            as(name).get("/api/operators").then().statusCode(200);
        }
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    @Test
    void of_twenty_operators_who_take_at_once_one_wins_and_the_others_learn_who() throws Exception {
        var operators = Operators.hire(20);
        operators.parallelStream().forEach(Operators::token);
        var conversation = broker.opensConversation();
        as("anna").get(ASSIGNMENT, conversation).then().statusCode(200);

        var answers = atOnce(operators, conversation);

        var won = answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        var lost = answers.stream().filter(answer -> answer.statusCode() == 409).toList();
        assertThat(won).hasSize(1);
        assertThat(lost).hasSize(19);
        String winner = won.getFirst().path("assignee.id");
        assertThat(lost).allSatisfy(answer -> {
            assertThat(answer.<String>path("reasonKey")).isEqualTo("held-by-another-operator");
            assertThat(answer.<String>path("holder.id")).isEqualTo(winner);
            assertThat(answer.<Integer>path("epoch")).isEqualTo(1);
        });
        assertThat(broker.told(conversation, 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        Taken.class, taken -> assertThat(taken.operator().id()).hasToString(winner));
    }

    @Test
    void who_sees_only_his_own_and_comes_too_late_learns_who_was_first() throws Exception {
        var operators =
                IntStream.rangeClosed(1, 10).mapToObj("novice-%02d"::formatted).toList();
        operators.forEach(name -> Operators.signUp(name, Permission.SEE_OWN, Permission.TAKE, Permission.REPLY));
        operators.parallelStream().forEach(Operators::token);
        var conversation = broker.opensConversation();
        as("anna").get(ASSIGNMENT, conversation).then().statusCode(200);

        var answers = atOnce(operators, conversation);

        var winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .<String>map(answer -> answer.path("assignee.name"))
                .toList();
        assertThat(winner).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200))
                .hasSize(9)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.<String>path("reasonKey")).isEqualTo("held-by-another-operator");
                    assertThat(answer.<String>path("holder.name")).isEqualTo(winner.getFirst());
                    assertThat(answer.<Integer>path("epoch")).isEqualTo(1);
                });
    }

    @Test
    void who_takes_a_conversation_is_responsible_and_everybody_sees_so() {
        var conversation = broker.opensConversation();

        take("anna", conversation)
                .statusCode(200)
                .body("conversationId", equalTo(conversation.toString()))
                .body("epoch", equalTo(1))
                .body("assignee.id", equalTo(ANNA.id().toString()))
                .body("assignee.name", equalTo("Anna Ricci"))
                .body("since", notNullValue());

        as("elena").get(ASSIGNMENT, conversation).then().statusCode(200).body("assignee.name", equalTo("Anna Ricci"));
    }

    @Test
    void a_conversation_that_nobody_has_taken_is_held_by_nobody() {
        var conversation = broker.opensConversation();

        as("elena")
                .get(ASSIGNMENT, conversation)
                .then()
                .statusCode(200)
                .body("epoch", equalTo(0))
                .body("assignee", nullValue());
    }

    @Test
    void who_comes_second_is_told_who_holds_it() {
        var conversation = heldByAnna();

        take("bruno", conversation)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/held-by-another-operator"))
                .body("holder.id", equalTo(ANNA.id().toString()))
                .body("holder.name", equalTo("Anna Ricci"))
                .body("epoch", equalTo(1));
    }

    @Test
    void taking_what_one_holds_changes_nothing_and_tells_nothing() {
        var conversation = heldByAnna();

        take("anna", conversation).statusCode(200).body("epoch", equalTo(1));
        take("anna", conversation, Map.of()).statusCode(200).body("epoch", equalTo(1));
        take("anna", conversation, Map.of("operatorId", ANNA.id()))
                .statusCode(200)
                .body("epoch", equalTo(1));

        as("anna").delete(ASSIGNMENT, conversation).then().statusCode(200);
        assertThat(broker.told(conversation, 2)).hasExactlyElementsOfTypes(Taken.class, Released.class);
    }

    @Test
    void a_conversation_whose_event_is_still_on_its_way_is_waited_for() {
        var conversation = UUID.randomUUID();
        var answer = CompletableFuture.supplyAsync(() -> take("anna", conversation));
        broker.tells(UUID.randomUUID().toString(), Broker.opened(conversation, 0, null));

        answer.join().statusCode(200);
    }

    @Test
    void a_conversation_that_does_not_exist_is_not_found() {
        take("anna", UUID.randomUUID()).statusCode(404).body("reasonKey", equalTo("not-found"));
        as("anna").get(ASSIGNMENT, "no-uuid").then().statusCode(404).body("reasonKey", equalTo("not-found"));
    }

    @Test
    void a_supervisor_takes_over_and_the_event_names_the_former_holder() {
        var conversation = heldByAnna();

        take("carla", conversation, Map.of("takeOver", true))
                .statusCode(200)
                .body("epoch", equalTo(2))
                .body("assignee.id", equalTo(CARLA.id().toString()));

        assertThat(broker.told(conversation, 2).getLast()).isInstanceOfSatisfying(TakenOver.class, event -> {
            assertThat(event.operator()).isEqualTo(CARLA);
            assertThat(event.previous()).isEqualTo(ANNA);
            assertThat(event.epoch()).isEqualTo(2);
        });
    }

    @Test
    void a_supervisor_who_only_takes_is_told_who_holds_it() {
        take("carla", heldByAnna()).statusCode(409).body("holder.name", equalTo("Anna Ricci"));
    }

    @Test
    void taking_over_what_nobody_holds_is_taking_it() {
        var conversation = broker.opensConversation();

        take("carla", conversation, Map.of("takeOver", true)).statusCode(200);

        assertThat(broker.told(conversation, 1)).hasExactlyElementsOfTypes(Taken.class);
    }

    @Test
    void an_operator_may_not_take_over() {
        var conversation = heldByAnna();

        take("bruno", conversation, Map.of("takeOver", true))
                .statusCode(403)
                .body("reasonKey", equalTo("not-allowed"))
                .body("permission", equalTo("conversation.take-over"));
        assertHolder(conversation, ANNA, 1);
    }

    @Test
    void a_supervisor_gives_a_conversation_to_a_colleague_whoever_held_it() {
        var conversation = heldByAnna();

        take("carla", conversation, Map.of("operatorId", BRUNO.id()))
                .statusCode(200)
                .body("assignee.name", equalTo("Bruno Conti"))
                .body("epoch", equalTo(2));

        assertThat(broker.told(conversation, 2).getLast()).isInstanceOfSatisfying(Assigned.class, event -> {
            assertThat(event.operator()).isEqualTo(BRUNO);
            assertThat(event.by()).isEqualTo(CARLA);
            assertThat(event.previous()).isEqualTo(ANNA);
        });
    }

    @Test
    void an_operator_may_not_give_a_conversation_to_somebody_else() {
        var conversation = broker.opensConversation();

        take("anna", conversation, Map.of("operatorId", BRUNO.id()))
                .statusCode(403)
                .body("permission", equalTo("conversation.assign"));
        assertHolder(conversation, null, 0);
    }

    @Test
    void a_conversation_is_not_given_to_somebody_who_has_never_signed_in() {
        var conversation = broker.opensConversation();

        take("carla", conversation, Map.of("operatorId", UUID.randomUUID()))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("reasonKey", equalTo("operator-unknown"));
        assertHolder(conversation, null, 0);
    }

    @Test
    void who_acts_is_known_from_the_token_whatever_the_body_says() {
        var conversation = broker.opensConversation();

        given().auth()
                .oauth2(Operators.token("anna"))
                .header("X-User", BRUNO.id())
                .header("X-Forwarded-User", "bruno")
                .contentType(ContentType.JSON)
                .body(Map.of("assigneeId", BRUNO.id(), "author", BRUNO, "role", "admin", "epoch", 99))
                .post(ASSIGNMENT, conversation)
                .then()
                .statusCode(200)
                .body("assignee.id", equalTo(ANNA.id().toString()))
                .body("epoch", equalTo(1));
    }

    @Test
    void the_holder_gives_it_back_and_a_repetition_changes_nothing() {
        var conversation = heldByAnna();

        as("anna")
                .delete(ASSIGNMENT, conversation)
                .then()
                .statusCode(200)
                .body("assignee", nullValue())
                .body("epoch", equalTo(2));
        as("anna").delete(ASSIGNMENT, conversation).then().statusCode(200).body("epoch", equalTo(2));

        assertThat(broker.told(conversation, 2).getLast()).isInstanceOfSatisfying(Released.class, event -> {
            assertThat(event.previous()).isEqualTo(ANNA);
            assertThat(event.by()).isEqualTo(ANNA);
        });
    }

    @Test
    void a_colleague_may_not_give_back_what_another_holds_but_a_supervisor_may() {
        var conversation = heldByAnna();

        as("bruno")
                .delete(ASSIGNMENT, conversation)
                .then()
                .statusCode(403)
                .body("permission", equalTo("conversation.take-over"));
        as("carla").delete(ASSIGNMENT, conversation).then().statusCode(200).body("assignee", nullValue());

        assertThat(broker.told(conversation, 2).getLast())
                .isInstanceOfSatisfying(
                        Released.class, event -> assertThat(event.by()).isEqualTo(CARLA));
    }

    @Test
    void who_may_take_and_assign_cannot_take_over_by_a_detour() {
        var annas = heldByAnna();

        take("ivo", annas).statusCode(409);
        take("ivo", annas, Map.of("takeOver", true))
                .statusCode(403)
                .body("permission", equalTo("conversation.take-over"));
        take("ivo", annas, Map.of("operatorId", BRUNO.id()))
                .statusCode(403)
                .body("permission", equalTo("conversation.take-over"));
        as("ivo")
                .delete(ASSIGNMENT, annas)
                .then()
                .statusCode(403)
                .body("permission", equalTo("conversation.take-over"));
        assertHolder(annas, ANNA, 1);
    }

    @Test
    void who_may_take_and_assign_gives_away_what_is_free_and_what_is_his() {
        var free = broker.opensConversation();
        var his = broker.opensConversation();
        take("ivo", his).statusCode(200);

        take("ivo", free, Map.of("operatorId", BRUNO.id())).statusCode(200);
        take("ivo", his, Map.of("operatorId", BRUNO.id())).statusCode(200);

        assertHolder(free, BRUNO, 1);
        assertHolder(his, BRUNO, 2);
    }

    @Test
    void who_may_take_over_and_nothing_else_does_only_that() {
        var annas = heldByAnna();

        take("tina", annas).statusCode(403).body("permission", equalTo("conversation.take"));
        take("tina", annas, Map.of("operatorId", BRUNO.id()))
                .statusCode(403)
                .body("permission", equalTo("conversation.assign"));
        take("tina", annas, Map.of("takeOver", true)).statusCode(200).body("assignee.name", equalTo("tina Prova"));
        as("anna").delete(ASSIGNMENT, annas).then().statusCode(403);
        as("tina").delete(ASSIGNMENT, annas).then().statusCode(200);
        assertHolder(annas, null, 3);
    }

    @Test
    void who_was_given_a_conversation_may_give_it_back_whatever_else_he_may() {
        var given = broker.opensConversation();
        take("carla", given, Map.of("operatorId", idOf("rosa Prova"))).statusCode(200);

        take("rosa", given).statusCode(403);
        as("rosa").delete(ASSIGNMENT, given).then().statusCode(200);
        as("rosa").delete(ASSIGNMENT, heldByAnna()).then().statusCode(403);
    }

    @Test
    void a_conversation_is_not_given_to_somebody_who_may_not_reply() {
        var conversation = broker.opensConversation();

        take("carla", conversation, Map.of("operatorId", ELENA.id()))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("reasonKey", equalTo("operator-may-not-reply"))
                .body("detail", containsString("Elena Fontana"))
                .body("operator.name", equalTo("Elena Fontana"));
        assertHolder(conversation, null, 0);
    }

    @Test
    void a_conversation_is_not_given_to_somebody_who_cannot_sign_in_any_more() {
        var conversation = broker.opensConversation();
        Operators.signUp("mario", Permission.SEE_ALL, Permission.REPLY);
        as("mario").get("/api/operators").then().statusCode(200);
        var mario = idOf("mario Prova");
        take("carla", conversation, Map.of("operatorId", mario)).statusCode(200);
        as("carla").delete(ASSIGNMENT, conversation).then().statusCode(200);

        Keycloak.disable("mario");

        take("carla", conversation, Map.of("operatorId", mario))
                .statusCode(422)
                .body("reasonKey", equalTo("operator-disabled"));
        assertHolder(conversation, null, 2);
    }

    @Test
    void a_conversation_is_not_given_to_somebody_who_was_deleted() {
        var conversation = broker.opensConversation();
        Operators.signUp("nina", Permission.SEE_ALL, Permission.REPLY);
        as("nina").get("/api/operators").then().statusCode(200);
        var nina = idOf("nina Prova");

        Keycloak.delete("nina");

        take("carla", conversation, Map.of("operatorId", nina))
                .statusCode(422)
                .body("reasonKey", equalTo("operator-unknown"));
        assertHolder(conversation, null, 0);
    }

    @Test
    void who_could_never_see_it_cannot_tell_it_from_what_does_not_exist() {
        var annas = UUID.randomUUID();
        broker.tells(UUID.randomUUID().toString(), Broker.opened(annas, 1, ANNA));
        as("carla").get(ASSIGNMENT, annas).then().statusCode(200);

        var hidden = as("olga").post(ASSIGNMENT, annas);
        var missing = as("olga").post(ASSIGNMENT, UUID.randomUUID());

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.asString()).isEqualTo(missing.asString());
        take("olga", annas, Map.of("takeOver", true)).statusCode(404);
        as("olga").get(ASSIGNMENT, annas).then().statusCode(404);
        as("olga").delete(ASSIGNMENT, annas).then().statusCode(404);
        assertHolder(annas, ANNA, 1);
    }

    @Test
    void who_sees_only_his_own_takes_what_is_free() {
        var free = broker.opensConversation();

        take("olga", free).statusCode(200).body("assignee.name", equalTo("olga Prova"));

        as("olga").get(ASSIGNMENT, free).then().statusCode(200);
    }

    @Test
    void from_whom_it_was_taken_learns_who_has_it() {
        var conversation = broker.opensConversation();
        take("olga", conversation).statusCode(200);
        take("carla", conversation, Map.of("takeOver", true)).statusCode(200);

        as("olga")
                .delete(ASSIGNMENT, conversation)
                .then()
                .statusCode(409)
                .body("holder.name", equalTo("Carla Moretti"));
    }

    @Test
    void every_event_says_to_whom_the_conversation_is_visible_from_then_on() {
        var team = UUID.randomUUID();
        var conversation = UUID.randomUUID();
        broker.tells(UUID.randomUUID().toString(), Broker.opened(conversation, Broker.state(1, team, 0, null)));
        take("anna", conversation).statusCode(200);
        take("carla", conversation, Map.of("takeOver", true)).statusCode(200);
        take("carla", conversation, Map.of("operatorId", BRUNO.id())).statusCode(200);
        as("bruno").delete(ASSIGNMENT, conversation).then().statusCode(200);

        assertThat(broker.told(conversation, 4))
                .extracting(event -> ((ResponderChanged) event).access())
                .containsExactly(
                        new Access(Broker.PHONE_NUMBER_ID, team, ANNA.id()),
                        new Access(Broker.PHONE_NUMBER_ID, team, CARLA.id()),
                        new Access(Broker.PHONE_NUMBER_ID, team, BRUNO.id()),
                        new Access(Broker.PHONE_NUMBER_ID, team, null));
    }

    @Test
    void a_viewer_changes_nothing() {
        var conversation = heldByAnna();

        take("elena", conversation).statusCode(403).body("reasonKey", equalTo("not-allowed"));
        take("elena", conversation, Map.of("takeOver", true)).statusCode(403);
        as("elena").delete(ASSIGNMENT, conversation).then().statusCode(403);
        assertHolder(conversation, ANNA, 1);
    }

    @Test
    void a_body_that_cannot_be_read_is_explained() {
        var conversation = broker.opensConversation();

        as("anna")
                .contentType(ContentType.JSON)
                .body("{")
                .post(ASSIGNMENT, conversation)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("reasonKey", equalTo("invalid-request"));
        as("anna")
                .contentType(ContentType.TEXT)
                .body("me")
                .post(ASSIGNMENT, conversation)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void the_events_of_a_conversation_stand_on_the_topic_in_the_order_of_their_epochs() {
        var conversation = broker.opensConversation();
        for (var round = 0; round < 10; round++) {
            take("anna", conversation).statusCode(200);
            take("carla", conversation, Map.of("takeOver", true)).statusCode(200);
            take("carla", conversation, Map.of("operatorId", BRUNO.id())).statusCode(200);
            as("bruno").delete(ASSIGNMENT, conversation).then().statusCode(200);
        }

        var told = broker.told(conversation, 40);

        assertThat(told)
                .extracting(event -> ((ResponderChanged) event).epoch())
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, 40).boxed().toList());
    }

    private static List<Response> atOnce(List<String> operators, UUID conversation) throws Exception {
        var start = new CyclicBarrier(operators.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = operators.stream()
                    .<Callable<Response>>map(operator -> () -> {
                        var request = as(operator);
                        start.await();
                        return request.post(ASSIGNMENT, conversation);
                    })
                    .toList();
            return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
        }
    }

    private static String idOf(String name) {
        return as("carla").get("/api/operators").path("items.find { it.name == '%s' }.id".formatted(name));
    }

    private static UUID heldByAnna() {
        var conversation = broker.opensConversation();
        take("anna", conversation).statusCode(200);
        return conversation;
    }

    private static void assertHolder(UUID conversation, Person holder, int epoch) {
        as("carla")
                .get(ASSIGNMENT, conversation)
                .then()
                .statusCode(200)
                .body("assignee.id", equalTo(holder == null ? null : holder.id().toString()))
                .body("epoch", equalTo(epoch));
    }

    private static ValidatableResponse take(String operator, UUID conversation) {
        return as(operator).post(ASSIGNMENT, conversation).then();
    }

    private static ValidatableResponse take(String operator, UUID conversation, Map<String, ?> body) {
        return as(operator)
                .contentType(ContentType.JSON)
                .body(body)
                .post(ASSIGNMENT, conversation)
                .then();
    }
}
