package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the platform says of the account.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class AccountTest {
    @TestHTTPResource
    URI base;

    private Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void what_is_said_of_the_account_comes_signed_with_its_id_and_a_time() {
        caller.post("/control/account", """
                {"field":"account_update","value":{"event":"DISABLED_UPDATE",
                "ban_info":{"waba_ban_state":"SCHEDULE_FOR_DISABLE","waba_ban_date":"April 17, 2027"}}}""");

        var webhook = Inbox.waitFor(received -> !received.isEmpty()).getFirst();
        assertThat(webhook.isSigned()).isTrue();
        assertThat(webhook.json().at("/entry/0/id").asText()).isNotEmpty();
        assertThat(webhook.json().at("/entry/0/time").isIntegralNumber()).isTrue();
        assertThat(webhook.json().at("/entry/0/changes/0/field").asText()).isEqualTo("account_update");
        assertThat(webhook.json()
                        .at("/entry/0/changes/0/value/ban_info/waba_ban_date")
                        .asText())
                .isEqualTo("April 17, 2027");
    }

    @Test
    void what_is_said_of_a_number_names_it() {
        caller.post("/control/account", "{\"field\":\"security\",\"value\":{\"event\":\"PIN_CHANGED\"}}");

        var webhook = Inbox.waitFor(received -> !received.isEmpty()).getFirst();
        assertThat(webhook.json()
                        .at("/entry/0/changes/0/value/display_phone_number")
                        .asText())
                .isEqualTo("390299990001");
    }

    @Test
    void a_report_without_a_field_or_a_value_is_refused() {
        assertThat(caller.post("/control/account", "{\"field\":\"security\"}").status())
                .isEqualTo(400);
        assertThat(caller.post("/control/account", "{\"value\":{}}").status()).isEqualTo(400);
    }
}
