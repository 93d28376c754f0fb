package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.centralino.events.PlatformError;
import org.centralino.outbound.dispatch.domain.Answer;
import org.jspecify.annotations.Nullable;

/// Reads what the platform answered (fact sheet, sections 8.2 and 12.1). What cannot be read proves
/// nothing.
final class CloudAnswer {
    private static final int TOO_MANY = 429;
    private static final int LONGEST_WORDS = 1_000;

    private CloudAnswer() {}

    static Answer read(int httpStatus, String body, ObjectMapper json) {
        var answer = parsed(body, json);
        if (httpStatus >= 200 && httpStatus < 300) {
            var platformId = answer.path("messages").path(0).path("id").asText("");
            return platformId.isBlank()
                    ? new Answer.Unclear("WhatsApp answered %d without a message id.".formatted(httpStatus))
                    : new Answer.Taken(
                            platformId,
                            answer.path("contacts").path(0).path("wa_id").textValue());
        }
        var error = answer.path("error");
        if (httpStatus >= 400 && error.path("code").canConvertToInt()) {
            return new Answer.Problem(
                    httpStatus, errorOf(error), error.path("is_transient").asBoolean());
        }
        return httpStatus == TOO_MANY
                ? new Answer.TooMany()
                : new Answer.Unclear("WhatsApp answered %d without an error that can be read.".formatted(httpStatus));
    }

    /// @return the words of a field; null when it has none
    static @Nullable String words(JsonNode object, String field) {
        var words = object.path(field).asText("");
        return words.isBlank() ? null : words;
    }

    /// @return where the next page of a list begins; null when this is the last one
    static @Nullable String next(JsonNode list) {
        var paging = list.path("paging");
        return paging.hasNonNull("next") ? words(paging.path("cursors"), "after") : null;
    }

    static JsonNode parsed(String body, ObjectMapper json) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return json.missingNode();
        }
    }

    static PlatformError errorOf(JsonNode error) {
        var data = error.path("error_data");
        var details = data.isTextual() ? data.asText() : data.path("details").asText("");
        return new PlatformError(
                error.path("code").asInt(),
                firstWordsOf(
                        error.path("error_user_title").asText(""),
                        error.path("message").asText(""),
                        "Error"),
                firstWordsOf(details, error.path("error_user_msg").asText("")));
    }

    /// @return the first that says anything, cut to what a person would read; null when none does
    private static @Nullable String firstWordsOf(String... candidates) {
        return Stream.of(candidates)
                .filter(words -> !words.isBlank())
                .findFirst()
                .map(words -> words.substring(0, Math.min(words.length(), LONGEST_WORDS)))
                .orElse(null);
    }
}
