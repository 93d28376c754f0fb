package org.centralino.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.centralino.events.Person;
import org.jspecify.annotations.Nullable;

/// A refusal that programs and people can act on (RFC 9457).
///
/// @param status the HTTP status
/// @param reasonKey the reason in kebab case, which clients match and translate
/// @param title the reason in words, the same for all refusals of this kind
/// @param detail what is so in this case, and what to do about it
/// @param extensions what a client needs to go on, such as who holds the conversation
@JsonPropertyOrder({"type", "title", "status", "detail", "reasonKey"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        int status,
        String reasonKey,
        String title,
        String detail,
        @JsonAnyGetter Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    public static Problem of(int status, String reasonKey, String title, String detail) {
        return new Problem(status, reasonKey, title, detail, Map.of());
    }

    public static Problem notFound(String what) {
        return of(404, "not-found", "Not found", what + " does not exist, or you may not see it.");
    }

    public static Problem invalid(String detail) {
        return of(400, "invalid-request", "The request is not valid", detail);
    }

    /// @param violations the fields that are wrong
    public static Problem invalid(List<Violation> violations) {
        return invalid(violations.stream()
                        .map(violation -> violation.field() + " " + violation.message())
                        .collect(Collectors.joining("; ", "", ".")))
                .with("violations", violations);
    }

    public static Problem notAllowed(String permission) {
        return of(
                        403,
                        "not-allowed",
                        "You may not do this",
                        "It needs the permission %s. Who manages your team can grant it.".formatted(permission))
                .with("permission", permission);
    }

    /// @param holder who is responsible for the conversation
    /// @param epoch since which change
    public static Problem heldByAnother(Person holder, long epoch) {
        return of(
                        409,
                        "held-by-another-operator",
                        "Another operator holds this conversation",
                        "%s holds this conversation.".formatted(holder.name()))
                .with("holder", holder)
                .with("epoch", epoch);
    }

    /// @param newest the latest change of the holder that is known
    public static Problem epochUnknown(long newest) {
        return of(
                        409,
                        "epoch-unknown",
                        "This epoch is not known",
                        "The newest is %d. Try again in a moment, or load the conversation again.".formatted(newest))
                .with("epoch", newest);
    }

    /// @return the problem's type, a reference that is resolved against the API's own address
    public String getType() {
        return "/problems/" + reasonKey;
    }

    /// @return the same problem with one more thing that a client needs to go on; null leaves it out
    public Problem with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(status, reasonKey, title, detail, more);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
