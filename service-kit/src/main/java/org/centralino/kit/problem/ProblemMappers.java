package org.centralino.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Every error leaves a service as a [Problem]; none shows what is inside.
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public RestResponse<Problem> refused(ProblemException refused) {
        return response(refused.problem());
    }

    @ServerExceptionMapper
    public RestResponse<Problem> invalid(ConstraintViolationException invalid) {
        return response(Problem.invalid(invalid.getConstraintViolations().stream()
                .map(ProblemMappers::violation)
                .toList()));
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        var rule = BrokenRule.of(violation);
        return new Violation(fieldOf(violation), rule.code(), rule.limit(), violation.getMessage());
    }

    /// The framework has an own answer for the second, without words, that would win.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public RestResponse<Problem> notJson(JsonProcessingException broken) {
        var field = broken instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .map(String::valueOf)
                        .collect(Collectors.joining("."))
                : "";
        return response(Problem.invalid(
                field.isEmpty()
                        ? "The body is not JSON that can be read."
                        : "The field %s has a value of the wrong kind.".formatted(field)));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public RestResponse<Problem> notSignedIn(SecurityException notSignedIn) {
        var problem = Problem.of(
                401,
                "not-signed-in",
                "Not signed in",
                "There is no valid access token with this request. Sign in again and repeat it.");
        return RestResponse.ResponseBuilder.<Problem>create(401)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> notAllowed(ForbiddenException notAllowed) {
        return response(
                Problem.of(403, "not-allowed", "You may not do this", "Your role lacks a permission that this needs."));
    }

    /// Errors of the framework itself: no such path, a method or a kind of body that is not served, a bad
    /// parameter.
    @ServerExceptionMapper
    public RestResponse<Problem> refusedByFramework(WebApplicationException refused) {
        if (refused.getCause() instanceof JsonProcessingException broken) {
            return notJson(broken);
        }
        var status = refused.getResponse().getStatusInfo();
        var key = switch (status.getStatusCode()) {
            case 400 -> "invalid-request";
            case 401 -> "not-signed-in";
            case 403 -> "not-allowed";
            case 404 -> "not-found";
            case 413 -> "payload-too-large";
            default -> status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        };
        var detail = status.getFamily() == Response.Status.Family.SERVER_ERROR
                ? "This failed on our side. Try again in a moment."
                : "The address or the way it was called is wrong.";
        return response(Problem.of(status.getStatusCode(), key, status.getReasonPhrase(), detail));
    }

    @ServerExceptionMapper
    public RestResponse<Problem> failed(Throwable failure) {
        var reference = UUID.randomUUID().toString();
        LOG.errorf(failure, "A request failed, reference %s", reference);
        return response(Problem.of(
                        500,
                        "internal-error",
                        "This failed on our side",
                        "Look whether it was done before you try again; if it stays, give your administrator the"
                                + " reference.")
                .with("reference", reference));
    }

    private static RestResponse<Problem> response(Problem problem) {
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    /// The path inside the body: the method and parameter names in front of it mean nothing to a client.
    private static String fieldOf(ConstraintViolation<?> violation) {
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Object::toString)
                .toList();
        return String.join(
                ".", nodes.size() > 2 ? nodes.subList(2, nodes.size()) : nodes.subList(nodes.size() - 1, nodes.size()));
    }
}
