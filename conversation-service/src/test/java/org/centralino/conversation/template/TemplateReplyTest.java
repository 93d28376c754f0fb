package org.centralino.conversation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.ofMessage;
import static org.centralino.conversation.Desk.resolve;
import static org.centralino.conversation.Desk.written;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.conversation.template.domain.Delays;
import org.centralino.events.ChannelEvent.ChannelChanged;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.PlatformError;
import org.centralino.events.Template;
import org.centralino.events.Template.Approval;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.Category;
import org.centralino.events.TemplateEvent;
import org.centralino.events.TemplateEvent.TemplateChanged;
import org.centralino.events.TemplateEvent.TemplateDeleted;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.MarketingChosen;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructure
class TemplateReplyTest {
    private static final List<Map<String, ?>> VALUES = List.of(
            Map.of("place", "header", "name", "ordine", "value", "A-17"),
            Map.of("place", "body", "name", "nome", "value", "Giulia"),
            Map.of("place", "body", "name", "ordine", "value", "A-17"),
            Map.of("place", "button", "button", 0, "name", "1", "value", "A-17"));

    private static final List<Map<String, ?>> ON_CARDS = List.of(
            Map.of("place", "body", "name", "1", "value", "Giulia"),
            Map.of("place", "body", "card", 0, "name", "1", "value", "Notte"),
            Map.of("place", "button", "card", 0, "button", 1, "name", "1", "value", "notte"),
            Map.of("place", "body", "card", 1, "name", "1", "value", "Aurora"),
            Map.of("place", "button", "card", 1, "button", 1, "name", "1", "value", "aurora"));

    @Test
    void a_template_reaches_a_customer_whose_window_is_closed_and_stands_as_he_sees_it() {
        var name = told(Approval.APPROVED);
        var conversation = silentForTwoDays();
        var id = UUID.randomUUID();

        send(conversation, id, name, VALUES)
                .statusCode(202)
                .body("content.type", equalTo("template"))
                .body("content.header", equalTo("Ordine A-17"))
                .body("content.buttons.value", hasItem("https://example.org/pacco/A-17"));
        send(conversation, id, name, VALUES).statusCode(202);
        assertThat(ofMessage(conversation, id, "content.text").toString()).startsWith("Ciao Giulia, il pacco A-17");
    }

    @Test
    void what_was_sent_stays_sent_when_the_template_is_gone_and_the_same_is_posted_again() {
        var name = told(Approval.APPROVED);
        var conversation = Desk.heldByAnna();
        var id = UUID.randomUUID();
        send(conversation, id, name, VALUES).statusCode(202);
        tells(new TemplateDeleted(name, Instant.now()));
        awaitRefusal(conversation, name, "template-gone");

        send(conversation, id, name, VALUES).statusCode(202);
    }

    @Test
    void a_template_that_is_paused_is_refused_with_the_reason() {
        var name = told(Approval.APPROVED);
        var conversation = Desk.heldByAnna();
        tells(new TemplateChanged(name, Delays.delay(name, name, Approval.PAUSED), Instant.now()));

        awaitRefusal(conversation, name, "template-not-approved");
    }

    @Test
    void what_is_told_late_brings_nothing_back() {
        var name = told(Approval.APPROVED);
        var conversation = Desk.heldByAnna();
        tells(new TemplateDeleted(name, Instant.now().plusSeconds(1)));
        tells(new TemplateChanged(name, Delays.delay(name, name, Approval.APPROVED), Instant.now()));
        told(Approval.APPROVED);

        awaitRefusal(conversation, name, "template-gone");
    }

    @Test
    void what_is_missing_is_named_field_by_field() {
        var name = told(Approval.APPROVED);

        send(Desk.heldByAnna(), UUID.randomUUID(), name, VALUES.subList(0, 3))
                .statusCode(400)
                .body("violations.field", contains("button.0.1"))
                .body("violations.code", contains("missing"));
    }

