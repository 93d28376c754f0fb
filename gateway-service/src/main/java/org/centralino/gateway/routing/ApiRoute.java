package org.centralino.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.centralino.gateway.Compression;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.ProblemAnswer;
import org.centralino.gateway.RouteOrder;
import org.centralino.gateway.intake.Connections;
import org.centralino.gateway.intake.IncomingBodies;
import org.centralino.gateway.intake.IncomingBody;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.problem.ProblemException;
import org.jboss.logging.Logger;

/// Everything under `/api` that a service owns is passed on to it: method, path, query, body and the few
/// headers that mean something to it. Bodies stream through as they come, both ways; none is ever held here.
@ApplicationScoped
class ApiRoute {
    private static final Logger LOG = Logger.getLogger(ApiRoute.class);
    private static final int SUCCESS = 2;

    /// What the gateway answers itself.
    private static final Set<String> OWN =
            Set.of("/api/me", "/api/config", "/api/openapi", "/api/live", "/api/webhook");

    /// Only these reach a service. Whoever forges an identity, a way or a trace by a header finds it gone.
    private static final Set<CharSequence> PASSED_ON = Set.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.AUTHORIZATION,
            "content-disposition",
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_NONE_MATCH,
            "if-range",
            "if-unmodified-since",
            "range",
            HttpHeaders.USER_AGENT);

    /// Headers that speak of one connection only, and what a service need not tell the world.
    private static final Set<String> NOT_PASSED_BACK = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "server",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final Vertx vertx;
    private final HttpClient http;
    private final GatewayConfig.Routing config;
    private final BodyLimits limits;
    private final Services services;
    private final IncomingBodies bodies;
    private final Connections connections;
    private final ProblemAnswer answer;

    ApiRoute(
            Vertx vertx,
            GatewayConfig gateway,
            Services services,
            IncomingBodies bodies,
            Connections connections,
            ProblemAnswer answer) {
        this.vertx = vertx;
        this.config = gateway.routing();
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis()),
                new PoolOptions().setHttp1MaxSize(config.connections()));
        this.limits = BodyLimits.of(config);
        this.services = services;
        this.bodies = bodies;
        this.connections = connections;
        this.answer = answer;
    }

    void mount(@Observes Router router) {
        router.route("/api/*").order(RouteOrder.OWN).handler(this::route);
    }

    private void route(RoutingContext call) {
        var path = call.normalizedPath();
        // A path that can be read in two ways is not read at all.
        if (!path.equals(call.request().path())) {
            refuse(call, path);
        } else if (OWN.contains(path)) {
            call.next();
        } else {
            RoutingTable.ownerOf(path)
                    .ifPresentOrElse(
                            service -> pass(call, path, services.addressOf(service)), () -> refuse(call, path));
        }
    }

    private void refuse(RoutingContext call, String path) {
        answer.send(call.response(), Problem.notFound("The address " + path));
    }

    private void pass(RoutingContext call, String path, URI service) {
        var request = call.request();
        try {
            var body = IncomingBody.isSentWith(request)
                    ? Optional.of(bodies.open(request, limits.of(path)))
                    : Optional.<IncomingBody>empty();
            ask(call, service, body)
                    .onSuccess(told -> hear(told, request))
                    // Whoever sends a body has proved something, or been refused, when the service answers.
                    .onComplete(_ -> body.ifPresent(IncomingBody::letGo))
                    .compose(told -> passBack(told, request.response())
                            .onComplete(_ -> body.filter(sent -> !sent.isOver())
                                    .ifPresent(_ -> told.request().reset())))
                    .onFailure(failure -> refuse(request, failure));
        } catch (ProblemException refused) {
            answer.send(request.response(), refused.problem());
        }
    }

    private void hear(HttpClientResponse told, HttpServerRequest request) {
        if (told.statusCode() / 100 == SUCCESS && request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            connections.trust(request.connection());
        }
    }

    private Future<HttpClientResponse> ask(RoutingContext call, URI service, Optional<IncomingBody> body) {
        var request = call.request();
        var options = new RequestOptions()
                .setMethod(request.method())
                .setHost(service.getHost())
                .setPort(portOf(service))
                .setSsl("https".equals(service.getScheme()))
                .setURI(request.uri())
                .setConnectTimeout(config.answerTimeout().toMillis());
        return http.request(options).compose(asked -> {
            // What goes wrong with it is told by its response.
            asked.exceptionHandler(_ -> {});
            if (request.response().closed()) {
                asked.reset();
                return Future.failedFuture("The client is gone");
            }
            call.addEndHandler(ended -> {
                if (ended.failed()) {
                    asked.reset();
                }
            });
            passOn(request.headers(), asked);
            return body.map(sent -> send(sent, asked)).orElseGet(() -> {
                asked.idleTimeout(config.answerTimeout().toMillis());
                return asked.send();
            });
        });
    }

    private static void passOn(MultiMap headers, HttpClientRequest asked) {
        PASSED_ON.forEach(
                name -> headers.getAll(name).forEach(value -> asked.headers().add(name, value)));
    }

    /// The head goes first, so that a service can refuse before anything of the body is there. The time for an answer
    /// begins when all of the body has been sent; until then the service must take some of it each time as long.
    private Future<HttpClientResponse> send(IncomingBody body, HttpClientRequest asked) {
        body.declared()
                .ifPresentOrElse(
                        length -> asked.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(length)),
                        () -> asked.setChunked(true));
        var answerTimeout = config.answerTimeout().toMillis();
        var told = Promise.<HttpClientResponse>promise();
        var takenBefore = new AtomicLong(-1);
        var stalled = vertx.setPeriodic(answerTimeout, _ -> {
            var hasMoved = takenBefore.getAndSet(body.taken()) != body.taken();
            // While there is room and the client owes bytes, it is he who is waited for, by the body itself.
            if (!hasMoved && (asked.writeQueueFull() || body.isOver())) {
                told.tryFail(new TimeoutException("The service takes no more of the body"));
                asked.reset();
            }
        });
        told.future().onComplete(_ -> vertx.cancelTimer(stalled));
        asked.response().onSuccess(told::tryComplete).onFailure(told::tryFail);
        asked.sendHead();
        body.pipe().endOnFailure(false).to(asked).onComplete(sent -> {
            vertx.cancelTimer(stalled);
            if (sent.cause() instanceof ProblemException blamed) {
                told.tryFail(blamed);
                asked.reset();
            } else if (!told.future().isComplete()) {
                // A service that hung up on the body may have answered before: that is heard first.
                asked.idleTimeout(answerTimeout);
            }
        });
        return told.future();
    }

    private static Future<Void> passBack(HttpClientResponse told, HttpServerResponse response) {
        if (response.closed()) {
            return Future.succeededFuture();
        }
        response.setStatusCode(told.statusCode());
        Compression.allow(response, told.getHeader(HttpHeaders.CONTENT_TYPE));
        told.headers().forEach((name, value) -> {
            if (!NOT_PASSED_BACK.contains(name.toLowerCase(Locale.ROOT))) {
                response.headers().add(name, value);
            }
        });
        if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.setChunked(true);
        }
        // An answer that breaks off must not look as if it were whole.
        return told.pipe().endOnFailure(false).to(response);
    }

    private void refuse(HttpServerRequest request, Throwable failure) {
        var response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        switch (failure) {
            case ProblemException refused -> answer.send(response, refused.problem());
            case TimeoutException _ when !response.headWritten() -> answer.send(response, SLOW);
            default -> {
                LOG.warnf("%s %s found no service: %s", request.method(), request.path(), failure);
                if (response.headWritten()) {
                    Connections.breakOff(request);
                } else {
                    answer.send(response, AWAY);
                }
            }
        }
    }

    private static final Problem SLOW = Problem.of(
            504,
            "service-unavailable",
            "No answer in time",
            "The part of Centralino that answers this is too slow just now. It may still do what you asked.");

    private static final Problem AWAY = Problem.of(
            503,
            "service-unavailable",
            "Not available just now",
            "The part of Centralino that answers this does not run just now. Try again in a moment.");

    private static int portOf(URI service) {
        if (service.getPort() >= 0) {
            return service.getPort();
        }
        return "https".equals(service.getScheme()) ? 443 : 80;
    }
}
