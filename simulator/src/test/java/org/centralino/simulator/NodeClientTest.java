package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A third client that is not ours (`@kapso/whatsapp-cloud-api`, on Node.js) writes, and reads what the two others
/// have no types for: ids without a number, edits, deletions, orders, calls, and the business's own phone.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class NodeClientTest {
    private static final String GIULIA = "/control/customers/" + Caller.GIULIA;

    @TestHTTPResource
    URI base;

    private Caller caller;

    @BeforeAll
    static void install() {
        NodeClient.install();
    }

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void what_it_writes_by_number_or_by_id_stands_on_the_phone() {
        caller.giuliaWrites("Buongiorno");
        var bsuid = caller.get(GIULIA).json().path("bsuid").asText();

        var came = NodeClient.calls(base, "local-access-token", """
                [{"call":"sendText","with":{"to":"+%s","body":"Ciao"}},
                 {"call":"sendText","with":{"recipient":"%s","body":"Come va?"}}]""".formatted(Caller.GIULIA, bsuid));

        assertThat(came)
                .extracting(call -> call.at("/answer/messages/0/id").asText())
                .allSatisfy(id -> assertThat(id).startsWith("wamid."));
        Inbox.waitFor(all -> statuses(all, "delivered") == 2);
        assertThat(caller.get(GIULIA + "/messages").json().path("items"))
                .extracting(message -> message.path("text").asText())
                .containsExactly("Buongiorno", "Ciao", "Come va?");
        assertThat(readBack("statuses"))
                .extracting(status -> status.path("recipientUserId").asText())
                .containsOnly(bsuid);
    }

    @Test
    void what_it_asks_with_buttons_and_lists_and_by_a_template_stands_on_the_phone() {
        caller.giuliaWrites("Buongiorno");

        var came = NodeClient.calls(base, "local-access-token", """
                [{"call":"sendInteractiveButtons","with":{"to":"+%1$s","bodyText":"Confermi?","footerText":"Casa Lume",
                   "buttons":[{"id":"1","title":"Sì"},{"id":"2","title":"No"}]}},
                 {"call":"sendInteractiveList","with":{"to":"+%1$s","bodyText":"Scegli","buttonText":"Vedi orari",
                   "sections":[{"title":"Mattina","rows":[{"id":"1.1","title":"9-11","description":"Libero"}]}]}},
                 {"call":"sendLocation","with":{"to":"+%1$s",
                   "location":{"latitude":45.4642,"longitude":9.19,"name":"Duomo","address":"Milano"}}},
                 {"call":"sendTemplate","with":{"to":"+%1$s","template":{"name":"saldi_estivi","language":{"code":"it"},
                   "components":[{"type":"body",
                     "parameters":[{"type":"text","parameterName":"nome","text":"Giulia"}]}]}}}]""".formatted(Caller.GIULIA));

        assertThat(came)
                .allSatisfy(call -> assertThat(call.at("/answer/messages/0/id").asText())
                        .as("%s", call)
                        .startsWith("wamid."));
        Inbox.waitFor(all -> statuses(all, "delivered") == 4);
        var shown = caller.get(GIULIA + "/messages").json().path("items");
        assertThat(shown.get(1).at("/question/choices/1/title").asText()).isEqualTo("No");
        assertThat(shown.get(2).at("/question/choices/0/section").asText()).isEqualTo("Mattina");
        assertThat(shown.get(3).path("words").asText()).isEqualTo("Duomo, Milano");
        assertThat(shown.get(4).path("label").asText()).isEqualTo("template");
    }

    @Test
    void it_sets_an_emoji_on_a_message() {
        var wamid = caller.giuliaWrites("Buongiorno").json().path("id").asText();

        NodeClient.calls(base, "local-access-token", """
                [{"call":"sendReaction","with":{"to":"+%s","reaction":{"messageId":"%s","emoji":"👍"}}}]""".formatted(Caller.GIULIA, wamid));

        assertThat(caller.get(GIULIA + "/messages")
                        .json()
                        .at("/items/0/businessReaction")
                        .asText())
                .isEqualTo("👍");
    }

    @Test
    void it_marks_a_message_as_read_and_shows_that_somebody_types() {
        var wamid = caller.giuliaWrites("Buongiorno").json().path("id").asText();

        var came = NodeClient.calls(base, "local-access-token", """
                [{"call":"markRead","with":{"messageId":"%s","typingIndicator":{"type":"text"}}}]""".formatted(wamid));

        assertThat(came.at("/0/answer/success").asBoolean()).as("%s", came).isTrue();
    }

    @Test
    void it_is_told_when_it_may_not() {
        var came = NodeClient.calls(base, "expired", """
                [{"call":"sendText","with":{"to":"+%s","body":"Ciao"}}]""".formatted(Caller.GIULIA));

        assertThat(came.at("/0/refused/httpStatus").asInt()).isEqualTo(401);
        assertThat(came.at("/0/refused/code").asInt()).isEqualTo(190);
        assertThat(came.at("/0/refused/category").asText()).isEqualTo("authorization");
    }

    @Test
    void it_reads_what_customers_and_the_business_do() {
        caller.post(GIULIA + "/identity", "{\"hidesNumber\":true,\"username\":\"giulia.f\"}");
        var wamid = caller.giuliaWrites("Alle tre").json().path("id").asText();
        caller.patch("%s/messages/%s".formatted(GIULIA, wamid), "{\"text\":\"Alle quattro\"}");
        caller.delete("%s/messages/%s".formatted(GIULIA, wamid));
        caller.post(GIULIA + "/messages", """
                {"type":"order","content":{"catalog_id":"8","text":"Per sabato","product_items":[
                 {"product_retailer_id":"OLIO-5L","quantity":2,"item_price":31.5,"currency":"EUR"}]}}""");
        caller.post(GIULIA + "/echoes", "{\"text\":\"Ti chiamo tra poco\"}");
        Inbox.waitForMessages(4);
        Inbox.waitFor(all -> all.stream().anyMatch(one -> one.text().contains("smb_message_echoes")));

        var messages = readBack("messages");

        assertThat(messages)
                .extracting(message -> message.path("type").asText())
                .containsOnlyOnce("edit", "revoke", "order");
        assertThat(messages)
                .filteredOn(message -> message.at("/kapso/direction").asText().equals("inbound"))
                .extracting(message -> message.path("fromUserId").asText())
                .hasSize(4)
                .doesNotContain("");
        assertThat(messages)
                .filteredOn(message -> message.at("/kapso/source").asText().equals("smb_message_echo"))
                .extracting(message -> message.at("/text/body").asText())
                .containsExactly("Ti chiamo tra poco");
        assertThat(readBack("contacts"))
                .extracting(contact -> contact.at("/profile/username").asText())
                .contains("giulia.f");
    }

    @Test
    void it_reads_calls() {
        caller.post(GIULIA + "/calls", "{\"seconds\":12}");
        Inbox.waitFor(all -> all.stream().anyMatch(one -> one.text().contains("\"terminate\"")));

        assertThat(readBack("calls"))
                .extracting(call -> call.path("event").asText())
                .contains("connect", "terminate");
    }

    /// @return everything of a kind that came so far, as the client has it; every signature was right
    private static List<JsonNode> readBack(String kind) {
        var read = NodeClient.reads(Inbox.waitFor(_ -> true));
        assertThat(read)
                .isNotEmpty()
                .allSatisfy(webhook ->
                        assertThat(webhook.path("signed").asBoolean()).isTrue());
        return StreamSupport.stream(read.spliterator(), false)
                .flatMap(webhook ->
                        StreamSupport.stream(webhook.at("/read/" + kind).spliterator(), false))
                .toList();
    }

    private static long statuses(List<Inbox.Received> all, String status) {
        return all.stream()
                .flatMap(Inbox.Received::statuses)
                .filter(one -> one.path("status").asText().equals(status))
                .count();
    }
}
