package org.centralino.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.testkit.Patience;
import org.jspecify.annotations.Nullable;

/// What operators see and do, by HTTP, and what the platform does meanwhile.
public final class Desk {
    public static final Platform PLATFORM = new Platform();
    /// A picture, by how it begins.
    public static final byte[] JPEG = "\u00ff\u00d8\u00ff\u00e0 Schiena".getBytes(ISO_8859_1);

    private Desk() {}

    public static UUID heldByAnna() {
        var conversation = written(Platform.somebody(), "Buongiorno");
        PLATFORM.taken(conversation, 1, ANNA);
        awaitEpoch(conversation, 1);
        return conversation;
    }

    /// @return the conversation in which the message stands
    public static UUID written(Customer customer, String text) {
        var before = found(customer);
        PLATFORM.reports(Platform.message(customer, text, Instant.now()));
        return await(() -> found(customer), before == null ? 1 : 0, text);
    }

    public static UUID await(Supplier<Map<String, Object>> search, int atLeast) {
        var row = Patience.await("the conversation has message " + atLeast)
                .until(
                        search::get,
                        found -> found != null && ((Number) found.get("lastSequence")).longValue() >= atLeast);
        return UUID.fromString((String) row.get("id"));
    }

    public static UUID await(Supplier<Map<String, Object>> search, int atLeast, String preview) {
        var row = Patience.await("the inbox shows: " + preview)
                .until(
                        search::get,
                        found -> found != null
                                && ((Number) found.get("lastSequence")).longValue() >= atLeast
                                && ((Map<?, ?>) found.get("preview"))
                                        .get("text")
                                        .equals(preview));
        return UUID.fromString((String) row.get("id"));
    }

    /// @return the row of the customer, on whichever page of the list it stands; null when there is none
    public static Map<String, Object> found(Customer customer) {
        for (var query = "limit=100"; query != null; ) {
            var page = as("carla")
                    .get("/api/conversations?" + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var row = page.<Map<String, Object>>getList("items").stream()
                    .filter(item -> ("+" + customer.waId()).equals(((Map<?, ?>) item.get("contact")).get("phone")))
                    .findFirst();
            if (row.isPresent()) {
                return row.get();
            }
            var next = page.getString("nextCursor");
            query = next == null ? null : "limit=100&cursor=" + next;
        }
        return null;
    }

    public static List<String> texts(UUID conversation) {
        return as("anna")
                .get("/api/conversations/{id}/timeline", conversation)
                .then()
                .statusCode(200)
                .extract()
                .path("items.content.text");
    }

    public static void awaitEpoch(UUID conversation, int epoch) {
        Patience.await("the conversation has heard of epoch " + epoch)
                .until(() -> as("carla")
                        .get("/api/conversations/{id}", conversation)
                        .then()
                        .extract()
                        .<Integer>path("epoch")
                        .equals(epoch));
    }

    public static void awaitStatus(UUID conversation, UUID message, String status) {
        Patience.await("the message is " + status)
                .until(() -> as("anna")
                        .get("/api/conversations/{id}/timeline", conversation)
                        .then()
                        .extract()
                        .<String>path("items.find { it.id == '%s' }.status".formatted(message))
                        .equals(status));
    }

    public static ValidatableResponse reply(
            String operator, UUID conversation, UUID id, String text, long lastSeen, long epoch) {
        return reply(operator, conversation, id, Map.of("type", "text", "text", text), lastSeen, epoch);
    }

    public static ValidatableResponse reply(
            String operator, UUID conversation, UUID id, Map<String, ?> content, long lastSeen, long epoch) {
        return as(operator)
                .contentType(ContentType.JSON)
                .body(Map.of("id", id, "content", content, "lastSeen", lastSeen, "epoch", epoch))
                .post("/api/conversations/{id}/replies", conversation)
                .then();
    }

    /// Brings a file, to be sent by a reply.
    ///
    /// @param id null to be given one
    public static ValidatableResponse brought(
            String operator, UUID conversation, @Nullable UUID id, String type, String name, byte[] bytes) {
        var call = as(operator)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, ContentType.BINARY)))
                .header(
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(name, UTF_8).replace("+", "%20"))
                .contentType(type)
                .body(bytes);
        if (id != null) {
            call.queryParam("id", id);
        }
        return call.post("/api/conversations/{id}/attachments", conversation).then();
    }

    public static ValidatableResponse resolve(String operator, UUID conversation, long lastSeen) {
        return as(operator)
                .contentType(ContentType.JSON)
                .body(Map.of("lastSeen", lastSeen))
                .post("/api/conversations/{id}/resolve", conversation)
                .then();
    }

    /// @return an answer of Anna's to what she holds, queued
    public static UUID answered(UUID conversation, long lastSeen) {
        var id = UUID.randomUUID();
        reply("anna", conversation, id, "Parte oggi.", lastSeen, 1).statusCode(202);
        return id;
    }

    /// Carla records what the conversation's customer said about advertising.
    public static ValidatableResponse says(UUID conversation, boolean given, String evidence) {
        return as("carla")
                .contentType(ContentType.JSON)
                .body(Map.of("given", given, "evidence", evidence))
                .put("/api/contacts/{id}/consent", contact(conversation))
                .then();
    }

    /// @return the id of its customer
    public static String contact(UUID conversation) {
        return conversation(conversation).extract().path("contact.id");
    }

    public static ValidatableResponse conversation(UUID conversation) {
        return as("carla").get("/api/conversations/{id}", conversation).then().statusCode(200);
    }

    public static boolean isWaiting(UUID conversation) {
        return conversation(conversation).extract().path("waitingSince") != null;
    }

    public static <T> T ofMessage(UUID conversation, UUID message, String field) {
        return as("carla")
                .get("/api/conversations/{id}/timeline", conversation)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.id == '%s' }.%s".formatted(message, field));
    }
}
