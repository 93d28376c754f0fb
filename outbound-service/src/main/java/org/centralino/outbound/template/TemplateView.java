package org.centralino.outbound.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.centralino.events.Template;
import org.centralino.outbound.template.domain.Changeable;
import org.centralino.outbound.template.domain.Changeable.Refusal;
import org.centralino.outbound.use.TemplateUse;
import org.centralino.outbound.use.UseQueries.Key;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A template and how it stands.
///
/// @param explanation what WhatsApp said to its status, in sentences
/// @param changedAt when something of it changed last
/// @param fixed why it cannot be changed; left out when it can
/// @param use how often it was used, and with what result; left out in the answer to a change
@Schema(name = "TemplateView")
record TemplateView(
        Template template,
        @Nullable String explanation,
        Instant changedAt,
        @Nullable Fixed fixed,
        @Nullable TemplateUse use) {

    /// Why it cannot be changed.
    @Schema(name = "TemplateFixed")
    enum Fixed {
        /// Only approved, rejected and paused ones can.
        @JsonProperty("not-now")
        NOT_NOW,
        /// It has parts that cannot be made here, and would lose them.
        @JsonProperty("has-more")
        HAS_MORE
    }

    TemplateView used(Map<Key, TemplateUse> uses) {
        var key = new Key(template.name(), template.language());
        return new TemplateView(template, explanation, changedAt, fixed, uses.getOrDefault(key, TemplateUse.NONE));
    }

    static TemplateView of(TemplateRow.Written row) {
        return new TemplateView(
                row.template(),
                row.explanation(),
                row.writtenAt(),
                Changeable.refusal(row.template())
                        .map(refusal -> refusal == Refusal.HAS_MORE ? Fixed.HAS_MORE : Fixed.NOT_NOW)
                        .orElse(null),
                null);
    }
}
