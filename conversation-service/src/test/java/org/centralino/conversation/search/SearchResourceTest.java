package org.centralino.conversation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.await;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.found;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Caller.as;
import static org.centralino.testkit.Operators.ANNA;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centralino.conversation.Desk;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.Content;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What was said, found by operators.
@QuarkusTest
@RealInfrastructure
class SearchResourceTest {
    private static final String COFFEE = "Perche\u0301 il caffè dell’ufficio è GIÀ finito? ☕\uFE0F";

    private final Customer giulia = Platform.somebody();
    private final String rare = "parola" + Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1, 36);

    @Inject
    Pool database;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    perche caffe  | Perche\u0301, caffè
                    perché        | Perche\u0301
                    gia finito    | GIÀ, finito
                    l'ufficio caf | ''
                    ufficio ☕    | ufficio, ☕\uFE0F
                    "gia finito"  | GIÀ, finito
                    """)
    void a_message_is_found_by_any_spelling_of_its_words_and_marked_on_the_right_letters(String sought, String marked) {
        nicolo();

        assertThat(search("carla", sought).extract().<List<Map<String, Object>>>path("items").stream()
                        .filter(item -> COFFEE.equals(((Map<?, ?>) item.get("excerpt")).get("text")))
                        .map(SearchResourceTest::marked)
                        .findFirst()
                        .orElse(""))
                .isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dalo",
                "d'alo",
                "D’Alò",
                "nicolo",
                "nicolo dal",
                "+39 333 000 2001",
                "333 0002001",
                "3330002001",
                "0002001"
            })
    void a_customer_is_found_by_any_spelling_of_his_name_and_number(String sought) {
        var his = nicolo();

        search("carla", sought).body("customers.conversation.id", hasItem(his.toString()));
    }

    @Test
    void what_a_customer_changed_is_found_by_what_it_says_now_and_what_he_deleted_by_nothing() {
        var platformId = "wamid." + UUID.randomUUID();
        PLATFORM.reports(Platform.message(giulia, platformId, rare + " prima", Instant.now()));
        await(() -> found(giulia), 1, rare + " prima");
        assertThat(texts(rare + " prima")).hasSize(1);

        PLATFORM.reports(Platform.edit(giulia, platformId, new Content.Text(rare + " seconda")));
        await(() -> found(giulia), 1, rare + " seconda");
        assertThat(texts(rare + " prima")).isEmpty();
        assertThat(texts(rare + " seconda")).containsExactly(rare + " seconda");

        PLATFORM.reports(Platform.revocation(giulia, platformId));
        Patience.await("nothing is found any more").until(() -> texts(rare).isEmpty());
    }

    @Test
    void names_of_files_cards_places_and_answers_are_found() {
        var attachment = new Content.Attachment("1", "application/pdf", null, null);
        for (var content : List.of(
                new Content.Document("Fattura " + rare + ".pdf", "Fattura " + rare + ".pdf", null, attachment),
                new Content.Location("Bar " + rare, 45, 9, "Bar " + rare, null, null),
                new Content.Order(null, null, List.of(new Content.Order.Line(rare, 1, null, null))))) {
            PLATFORM.reports(Platform.message(giulia, "wamid." + UUID.randomUUID(), content, null, Instant.now()));
        }

        Patience.await("all three are found").until(() -> texts(rare).size() == 3);
        search("carla", rare + "&has=media").body("items.kind", equalTo(List.of("document")));
    }

    @Test
    void it_can_be_looked_for_in_what_was_said_by_one_of_our_numbers() {
        written(giulia, rare);
        Patience.await("it is found").until(() -> texts(rare).size() == 1);

        search("carla", rare + "&phoneNumberId=" + Platform.NUMBER).body("items", hasSize(1));
        search("carla", rare + "&phoneNumberId=510000000000099")
                .body("items", empty())
                .body("customers", empty());
    }

    @Test
    void what_he_may_not_see_is_not_found_by_anybody() {
        var hers = written(giulia, "Il mio codice è " + rare);
        PLATFORM.taken(hers, 1, ANNA);
        awaitEpoch(hers, 1);
        Operators.signUp("who-sees-his-own", Permission.SEE_OWN);

        search("who-sees-his-own", rare).body("items", empty());
        search("who-sees-his-own", giulia.waId()).body("customers", empty());
        search("carla", rare).body("items.conversation.id", hasItem(hers.toString()));
        search("carla", giulia.waId()).body("customers.conversation.id", hasItem(hers.toString()));
    }

    @Test
    void who_may_see_no_conversation_may_not_search() {
        Operators.signUp("who-sees-none", Permission.SEE_CONTACTS);

        as("who-sees-none").queryParam("q", rare).get("/api/search").then().statusCode(403);
        RestAssured.given().queryParam("q", rare).get("/api/search").then().statusCode(401);
    }

    @Test
    void the_newest_comes_first_and_a_cursor_leads_on() {
        for (var i = 1; i <= 3; i++) {
            written(giulia, rare + " " + i);
        }

        var first = search("carla", rare + "&limit=2");
        first.body("items.excerpt.text", equalTo(List.of(rare + " 3", rare + " 2")));
        search("carla", rare + "&limit=2&cursor=" + first.extract().path("nextCursor"))
                .body("items.excerpt.text", equalTo(List.of(rare + " 1")))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void who_wrote_and_before_when_narrow_what_is_found() {
        var hers = written(giulia, rare + " del cliente");
        PLATFORM.taken(hers, 1, ANNA);
        awaitEpoch(hers, 1);
        Desk.reply("anna", hers, UUID.randomUUID(), rare + " della squadra", 1, 1)
                .statusCode(202);

        search("anna", rare + "&from=customer").body("items.excerpt.text", equalTo(List.of(rare + " del cliente")));
        search("anna", rare + "&from=team").body("items.excerpt.text", equalTo(List.of(rare + " della squadra")));
        search("anna", rare + "&before=2020-01-01T00:00:00Z").body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "a, search-too-short",
        "?!, search-too-short",
        "casa&from=nobody, invalid-request",
        "casa&has=legs, invalid-request",
        "casa&before=yesterday, invalid-request",
        "casa&cursor=abc, invalid-cursor",
        "a b c d e f g h i j k l m, invalid-request"
    })
    void what_cannot_be_looked_for_is_refused_with_the_reason(String query, String reason) {
        asked("anna", query).statusCode(400).body("reasonKey", equalTo(reason));
    }

    @Test
    void a_search_that_takes_too_long_is_given_up_and_says_so() {
        written(giulia, rare);

        var connection = database.getConnection().await().indefinitely();
        connection.query("begin").execute().await().indefinitely();
        connection
                .query("lock table message_words in access exclusive mode")
                .execute()
                .await()
                .indefinitely();
        var taken = asked("anna", rare).extract();
        connection.query("rollback").execute().await().indefinitely();
        connection.close().await().indefinitely();

        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.<String>path("reasonKey")).isEqualTo("search-too-broad");
    }

    @Test
    void what_was_said_before_words_were_written_is_found_after_a_while() {
        written(giulia, "Allora " + rare);
        run("delete from message_words");
        run("update message_words_caught_up set round = 1, up_to = '00000000-0000-0000-0000-000000000000'");

        Patience.await("it is found").until(() -> texts(rare).size() == 1);
    }

    @Test
    void what_is_deleted_takes_its_words_with_it() {
        written(giulia, rare);

        run("delete from message where content ->> 'text' = '%s'".formatted(rare));

        search("carla", rare).body("items", not(hasItem(rare)));
        assertThat(database.query("select from message_words where words @@ '%s'".formatted(rare))
                        .execute()
                        .await()
                        .indefinitely()
                        .size())
                .isZero();
    }

    private static UUID nicolo() {
        var nicolo = new Customer("IT.nicolo", null, "393330002001", null, "Nicolò D’Alò");
        return written(nicolo, COFFEE);
    }

    private void run(String sql) {
        database.query(sql).execute().await().indefinitely();
    }

    private static List<String> texts(String sought) {
        return search("carla", sought).extract().path("items.excerpt.text");
    }

    private static ValidatableResponse search(String operator, String sought) {
        return asked(operator, sought).statusCode(200);
    }

    /// @param sought with what narrows it behind it, such as `&has=media`
    private static ValidatableResponse asked(String operator, String sought) {
        var parts = sought.split("&");
        var request = as(operator).queryParam("q", parts[0]);
        for (var part : List.of(parts).subList(1, parts.length)) {
            var named = part.split("=", 2);
            request.queryParam(named[0], named[1]);
        }
        return request.get("/api/search").then();
    }

    private static String marked(Map<String, Object> item) {
        var excerpt = (Map<?, ?>) item.get("excerpt");
        var text = (String) excerpt.get("text");
        return ((List<?>) excerpt.get("ranges"))
                .stream()
                        .map(range -> (Map<?, ?>) range)
                        .map(range -> text.substring((int) range.get("from"), (int) range.get("to")))
                        .collect(Collectors.joining(", "));
    }
}
