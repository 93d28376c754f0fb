package org.centralino.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.Staff;

/// Conversations that are held in equal shares by operators who see nothing of each other's.
///
/// @param tokens of the operators
/// @param teamOf which of them holds the conversation with this id
record HeldConversations(List<String> tokens, Map<String, Integer> teamOf) {
    private static final String LIST = "/api/conversations?view=all&limit=100";
    private static final int AT_ONCE = 8;

    /// Has every customer of [Crowd#HELD] write, and each operator take his share.
    static HeldConversations prepare(Trial trial, int operators) {
        var stack = trial.stack();
        var crowd = Crowd.HELD;
        var tokens = Staff.of(stack).hireForTheirOwn(operators).stream()
                .map(trial::token)
                .toList();
        var webhooks = trial.webhooks(crowd.size(), crowd);
        Load.flood(crowd.size(), AT_ONCE, _ -> webhooks.worker());
        trial.awaitDrained();
        var teamOf = new HashMap<String, Integer>();
        var ids = new String[crowd.size()];
        conversations(trial).forEach((name, conversation) -> {
            var customer = crowd.customerNamed(name);
            customer.ifPresent(n -> {
                ids[n] = conversation.path("id").asText();
                teamOf.put(ids[n], n % operators);
            });
        });
        if (teamOf.size() != crowd.size()) {
            throw new IllegalStateException("Only %d of %d are listed".formatted(teamOf.size(), crowd.size()));
        }
        var taken = Load.flood(crowd.size(), AT_ONCE, _ -> (Load.Worker) (n, _) -> stack.with(tokens.get(n % operators))
                .post("/api/conversations/%s/assignment".formatted(ids[n]))
                .isSuccess());
        if (taken.measured().failures() > 0) {
            throw new IllegalStateException(taken.measured().failures() + " conversations could not be taken");
        }
        Patience.await("every conversation is held")
                .until(() -> conversations(trial).entrySet().stream()
                        .filter(entry -> crowd.customerNamed(entry.getKey()).isPresent())
                        .allMatch(entry -> entry.getValue().path("assignee").isObject()));
        return new HeldConversations(tokens, teamOf);
    }

    private static Map<String, JsonNode> conversations(Trial trial) {
        var byName = new HashMap<String, JsonNode>();
        trial.stack()
                .as(Operator.CARLA)
                .all(LIST)
                .forEach(each -> byName.put(each.path("contact").path("name").asText(), each));
        return byName;
    }
}