    @Test
    void a_template_with_a_picture_above_takes_a_file_that_was_brought() {
        var name = told(Delays.pictured(unique("lampada")));
        var conversation = Desk.heldByAnna();
        var file = brought(conversation);
        awaitOffer(conversation, name);

        send(conversation, UUID.randomUUID(), name, List.of())
                .statusCode(400)
                .body("violations.field", contains("header"))
                .body("violations.code", contains("picture-missing"));
        var id = UUID.randomUUID();
        for (var twice = 0; twice < 2; twice++) {
            send(conversation, id, name, List.of(), Map.of("attachmentId", file))
                    .statusCode(202)
                    .body("content.fileAbove.format", equalTo("image"))
                    .body("content.fileAbove.attachment.mediaId", equalTo(file))
                    .body("media.state", equalTo("stored"));
        }
    }

    @Test
    void a_template_with_a_place_above_takes_one_on_earth() {
        var name = told(Delays.located(unique("ritiro")));
        var conversation = Desk.heldByAnna();
        awaitOffer(conversation, name);
        var shop = Map.of("latitude", 45.4642, "longitude", 9.19, "name", "Casa Lume");

        send(conversation, UUID.randomUUID(), name, List.of())
                .statusCode(400)
                .body("violations.field", contains("place"));
        send(conversation, UUID.randomUUID(), name, List.of(), Map.of("place", Map.of("latitude", 91, "longitude", 9)))
                .statusCode(400);
        var id = UUID.randomUUID();
        for (var twice = 0; twice < 2; twice++) {
            send(conversation, id, name, List.of(), Map.of("place", shop))
                    .statusCode(202)
                    .body("content.placeAbove.name", equalTo("Casa Lume"));
        }
        send(conversation, id, name, List.of(), Map.of("place", Map.of("latitude", 1, "longitude", 9)))
                .statusCode(409);
    }

    @Test
    void a_template_with_a_form_is_sent_as_it_is() {
        var name = told(Delays.opening(unique("voto"), ButtonKind.FLOW));
        var conversation = Desk.heldByAnna();
        awaitOffer(conversation, name);

        send(conversation, UUID.randomUUID(), name, List.of())
                .statusCode(202)
                .body("content.buttons.kind", contains("flow"));
    }

    @Test
    void a_template_that_opens_products_takes_those_of_the_numbers_catalogue() {
        var name = told(Delays.opening(unique("scelte"), ButtonKind.MPM));
        var conversation = Desk.heldByAnna();
        awaitOffer(conversation, name);
        showsProductsOf("770000000000041");
        var lamp = Map.of("productId", "LUME-01", "name", "Lampada Aurora", "price", "89,00 €");
        var some = products("770000000000041", List.of(Map.of("products", List.of(lamp))));
        var id = UUID.randomUUID();

        Patience.await("the number shows its products")
                .untilAsserted(
                        () -> send(conversation, id, name, List.of(), some).statusCode(202));
        send(conversation, id, name, List.of(), some)
                .statusCode(202)
                .body("content.products.sections[0].products[0].name", equalTo("Lampada Aurora"));
        send(
                        conversation,
                        id,
                        name,
                        List.of(),
                        products(
                                "770000000000041",
                                List.of(Map.of(
                                        "products", List.of(Map.of("productId", "LUME-02", "name", "Lampada Brera"))))))
                .statusCode(409)
                .body("reasonKey", equalTo("id-already-used"));
        send(conversation, UUID.randomUUID(), name, List.of())
                .statusCode(400)
                .body("violations.field", contains("products"));
        send(
                        conversation,
                        UUID.randomUUID(),
                        name,
                        List.of(),
                        products("880000000000001", List.of(Map.of("products", List.of(lamp)))))
                .statusCode(409)
                .body("reasonKey", equalTo("catalogue-of-another-number"));
        send(
                        conversation,
                        UUID.randomUUID(),
                        name,
                        List.of(),
                        products("770000000000041", List.of(Map.of("products", List.of(lamp, lamp)))))
                .statusCode(400)
                .body("detail", containsString("content.products.sections[0].products[1]"));
        showsProductsOf(null);
    }

    private static Map<String, ?> products(String catalogue, List<?> sections) {
        return Map.of("products", Map.of("catalogId", catalogue, "sections", sections));
    }

