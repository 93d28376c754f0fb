package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import org.centralino.outbound.dispatch.domain.Answer.Problem;
import org.centralino.outbound.mark.domain.Mark;
import org.centralino.outbound.mark.domain.Mark.Answer;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.whatsapp.Graph.Came;

/// What is set on messages, as the platform wants it (fact sheet, sections 8.3 and 8.5).
@Singleton
public class CloudMarks {
    private final Graph graph;
    private final AccessTokens tokens;
    private final ObjectMapper json;

    CloudMarks(Graph graph, AccessTokens tokens, ObjectMapper json) {
        this.graph = graph;
        this.tokens = tokens;
        this.json = json;
    }

    /// @param now by the platform's clock
    /// @return what the platform made of it; it never fails
    public Answer call(Mark mark, Instant now) {
        var number = mark.phoneNumberId();
        var token = tokens.fingerprint(number);
        return switch (graph.call("POST", number, "messages", body(mark, now))) {
            case Came.Answered(var status, var answer) -> read(status, answer, token);
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

    private static Answer read(int status, JsonNode answer, String token) {
        var error = answer.path("error");
        if (error.path("code").canConvertToInt()) {
            var problem = new Problem(
                    status,
                    CloudAnswer.errorOf(error),
                    error.path("is_transient").asBoolean());
            if (problem.isAboutTheToken()) {
                return new Answer.TokenRefused(problem.error(), token);
            }
            return problem.mayPass()
                    ? new Answer.Unclear("WhatsApp answered %d (code %d)."
                            .formatted(status, problem.error().code()))
                    : new Answer.Refused(problem.error());
        }
        return status >= 200 && status < 300 && answer.isObject()
                ? new Answer.Done()
                : new Answer.Unclear("WhatsApp answered %d without an error that can be read.".formatted(status));
    }
}
