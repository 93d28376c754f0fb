package org.centralino.simulator.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error of the control API (RFC 9457).
///
/// @param type `/problems/` and the reason
/// @param reasonKey what a program goes by
/// @param violations which fields are wrong; null when it is not about fields
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String reasonKey,
        @Nullable List<Violation> violations) {
    static final String MEDIA_TYPE = "application/problem+json";

    /// One field that is wrong.
    ///
    /// @param key what a program (or a translation) goes by
    public record Violation(String field, String key, String message) {}

    /// @return a field of the caller's that is wrong: 400
    public static ProblemException invalid(Violation violation) {
        var problem = of(400, "invalid-request", "The request cannot be understood", violation.message());
        return new ProblemException(new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.reasonKey(),
                List.of(violation)));
    }

    /// @return a problem of the caller's making: 400
    public static ProblemException invalid(String detail) {
        return new ProblemException(of(400, "invalid-request", "The request cannot be understood", detail));
    }

    /// @return the body of a request; without one, 400
    public static <T> T given(@Nullable T body) {
        if (body == null) {
            throw invalid("A JSON body is needed.");
        }
        return body;
    }

    /// @return 404
    public static ProblemException notFound(String detail) {
        return new ProblemException(of(404, "not-found", "Nothing is there", detail));
    }

    /// @return 409
    public static ProblemException conflict(String reasonKey, String title, String detail) {
        return new ProblemException(of(409, reasonKey, title, detail));
    }

    static Problem of(int status, String reasonKey, String title, String detail) {
        return new Problem("/problems/" + reasonKey, title, status, detail, reasonKey, null);
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }
}
