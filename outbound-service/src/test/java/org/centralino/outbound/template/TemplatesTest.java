package org.centralino.outbound.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
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
import org.centralino.events.AccountFact.TemplateChanged;
import org.centralino.events.TemplateEvent;
import org.centralino.events.TemplateEvent.TemplateDeleted;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.AccountReported;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.CloudEventHeaders;
import org.centralino.testkit.Infrastructure;
import org.centralino.testkit.Neighbours;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our templates between the platform that has them, the topic that tells of them, and the people who make them.
@QuarkusTest
class TemplatesTest {
    private static final String OURS = "510000000000023";
    private static final String ACCOUNT = "290000000000017";

    private final TemplatePlatform platform = TemplatePlatform.INSTANCE;

    @Inject
    DataSource database;

    @BeforeEach
    void three() throws SQLException {
        platform.hasNone();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate template");
        }
        platform.has("770001", template("appuntamento", "it", "APPROVED", "Ti aspettiamo domani in negozio."));
        platform.has("770002", template("grazie", "it", "APPROVED", "Grazie per il tuo ordine."));
        platform.has("770003", template("grazie", "en", "REJECTED", "Thank you for your order."));
        read();
        Patience.await("all three").untilAsserted(() -> list("").body("items", hasSize(3)));
        platform.changes();
    }

    @Test
    void all_pages_are_read_and_told_with_the_templates_id_as_key() {
        list("").body("items.template.name", contains("appuntamento", "grazie", "grazie"))
                .body("items.template.language", contains("it", "en", "it"))
                .body("items[0].template.phoneNumberIds", contains(OURS))
                .body("sync.accountKnown", equalTo(true))
                .body("sync.syncedAt", notNullValue())
                .body("sync.error", nullValue());

        Patience.await("that it is told")
                .untilAsserted(() -> assertThat(told("770001"))
                        .last()
                        .isInstanceOfSatisfying(
                                TemplateEvent.TemplateChanged.class,
                                event -> assertThat(event.template().name()).isEqualTo("appuntamento")));
    }

    @Test
    void they_are_found_by_state_category_language_and_words_page_by_page() {
        list("?status=rejected").body("items.template.id", contains("770003"));
        list("?language=it&category=utility").body("items.template.id", contains("770001", "770002"));
        list("?q=ORDINE").body("items.template.id", contains("770002"));
        list("?q=app_untamento").body("items", hasSize(0));
        var cursor = list("?limit=2").body("items", hasSize(2)).extract().<String>path("nextCursor");
        list("?limit=2&cursor=" + cursor)
                .body("items.template.id", contains("770002"))
                .body("nextCursor", nullValue());
        as("anna").get(path() + "?cursor=abc").then().statusCode(400);
    }

    @Test
    void what_the_platform_says_of_one_is_read_soon_and_its_sentences_are_kept() {
        platform.has("770001", template("appuntamento", "it", "REJECTED", "Ti aspettiamo domani in negozio."));

        says(new TemplateChanged(
                "770001", "appuntamento", "it", "status", "REJECTED", null, "INVALID_FORMAT", "Two variables touch."));

        Patience.await("that it is rejected")
                .untilAsserted(() -> one("770001")
                        .body("template.status", equalTo("rejected"))
                        .body("fixed", nullValue()));
        says(new TemplateChanged(
                "770001", "appuntamento", "it", "status", "REJECTED", null, "INVALID_FORMAT", "Two variables touch."));
        Patience.await("why").untilAsserted(() -> one("770001").body("explanation", equalTo("Two variables touch.")));
    }

    @Test
    void one_that_vanished_is_told_to_be_gone() {
        platform.lost("770002");
        read();

        Patience.await("that it is gone")
                .untilAsserted(() -> as("anna").get(path() + "/770002").then().statusCode(404));
        Patience.await("that it is told")
                .untilAsserted(() -> assertThat(told("770002")).last().isInstanceOf(TemplateDeleted.class));
    }

    @Test
    void a_new_one_is_handed_in_once_and_told() {
        var id = create(draft("promemoria", "Ciao {{nome}}, ci vediamo presto."))
                .statusCode(201)
                .body("template.status", equalTo("pending"))
                .body("template.parameters.name", contains("nome"))
                .body("fixed", equalTo("not-now"))
                .extract()
                .<String>path("template.id");

        assertThat(platform.changes()).singleElement().satisfies(call -> {
            assertThat(call.uri()).endsWith("/" + ACCOUNT + "/message_templates");
            assertThat(call.authorization()).isEqualTo("Bearer the-test-token");
            assertThat(new JsonObject(call.body()).getString("parameter_format"))
                    .isEqualTo("NAMED");
        });
        Patience.await("that it is told")
                .untilAsserted(() -> assertThat(told(id)).isNotEmpty());
        create(draft("promemoria", "Ciao {{nome}}, ci vediamo presto."))
                .statusCode(409)
                .body("type", equalTo("/problems/template-exists"));
        assertThat(platform.changes()).isEmpty();
    }

    @Test
    void one_that_breaks_the_rules_never_reaches_the_platform() {
        create(draft("Promemoria", "{{nome}} ciao"))
                .statusCode(400)
                .body("type", equalTo("/problems/template-not-valid"))
                .body("flaws.path", hasItem("name"))
                .body("flaws.rule", hasItem("place-at-the-edge"));

        assertThat(platform.changes()).isEmpty();
    }

    @Test
    void what_the_platform_refuses_comes_back_with_its_code_and_words() {
        platform.answers(
                false,
                400,
                "{\"error\":{\"code\":2388040,\"error_user_title\":\"Troppo lungo\",\"error_user_msg\":\"Accorcia il testo.\"}}");

        create(draft("promemoria", "Ciao {{nome}}, ci vediamo presto."))
                .statusCode(409)
                .body("type", equalTo("/problems/template-refused"))
                .body("error.code", equalTo(2388040))
                .body("detail", equalTo("Accorcia il testo."));
    }

    @Test
    void a_limit_of_the_platform_comes_back_with_what_to_do() {
        platform.answers(false, 400, "{\"error\":{\"code\":80008,\"message\":\"Too many calls.\"}}");
        create(draft("promemoria", "Ciao {{nome}}, ci vediamo presto."))
                .statusCode(409)
                .body("why", equalTo("too-many-now"))
                .body("detail", endsWith("Try again in an hour."));

        platform.answers(
                false,
                400,
                "{\"error\":{\"code\":100,\"error_subcode\":2388019,\"message\":\"Invalid parameter\",\"error_user_msg\":\"Piena.\"}}");
        create(draft("promemoria", "Ciao {{nome}}, ci vediamo presto."))
                .statusCode(409)
                .body("why", equalTo("account-full"))
                .body("error.code", equalTo(2388019))
                .body("detail", startsWith("Piena. Delete"));
    }

    @Test
    void when_no_answer_comes_it_is_looked_whether_it_is_there() {
        platform.answers(true, 502, "<html>");
        create(draft("promemoria", "Ciao {{nome}}, ci vediamo presto."))
                .statusCode(201)
                .body("template.name", equalTo("promemoria"));
        assertThat(platform.changes()).hasSize(1);

        platform.answers(false, 502, "<html>");
        create(draft("altro", "Ciao {{nome}}, ci vediamo presto."))
                .statusCode(503)
                .body("type", equalTo("/problems/whatsapp-unavailable"));
        assertThat(platform.changes()).hasSize(1);
    }

    @Test
    void an_example_of_a_file_goes_to_the_app_and_comes_back_as_a_handle() {
        bring("image/png", "a picture").statusCode(201).body("handle", equalTo("4::0"));

        assertThat(platform.changes())
                .extracting(call -> call.uri().replaceAll(".*/v[0-9.]+/", ""))
                .containsExactly(
                        "640000000000001/uploads?file_name=file.png&file_length=9&file_type=image%2Fpng",
                        "upload:one?sig=two");
        bring("image/webp", "a sticker").statusCode(400);
        bring("image/png", "").statusCode(400);
        as("anna")
                .contentType("image/png")
                .body(new byte[] {1})
                .post(path() + "/examples")
                .then()
                .statusCode(403);
    }

    @Test
    void a_rejected_one_is_changed_and_looked_at_again() {
        change("770003", draft("grazie", "en", "marketing", "Thank you, {{nome}}, for your order."))
                .statusCode(200)
                .body("template.status", equalTo("pending"))
                .body("template.category", equalTo("marketing"))
                .body("template.body", equalTo("Thank you, {{nome}}, for your order."));

        change("770001", draft("appuntamento", "it", "marketing", "Ti aspettiamo, {{nome}}, in negozio."))
                .statusCode(409)
                .body("type", equalTo("/problems/template-fixed"))
                .body("why", equalTo("category-fixed"));
    }

    @Test
    void one_language_goes_alone_and_a_name_with_all_its_languages() {
        as("carla").delete(path() + "/770003").then().statusCode(204);
        assertThat(platform.changes())
                .singleElement()
                .satisfies(call -> assertThat(call.uri()).endsWith("?name=grazie&hsm_id=770003"));
        list("").body("items.template.id", contains("770001", "770002"));

        as("carla").delete(path() + "?name=grazie").then().statusCode(204);
        list("").body("items.template.id", contains("770001"));
        as("carla").delete(path() + "?name=grazie").then().statusCode(404);
    }

    @Test
    void operators_see_them_and_who_leads_manages_them() {
        as("anna").get(path() + "/770001").then().statusCode(200);
        as("anna").delete(path() + "/770001").then().statusCode(403);
        as("anna")
                .contentType(ContentType.JSON)
                .body(draft("x", "Ciao."))
                .post(path())
                .then()
                .statusCode(403);
        as("anna").get("/api/numbers/{id}/templates", "510000000000099").then().statusCode(404);
        as("anna").get(path() + "/779999").then().statusCode(404);
    }

    private static String path() {
        return "/api/numbers/" + OURS + "/templates";
    }

    private static ValidatableResponse list(String query) {
        return as("anna").get(path() + query).then().statusCode(200);
    }

    private static ValidatableResponse one(String id) {
        return as("anna").get(path() + "/" + id).then().statusCode(200);
    }

    private static void read() {
        as("anna").post(path() + "/sync").then().statusCode(202);
    }

    private static ValidatableResponse create(Map<String, ?> draft) {
        return as("carla")
                .contentType(ContentType.JSON)
                .body(draft)
                .post(path())
                .then();
    }

    private static ValidatableResponse bring(String type, String file) {
        return as("carla")
                .contentType(type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(path() + "/examples")
                .then();
    }

    private static ValidatableResponse change(String id, Map<String, ?> draft) {
        return as("carla")
                .contentType(ContentType.JSON)
                .body(draft)
                .patch(path() + "/" + id)
                .then();
    }

    private static Map<String, ?> draft(String name, String body) {
        return draft(name, "it", "utility", body);
    }

    private static Map<String, ?> draft(String name, String language, String category, String body) {
        return Map.of(
                "name", name,
                "language", language,
                "category", category,
                "body", body,
                "examples", List.of(Map.of("name", "nome", "value", "Ada")));
    }

    private static JsonObject template(String name, String language, String status, String body) {
        return new JsonObject()
                .put("name", name)
                .put("language", language)
                .put("status", status)
                .put("category", "UTILITY")
                .put(
                        "components",
                        new JsonArray().add(new JsonObject().put("type", "BODY").put("text", body)));
    }

    private static void says(TemplateChanged fact) {
        try (var neighbours = new Neighbours()) {
            neighbours.send(
                    Topics.WHATSAPP,
                    "account",
                    UUID.randomUUID().toString(),
                    WireFormat.WHATSAPP,
                    new AccountReported(
                            null,
                            null,
                            ACCOUNT,
                            "message_template_status_update",
                            fact,
                            Instant.now(),
                            Instant.now(),
                            "{}"));
        }
    }

    /// @return what was told of a template, in order
    private static List<TemplateEvent> told(String id) {
        var found = new ArrayList<TemplateEvent>();
        try (var consumer = new KafkaConsumer<>(
                Infrastructure.running().kafkaClient(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.TEMPLATE).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.key().equals(id)) {
                        found.add(WireFormat.TEMPLATE.read(
                                CloudEventHeaders.text(record.headers(), CloudEventHeaders.TYPE), record.value()));
                    }
                }
            }
        }
        return found;
    }
}