    private static void showsProductsOf(@Nullable String catalogue) {
        PLATFORM.send(
                Topics.CHANNEL,
                Platform.NUMBER,
                WireFormat.CHANNEL,
                new ChannelChanged(Platform.NUMBER, "390299990001", "Casa Lume", null, catalogue, null, Instant.now()));
    }

    @Test
    void a_carousel_takes_a_file_for_each_card_and_shows_them_to_whoever_sees_the_conversation() {
        var name = told(Delays.carousel(unique("lampade")));
        var conversation = Desk.heldByAnna();
        var files = List.of(brought(conversation), brought(conversation));
        awaitOffer(conversation, name);
        var cards = files.stream().map(file -> Map.of("attachmentId", file)).toList();

        send(conversation, UUID.randomUUID(), name, ON_CARDS, Map.of("cards", cards.subList(0, 1)))
                .statusCode(400)
                .body("violations.field", contains("cards"));
        var id = UUID.randomUUID();
        for (var twice = 0; twice < 2; twice++) {
            send(conversation, id, name, ON_CARDS, Map.of("cards", cards))
                    .statusCode(202)
                    .body("content.cards.attachment.mediaId", equalTo(files))
                    .body("content.cards[1].buttons[1].value", equalTo("https://example.org/aurora"));
        }
        send(conversation, UUID.randomUUID(), name, ON_CARDS, Map.of("cards", cards))
                .statusCode(409)
                .body("reasonKey", equalTo("file-already-sent"));
        var media = "/api/conversations/%s/messages/%s/media?card=".formatted(conversation, id);
        as("anna").get(media + 1).then().statusCode(200).contentType("image/jpeg");
        as("anna").get(media + 2).then().statusCode(404);
    }

