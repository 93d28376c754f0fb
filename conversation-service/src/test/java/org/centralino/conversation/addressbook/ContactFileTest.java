package org.centralino.conversation.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.says;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.junit.jupiter.api.Test;

/// Contacts that go out as a file, and come in.
@QuarkusTest
@RealInfrastructure
class ContactFileTest {

    @Test
    void a_name_that_would_be_a_formula_goes_out_harmless() {
        var ida = Platform.somebody();
        written(new Customer(ida.bsuid(), null, ida.waId(), null, "=1+1"), "Ciao");

        assertThat(exported("carla")).contains(",'=1+1,,'+" + ida.waId() + "," + ida.bsuid());
    }

    @Test
    void a_dry_run_says_what_would_happen_and_does_nothing() {
        var ida = Platform.somebody();
        written(new Customer(ida.bsuid(), null, ida.waId(), null, "Ida Neri"), "Ciao");
        var stranger = Platform.somebody().waId();
        var file = "phone,own_name,city\n%s,Ida,Lucca\n%s,Nuova,\n,Nessuno,\n%1$s,Di nuovo,"
                .formatted(ida.waId(), stranger);

        brought("carla", file, true)
                .statusCode(200)
                .body("lines.outcome", contains("changed", "created", "refused", "refused"))
                .body("lines.reason", hasItem("no-key"))
                .body("lines.reason", hasItem("twice"));
        assertThat(exported("carla")).doesNotContain(stranger);

        brought("carla", file, false).body("lines.outcome", contains("changed", "created", "refused", "refused"));
        brought("carla", file, false).body("lines.outcome", contains("unchanged", "unchanged", "refused", "refused"));
    }

    @Test
    void who_was_brought_in_is_recognised_when_he_writes() {
        var name = "Cliente " + UUID.randomUUID();
        var giulia = Platform.somebody();
        brought("carla", "phone,own_name\n+%s,%s".formatted(giulia.waId(), name), false)
                .statusCode(200);

        var hers = written(giulia, "Eccomi");

        as("carla").get("/api/conversations/{id}", hers).then().body("contact.name", equalTo(name));
    }

    @Test
    void what_goes_out_comes_in_and_changes_nothing() {
        written(Platform.somebody(), "Ciao");

        var outcomes = brought("carla", exported("carla"), true)
                .statusCode(200)
                .extract()
                .<List<String>>path("lines.outcome");

        assertThat(outcomes).contains("unchanged").doesNotContain("created", "changed");
    }

    @Test
    void who_agreed_to_advertising_is_recorded_with_the_name_of_the_file_and_told() {
        var ida = Platform.somebody();
        var hers = written(ida, "Ciao");
        var stranger = Platform.somebody();
        var file = "phone,marketing_consent\n%s,sì\n%s,no".formatted(ida.waId(), stranger.waId());

        brought("carla", file, true, "fiera.csv").body("lines.consent", contains("given", "withdrawn"));
        contact(hers).body("consent", equalTo("unknown"));
        brought("carla", file, false, "fiera.csv")
                .body("lines.outcome", contains("changed", "created"))
                .body("lines.consent", contains("given", "withdrawn"));

        contact(hers)
                .body("consent", equalTo("given"))
                .body("consents[0].source", equalTo("import"))
                .body("consents[0].evidence", equalTo("fiera.csv"))
                .body("consents[0].by.name", equalTo("Carla Moretti"));
        as("carla").get("/api/conversations/{id}/history", hers).then().body("items.kind", hasItem("consent-given"));
        assertThat(exported("carla"))
                .contains("+%s,%s,yes".formatted(ida.waId(), ida.bsuid()))
                .contains("+%s,,no".formatted(stranger.waId()));
        brought("carla", file, false, "fiera.csv")
                .body("lines.outcome", contains("unchanged", "unchanged"))
                .body("lines.consent", contains(nullValue(), nullValue()));
    }

    @Test
    void a_file_withdraws_and_takes_back_no_withdrawal() {
        var ida = Platform.somebody();
        var hers = written(ida, "Ciao");
        says(hers, true, "Asked at the counter.").statusCode(200);
        brought("carla", "phone,marketing_consent\n%s,no".formatted(ida.waId()), false, "elenco.csv")
                .body("lines.consent", contains("withdrawn"));
        contact(hers).body("consent", equalTo("withdrawn"));

        brought("carla", "phone,marketing_consent\n%s,yes".formatted(ida.waId()), false, "fiera.csv")
                .body("lines.outcome", contains("unchanged"))
                .body("lines.consent", contains("withdrawal-stays"));

        contact(hers).body("consent", equalTo("withdrawn")).body("consents.size()", equalTo(2));
    }

    @Test
    void what_a_file_says_counts_only_where_nothing_else_is_known_also_of_another_contact_of_the_person() {
        var ida = Platform.somebody();
        var hers = written(ida, "Ciao");
        var other = written(Platform.somebody(), "Sono sempre io");
        says(other, false, "Wrote that it is too much.").statusCode(200);
        brought("carla", "phone,marketing_consent\n%s,yes".formatted(ida.waId()), false, "fiera.csv")
                .body("lines.consent", contains("given"));

        as("carla")
                .contentType("application/json")
                .body("{\"into\":\"%s\"}".formatted(Desk.contact(hers)))
                .post("/api/contacts/{id}/merges", Desk.contact(other))
                .then()
                .statusCode(200)
                .body("consent", equalTo("withdrawn"));
    }

    @Test
    void a_file_that_says_who_agreed_needs_a_name_which_shows_it() {
        brought("carla", "phone,marketing_consent\n393330000001,yes", true, " ")
                .statusCode(400)
                .body("detail", containsString("fileName"));
    }

    @Test
    void files_need_the_permission_and_bringing_in_needs_sight_of_all() {
        Operators.signUp("ugo", Permission.SEE_OWN, Permission.TRANSFER_CONTACTS);

        as("anna").get("/api/contacts/export").then().statusCode(403);
        brought("ugo", "phone\n393330000001", true).statusCode(403);
    }

    private static String exported(String operator) {
        return as(operator)
                .get("/api/contacts/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse contact(UUID conversation) {
        return as("carla")
                .get("/api/contacts/{id}", Desk.contact(conversation))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse brought(String operator, String file, boolean dryRun) {
        return brought(operator, file, dryRun, "contatti.csv");
    }

    private static ValidatableResponse brought(String operator, String file, boolean dryRun, String fileName) {
        return as(operator)
                .contentType("text/csv; charset=utf-8")
                .queryParam("fileName", fileName)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/contacts/import?dryRun=" + dryRun)
                .then();
    }
}
