package org.centralino.conversation.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.conversation;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.ConversationEvent.ContactChanged;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WireFormat;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The address book, asked and changed by operators.
@QuarkusTest
@RealInfrastructure
class ContactResourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nicolo",
                "dalo",
                "d'alo",
                "D’Alò",
                "NICOLÒ D",
                "+39 333 000 2001",
                "333 0002001",
                "3330002001",
                "0002001"
            })
    void a_customer_is_found_by_any_spelling_of_name_and_number(String search) {
        written(new Customer("IT.nicolo", null, "393330002001", null, "Nicolò D’Alò"), "Perché?");

        assertThat(namesFound(search)).contains("Nicolò D’Alò");
    }

    @Test
    void a_number_is_found_also_when_whatsapp_spells_it_in_another_way() {
        written(new Customer("BR.ana", null, "551187654321", null, "Ana Souza"), "Oi");

        assertThat(namesFound("+55 11 98765-4321")).contains("Ana Souza");
    }

    @Test
    void what_the_team_calls_him_stays_and_what_he_calls_himself_stands_beside_it() {
        var nico = named("Nico");
        var his = written(nico, "Ci siete?");
        var contact = contactOf(his);

        edit("anna", contact, Map.of("ownName", "Nicoletta Ferri, Hotel Aurora"))
                .statusCode(200);
        PLATFORM.reports(Platform.message(renamed(nico, "nico 2.0 \u202e<b>x</b>\nriga"), "Eccomi", Instant.now()));
        Patience.await("the second message stands")
                .until(() -> conversation(his).extract().<Integer>path("lastSequence") == 2);

        shown("carla", contact)
                .body("name", equalTo("Nicoletta Ferri, Hotel Aurora"))
                .body("profileName", equalTo("nico 2.0 <b>x</b> riga"));
        conversation(his).body("contact.name", equalTo("Nicoletta Ferri, Hotel Aurora"));
        assertThat(namesFound("hotel aurora")).hasSize(1);
        assertThat(namesFound("nico 2.0")).contains("Nicoletta Ferri, Hotel Aurora");
    }

    @Test
    void what_he_calls_himself_is_learnt_from_an_emoji_as_from_a_message() {
        var nico = named("Nico");
        var his = written(nico, "Ci siete?");
        var contact = contactOf(his);
        edit("anna", contact, Map.of("ownName", "Nicoletta Ferri, Hotel Bora")).statusCode(200);

        PLATFORM.reports(Platform.reaction(
                renamed(nico, "nico 3.0 \u202e<b>x</b>\nriga"), "wamid.out." + UUID.randomUUID(), "👍"));
        Patience.await("his new name is known")
                .until(() -> namesFound("nico 3.0").contains("Nicoletta Ferri, Hotel Bora"));

        shown("carla", contact)
                .body("name", equalTo("Nicoletta Ferri, Hotel Bora"))
                .body("profileName", equalTo("nico 3.0 <b>x</b> riga"));
        conversation(his).body("lastSequence", equalTo(1)).body("contact.name", equalTo("Nicoletta Ferri, Hotel Bora"));
    }

    @Test
    void who_shows_his_conversations_is_told_what_he_is_called_now() {
        var his = written(named("Ida Prima"), "Ciao");
        var contact = contactOf(his);

        edit("anna", contact, Map.of("ownName", "Ida Seconda")).statusCode(200);
        var other = contactOf(written(named("Ida Altra"), "Sono io"));
        var merge = change("carla", "/api/contacts/" + contact + "/merges", Map.of("into", other))
                .statusCode(200)
                .extract()
                .<String>path("merges[0].id");
        change("carla", "/api/contacts/merges/" + merge + "/undo", Map.of()).statusCode(200);

        var told = PLATFORM.told(Topics.CONVERSATION, WireFormat.CONVERSATION, his, 5);
        assertThat(told.subList(2, 5))
                .allSatisfy(event -> assertThat(event).isInstanceOf(ContactChanged.class))
                .extracting(event ->
                        ((ContactChanged) event).conversation().contact().name())
                .containsExactly("Ida Seconda", "Ida Seconda", "Ida Seconda");
        conversation(his).body("version", equalTo((int)
                ((ContactChanged) told.get(4)).conversation().version()));
    }

    @Test
    void an_empty_name_brings_back_what_he_calls_himself() {
        var contact = contactOf(written(named("Ida Neri"), "Ciao"));

        edit("anna", contact, Map.of("ownName", "Signora Ida"));
        edit("anna", contact, Map.of("ownName", "", "attributes", Map.of("city", "Lucca")));

        shown("carla", contact).body("name", equalTo("Ida Neri")).body("attributes.city", equalTo("Lucca"));
    }

    @Test
    void a_merge_shows_both_as_one_and_undone_everything_is_where_it_was() {
        var ida = contactOf(written(named("Ida Uno"), "Ciao"));
        var other = written(named("Ida Due"), "Sono io");
        var otherContact = contactOf(other);
        var before = shown("carla", otherContact).extract().asString();
        edit("anna", ida, Map.of("ownName", "Ida Neri"));

        var merged = change("carla", "/api/contacts/" + otherContact + "/merges", Map.of("into", ida));
        merged.statusCode(200).body("conversations", hasSize(2)).body("keys", hasSize(4));
        shown("carla", otherContact).body("id", equalTo(ida.toString()));
        conversation(other).body("contact.name", equalTo("Ida Neri"));
        assertThat(namesFound("Ida Due")).containsExactly("Ida Neri");

        change("carla", "/api/contacts/merges/" + merged.extract().path("merges[0].id") + "/undo", Map.of())
                .statusCode(200)
                .body("conversations", hasSize(1))
                .body("merges[0].undoneAt", notNullValue());
        assertThat(shown("carla", otherContact).extract().asString()).isEqualTo(before);
        conversation(other).body("contact.name", equalTo("Ida Due"));
    }

    @Test
    void contacts_that_are_one_are_not_merged_again() {
        var ida = contactOf(written(named("Ida Sola"), "Ciao"));

        change("carla", "/api/contacts/" + ida + "/merges", Map.of("into", ida))
                .statusCode(409)
                .body("reasonKey", equalTo("one-contact-already"));
    }

    @Test
    void a_number_that_passed_is_to_be_decided_by_those_who_may() {
        var giulia = Platform.somebody();
        var hers = contactOf(written(giulia, "Sono Giulia"));
        var marco = new Customer("IT.marco-" + UUID.randomUUID(), null, giulia.waId(), null, "Marco Conti");
        var his = contactOf(written(marco, "Ora il numero è mio"));

        shown("anna", his).body("clashes", empty());
        var clash = shown("carla", his)
                .body("clashes.holder.id", hasItem(his.toString()))
                .body("clashes.claimant.id", hasItem(hers.toString()))
                .extract()
                .<String>path("clashes[0].id");

        change("carla", "/api/contacts/clashes/" + clash + "/decision", Map.of("decision", "passes"))
                .statusCode(200)
                .body("id", equalTo(hers.toString()))
                .body("phone", equalTo("+" + giulia.waId()))
                .body("clashes", empty());
        change("carla", "/api/contacts/clashes/" + clash + "/decision", Map.of("decision", "stays"))
                .statusCode(409);
    }

    @Test
    void who_may_not_see_a_customers_conversations_does_not_see_the_customer() {
        Operators.signUp("lia", Permission.SEE_OWN, Permission.SEE_CONTACTS, Permission.EDIT_CONTACTS);
        var free = contactOf(written(named("Libera"), "Ciao"));
        var held = Desk.heldByAnna();
        var hers = contactOf(held);

        shown("lia", free);
        as("lia").get("/api/contacts/{id}", hers).then().statusCode(404);
        edit("lia", hers, Map.of("ownName", "No")).statusCode(404);
    }

    @Test
    void changes_need_their_permissions() {
        var contact = contactOf(written(named("Ida Chiusa"), "Ciao"));

        edit("elena", contact, Map.of("ownName", "No")).statusCode(403);
        change("anna", "/api/contacts/" + contact + "/merges", Map.of("into", contact))
                .statusCode(403);
    }

    @Test
    void keys_say_since_when_they_are_known() {
        var contact = contactOf(written(Platform.somebody(), "Ciao"));

        shown("carla", contact)
                .body("keys.kind", containsInAnyOrder("bsuid", "phone"))
                .body("keys[0].firstSeen", notNullValue());
    }

    private static Customer named(String name) {
        return renamed(Platform.somebody(), name);
    }

    private static Customer renamed(Customer customer, String name) {
        return new Customer(customer.bsuid(), null, customer.waId(), null, name);
    }

    private static UUID contactOf(UUID conversation) {
        return UUID.fromString(conversation(conversation).extract().path("contact.id"));
    }

    private static ValidatableResponse shown(String operator, UUID contact) {
        return as(operator).get("/api/contacts/{id}", contact).then().statusCode(200);
    }

    private static ValidatableResponse edit(String operator, UUID contact, Map<String, ?> edit) {
        return as(operator)
                .contentType(ContentType.JSON)
                .body(edit)
                .patch("/api/contacts/{id}", contact)
                .then();
    }

    private static ValidatableResponse change(String operator, String path, Map<String, ?> body) {
        return as(operator).contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static List<String> namesFound(String search) {
        return as("carla")
                .queryParam("search", search)
                .get("/api/contacts")
                .then()
                .statusCode(200)
                .extract()
                .path("items.name");
    }
}
