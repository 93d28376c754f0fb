package org.centralino.simulator.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// An error of the control API (RFC 9457).
///
/// @param type `/problems/` and the reason
/// @param reasonKey what a program goes by
public record Problem(String type, String title, int status, String detail, String reasonKey) {
    static final String MEDIA_TYPE = "application/problem+json";

    /// @return a problem of the caller's making: 400
    public static ProblemException invalid(String detail) {
        return new ProblemException(of(400, "invalid-request", "The request cannot be understood", detail));
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
        return new Problem("/problems/" + reasonKey, title, status, detail, reasonKey);
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }
}
