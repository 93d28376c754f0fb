package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.centralino.events.PlatformError;
import org.centralino.outbound.sync.domain.SyncKind;
import org.centralino.outbound.whatsapp.Graph.Came;

/// Asks for what the phone beside a number hands over (fact sheet, section 16). A call waits for its
/// answer, so it is for a thread that may wait.
@ApplicationScoped
public class CloudSync {
    private final Graph graph;
    private final ObjectMapper json;

    CloudSync(Graph graph, ObjectMapper json) {
        this.graph = graph;
        this.json = json;
    }

    /// What the platform made of it.
    public sealed interface Answer {
        /// It comes by webhooks.
        record Taken() implements Answer {}

        /// It does not come.
        record Refused(PlatformError error) implements Answer {}

        /// @param reason for people
        record Unclear(String reason) implements Answer {}
    }

    /// @return what the platform made of it; it never fails
    public Answer ask(String phoneNumberId, SyncKind kind) {
        var body = json.createObjectNode().put("messaging_product", "whatsapp").put("sync_type", kind.word());
        return switch (graph.call("POST", phoneNumberId, "smb_app_data", body)) {
            case Came.Answered(var status, var answer) -> read(status, answer);
            case Came.Unanswered(var reason) -> new Answer.Unclear(reason);
        };
    }

    private static Answer read(int status, JsonNode answer) {
        var error = answer.path("error");
        if (status >= 400
                && status < 500
                && error.path("code").canConvertToInt()
                && !error.path("is_transient").asBoolean()) {
            return new Answer.Refused(CloudAnswer.errorOf(error));
        }
        return status >= 200 && status < 300 && answer.isObject()
                ? new Answer.Taken()
                : new Answer.Unclear("WhatsApp answered %d without a word that can be read.".formatted(status));
    }
}
