package org.centralino.outbound.template;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Locale;
import org.centralino.events.Template;
import org.centralino.outbound.template.domain.Comparison.Known;
import org.jspecify.annotations.Nullable;

/// A row of the table `template`.
///
/// @param template as JSON
record TemplateRow(
        String id,
        String accountId,
        String name,
        String language,
        String status,
        String category,
        @Nullable String quality,
        @JsonRawValue String template) {

    static final String COLUMNS = "template::text as template, explanation, gone, written_at, told_at";

    /// What a row says.
    record Written(Template template, @Nullable String explanation, boolean gone, Instant writtenAt, Instant toldAt) {
        Known known() {
            return new Known(template, gone, writtenAt, toldAt);
        }
    }

    static TemplateRow of(Template template, ObjectMapper json) {
        try {
            return new TemplateRow(
                    template.id(),
                    template.accountId(),
                    template.name(),
                    template.language(),
                    word(template.status()),
                    word(template.category()),
                    template.quality(),
                    json.writeValueAsString(template));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Not a document", impossible);
        }
    }

    /// @return as the API writes it
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Written read(Row row, ObjectMapper json) {
        try {
            return new Written(
                    json.readValue(row.getString("template"), Template.class),
                    row.getString("explanation"),
                    row.getBoolean("gone"),
                    row.getOffsetDateTime("written_at").toInstant(),
                    row.getOffsetDateTime("told_at").toInstant());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The row was not written by this service", broken);
        }
    }
}
