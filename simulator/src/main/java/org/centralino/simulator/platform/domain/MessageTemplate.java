package org.centralino.simulator.platform.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A template of the business account in one language.
///
/// @param id the platform's
/// @param waba the business account
/// @param status in the platform's word; `DELETED` ones are remembered, because their name is blocked for a while
/// @param format `POSITIONAL` or `NAMED`
/// @param components in the platform's form
/// @param quality in the platform's word
/// @param reason why it was rejected, in the platform's word
/// @param wasApproved whether it was ever approved
/// @param edits when its parts were replaced while it was approved, as far as that still counts
/// @param madeAt when it was made by a call; null when it was there from the start
/// @param changedAt when anything of it changed last
public record MessageTemplate(
        String id,
        String waba,
        String name,
        String language,
        String category,
        String status,
        String format,
        List<Map<String, Object>> components,
        String quality,
        @Nullable String reason,
        boolean wasApproved,
        List<Instant> edits,
        @Nullable Instant madeAt,
        Instant changedAt) {
    public static final String APPROVED = "APPROVED";
    public static final String DELETED = "DELETED";
    public static final String PENDING = "PENDING";

    /// For so long an edit of an approved one counts (fact sheet, section 10.2).
    public static final Duration EDITS_COUNT_FOR = Duration.ofDays(30);

    public MessageTemplate {
        edits = edits == null ? List.of() : List.copyOf(edits);
    }

    public boolean isDeleted() {
        return status.equals(DELETED);
    }

    public MessageTemplate withStatus(String after, @Nullable String why, Instant at) {
        return new MessageTemplate(
                id,
                waba,
                name,
                language,
                category,
                after,
                format,
                components,
                quality,
                why,
                wasApproved || after.equals(APPROVED),
                edits,
                madeAt,
                at);
    }

    public MessageTemplate withCategory(String after, Instant at) {
        return new MessageTemplate(
                id,
                waba,
                name,
                language,
                after,
                status,
                format,
                components,
                quality,
                reason,
                wasApproved,
                edits,
                madeAt,
                at);
    }

    public MessageTemplate withQuality(String after, Instant at) {
        return new MessageTemplate(
                id,
                waba,
                name,
                language,
                category,
                status,
                format,
                components,
                after,
                reason,
                wasApproved,
                edits,
                madeAt,
                at);
    }

    /// @return with other parts, to be looked at again
    public MessageTemplate withParts(
            String afterCategory, String afterFormat, List<Map<String, Object>> parts, Instant at) {
        return new MessageTemplate(
                id,
                waba,
                name,
                language,
                afterCategory,
                PENDING,
                afterFormat,
                parts,
                quality,
                null,
                wasApproved,
                status.equals(APPROVED)
                        ? Stream.concat(edits(at).stream(), Stream.of(at)).toList()
                        : edits,
                madeAt,
                at);
    }

    /// @return when it was edited while it was approved, of what counts at that time, oldest first
    public List<Instant> edits(Instant now) {
        return edits.stream()
                .filter(at -> at.plus(EDITS_COUNT_FOR).isAfter(now))
                .toList();
    }

    /// @return as the Graph API shows it
    public Map<String, Object> shown() {
        var all = new LinkedHashMap<String, Object>();
        all.put("id", id);
        all.put("name", name);
        all.put("language", language);
        all.put("status", status);
        all.put("category", category);
        all.put("parameter_format", format);
        all.put("components", components);
        all.put("quality_score", Map.of("score", quality, "date", changedAt.getEpochSecond()));
        all.put("rejected_reason", reason == null ? "NONE" : reason);
        return all;
    }
}
