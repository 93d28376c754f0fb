package org.centralino.conversation.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.contact;
import static org.centralino.conversation.Desk.says;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.Consent;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.ConsentChanged;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.MarketingChosen;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// Whether customers want advertising, and by what that is known.
@QuarkusTest
@RealInfrastructure
class ConsentResourceTest {
    private static final String ASKED = "Asked on the phone, 12 May.";

    @Test
    void who_recorded_it_when_and_what_shows_it_stays_on_record() {
        var conversation = written(Platform.somebody(), "Buongiorno");
        shown(conversation).body("consent", equalTo("unknown")).body("consents.size()", equalTo(0));

        says(conversation, true, ASKED).statusCode(200);
        says(conversation, false, "Wrote that it is too much.").statusCode(200);

        shown(conversation)
                .body("consent", equalTo("withdrawn"))
                .body("consents.consent", contains("withdrawn", "given"))
                .body("consents.evidence", contains("Wrote that it is too much.", ASKED))
                .body("consents[0].source", equalTo("operator"))
                .body("consents[0].by.name", equalTo("Carla Moretti"));
        as("carla")
                .get("/api/conversations/{id}/history", conversation)
                .then()
                .body("items.find { it.kind == 'consent-given' }.words", equalTo(ASKED))
                .body("items.find { it.kind == 'consent-withdrawn' }.actor.name", equalTo("Carla Moretti"));
    }

