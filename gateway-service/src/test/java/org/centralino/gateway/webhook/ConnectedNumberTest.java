package org.centralino.gateway.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.centralino.events.ChannelEvent;
import org.centralino.events.ChannelEvent.ChannelChanged;
import org.centralino.events.ChannelEvent.ChannelRemoved;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WireFormat;
import org.centralino.gateway.RealInfrastructure;
import org.centralino.gateway.TopicReader;
import org.centralino.kit.kafka.CloudEventHeaders;
import org.centralino.testkit.Neighbours;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// Numbers come and go while the gateway runs.
@QuarkusTest
@RealInfrastructure
class ConnectedNumberTest {
    private static final String ROME = "510000000000024";

    @Test
    void what_customers_write_to_a_number_is_heard_from_the_moment_at_which_it_is_told_to_the_moment_it_is_removed()
            throws Exception {
        tells(new ChannelChanged(ROME, "390699990002", "Roma", "290000000000017", null, false, Instant.now()));
        Patience.await("the number is known")
                .untilAsserted(() -> given().get("/api/config")
                        .then()
                        .body("numbers.find { it.phoneNumberId == '%s' }.name".formatted(ROME), equalTo("Roma"))
                        .body("numbers.find { it.phoneNumberId == '%s' }.connected".formatted(ROME), equalTo(false))
                        .body("numbers[0].connected", equalTo(true))
                        .body("numbers[0].phoneNumberId", equalTo("510000000000023")));

        assertThat(cameOf("wamid.first")).isInstanceOf(MessageReceived.class);

        tells(new ChannelRemoved(ROME, "390699990002", "Roma", Instant.now()));
        Patience.await("the number is gone")
                .untilAsserted(() -> given().get("/api/config")
                        .then()
                        .body("numbers.phoneNumberId", not(hasItem(ROME)))
                        .body("removedNumbers", hasItem(ROME))
                        .body("formerNumbers.find { it.phoneNumberId == '%s' }.name".formatted(ROME), equalTo("Roma"))
                        .body(
                                "formerNumbers.find { it.phoneNumberId == '%s' }.displayPhone".formatted(ROME),
                                equalTo("+39 06 9999 0002")));

        assertThat(cameOf("wamid.second")).isInstanceOf(PartUnrecognised.class);
    }

    @Test
    void the_settings_count_whatever_is_told_of_their_numbers() {
        tells(new ChannelRemoved("510000000000023", null, null, Instant.now()));
        tells(new ChannelChanged("510000000000031", "390699990031", "Bari", null, null, null, Instant.now()));

        Patience.await("both are known")
                .untilAsserted(() -> given().get("/api/config")
                        .then()
                        .body("numbers.phoneNumberId", hasItem("510000000000031"))
                        .body("numbers.phoneNumberId", hasItem("510000000000023")));
        tells(new ChannelRemoved("510000000000031", null, null, Instant.now()));
    }

    @Test
    void the_catalogue_that_was_chosen_is_shown_of_numbers_of_the_settings_too_and_none_of_them_is_removed() {
        tells(new ChannelChanged("510000000000023", "1", "Another", null, "770000000000041", null, Instant.now()));

        Patience.await("its catalogue is known")
                .untilAsserted(() -> given().get("/api/config")
                        .then()
                        .body("numbers[0].catalogId", equalTo("770000000000041"))
                        .body("numbers[0].number", equalTo("390299990001"))
                        .body("removedNumbers", not(hasItem("510000000000023"))));
    }

    @Test
    void the_verify_token_is_shown_to_who_connects_numbers_and_to_nobody_else() {
        as("dario")
                .get("/api/webhook")
                .then()
                .statusCode(200)
                .body("path", equalTo("/webhooks/whatsapp"))
                .body("verifyToken", equalTo("local-verify-token"));
        as("carla").get("/api/webhook").then().statusCode(403).body(not(containsString("local-verify-token")));
        given().get("/api/webhook").then().statusCode(401);
    }

    private static void tells(ChannelEvent event) {
        try (var neighbours = new Neighbours()) {
            neighbours.send(Topics.CHANNEL, event.recordKey(), UUID.randomUUID().toString(), WireFormat.CHANNEL, event);
        }
    }

    /// @return what became of a message that a customer wrote to the number
    private static WhatsAppEvent cameOf(String wamid) throws Exception {
        var unique = wamid + UUID.randomUUID();
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"290000000000017","changes":[{"field":"messages",
                 "value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"390699990002",
                 "phone_number_id":"%s"},"contacts":[{"profile":{"name":"Giulia"},"wa_id":"393475550198"}],
                 "messages":[{"from":"393475550198","id":"%s","timestamp":"1795359600","type":"text",
                 "text":{"body":"Ciao"}}]}}]}]}""".formatted(ROME, unique).getBytes(StandardCharsets.UTF_8);
        try (var topic = new TopicReader(Topics.WHATSAPP)) {
            given().contentType("application/json")
                    .header(WebhookSignature.HEADER, WebhookSignatureTest.signed("local-app-secret", body))
                    .body(body)
                    .post("/webhooks/whatsapp")
                    .then()
                    .statusCode(200);

            return (WhatsAppEvent) topic.next(
                    ConnectedNumberTest::read, event -> event.toString().contains(unique));
        }
    }

    private static WhatsAppEvent read(ConsumerRecord<String, byte[]> source) {
        return WireFormat.WHATSAPP.read(
                CloudEventHeaders.text(source.headers(), CloudEventHeaders.TYPE), source.value());
    }
}
