package org.centralino.gateway.live;

import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.centralino.gateway.ProblemAnswer;
import org.centralino.gateway.RouteOrder;
import org.centralino.kit.problem.Problem;

/// Answers who is refused a live socket. The framework may have answered already; then nothing is left to
/// do.
@ApplicationScoped
class LiveRefusal {
    private final ProblemAnswer answer;

    LiveRefusal(ProblemAnswer answer) {
        this.answer = answer;
    }

    void mount(@Observes Router router) {
        router.route("/api/live").order(RouteOrder.OWN).failureHandler(this::refuse);
    }

    private void refuse(RoutingContext call) {
        var problem = call.failure() instanceof ForbiddenException
                ? Problem.of(403, "not-allowed", "You may not do this", "Your role lacks a permission that this needs.")
                : Problem.of(
                        401,
                        "not-signed-in",
                        "Not signed in",
                        "There is no valid access token with this request. Sign in again and repeat it.");
        answer.send(call.response(), problem);
    }
}
