package org.centralino.conversation.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.conversation.template.domain.Delays;
import org.centralino.events.Template.Category;
import org.centralino.events.TemplateEvent.TemplateChanged;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WireFormat;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class StartResourceTest {
    private static final String GREETING = "Il tuo divano è arrivato: quando possiamo consegnarlo?";

    @Test
    void a_typed_number_gets_a_template_and_its_conversation_says_who_began_it() {
        var template = told();
        var number = Platform.somebody().waId();

        var conversation = started(start("anna", UUID.randomUUID(), to("+" + number), template));

        Desk.conversation(conversation)
                .body("contact.phone", equalTo("+" + number))
                .body("windowExpiresAt", nullValue())
                .body("waitingSince", nullValue());
        assertThat(Desk.texts(conversation)).containsExactly(GREETING);
        as("anna")
                .get("/api/conversations/{id}/history", conversation)
                .then()
                .body("items.kind", contains("replied", "started"))
                .body("items.find { it.kind == 'started' }.actor.name", equalTo(ANNA.name()))
                .body("items.find { it.kind == 'replied' }.words", equalTo(template));
    }

    @Test
    void what_the_customer_answers_stands_in_the_same_thread_however_his_number_is_spelled() {
        var template = told();
        var eight = "%08d".formatted(Math.abs(UUID.randomUUID().getMostSignificantBits() % 10_000_000L) + 80_000_000L);
        var conversation = started(start("anna", UUID.randomUUID(), to("+55 11 9" + eight), template));

        PLATFORM.reports(Platform.message(
                new Customer("BR." + eight, null, "5511" + eight, null, "Ana Souza"), "Amanhã", Instant.now()));

        Patience.await("her answer is there")
                .until(() -> Desk.texts(conversation).contains("Amanhã"));
    }

    @Test
    void a_spelling_that_whatsapp_alone_knows_is_learnt_from_its_answer() {
        var template = told();
        var id = UUID.randomUUID();
        var typed = Platform.somebody().waId();
        var spelled = Platform.somebody().waId();
        var conversation = started(start("anna", id, to("+" + typed), template));
        PLATFORM.accepted(conversation, id, "wamid." + id, spelled);
        Desk.awaitStatus(conversation, id, "accepted");

        PLATFORM.reports(
                Platform.message(new Customer(null, null, spelled, null, "Ana Souza"), "Domani", Instant.now()));

        Patience.await("her answer is there")
                .until(() -> Desk.texts(conversation).contains("Domani"));
    }

    @Test
    void the_same_id_sent_twice_is_one_message_of_one_conversation() {
        var template = told();
        var id = UUID.randomUUID();
        var number = "+" + Platform.somebody().waId();

        var first = started(start("anna", id, to(number), template));
        var second = started(start("anna", id, to(number), template));

        assertThat(second).isEqualTo(first);
        assertThat(Desk.texts(first)).hasSize(1);
    }

    @Test
    void of_ten_who_write_to_a_new_customer_at_once_one_does_and_the_others_are_led_there() throws Exception {
        var template = told();
        var number = "+" + Platform.somebody().waId();

        List<Integer> statuses;
        try (var together = Executors.newFixedThreadPool(10)) {
            var asked = IntStream.range(0, 10)
                    .mapToObj(i -> together.submit(
                            () -> start(i % 2 == 0 ? "anna" : "carla", UUID.randomUUID(), to(number), template)
                                    .extract()
                                    .statusCode()))
                    .toList();
            statuses = asked.stream()
                    .map(each -> {
                        try {
                            return each.get();
                        } catch (Exception broken) {
                            throw new IllegalStateException(broken);
                        }
                    })
                    .toList();
        }

        assertThat(statuses).containsOnlyOnce(202).containsOnly(202, 409);
    }

    @Test
    void advertising_goes_to_a_typed_number_when_it_is_recorded_with_it_that_the_customer_agreed() {
        var template = told((id, name, _) -> Delays.positional(name, Category.MARKETING, GREETING, 0));
        var number = "+" + Platform.somebody().waId();
        var body = startBody(UUID.randomUUID(), to(number), template);
        post("anna", body).statusCode(409).body("reasonKey", equalTo("consent-missing"));

        body.put("consentEvidence", "Asked at the counter, 12 May.");
        var conversation = started(post("anna", body));

        as("anna")
                .get("/api/contacts/{id}", Desk.contact(conversation))
                .then()
                .body("consent", equalTo("given"))
                .body("consents[0].evidence", equalTo("Asked at the counter, 12 May."))
                .body("consents[0].by.name", equalTo(ANNA.name()));
        as("anna")
                .get("/api/conversations/{id}/history", conversation)
                .then()
                .body("items.kind", contains("replied", "consent-given", "started"));
    }

    @Test
    void what_a_customer_took_back_is_not_given_again_by_a_typed_number() {
        var template = told((id, name, _) -> Delays.positional(name, Category.MARKETING, GREETING, 0));
        var number = Platform.somebody().waId();
        as("carla")
                .contentType("text/csv")
                .body("phone,marketing_consent\n%s,no".formatted(number))
                .post("/api/contacts/import?dryRun=false&fileName=elenco.csv")
                .then()
                .statusCode(200);
        var body = startBody(UUID.randomUUID(), to("+" + number), template);
        body.put("consentEvidence", "Asked at the counter, 12 May.");

        post("anna", body).statusCode(409).body("reasonKey", equalTo("marketing-not-wanted"));
    }

    @Test
    void a_consent_needs_what_shows_it_and_the_permission_to_edit_contacts() {
        Operators.signUp("saverio", Permission.SEE_ALL, Permission.START);
        var body = startBody(UUID.randomUUID(), to("+" + Platform.somebody().waId()), "grazie");
        body.put("consentEvidence", " ");
        post("anna", body).statusCode(400).body("detail", containsString("consentEvidence"));

        body.put("consentEvidence", "Asked at the counter, 12 May.");
        post("saverio", body).statusCode(403).body("reasonKey", equalTo("not-allowed"));
    }

    @Test
    void who_has_written_before_has_a_conversation_to_which_the_refusal_leads() {
        var template = told();
        var customer = Platform.somebody();
        var conversation = Desk.written(customer, "Buongiorno");

        start("anna", UUID.randomUUID(), to("0039 " + customer.waId().substring(2)), template)
                .statusCode(409)
                .body("reasonKey", equalTo("conversation-exists"))
                .body("conversationId", equalTo(conversation.toString()));
        offers("anna", Map.of("to", "+" + customer.waId()))
                .statusCode(409)
                .body("conversationId", equalTo(conversation.toString()));
    }

    @Test
    void who_may_not_see_that_conversation_learns_only_that_it_is_there() {
        var template = told();
        var customer = Platform.somebody();
        var conversation = Desk.written(customer, "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        Desk.awaitEpoch(conversation, 1);
        Operators.signUp("olga", Permission.SEE_OWN, Permission.START);

        start("olga", UUID.randomUUID(), to("+" + customer.waId()), template)
                .statusCode(409)
                .body("reasonKey", equalTo("conversation-exists"))
                .body("conversationId", nullValue());
    }

    @Test
    void a_contact_that_came_by_a_file_is_written_to_by_what_is_known_of_him() {
        var name = told(Delays::delay);
        var number = Platform.somebody().waId();
        as("carla")
                .contentType("text/csv")
                .body("phone,own_name,ordine\n+%s,Rosa Neri,B-22\n".formatted(number))
                .post("/api/contacts/import?dryRun=false")
                .then()
                .statusCode(200);
        var contact = as("carla")
                .queryParam("search", number)
                .get("/api/contacts")
                .then()
                .extract()
                .<String>path("items[0].id");

        offers("carla", Map.of("contactId", contact, "q", name))
                .statusCode(200)
                .body("items[0].parameters.proposal.value", hasItem("B-22"))
                .body("items[0].parameters.proposal.value", hasItem("Rosa"));
    }

    @Test
    void a_file_that_was_brought_before_there_is_a_conversation_stands_above_the_first_template() {
        var template = told((_, name, _) -> Delays.pictured(name));
        var conversation = UUID.randomUUID();
        var file = bring("anna", conversation).statusCode(201).extract().<String>path("id");
        var body = startBody(UUID.randomUUID(), to("+" + Platform.somebody().waId()), template);
        body.put("conversationId", conversation);
        body.put(
                "content",
                Map.of(
                        "type",
                        "template",
                        "name",
                        template,
                        "language",
                        "it",
                        "parameters",
                        List.of(),
                        "attachmentId",
                        file));

        assertThat(started(post("anna", body))).isEqualTo(conversation);

        as("anna")
                .get("/api/conversations/{id}/timeline", conversation)
                .then()
                .body("items[0].content.fileAbove.attachment.mediaId", equalTo(file))
                .body("items[0].media.state", equalTo("stored"));
    }

    @Test
    void a_file_can_be_brought_where_no_conversation_is_by_those_only_who_may_write_first() {
        Operators.signUp("ulisse", Permission.SEE_ALL, Permission.REPLY);
        bring("ulisse", UUID.randomUUID()).statusCode(404);
        Operators.signUp("noemi", Permission.SEE_ALL, Permission.START);

        bring("noemi", UUID.randomUUID()).statusCode(201);
        bring("noemi", Desk.written(Platform.somebody(), "Buongiorno")).statusCode(404);
    }

    @Test
    void a_conversation_begins_with_no_id_that_another_has() {
        var body = startBody(UUID.randomUUID(), to("+" + Platform.somebody().waId()), told());
        body.put("conversationId", Desk.written(Platform.somebody(), "Buongiorno"));

        post("anna", body).statusCode(409).body("reasonKey", equalTo("id-already-used"));
    }

    @Test
    void free_text_cannot_be_the_first_that_a_customer_gets() {
        as("anna")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        UUID.randomUUID(),
                        "phoneNumberId",
                        Platform.NUMBER,
                        "to",
                        "+" + Platform.somebody().waId(),
                        "content",
                        Map.of("type", "text", "text", "Buongiorno!")))
                .post("/api/conversations")
                .then()
                .statusCode(409)
                .body("reasonKey", equalTo("window-closed"));
    }

    @Test
    void what_is_no_number_is_refused_with_how_to_write_one() {
        start("anna", UUID.randomUUID(), to("347 123"), "grazie")
                .statusCode(400)
                .body("detail", containsString("+39 347 123 4567"));
        start("anna", UUID.randomUUID(), Map.of(), "grazie")
                .statusCode(400)
                .body("detail", containsString("either contactId or to"));
    }

    @Test
    void who_may_not_write_first_is_refused() {
        start("elena", UUID.randomUUID(), to("+393471234567"), "grazie")
                .statusCode(403)
                .body("reasonKey", equalTo("not-allowed"));
        offers("elena", to("+393471234567")).statusCode(403);
    }

    @FunctionalInterface
    private interface Made {
        org.centralino.events.Template of(String id, String name, org.centralino.events.Template.Approval approval);
    }

    private static String told() {
        return told((id, name, _) -> Delays.positional(name, Category.UTILITY, GREETING, 0));
    }

    private static String told(Made made) {
        var name = "avviso_" + UUID.randomUUID().toString().replace('-', '_');
        PLATFORM.send(
                Topics.TEMPLATE,
                name,
                WireFormat.TEMPLATE,
                new TemplateChanged(
                        name, made.of(name, name, org.centralino.events.Template.Approval.APPROVED), Instant.now()));
        Patience.await("the template is offered")
                .until(() -> offers(
                                "anna", Map.of("to", "+" + Platform.somebody().waId(), "q", name))
                        .extract()
                        .<List<String>>path("items.name")
                        .contains(name));
        return name;
    }

    private static Map<String, ?> to(String number) {
        return Map.of("to", number);
    }

    private static ValidatableResponse offers(String operator, Map<String, ?> whom) {
        return as(operator)
                .queryParam("phoneNumberId", Platform.NUMBER)
                .queryParams(whom)
                .get("/api/conversations/templates")
                .then();
    }

    private static ValidatableResponse bring(String operator, UUID conversation) {
        return as(operator)
                .contentType("image/jpeg")
                .body(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1})
                .post("/api/conversations/{id}/attachments", conversation)
                .then();
    }

    private static ValidatableResponse start(String operator, UUID id, Map<String, ?> whom, String template) {
        return post(operator, startBody(id, whom, template));
    }

    private static Map<String, Object> startBody(UUID id, Map<String, ?> whom, String template) {
        var body = new HashMap<String, Object>(whom);
        body.put("id", id);
        body.put("phoneNumberId", Platform.NUMBER);
        body.put("content", Map.of("type", "template", "name", template, "language", "it", "parameters", List.of()));
        return body;
    }

    private static ValidatableResponse post(String operator, Map<String, ?> body) {
        return as(operator)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/conversations")
                .then();
    }

    private static UUID started(ValidatableResponse answer) {
        return UUID.fromString(answer.statusCode(202).extract().path("conversationId"));
    }
}
