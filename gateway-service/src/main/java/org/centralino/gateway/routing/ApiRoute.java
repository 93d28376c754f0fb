package org.centralino.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.centralino.gateway.Compression;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.LimitedBody;
import org.centralino.gateway.ProblemAnswer;
import org.centralino.gateway.RouteOrder;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.problem.ProblemException;
import org.jboss.logging.Logger;

/// Everything under `/api` that a service owns is passed on to it: method, path, query, body and the few
/// headers that mean something to it. Answers stream back as they come.
@ApplicationScoped
class ApiRoute {
    private static final Logger LOG = Logger.getLogger(ApiRoute.class);
    private static final int LARGEST_BODY = 1024 * 1024;

    /// What the gateway answers itself.
    private static final Set<String> OWN = Set.of("/api/me", "/api/config", "/api/openapi", "/api/live");

    /// Only these reach a service. Whoever forges an identity or a way by a header finds it gone.
    private static final Set<CharSequence> PASSED_ON = Set.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.USER_AGENT,
            "traceparent",
            "tracestate");

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

    private final HttpClient http;
    private final GatewayConfig.Routing config;
    private final Services services;
    private final ProblemAnswer answer;

    ApiRoute(Vertx vertx, GatewayConfig gateway, Services services, ProblemAnswer answer) {
        this.config = gateway.routing();
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis()),
                new PoolOptions().setHttp1MaxSize(config.connections()));
        this.services = services;
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
                            service -> pass(call.request(), services.addressOf(service)), () -> refuse(call, path));
        }
    }

    private void refuse(RoutingContext call, String path) {
        answer.send(call.response(), Problem.notFound("The address " + path));
    }

    private void pass(HttpServerRequest request, URI service) {
        var response = request.response();
        LimitedBody.of(request, LARGEST_BODY)
                .compose(body -> ask(request, service, body))
                .compose(asked -> passBack(asked, response))
                .onFailure(failure -> refuse(request, failure));
    }

    private Future<HttpClientResponse> ask(HttpServerRequest request, URI service, Buffer body) {
        var call = new RequestOptions()
                .setMethod(request.method())
                .setHost(service.getHost())
                .setPort(portOf(service))
                .setSsl("https".equals(service.getScheme()))
                .setURI(request.uri())
                .setTimeout(config.answerTimeout().toMillis());
        return http.request(call).compose(asked -> {
            request.response().exceptionHandler(_ -> asked.reset());
            request.response().closeHandler(_ -> asked.reset());
            passOn(request.headers(), asked);
            return body.length() == 0 ? asked.send() : asked.send(body);
        });
    }

    private static void passOn(MultiMap headers, HttpClientRequest asked) {
        PASSED_ON.forEach(
                name -> headers.getAll(name).forEach(value -> asked.headers().add(name, value)));
    }

    private static Future<Void> passBack(HttpClientResponse told, HttpServerResponse response) {
        if (response.closed()) {
            return Future.succeededFuture();
        }
        Compression.allow(response);
        response.setStatusCode(told.statusCode());
        told.headers().forEach((name, value) -> {
            if (!NOT_PASSED_BACK.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                response.headers().add(name, value);
            }
        });
        if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.setChunked(true);
        }
        return told.pipeTo(response);
    }

    private void refuse(HttpServerRequest request, Throwable failure) {
        switch (failure) {
            case ProblemException refused -> answer.send(request.response(), refused.problem());
            case TimeoutException _ -> answer.send(request.response(), SLOW);
            default -> {
                LOG.warnf("%s %s found no service: %s", request.method(), request.path(), failure);
                if (request.response().headWritten()) {
                    request.connection().close();
                } else {
                    answer.send(request.response(), AWAY);
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
