package org.centralino.conversation.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
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

    private static ValidatableResponse brought(String operator, String file, boolean dryRun) {
        return as(operator)
                .contentType("text/csv; charset=utf-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/contacts/import?dryRun=" + dryRun)
                .then();
    }
}
