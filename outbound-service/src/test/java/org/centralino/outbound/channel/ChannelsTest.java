package org.centralino.outbound.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.channel.ChannelPlatform.ACCOUNT;
import static org.centralino.outbound.channel.ChannelPlatform.ROME;
import static org.centralino.outbound.channel.ChannelPlatform.TURIN;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.centralino.events.ChannelEvent;
import org.centralino.events.ChannelEvent.ChannelChanged;
import org.centralino.events.ChannelEvent.ChannelRemoved;
import org.centralino.events.Content;
import org.centralino.events.PlatformError;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.CloudEventHeaders;
import org.centralino.testkit.Infrastructure;
import org.centralino.testkit.Neighbours;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Numbers are connected in the page, step by step, described and taken away.
@QuarkusTest
class ChannelsTest {
    private static final String OF_SETTINGS = "510000000000023";

    private final ChannelPlatform platform = ChannelPlatform.INSTANCE;
    private final String token = "EAAGgood" + UUID.randomUUID().toString().replace("-", "");

    @Inject
    DataSource database;

    @BeforeEach
    @AfterEach
    void beginAgain() {
        platform.forget();
        for (var number : List.of(ROME, TURIN)) {
            as("dario").delete("/api/numbers/{id}", number);
        }
    }

    @Test
    void the_numbers_of_an_account_are_shown_to_whoever_has_a_good_token() {
        dario(Map.of("accountId", ACCOUNT, "token", token))
                .post("/api/numbers/lookup")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].phoneNumberId", equalTo(ROME))
                .body("items[0].displayNumber", equalTo("+39 06 9999 0002"))
                .body("items[0].status", equalTo("PENDING"));
        dario(Map.of("accountId", ACCOUNT, "token", "wrong"))
                .post("/api/numbers/lookup")
                .then()
                .statusCode(422)
                .body("reasonKey", equalTo("token-refused"))
                .body("code", equalTo(190));
    }

    @Test
    void an_account_that_the_token_does_not_see_is_named_as_that() {
        platform.answers(
                "phone_numbers", 400, "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"does not exist\"}}");

        dario(Map.of("accountId", ACCOUNT, "token", token))
                .post("/api/numbers/lookup")
                .then()
                .statusCode(422)
                .body("reasonKey", equalTo("unknown-to-whatsapp"));
    }

    @Test
    void a_number_that_is_added_is_called_by_its_token_and_told_without_it() throws SQLException {
        add(ROME)
                .statusCode(201)
                .body("number", equalTo("390699990002"))
                .body("name", equalTo("Roma"))
                .body("connected", equalTo(false))
                .body("subscribedAt", nullValue())
                .body(not(containsString(token)));

        as("anna")
                .get("/api/numbers")
                .then()
                .body("items.phoneNumberId", hasItem(ROME))
                .body("items.find { it.phoneNumberId == '%s' }.connected".formatted(ROME), equalTo(false))
                .body("items.find { it.phoneNumberId == '%s' }.ofSettings".formatted(OF_SETTINGS), equalTo(true));
        Patience.await("the others are told")
                .untilAsserted(() -> assertThat(told(ROME))
                        .last()
                        .isInstanceOfSatisfying(ChannelChanged.class, channel -> {
                            assertThat(channel.number()).isEqualTo("390699990002");
                            assertThat(channel.name()).isEqualTo("Roma");
                            assertThat(channel.accountId()).isEqualTo(ACCOUNT);
                            assertThat(channel.connected()).isFalse();
                        }));
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select sealed from access_token where phone_number_id = '%s'".formatted(ROME))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).doesNotContain(token);
        }
    }

    @Test
    void each_step_is_done_by_the_token_of_the_number_and_when_all_are_done_it_is_connected() {
        add(ROME);

        dario().post("/api/numbers/{id}/setup/subscription", ROME)
                .then()
                .statusCode(200)
                .body("subscribedAt", notNullValue())
                .body("connected", equalTo(false));
        dario(Map.of("pin", "123456"))
                .post("/api/numbers/{id}/setup/registration", ROME)
                .then()
                .statusCode(200)
                .body("registeredAt", notNullValue())
                .body("connected", equalTo(true));

        assertThat(platform.callsOf("/subscribed_apps"))
                .singleElement()
                .satisfies(call -> assertThat(call.authorization()).isEqualTo("Bearer " + token));
        assertThat(platform.callsOf("/register"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"pin\":\"123456\""));
    }

    @Test
    void what_was_undone_at_whatsapp_counts_as_undone_when_the_steps_are_looked_at_again() {
        add(TURIN);
        dario().post("/api/numbers/{id}/setup/subscription", TURIN).then().body("connected", equalTo(true));
        platform.tells("640000000000001", "another app");
        checked(TURIN).statusCode(200).body("connected", equalTo(true));

        platform.tells("another app");
        checked(TURIN)
                .body("subscribedAt", nullValue())
                .body("registeredAt", notNullValue())
                .body("connected", equalTo(false));
        platform.tells("640000000000001");
        platform.isOfStatus("DISCONNECTED");
        checked(TURIN)
                .body("subscribedAt", notNullValue())
                .body("registeredAt", nullValue())
                .body("connected", equalTo(false));
        platform.isOfStatus("FLAGGED");
        checked(TURIN).body("connected", equalTo(true));
        platform.isOfStatus("A_NEW_WORD");
        checked(TURIN).body("connected", equalTo(true));
    }

    @Test
    void what_whatsapp_does_not_say_changes_nothing_of_what_is_known() {
        add(TURIN);
        dario().post("/api/numbers/{id}/setup/subscription", TURIN);
        platform.refuses(TURIN, 190);

        checked(TURIN).statusCode(422).body("reasonKey", equalTo("token-refused"));

        dario().get("/api/numbers/{id}/setup", TURIN).then().body("connected", equalTo(true));
    }

    @Test
    void what_a_customer_writes_proves_that_webhooks_arrive() {
        add(ROME);

        tells(message());

        Patience.await("that it was heard")
                .untilAsserted(() ->
                        dario().get("/api/numbers/{id}/setup", ROME).then().body("heardAt", notNullValue()));
    }

    @Test
    void a_number_that_can_send_already_needs_no_registration() {
        add(TURIN).statusCode(201).body("registeredAt", notNullValue());

        dario().post("/api/numbers/{id}/setup/subscription", TURIN).then().body("connected", equalTo(true));

        Patience.await("the others are told that messages come and go")
                .untilAsserted(() -> assertThat(told(TURIN))
                        .last()
                        .isInstanceOfSatisfying(
                                ChannelChanged.class,
                                channel -> assertThat(channel.connected()).isTrue()));
    }

    @Test
    void a_wrong_pin_is_said_to_be_that_and_the_step_can_be_done_again() {
        add(ROME);
        platform.refuses("register", 133005);

        dario(Map.of("pin", "000000"))
                .post("/api/numbers/{id}/setup/registration", ROME)
                .then()
                .statusCode(422)
                .body("reasonKey", equalTo("pin-refused"))
                .body("code", equalTo(133005));
        dario(Map.of("pin", "12345"))
                .post("/api/numbers/{id}/setup/registration", ROME)
                .then()
                .statusCode(400)
                .body("detail", containsString("six digits"));
        dario(Map.of("pin", "123456"))
                .post("/api/numbers/{id}/setup/registration", ROME)
                .then()
                .statusCode(200);
    }

    @Test
    void what_whatsapp_refuses_is_told_apart_by_what_mends_it() {
        add(ROME);
        var expected = Map.of(
                133008, "pin-locked",
                133016, "registration-limit",
                133006, "number-not-verified",
                133010, "number-not-registered",
                200, "token-refused",
                131042, "payment-needed",
                131031, "pin-refused",
                368, "account-locked",
                131009, "whatsapp-refused");

        expected.forEach((code, reason) -> {
            platform.refuses("register", code);
            dario(Map.of("pin", "123456"))
                    .post("/api/numbers/{id}/setup/registration", ROME)
                    .then()
                    .statusCode(422)
                    .body("reasonKey", equalTo(reason))
                    .body("code", equalTo(code));
        });
        platform.refuses("register", 80007);
        dario(Map.of("pin", "123456"))
                .post("/api/numbers/{id}/setup/registration", ROME)
                .then()
                .statusCode(503)
                .body("reasonKey", equalTo("whatsapp-busy"));
    }

    @Test
    void a_locked_account_is_called_that_wherever_no_pin_is_asked_for() {
        add(ROME);
        platform.refuses("subscribed_apps", 131031);
        platform.refuses("messages", 131031);
        platform.refuses(ROME, 131031);

        dario().post("/api/numbers/{id}/setup/subscription", ROME)
                .then()
                .statusCode(422)
                .body("reasonKey", equalTo("account-locked"));
        dario(Map.of("to", "+39 347 555 0198"))
                .post("/api/numbers/{id}/setup/test-message", ROME)
                .then()
                .statusCode(422)
                .body("reasonKey", equalTo("account-locked"));
        dario(Map.of("pin", "123456"))
                .put("/api/numbers/{id}/pin", ROME)
                .then()
                .statusCode(422)
                .body("reasonKey", equalTo("account-locked"));
    }

    @Test
    void a_phone_that_is_not_on_the_list_of_a_test_number_is_said_to_be_that() {
        add(ROME);
        platform.refuses("messages", 131030);

        dario(Map.of("to", "+39 347 555 0198"))
                .post("/api/numbers/{id}/setup/test-message", ROME)
                .then()
                .statusCode(422)
                .body("reasonKey", equalTo("recipient-not-allowed"))
                .body("detail", containsString("API setup"));
    }

    @Test
    void a_limit_and_an_unknown_id_are_no_fault_of_the_token() {
        add(ROME);
        platform.refuses(ROME, 80007);
        as("carla")
                .get("/api/numbers/{id}/connection", ROME)
                .then()
                .statusCode(503)
                .body("reasonKey", equalTo("whatsapp-busy"));
        platform.refuses(ROME, 4);
        dario(Map.of("token", token + "2"))
                .put("/api/numbers/{id}/token", ROME)
                .then()
                .statusCode(503)
                .body("reasonKey", equalTo("whatsapp-busy"));
        platform.answers(ROME, 400, "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"does not exist\"}}");
        dario(Map.of("token", token + "2"))
                .put("/api/numbers/{id}/token", ROME)
                .then()
                .statusCode(422)
                .body("reasonKey", equalTo("unknown-to-whatsapp"));
        platform.refuses(ROME, 190);
        as("carla")
                .get("/api/numbers/{id}/connection", ROME)
                .then()
                .statusCode(422)
                .body("reasonKey", equalTo("token-refused"));
    }

    @Test
    void a_test_message_whose_status_comes_back_proves_that_webhooks_arrive() {
        add(ROME);
        platform.refuses("messages", 132001);

        dario(Map.of("to", "+39 347 555 0198"))
                .post("/api/numbers/{id}/setup/test-message", ROME)
                .then()
                .statusCode(200)
                .body("test.status", equalTo("accepted"))
                .body("heardAt", nullValue());
        assertThat(platform.callsOf("/messages"))
                .hasSize(2)
                .last()
                .satisfies(call -> assertThat(call.body()).contains("\"type\":\"text\"", "\"to\":\"393475550198\""));
        var data = new io.vertx.core.json.JsonObject(
                        platform.callsOf("/messages").getLast().body())
                .getString("biz_opaque_callback_data");
        tells(status(data, "failed", List.of(new PlatformError(131047, "Re-engagement message", null))));
        tells(status(data, "sent", List.of()));

        Patience.await("what became of it")
                .untilAsserted(() -> dario().get("/api/numbers/{id}/setup", ROME)
                        .then()
                        .body("heardAt", notNullValue())
                        .body("test.status", equalTo("failed"))
                        .body("test.error.code", equalTo(131047)));
    }

    @Test
    void a_number_that_belongs_elsewhere_or_whose_token_is_not_good_is_not_written_down() {
        platform.answers("phone_numbers", 200, "{\"data\":[]}");

        add(ROME).statusCode(422).body("reasonKey", equalTo("number-of-another-account"));
        dario(Map.of("phoneNumberId", ROME, "accountId", ACCOUNT, "token", "wrong"))
                .post("/api/numbers")
                .then()
                .statusCode(422)
                .body("reasonKey", equalTo("token-refused"));
        dario(Map.of("phoneNumberId", "+39 06 9999", "accountId", ACCOUNT, "token", token))
                .post("/api/numbers")
                .then()
                .statusCode(400)
                .body("detail", containsString("not the phone number"));

        as("anna").get("/api/numbers").then().body("items.phoneNumberId", not(hasItem(ROME)));
    }

    @Test
    void a_number_is_added_once() {
        add(ROME).statusCode(201);

        add(ROME).statusCode(409).body("reasonKey", equalTo("number-known"));
    }

    @Test
    void it_is_renamed_and_taken_away_with_its_token_and_the_others_are_told() throws SQLException {
        add(ROME);

        dario(Map.of("name", "Negozio di Roma"))
                .patch("/api/numbers/{id}", ROME)
                .then()
                .statusCode(200)
                .body("name", equalTo("Negozio di Roma"));
        as("dario").delete("/api/numbers/{id}", ROME).then().statusCode(204);

        as("anna").get("/api/numbers").then().body("items.phoneNumberId", not(hasItem(ROME)));
        as("dario").get("/api/numbers/{id}/setup", ROME).then().statusCode(404);
        Patience.await("the others are told")
                .untilAsserted(() -> assertThat(told(ROME))
                        .last()
                        .isInstanceOfSatisfying(ChannelRemoved.class, removed -> {
                            assertThat(removed.number()).isEqualTo("390699990002");
                            assertThat(removed.name()).isEqualTo("Negozio di Roma");
                        }));
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from access_token where phone_number_id = '%s'".formatted(ROME))) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void a_number_of_the_settings_is_not_changed_here_and_told_like_others() {
        dario(Map.of("name", "Other"))
                .patch("/api/numbers/{id}", OF_SETTINGS)
                .then()
                .statusCode(409)
                .body("reasonKey", equalTo("number-of-settings"));
        as("dario")
                .delete("/api/numbers/{id}", OF_SETTINGS)
                .then()
                .statusCode(409)
                .body("reasonKey", equalTo("number-of-settings"));

        assertThat(told(OF_SETTINGS)).last().isInstanceOf(ChannelChanged.class);
    }

    @Test
    void what_customers_see_of_the_business_is_changed_within_the_platforms_limits() {
        add(ROME);

        as("carla")
                .get("/api/numbers/{id}/profile", ROME)
                .then()
                .statusCode(200)
                .body("about", equalTo("Luci dal 1962"));
        dario(Map.of("email", "nobody", "websites", List.of("www.casalume.example")))
                .patch("/api/numbers/{id}/profile", ROME)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("email", "websites[0]")));
        dario(Map.of("email", "ciao@casalume.example"))
                .patch("/api/numbers/{id}/profile", ROME)
                .then()
                .statusCode(200)
                .body("email", equalTo("ciao@casalume.example"))
                .body("about", equalTo("Luci dal 1962"));
        assertThat(platform.callsOf("whatsapp_business_profile").stream()
                        .filter(call -> call.method().equals("POST")))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).doesNotContain("about"));
    }

    @Test
    void a_picture_is_brought_to_the_app_and_named_in_the_profile() {
        add(ROME);

        picture("dario", "text/plain", "words").statusCode(400);
        picture("carla", "image/png", "a picture").statusCode(403);
        picture("dario", "image/png", "a picture").statusCode(200);

        assertThat(platform.callsOf("whatsapp_business_profile").stream()
                        .filter(call -> call.method().equals("POST")))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"profile_picture_handle\":\"4::0\""));
    }

    private static ValidatableResponse picture(String operator, String type, String bytes) {
        return as(operator)
                .contentType(type)
                .body(bytes.getBytes(StandardCharsets.UTF_8))
                .put("/api/numbers/{id}/profile/picture", ROME)
                .then();
    }

    @Test
    void qr_codes_are_made_changed_and_deleted() {
        add(ROME);

        var code = dario(Map.of("message", "Buongiorno!"))
                .post("/api/numbers/{id}/qr-codes", ROME)
                .then()
                .statusCode(201)
                .body("link", equalTo("https://wa.me/message/QR1"))
                .extract()
                .<String>path("code");
        dario(Map.of("message", "Buonasera!"))
                .patch("/api/numbers/{id}/qr-codes/{code}", ROME, code)
                .then()
                .statusCode(200)
                .body("message", equalTo("Buonasera!"));
        dario(Map.of("message", "x".repeat(141)))
                .post("/api/numbers/{id}/qr-codes", ROME)
                .then()
                .statusCode(400)
                .body("detail", containsString("140"));
        as("carla").get("/api/numbers/{id}/qr-codes", ROME).then().body("items", hasSize(1));
        as("dario")
                .delete("/api/numbers/{id}/qr-codes/{code}", ROME, code)
                .then()
                .statusCode(204);
        as("carla").get("/api/numbers/{id}/qr-codes", ROME).then().body("items", hasSize(0));
    }

    @Test
    void the_pin_is_set_and_never_shown() {
        add(ROME);

        dario(Map.of("pin", "654321")).put("/api/numbers/{id}/pin", ROME).then().statusCode(204);

        assertThat(platform.callsOf("/" + ROME))
                .anySatisfy(call -> assertThat(call.body()).isEqualTo("{\"pin\":\"654321\"}"));
    }

    @Test
    void only_who_manages_numbers_may() {
        for (var person : List.of("anna", "carla")) {
            as(person)
                    .contentType(ContentType.JSON)
                    .body(Map.of("phoneNumberId", ROME, "accountId", ACCOUNT, "token", token))
                    .post("/api/numbers")
                    .then()
                    .statusCode(403);
            as(person)
                    .contentType(ContentType.JSON)
                    .body(Map.of("accountId", ACCOUNT))
                    .post("/api/numbers/lookup")
                    .then()
                    .statusCode(403);
            as(person)
                    .contentType(ContentType.JSON)
                    .body(Map.of("name", "x"))
                    .patch("/api/numbers/{id}", OF_SETTINGS)
                    .then()
                    .statusCode(403);
            as(person).delete("/api/numbers/{id}", OF_SETTINGS).then().statusCode(403);
            as(person).get("/api/numbers/{id}/setup", OF_SETTINGS).then().statusCode(403);
            for (var step : List.of(
                    "setup/check", "setup/subscription", "setup/registration", "setup/test-message", "qr-codes")) {
                as(person)
                        .contentType(ContentType.JSON)
                        .body(Map.of("pin", "123456", "to", "393475550198", "message", "x"))
                        .post("/api/numbers/{id}/" + step, OF_SETTINGS)
                        .then()
                        .statusCode(403);
            }
            as(person)
                    .contentType(ContentType.JSON)
                    .body(Map.of("pin", "123456"))
                    .put("/api/numbers/{id}/pin", OF_SETTINGS)
                    .then()
                    .statusCode(403);
            as(person)
                    .contentType(ContentType.JSON)
                    .body(Map.of("about", "x"))
                    .patch("/api/numbers/{id}/profile", OF_SETTINGS)
                    .then()
                    .statusCode(403);
        }
        assertThat(platform.callsOf("")).isEmpty();
    }

    private ValidatableResponse add(String phoneNumberId) {
        return dario(Map.of("phoneNumberId", phoneNumberId, "accountId", ACCOUNT, "name", "Roma", "token", token))
                .post("/api/numbers")
                .then();
    }

    private static ValidatableResponse checked(String phoneNumberId) {
        return dario().post("/api/numbers/{id}/setup/check", phoneNumberId).then();
    }

    private static RequestSpecification dario() {
        return as("dario").contentType(ContentType.JSON);
    }

    private static RequestSpecification dario(Object body) {
        return dario().body(body);
    }

    private static StatusReported status(String callbackData, String status, List<PlatformError> errors) {
        return new StatusReported(
                ROME,
                "wamid.T",
                new WhatsAppEvent.Customer("393475550198", null, null, null, null),
                status,
                Instant.now(),
                Instant.now(),
                callbackData,
                errors,
                null,
                null,
                "{}");
    }

    private static WhatsAppEvent message() {
        return new WhatsAppEvent.MessageReceived(
                ROME,
                "wamid.C",
                new WhatsAppEvent.Customer("393475550198", null, null, null, null),
                Instant.now(),
                Instant.now(),
                new Content.Text("Buongiorno"),
                null,
                false,
                null,
                "{}");
    }

    private static void tells(WhatsAppEvent event) {
        try (var neighbours = new Neighbours()) {
            neighbours.send(Topics.WHATSAPP, "k", UUID.randomUUID().toString(), WireFormat.WHATSAPP, event);
        }
    }

    /// @return what was told of a number, in order
    private static List<ChannelEvent> told(String phoneNumberId) {
        var found = new ArrayList<ChannelEvent>();
        try (var consumer = new KafkaConsumer<>(
                Infrastructure.running().kafkaClient(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.CHANNEL).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.key().equals(phoneNumberId)) {
                        found.add(WireFormat.CHANNEL.read(
                                CloudEventHeaders.text(record.headers(), CloudEventHeaders.TYPE), record.value()));
                    }
                }
            }
        }
        return found;
    }
}
