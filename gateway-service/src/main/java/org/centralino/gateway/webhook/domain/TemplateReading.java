package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.joined;
import static org.centralino.gateway.webhook.domain.PlatformJson.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.centralino.events.AccountFact.TemplateChanged;
import org.jspecify.annotations.Nullable;

/// Reads what became of a template (fact sheet, section 3.5).
final class TemplateReading {
    private TemplateReading() {}

    static TemplateChanged factOf(String field, JsonNode value) {
        return switch (field) {
            case "message_template_status_update" ->
                changed(
                        value,
                        "status",
                        line(value, "event"),
                        null,
                        firstOf(AccountFactReading.reason(value, "reason"), line(value.path("other_info"), "title")),
                        explanation(value));
            case "message_template_quality_update" ->
                changed(
                        value,
                        "quality",
                        line(value, "new_quality_score"),
                        line(value, "previous_quality_score"),
                        null,
                        null);
            case "message_template_components_update" -> changed(value, "components", null, null, null, null);
            default -> category(value);
        };
    }

    /// A category that the platform finds right and that is not the current one will be the new one within a day.
    private static TemplateChanged category(JsonNode value) {
        var right = line(value, "correct_category");
        return right == null
                ? changed(value, "category", line(value, "new_category"), line(value, "previous_category"), null, null)
                : changed(
                        value,
                        "category",
                        right,
                        firstOf(line(value, "new_category"), line(value, "category")),
                        "IMPENDING",
                        null);
    }

    private static @Nullable String explanation(JsonNode value) {
        return joined(
                " ",
                Stream.of(
                        line(value.path("rejection_info"), "reason"),
                        line(value.path("rejection_info"), "recommendation"),
                        line(value.path("other_info"), "description")));
    }

    private static TemplateChanged changed(
            JsonNode value,
            String aspect,
            @Nullable String now,
            @Nullable String before,
            @Nullable String reason,
            @Nullable String explanation) {
        return new TemplateChanged(
                line(value, "message_template_id"),
                line(value, "message_template_name"),
                line(value, "message_template_language"),
                aspect,
                now,
                before,
                reason,
                explanation);
    }
}
