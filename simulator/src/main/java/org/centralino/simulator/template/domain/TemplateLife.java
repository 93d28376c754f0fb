package org.centralino.simulator.template.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.centralino.simulator.platform.domain.MessageTemplate;
import org.jspecify.annotations.Nullable;

/// What happens to a template at the platform: somebody looks at it, customers dislike it, its category is corrected.
///
/// @param event the new status as the platform tells it, such as `APPROVED`, `REJECTED`, `PAUSED`, `DISABLED`
/// @param reason why, in the platform's word
/// @param explanation why, in a sentence
/// @param recommendation what to do about it
/// @param category the category that the platform finds right
/// @param impending whether that comes within a day only
/// @param quality the new quality
public record TemplateLife(
        @Nullable String event,
        @Nullable String reason,
        @Nullable String explanation,
        @Nullable String recommendation,
        @Nullable String category,
        boolean impending,
        @Nullable String quality) {
    private static final Set<String> EVENTS = Set.of(
            "APPROVED",
            "REJECTED",
            "PENDING",
            "PAUSED",
            "DISABLED",
            "FLAGGED",
            "REINSTATED",
            "IN_APPEAL",
            "ARCHIVED",
            "LIMIT_EXCEEDED");
    private static final Set<String> CATEGORIES = Set.of("MARKETING", "UTILITY", "AUTHENTICATION");
    private static final Set<String> QUALITIES = Set.of("GREEN", "YELLOW", "RED", "UNKNOWN");

    /// What the platform tells of it.
    ///
    /// @param after how the template stands then
    public record Told(MessageTemplate after, String field, Map<String, Object> value) {}

    /// @return what is wrong with it, if anything is
    public Optional<String> objection() {
        if (event == null && category == null && quality == null) {
            return Optional.of("Say what happens: event, category or quality.");
        }
        if (event != null && !EVENTS.contains(event)) {
            return Optional.of("event is one of " + EVENTS);
        }
        if (category != null && !CATEGORIES.contains(category)) {
            return Optional.of("category is one of " + CATEGORIES);
        }
        return quality != null && !QUALITIES.contains(quality)
                ? Optional.of("quality is one of " + QUALITIES)
                : Optional.empty();
    }

    public Told of(MessageTemplate template, Instant now) {
        if (event != null) {
            return status(template, event, now);
        }
        return category != null ? category(template, category, now) : quality(template, now);
    }

    private Told status(MessageTemplate template, String told, Instant now) {
        var why = told.equals("REJECTED") && reason == null ? "INVALID_FORMAT" : reason;
        var value = about(template);
        value.put("event", told);
        value.put("message_template_category", template.category());
        value.put("reason", why == null ? "NONE" : why);
        if (told.equals("REJECTED") && explanation != null) {
            var info = new LinkedHashMap<String, Object>();
            info.put("reason", explanation);
            if (recommendation != null) {
                info.put("recommendation", recommendation);
            }
            value.put("rejection_info", info);
        }
        if (told.equals("PAUSED") || told.equals("DISABLED")) {
            var info = new LinkedHashMap<String, Object>();
            info.put("title", told.equals("PAUSED") ? "FIRST_PAUSE" : "DISABLED");
            info.put("description", explanation == null ? "Customers gave negative feedback on it." : explanation);
            value.put("other_info", info);
        }
        var after = told.equals("REINSTATED") ? MessageTemplate.APPROVED : told;
        return new Told(
                template.withStatus(after, told.equals("REJECTED") ? why : null, now),
                "message_template_status_update",
                value);
    }

    private Told category(MessageTemplate template, String right, Instant now) {
        var value = about(template);
        if (impending) {
            value.put("correct_category", right);
            value.put("new_category", template.category());
            value.put(
                    "category_update_timestamp", now.plusSeconds(24L * 60 * 60).getEpochSecond());
            return new Told(template, "template_category_update", value);
        }
        value.put("previous_category", template.category());
        value.put("new_category", right);
        return new Told(template.withCategory(right, now), "template_category_update", value);
    }

    private Told quality(MessageTemplate template, Instant now) {
        var after = quality == null ? template.quality() : quality;
        var value = about(template);
        value.put("previous_quality_score", template.quality());
        value.put("new_quality_score", after);
        return new Told(template.withQuality(after, now), "message_template_quality_update", value);
    }

    /// @return what every webhook about it says
    public static Map<String, Object> about(MessageTemplate template) {
        var value = new LinkedHashMap<String, Object>();
        value.put("message_template_id", Long.parseLong(template.id()));
        value.put("message_template_name", template.name());
        value.put("message_template_language", template.language());
        return value;
    }
}
