package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.centralino.outbound.number.domain.Connection;
import org.centralino.outbound.number.domain.Connection.Obstacle;
import org.centralino.outbound.token.AccessTokens;
import org.jspecify.annotations.Nullable;

/// Asks the platform what it knows of a number (fact sheet, section 11.1). A call waits for its answer, so it is for a
/// thread that may wait.
@ApplicationScoped
public class CloudNumbers {
    private static final String FIELDS = "?fields="
            + String.join(
                    ",",
                    "display_phone_number",
                    "verified_name",
                    "status",
                    "quality_rating",
                    "throughput",
                    "whatsapp_business_manager_messaging_limit",
                    "name_status",
                    "is_on_biz_app",
                    "health_status");

    private static final int NO_CODE = 0;

    private final Graph graph;
    private final AccessTokens tokens;

    CloudNumbers(Graph graph, AccessTokens tokens) {
        this.graph = graph;
        this.tokens = tokens;
    }

    /// @return what it knows, asked by the token in use; it never fails
    public PlatformAnswer<Connection> ask(String phoneNumberId) {
        return ask(phoneNumberId, tokens.of(phoneNumberId));
    }

    /// @return what it knows, asked by another token
    public PlatformAnswer<Connection> ask(String phoneNumberId, String token) {
        return PlatformAnswer.of(graph.get(phoneNumberId, FIELDS, token), CloudNumbers::read);
    }

    private static Optional<Connection> read(JsonNode answer) {
        if (!answer.isObject()) {
            return Optional.empty();
        }
        var health = answer.path("health_status");
        return Optional.of(new Connection(
                words(answer, "display_phone_number"),
                words(answer, "verified_name"),
                words(answer, "status"),
                words(answer, "quality_rating"),
                words(answer.path("throughput"), "level"),
                words(answer, "whatsapp_business_manager_messaging_limit"),
                words(answer, "name_status"),
                answer.path("is_on_biz_app").asBoolean(),
                words(health, "can_send_message"),
                obstacles(health.path("entities"))));
    }

    private static List<Obstacle> obstacles(JsonNode entities) {
        var found = new ArrayList<Obstacle>();
        for (var entity : entities) {
            for (var error : entity.path("errors")) {
                found.add(new Obstacle(
                        words(entity, "entity_type"),
                        error.path("error_code").asInt(),
                        words(error, "error_description"),
                        words(error, "possible_solution")));
            }
            for (var hint : entity.path("additional_info")) {
                found.add(new Obstacle(words(entity, "entity_type"), NO_CODE, hint.asText(), null));
            }
        }
        return found;
    }

    private static @Nullable String words(JsonNode object, String field) {
        var words = object.path(field).asText("");
        return words.isBlank() ? null : words;
    }
}
