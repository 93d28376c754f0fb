package org.centralino.system.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Simulator.Customer;
import org.centralino.system.stack.WhatsAppPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// A canary in every place where a person may have said something: names of people and files, captions, cards,
/// places, forms, orders, ads, broken bodies, what cannot be fetched and what cannot be read. None of it is in
/// the log of any process.
@ExtendWith(Product.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingPrivateIsLoggedIT {
    private static final String FILE = Base64.getEncoder().encodeToString("%PDF-1.4 canarino".getBytes(UTF_8));

    private final RunningStack stack;
    private final String canary = "canarino" + Long.toString(System.nanoTime(), 36);
    private final Pattern pins = Pattern.compile("(?<![0-9a-f])(483951|759204)(?![0-9a-f])");
    private Driver driver;
    private String number;
    private String token;
    private Customer customer;

    NothingPrivateIsLoggedIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void begin() {
        driver = new Driver(stack, Path.of("target/ledgers/nothing-logged.jsonl"));
        customer = driver.newCustomer();
        number = stack.simulator().addsNumber("Casa Lume Bari", "390809990007");
        token = stack.simulator().makesToken(number);
    }

    @AfterAll
    void end() {
        stack.as(Operator.DARIO).delete("/api/numbers/" + number);
        driver.close();
    }

    @Test
    void whatever_customers_and_the_platform_say_stays_out_of_the_logs() {
        everyKind().forEach(message -> stack.simulator().sends(customer, message));
        bodies().forEach(body -> stack.platform().post(body.getBytes(UTF_8)));
        stack.platform().post(changed("{\"body\":\"%s\"}"), "sha256=" + canary);
        stack.platform().postUnsigned(changed("{\"body\":\"%s\"}"));
        search();
        connect();

        var last = driver.words("the last");
        stack.simulator().writes(customer, last);
        var conversation = UUID.fromString(stack.as(Operator.CARLA)
                .conversationWith(customer.name())
                .path("id")
                .asText());
        Patience.await("all of it is in the timeline")
                .until(() -> stack.as(Operator.CARLA)
                        .timeline(conversation)
                        .toString()
                        .contains(last));
        Patience.await("each file is here, or was asked for in vain").until(() -> everyFileWasTried(conversation));

        assertThat(Logs.of(stack)
                        .lines(line -> line.contains(canary)
                                || line.contains(customer.waId())
                                || line.contains(customer.name())
                                || line.contains("local-access-token")
                                || line.contains(token)
                                || pins.matcher(line).find()
                                || line.contains("local-app-secret")))
                .isEmpty();
    }

    private boolean everyFileWasTried(UUID conversation) {
        try (var database = stack.database("outbound");
                var query = database.prepareStatement("""
                        select count(*) = ? from media_fetch
                        where conversation_id = ? and (settled_at is not null or attempt > 1)""")) {
            query.setLong(
                    1,
                    everyKind()
                            .filter(message -> message.toString().contains(FILE))
                            .count());
            query.setObject(2, conversation);
            var rows = query.executeQuery();
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException refused) {
            throw new IllegalStateException("The files that are fetched cannot be counted", refused);
        }
    }

    private Stream<Map<String, ?>> everyKind() {
        return Stream.of(
                Map.of("text", canary),
                file(
                        "document",
                        Map.of("mime_type", "application/pdf", "filename", canary + ".pdf", "caption", canary)),
                file("document", troubled("unavailable", 99)),
                file("document", troubled("wrongHash", true)),
                file("document", troubled("address", "https://%s.example.org/a".formatted(canary))),
                file("document", troubled("redirect", "https://%s.example.org/a".formatted(canary))),
                file("image", Map.of("mime_type", "image/jpeg", "caption", canary)),
                file("audio", Map.of("mime_type", "audio/" + canary)),
                kind("location", Map.of("latitude", 45.4, "longitude", 9.1, "name", canary, "address", canary)),
                kind(
                        "contacts",
                        List.of(Map.of(
                                "name", Map.of("formatted_name", canary),
                                "phones", List.of(Map.of("phone", canary)),
                                "emails", List.of(Map.of("email", canary + "@example.org"))))),
                kind(
                        "order",
                        Map.of(
                                "text",
                                canary,
                                "product_items",
                                List.of(Map.of("product_retailer_id", canary, "quantity", 1)))),
                kind("button", Map.of("text", canary, "payload", canary)),
                kind("interactive", reply("list_reply", Map.of("id", canary, "title", canary, "description", canary))),
                kind(
                        "interactive",
                        reply("nfm_reply", Map.of("response_json", "{\"flow_token\":\"%s\"}".formatted(canary)))),
                kind("interactive", reply("nfm_reply", Map.of("response_json", "{" + canary))),
                kind("unsupported", Map.of("type", canary)),
                Map.of("text", canary, "referral", Map.of("headline", canary, "source_url", canary)),
                Map.of("text", canary, "context", Map.of("id", canary)));
    }

    /// What is no webhook, what only begins as one, and what is one with something wrong in it.
    private Stream<String> bodies() {
        var deep = "[".repeat(2_000) + "\"" + canary + "\"" + "]".repeat(2_000);
        return Stream.of(
                canary,
                "{\"object\":\"%s\"}".formatted(canary),
                "{\"object\":\"whatsapp_business_account\",\"entry\":[\"%s".formatted(canary),
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"%s\",\"changes\":[{\"field\":\"%s\",\"value\":{\"x\":\"%s\"}}]}]}"
                        .formatted(canary, canary, canary),
                new String(changed("[\"%s\"]"), UTF_8),
                new String(changed("{\"body\":\"%s\\u0000\\ud83d\"}"), UTF_8),
                new String(changed("{\"body\":%s}".formatted(deep).replace("%", "%%")), UTF_8));
    }

    /// @param text what stands at the place of the message's text, with a blank for the canary
    private byte[] changed(String text) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"290000000000017","changes":[{"field":"messages","value":{
                "messaging_product":"whatsapp","metadata":{"display_phone_number":"%s","phone_number_id":"%s"},
                "contacts":[{"profile":{"name":"%s","username":"%s"},"wa_id":"%s"},"%s"],
                "messages":[{"from":"%s","id":"wamid.%s","timestamp":"%s","type":"text","text":%s}]}}]}]}""".formatted(
                        WhatsAppPlatform.BUSINESS_NUMBER,
                        WhatsAppPlatform.PHONE_NUMBER_ID,
                        canary,
                        canary,
                        customer.waId(),
                        canary,
                        customer.waId(),
                        Integer.toHexString(text.hashCode()) + System.nanoTime(),
                        canary,
                        text.formatted(canary))
                .getBytes(UTF_8);
    }

    private void search() {
        stack.as(Operator.CARLA).get("/api/conversations?text=" + canary);
        stack.as(Operator.CARLA).get("/api/search?q=" + canary);
        stack.as(Operator.CARLA).post("/api/conversations/%s/replies".formatted(canary), Map.of("text", canary));
    }

    /// By a token of its own, with a PIN that is taken and one that is not.
    private void connect() {
        var dario = stack.as(Operator.DARIO);
        var account = Map.of("accountId", WhatsAppPlatform.WABA, "token", token);
        assertThat(dario.post("/api/numbers/lookup", account).status()).isEqualTo(200);
        var added = dario.post(
                "/api/numbers", Map.of("phoneNumberId", number, "accountId", WhatsAppPlatform.WABA, "token", token));
        assertThat(added.status()).isEqualTo(201);
        var path = "/api/numbers/" + number;
        assertThat(dario.put(path + "/token", Map.of("token", token)).status()).isEqualTo(200);
        assertThat(dario.put(path + "/token", Map.of("token", "EAAG" + canary)).status())
                .isEqualTo(422);
        assertThat(dario.put(path + "/pin", Map.of("pin", "483951")).status()).isEqualTo(204);
        assertThat(dario.post(path + "/setup/registration", Map.of("pin", "759204"))
                        .status())
                .isEqualTo(422);
        assertThat(dario.post(path + "/setup/registration", Map.of("pin", "483951"))
                        .status())
                .isEqualTo(200);
        assertThat(dario.post(path + "/setup/check").status()).isEqualTo(200);
    }

    private static Map<String, ?> kind(String type, Object content) {
        return Map.of("type", type, "content", content);
    }

    private static Map<String, ?> file(String type, Map<String, ?> content) {
        var whole = new HashMap<String, Object>(content);
        whole.put("data", FILE);
        return kind(type, whole);
    }

    private Map<String, ?> troubled(String trouble, Object how) {
        return Map.of("mime_type", "application/pdf", "filename", canary + ".pdf", "trouble", Map.of(trouble, how));
    }

    private static Map<String, ?> reply(String type, Map<String, ?> reply) {
        return Map.of("type", type, type, reply);
    }
}
