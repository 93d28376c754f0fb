package org.centralino.gateway.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WireFormat;
import org.centralino.gateway.RealInfrastructure;
import org.centralino.gateway.TopicReader;
import org.centralino.gateway.webhook.domain.EveryField;
import org.centralino.gateway.webhook.domain.Mutation;
import org.junit.jupiter.api.Test;

/// Over HTTP and on the topic: whatever a changed platform posts is answered 200, and what stands beside it is
/// there.
@QuarkusTest
@RealInfrastructure
class MutatedWebhookTest {
    private static final int WEBHOOKS = 150;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(10_000).build())
            .build());

    @Test
    void no_webhook_is_ever_our_fault_and_no_neighbour_is_lost() throws Exception {
        var random = new Random(42);
        var mutation = new Mutation(random);
        var run = Long.toString(System.nanoTime(), 36);
        try (var topic = new TopicReader(Topics.WHATSAPP)) {
            for (var number = 0; number < WEBHOOKS; number++) {
                var webhook = webhook("wamid.%s.%d".formatted(run, number));
                var changed = new EveryField(random).anyChange();
                for (var times = random.nextInt(1, 5); times > 0; times--) {
                    mutation.in(changed);
                }
                webhook.withArray("/entry/0/changes").insert(random.nextInt(2), changed);
                var body = JSON.writeValueAsBytes(webhook);

                var status = given().header("Content-Type", "application/json")
                        .header(WebhookSignature.HEADER, WebhookSignatureTest.signed("local-app-secret", body))
                        .body(body)
                        .post("/webhooks/whatsapp")
                        .statusCode();

                assertThat(status).as("webhook %d".formatted(number)).isEqualTo(200);
                var expected = "wamid.%s.%d".formatted(run, number);
                topic.next(
                        MutatedWebhookTest::read,
                        event -> event instanceof MessageReceived message
                                && message.platformId().equals(expected));
            }
        }
    }

    private static Object read(ConsumerRecord<String, byte[]> published) {
        var type = new String(published.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        return WireFormat.WHATSAPP.read(type, published.value());
    }

    private static ObjectNode webhook(String id) throws Exception {
        return (ObjectNode) JSON.readTree("""
                {"object":"whatsapp_business_account","entry":[{"id":"290000000000017","changes":[
                 {"field":"messages","value":{"messaging_product":"whatsapp",
                  "metadata":{"display_phone_number":"390299990001","phone_number_id":"510000000000023"},
                  "contacts":[{"profile":{"name":"Vicino"},"wa_id":"393330000555"}],
                  "messages":[{"from":"393330000555","id":"%s","timestamp":"1795359600","type":"text",
                   "text":{"body":"Un vicino"}}]}}]}]}""".formatted(id));
    }
}
