package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.centralino.outbound.mark.domain.Mark;
import org.centralino.outbound.mark.domain.Mark.Answer;
import org.centralino.outbound.whatsapp.Graph.Came;

/// What is set on messages, as the platform wants it (fact sheet, sections 8.3 and 8.5).
@Singleton
public class CloudMarks {
    /// Limits, and troubles of the platform's own.
    private static final Set<Integer> PASSING =
            Set.of(1, 2, 4, 613, 80_007, 130_429, 131_000, 131_016, 131_056, 131_057, 133_004);

    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private final Graph graph;
    private final ObjectMapper json;

    CloudMarks(Graph graph, ObjectMapper json) {
        this.graph = graph;
        this.json = json;
    }

    /// @param now by the platform's clock
    /// @return what the platform made of it; it never fails
    public Answer call(Mark mark, Instant now) {
        var number = Objects.requireNonNull(mark.access().phoneNumberId(), "every conversation is one of a number");
        return switch (graph.call("POST", number, "messages", body(mark, now))) {
            case Came.Answered(var status, var answer) -> read(status, answer);
            case Came.Unanswered(var reason) -> new Answer.Unclear(reason);
        };
    }

    private ObjectNode body(Mark mark, Instant now) {
        var body = json.createObjectNode().put("messaging_product", "whatsapp");
        switch (mark) {
            case Mark.Emoji it -> {
                CloudMessage.address(body, it.recipient());
                body.put("type", "reaction")
                        .putObject("reaction")
                        .put("message_id", it.platformId())
                        .put("emoji", Objects.requireNonNullElse(it.emoji(), ""));
                body.put("biz_opaque_callback_data", it.id().toString());
            }
            case Mark.Read it -> {
                body.put("status", "read").put("message_id", it.platformId());
                if (it.isTypingAt(now)) {
                    body.putObject("typing_indicator").put("type", "text");
                }
            }
        }
        return body;
    }

    private static Answer read(int status, JsonNode answer) {
        var error = answer.path("error");
        var code = error.path("code");
        if (status >= SERVER_ERROR
                || status == TOO_MANY
                || PASSING.contains(code.asInt())
                || error.path("is_transient").asBoolean()) {
            return new Answer.Unclear("WhatsApp answered %d (code %d).".formatted(status, code.asInt()));
        }
        if (code.canConvertToInt()) {
            return new Answer.Refused(CloudAnswer.errorOf(error));
        }
        return status >= 200 && status < 300 && answer.isObject()
                ? new Answer.Done()
                : new Answer.Unclear("WhatsApp answered %d without an error that can be read.".formatted(status));
    }
}