    @Test
    void a_carousel_in_doubt_that_is_sent_again_keeps_the_file_of_each_card() {
        var name = told(Delays.carousel(unique("lampade")));
        var conversation = Desk.heldByAnna();
        var files = List.of(brought(conversation), brought(conversation));
        awaitOffer(conversation, name);
        var id = UUID.randomUUID();
        var cards = files.stream().map(file -> Map.of("attachmentId", file)).toList();
        send(conversation, id, name, ON_CARDS, Map.of("cards", cards)).statusCode(202);
        PLATFORM.inDoubt(conversation, id);
        Desk.awaitStatus(conversation, id, "unknown");
        var again = UUID.randomUUID();

        as("anna")
                .contentType(ContentType.JSON)
                .body(Map.of("outcome", "send-again", "id", again, "epoch", 1))
                .post("/api/conversations/{id}/messages/{message}/resolution", conversation, id)
                .then()
                .statusCode(200);

        var queued = PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, conversation, 4).stream()
                .filter(ReplyQueued.class::isInstance)
                .map(ReplyQueued.class::cast)
                .toList();
        assertThat(queued.getLast().messageId()).isEqualTo(again);
        assertThat(queued.getLast().cardFiles())
                .hasSize(2)
                .isEqualTo(queued.getFirst().cardFiles());
        as("anna")
                .get("/api/conversations/{id}/messages/{message}/media?card=0", conversation, again)
                .then()
                .statusCode(200);
    }

    @Test
    void a_resolved_conversation_takes_no_template_either() {
        var name = told(Approval.APPROVED);
        var conversation = Desk.heldByAnna();
        resolve("anna", conversation, 1).statusCode(200);

        send(conversation, UUID.randomUUID(), name, VALUES)
                .statusCode(409)
                .body("reasonKey", equalTo("conversation-resolved"));
    }

    @Test
    void templates_are_offered_with_what_is_known_and_those_sent_here_first() {
        var name = told(Approval.APPROVED);
        told(Approval.APPROVED);
        var conversation = written(Platform.somebody(), "Dov'è l'ordine A-17?");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        send(conversation, UUID.randomUUID(), name, VALUES).statusCode(202);

        as("anna")
                .get("/api/conversations/{id}/templates", conversation)
                .then()
                .statusCode(200)
                .body("items[0].name", equalTo(name))
                .body("items[0].suggested", equalTo(true))
                .body("items[0].obstacle", nullValue())
                .body("items[0].parameters.proposal.value", contains("A-17", "Giulia", "A-17"))
                .body("items[0].parameters[1].proposal.source", equalTo("customer"));
    }

    @Test
    void who_never_agreed_to_advertising_gets_none_and_the_reason_says_what_to_do() {
        var name = sale();
        var conversation = Desk.heldByAnna();

        Patience.await("the template is offered with what stands in its way")
                .untilAsserted(
                        () -> offers("anna", conversation, name).body("items.obstacle", contains("consent-missing")));
        send(conversation, UUID.randomUUID(), name, List.of())
                .statusCode(409)
                .body("reasonKey", equalTo("consent-missing"))
                .body("detail", containsString("record the consent"));
        Desk.says(conversation, true, "Asked on the phone, 12 May.").statusCode(200);
        send(conversation, UUID.randomUUID(), name, List.of()).statusCode(202);
    }

    @Test
    void who_wants_no_advertising_gets_none_until_it_is_wanted_again() {
        var name = sale();
        var customer = Platform.somebody();
        var conversation = written(customer, "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        var noon = Instant.now();
        PLATFORM.reports(new MarketingChosen(Platform.NUMBER, customer, false, noon, noon, "{}"));
        PLATFORM.reports(new MarketingChosen(Platform.NUMBER, customer, true, noon.minusSeconds(60), noon, "{}"));

        Patience.await("the template is offered with what stands in its way")
                .untilAsserted(() ->
                        offers("anna", conversation, name).body("items.obstacle", contains("marketing-not-wanted")));
        send(conversation, UUID.randomUUID(), name, List.of())
                .statusCode(409)
                .body("reasonKey", equalTo("marketing-not-wanted"));
        PLATFORM.reports(new MarketingChosen(Platform.NUMBER, customer, true, noon.plusSeconds(60), noon, "{}"));
        Patience.await("advertising is wanted again")
                .untilAsserted(() ->
                        send(conversation, UUID.randomUUID(), name, List.of()).statusCode(202));
    }

    @Test
    void that_whatsapp_refused_advertising_because_it_is_unwanted_is_learnt() {
        var name = sale();
        var conversation = Desk.heldByAnna();
        Desk.says(conversation, true, "Asked on the phone, 12 May.").statusCode(200);
        var id = UUID.randomUUID();
        Patience.await("the template is known")
                .untilAsserted(() -> send(conversation, id, name, List.of()).statusCode(202));
        PLATFORM.refused(conversation, id, new PlatformError(131050, "Marketing stopped", null));

        Patience.await("no more of it is sent")
                .untilAsserted(() ->
                        offers("anna", conversation, name).body("items.obstacle", contains("marketing-not-wanted")));
    }

    @Test
    void whether_advertising_may_be_sent_is_told_with_every_template() {
        var name = told(Approval.APPROVED);
        var conversation = Desk.heldByAnna();

        send(conversation, UUID.randomUUID(), name, VALUES).statusCode(202);

        List<ConversationEvent> told = PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, conversation, 3);
        assertThat(told)
                .filteredOn(ConversationEvent.ReplyQueued.class::isInstance)
                .singleElement()
                .extracting(reply -> ((ConversationEvent.ReplyQueued) reply).mayAdvertise())
                .isEqualTo(false);
    }

    @Test
    void templates_are_found_by_part_of_their_words() {
        var name = told(Approval.APPROVED);

        offers("anna", Desk.heldByAnna(), name.substring(1).replace('_', ' '))
                .statusCode(200)
                .body("items.name", contains(name));
    }

    @Test
    void one_that_is_not_approved_is_not_offered() {
        var name = told(Approval.REJECTED);
        var conversation = Desk.heldByAnna();
        awaitRefusal(conversation, name, "template-not-approved");

        offers("anna", conversation, name).body("items", equalTo(List.of()));
    }

    @Test
    void who_may_not_see_the_conversation_is_offered_nothing_and_who_may_not_reply_neither() {
        var conversation = Desk.heldByAnna();
        Operators.signUp("olmo", "conversation.see.own", "conversation.reply");

        offers("olmo", conversation, "").statusCode(404);
        offers("elena", conversation, "").statusCode(403);
    }

    private static String sale() {
        var name = "saldi_" + UUID.randomUUID().toString().replace('-', '_');
        tells(new TemplateChanged(
                name, Delays.positional(name, Category.MARKETING, "Da oggi in saldo.", 0), Instant.now()));
        return name;
    }

    @Test
    void where_a_template_was_sent_last_is_shown_to_who_may_see_that() {
        var name = told(Approval.APPROVED);
        var conversation = Desk.heldByAnna();
        send(conversation, UUID.randomUUID(), name, VALUES).statusCode(202);
        Operators.signUp("tullio", "conversation.see.own", "template.see");

        used("anna", name).statusCode(200).body("items.conversationId", contains(conversation.toString()));
        used("tullio", name).statusCode(200).body("items", equalTo(List.of()));
        used("elena", name).statusCode(403);
    }

    private static ValidatableResponse used(String operator, String name) {
        return as(operator)
                .queryParams("phoneNumberId", Platform.NUMBER, "name", name, "language", "it")
                .get("/api/conversations/template-uses")
                .then();
    }

    /// @return its name, which is its id as well
    private static String told(Approval status) {
        var name = "ritardo_" + UUID.randomUUID().toString().replace('-', '_');
        tells(new TemplateChanged(name, Delays.delay(name, name, status), Instant.now()));
        if (status == Approval.APPROVED) {
            var anywhere = Desk.heldByAnna();
            Patience.await("the template is offered")
                    .until(() -> offers("anna", anywhere, name)
                            .extract()
                            .<List<String>>path("items.name")
                            .contains(name));
        }
        return name;
    }

    private static String told(Template template) {
        tells(new TemplateChanged(template.id(), template, Instant.now()));
        return template.name();
    }

    private static String unique(String name) {
        return name + "_" + UUID.randomUUID().toString().replace('-', '_');
    }

    /// @return the id of a picture that Anna brought
    private static String brought(UUID conversation) {
        return as("anna")
                .contentType("image/jpeg")
                .header("Content-Disposition", "attachment; filename=lampada.jpg")
                .body("\u00ff\u00d8\u00ff\u00e0 Schiena".getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/conversations/{id}/attachments", conversation)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void awaitOffer(UUID conversation, String name) {
        Patience.await("the template is known")
                .untilAsserted(() -> offers("anna", conversation, name).body("items.name", contains(name)));
    }

    private static UUID silentForTwoDays() {
        var customer = Platform.somebody();
        PLATFORM.reports(Platform.message(customer, "Buongiorno", Instant.now().minus(Duration.ofDays(2))));
        var conversation = Desk.await(() -> Desk.found(customer), 1);
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        return conversation;
    }

    private static void tells(TemplateEvent event) {
        PLATFORM.send(Topics.TEMPLATE, event.templateId(), WireFormat.TEMPLATE, event);
    }

    private static void awaitRefusal(UUID conversation, String name, String reason) {
        Patience.await("it is refused: " + reason)
                .untilAsserted(() -> send(conversation, UUID.randomUUID(), name, VALUES)
                        .statusCode(409)
                        .body("reasonKey", equalTo(reason)));
    }

    private static ValidatableResponse offers(String operator, UUID conversation, String search) {
        return as(operator)
                .queryParam("q", search)
                .get("/api/conversations/{id}/templates", conversation)
                .then();
    }

    private static ValidatableResponse send(UUID conversation, UUID id, String name, List<Map<String, ?>> values) {
        return send(conversation, id, name, values, Map.of());
    }

    private static ValidatableResponse send(
            UUID conversation, UUID id, String name, List<Map<String, ?>> values, Map<String, ?> more) {
        var content = new HashMap<String, Object>(more);
        content.putAll(Map.of("type", "template", "name", name, "language", "it", "parameters", values));
        return Desk.reply("anna", conversation, id, content, 1, 1);
    }
}
