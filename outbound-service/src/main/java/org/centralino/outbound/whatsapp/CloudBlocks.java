package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.outbound.block.domain.BlockCall;
import org.centralino.outbound.block.domain.BlockCall.Answer;
import org.centralino.outbound.whatsapp.Graph.Came;

/// The list of those whom a number does not hear (fact sheet, section 11.5). A call waits for its answer, so it is for
/// a thread of its own.
@ApplicationScoped
public class CloudBlocks {
    /// Two changed the list at once, and trouble of the platform's own.
    private static final Set<Integer> PASSING = Set.of(139_102, 139_103, 130_429);

    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private final Graph graph;
    private final ObjectMapper json;

    CloudBlocks(Graph graph, ObjectMapper json) {
        this.graph = graph;
        this.json = json;
    }

    /// @return what the platform made of it; it never fails
    public Answer call(BlockCall call) {
        var method = call.blocked() ? "POST" : "DELETE";
        var number = String.valueOf(call.access().phoneNumberId());
        return switch (graph.call(method, number, "block_users", body(call.recipient()))) {
            case Came.Answered(var status, var answer) -> read(status, answer);
            case Came.Unanswered(var reason) -> new Answer.Unclear(reason);
        };
    }

    /// With both keys the phone number counts, as for messages.
    private ObjectNode body(Recipient recipient) {
        var body = json.createObjectNode().put("messaging_product", "whatsapp");
        var user = body.putArray("block_users").addObject();
        if (recipient.phone() != null) {
            user.put("user", recipient.phone());
        } else {
            user.put("user_id", recipient.bsuid());
        }
        return body;
    }

    /// Each user may fail alone, and then the whole call is an error as well.
    private static Answer read(int status, JsonNode answer) {
        var ofUser = answer.path("block_users")
                .path("failed_users")
                .path(0)
                .path("errors")
                .path(0);
        var error = ofUser.path("code").canConvertToInt() ? ofUser : answer.path("error");
        var code = error.path("code");
        if (status >= SERVER_ERROR || status == TOO_MANY || PASSING.contains(code.asInt())) {
            return new Answer.Unclear("WhatsApp answered %d (code %d).".formatted(status, code.asInt()));
        }
        if (code.canConvertToInt()) {
            return error.path("is_transient").asBoolean()
                    ? new Answer.Unclear("WhatsApp answered %d (code %d).".formatted(status, code.asInt()))
                    : new Answer.Refused(CloudAnswer.errorOf(error));
        }
        return status >= 200 && status < 300 && answer.isObject()
                ? new Answer.Done()
                : new Answer.Unclear("WhatsApp answered %d without an error that can be read.".formatted(status));
    }
}
