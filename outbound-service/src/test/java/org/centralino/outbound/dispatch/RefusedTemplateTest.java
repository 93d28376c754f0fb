package org.centralino.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.dispatch.GraphPlatform.refusesWith;
import static org.centralino.testkit.Caller.as;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.centralino.events.OutboundEvent.MessageRefused;
import org.centralino.outbound.template.TemplatePlatform;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// Templates that the platform does not send, although our copy has them.
@QuarkusTest
class RefusedTemplateTest extends Outbound {
    private static final String TEMPLATES = "/api/numbers/510000000000023/templates";

    private final TemplatePlatform templates = TemplatePlatform.INSTANCE;

    @Test
    void templates_are_read_again_once_when_the_platform_turns_some_away() {
        templates.hasNone();
        templates.has("770099", template());
        as("anna").post(TEMPLATES + "/sync").then().statusCode(202);
        Patience.await("that it is there").until(() -> statusOf("770099") == 200);
        templates.lost("770099");
        var before = templates.looks();
        var replies = Stream.generate(this::reply).limit(5).toList();
        replies.forEach(reply -> platform.on(reply.messageId(), refusesWith(400, 132001)));

        replies.forEach(this::queue);

        Patience.await("that it is gone here, too").until(() -> statusOf("770099") == 404);
        replies.forEach(reply -> assertThat(topic.toldAbout(reply.messageId()))
                .last()
                .isInstanceOfSatisfying(
                        MessageRefused.class,
                        refused -> assertThat(refused.error().code()).isEqualTo(132001)));
        assertThat(templates.looks()).isEqualTo(before + 1);
    }

    private static int statusOf(String id) {
        return as("anna").get(TEMPLATES + "/" + id).statusCode();
    }

    private static JsonObject template() {
        var body = new JsonObject().put("type", "BODY").put("text", "Il tuo pacco parte oggi.");
        return new JsonObject()
                .put("name", "partenza")
                .put("language", "it")
                .put("status", "APPROVED")
                .put("category", "UTILITY")
                .put("components", new JsonArray().add(body));
    }
}
