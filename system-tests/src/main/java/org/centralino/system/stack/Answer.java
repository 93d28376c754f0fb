package org.centralino.system.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Optional;

/// What an HTTP call was answered.
///
/// @param status 0 when there was no answer at all
/// @param type the content type, or an empty text
/// @param text the body as it came; when there was no answer, why not
public record Answer(int status, String type, String text) {
    static final int NONE = 0;

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("content-type").orElse(""),
                response.body());
    }

    static Answer none(Exception reason) {
        return new Answer(NONE, "", reason.toString());
    }

    /// @return whether the server did what was asked
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /// @return whether asking again later is right: nobody answered, or not now
    public boolean isPassing() {
        return status == NONE || status / 100 == 5 || status == 429;
    }

    public JsonNode json() {
        return type.contains("json") ? Json.read(text) : MissingNode.getInstance();
    }

    /// @return the key of a problem document, such as `window-closed`
    public Optional<String> problem() {
        return type.startsWith("application/problem+json")
                ? Optional.ofNullable(json().path("reasonKey").textValue())
                : Optional.empty();
    }
}