    @Test
    void the_same_recorded_twice_is_told_once() {
        var conversation = written(Platform.somebody(), "Buongiorno");

        says(conversation, true, ASKED).statusCode(200);
        says(conversation, true, ASKED).statusCode(200).body("consents.size()", equalTo(1));

        assertThat(told(conversation))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .returns(Consent.GIVEN, ConsentChanged::consent)
                        .returns(Consent.Source.OPERATOR, ConsentChanged::source)
                        .returns(ASKED, ConsentChanged::evidence));
    }

    @Test
    void without_what_shows_it_nothing_is_recorded() {
        var conversation = written(Platform.somebody(), "Buongiorno");

        says(conversation, true, "  ").statusCode(400).body("violations.field", hasItem(equalTo("evidence")));

        shown(conversation).body("consent", equalTo("unknown"));
    }

    @Test
    void who_presses_stop_wants_no_more_and_who_only_writes_it_is_not_taken_at_his_word() {
        var giulia = Platform.somebody();
        var conversation = written(giulia, "Stop");
        says(conversation, true, ASKED).statusCode(200);

        PLATFORM.reports(pressed(giulia, "STOP"));

        Patience.await("it is withdrawn")
                .untilAsserted(() -> shown(conversation)
                        .body("consent", equalTo("withdrawn"))
                        .body("consents[0].source", equalTo("button"))
                        .body("consents[0].evidence", equalTo("STOP")));
    }

    @Test
    void what_is_delivered_twice_is_recorded_once() {
        var giulia = Platform.somebody();
        var conversation = written(giulia, "Buongiorno");
        var stop = pressed(giulia, "Basta");
        PLATFORM.reports(stop);
        PLATFORM.reports(stop);
        var at = Instant.now().plusSeconds(1);
        PLATFORM.reports(new MarketingChosen(Platform.NUMBER, giulia, true, at, at, "{}"));
        PLATFORM.reports(new MarketingChosen(Platform.NUMBER, giulia, true, at, at, "{}"));
        PLATFORM.reports(Platform.message(giulia, "Eccomi", at));

        Patience.await("all of it is heard")
                .untilAsserted(() -> shown(conversation)
                        .body("consent", equalTo("given"))
                        .body("consents.source", contains("customer", "button")));
    }

    @Test
    void what_one_contact_withdrew_holds_for_both_while_they_are_one_person() {
        var one = written(Platform.somebody(), "Buongiorno");
        var other = written(Platform.somebody(), "Sono sempre io");
        says(one, true, ASKED).statusCode(200);
        says(other, false, "Wrote that it is too much.").statusCode(200);

        var merge = merged(contact(one), contact(other));

        shown(one).body("consent", equalTo("withdrawn"));
        assertThat(told(one, 5)).extracting(ConsentChanged::consent).containsExactly(Consent.GIVEN, Consent.WITHDRAWN);
        assertThat(told(one, 5).getLast())
                .returns("Wrote that it is too much.", ConsentChanged::evidence)
                .returns("Carla Moretti", told -> told.by().name());
        assertThat(told(other, 4)).extracting(ConsentChanged::consent).containsExactly(Consent.WITHDRAWN);

        as("carla").post("/api/contacts/merges/{id}/undo", merge).then().statusCode(200);

        shown(one).body("consent", equalTo("given"));
        shown(other).body("consent", equalTo("withdrawn"));
        assertThat(told(one, 7))
                .extracting(ConsentChanged::consent)
                .containsExactly(Consent.GIVEN, Consent.WITHDRAWN, Consent.GIVEN);
        assertThat(told(other, 5)).extracting(ConsentChanged::consent).containsExactly(Consent.WITHDRAWN);
    }

    @Test
    void what_was_said_while_two_contacts_were_one_stays_with_the_one_that_was_kept() {
        var one = written(Platform.somebody(), "Buongiorno");
        var other = written(Platform.somebody(), "Sono sempre io");
        var merge = merged(contact(one), contact(other));
        says(one, false, "Wrote that it is too much.").statusCode(200);

        as("carla").post("/api/contacts/merges/{id}/undo", merge).then().statusCode(200);

        shown(one).body("consent", equalTo("unknown"));
        shown(other).body("consent", equalTo("withdrawn"));
    }

    @Test
    void a_group_agrees_to_nothing() {
        var group = Platform.group();
        PLATFORM.reports(Platform.inGroup(group, Platform.somebody(), "Ciao a tutti"));
        var id = Patience.await("the group is known")
                .until(
                        () -> as("carla")
                                .get("/api/contacts?limit=100")
                                .then()
                                .extract()
                                .<String>path("items.find { it.group }?.id"),
                        found -> found != null);

        record("carla", id, ASKED).statusCode(409).body("reasonKey", equalTo("group-is-no-person"));
    }

    @Test
    void recording_it_needs_the_permission_to_edit_contacts() {
        var conversation = written(Platform.somebody(), "Buongiorno");

        record("elena", contact(conversation), ASKED).statusCode(403).body("reasonKey", equalTo("not-allowed"));
        record("anna", UUID.randomUUID().toString(), ASKED).statusCode(404);
    }

    private static org.centralino.events.WhatsAppEvent.MessageReceived pressed(Customer customer, String text) {
        return Platform.message(
                customer,
                "wamid." + UUID.randomUUID(),
                new Content.Choice(text, null, Content.Choice.Of.TEMPLATE, "stop-avvisi"),
                null,
                Instant.now());
    }

    private static ValidatableResponse record(String operator, String contact, String evidence) {
        return as(operator)
                .contentType(ContentType.JSON)
                .body(Map.of("given", true, "evidence", evidence))
                .put("/api/contacts/{id}/consent", contact)
                .then();
    }

    private static ValidatableResponse shown(UUID conversation) {
        return as("carla")
                .get("/api/contacts/{id}", contact(conversation))
                .then()
                .statusCode(200);
    }

    /// @return the merge
    private static String merged(String contact, String into) {
        return as("carla")
                .contentType(ContentType.JSON)
                .body(Map.of("into", into))
                .post("/api/contacts/{id}/merges", contact)
                .then()
                .statusCode(200)
                .extract()
                .path("merges[0].id");
    }

    private static List<ConsentChanged> told(UUID conversation) {
        return told(conversation, 3);
    }

    /// @param events of any kind that are awaited
    private static List<ConsentChanged> told(UUID conversation, int events) {
        List<ConversationEvent> told =
                PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, conversation, events);
        return told.stream()
                .filter(ConsentChanged.class::isInstance)
                .map(ConsentChanged.class::cast)
                .toList();
    }
}
