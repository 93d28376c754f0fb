package org.centralino.gateway.webhook;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.centralino.testkit.FreePorts;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KafkaAwayTest.NoKafka.class)
class KafkaAwayTest {

    public static final class NoKafka implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kafka.bootstrap.servers", "localhost:" + FreePorts.next(),
                    "quarkus.oidc.tenant-enabled", "false",
                    "centralino.gateway.webhook.patience", "500ms");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void a_webhook_that_cannot_be_kept_is_left_to_the_platforms_next_try() throws Exception {
        var body = "{\"entry\":[]}".getBytes(StandardCharsets.UTF_8);

        given().header("Content-Type", "application/octet-stream")
                .header(WebhookSignature.HEADER, WebhookSignatureTest.signed("local-app-secret", body))
                .body(body)
                .post("/webhooks/whatsapp")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType("application/problem+json")
                .body("reasonKey", equalTo("service-unavailable"));
    }

    @Test
    void the_gateway_lives_and_is_not_ready() {
        given().port(management()).get("/q/health/live").then().statusCode(200);
        given().port(management()).get("/q/health/ready").then().statusCode(503);
    }

    private static int management() {
        return ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
    }
}
