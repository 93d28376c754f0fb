package org.centralino.gateway.intake;

import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.RouteOrder;

/// How long a connection stays open of which nothing comes.
///
/// A new one has to bring its first request within seconds (`quarkus.http.idle-timeout`). Who has done that once may
/// keep it open between requests for minutes, as browsers, proxies and live sockets do. What is left of a body when its
/// answer has gone out is taken for a while, because a client hears of its mistake only if it may finish its sentence.
@ApplicationScoped
class Connections {
    private static final String IDLE = "idle";
    private static final int REQUEST_TIMEOUT = 408;
    private static final long MOST_BYTES_TAKEN = 16L * 1024 * 1024;

    private final Vertx vertx;
    private final GatewayConfig.Intake config;

    Connections(Vertx vertx, GatewayConfig gateway) {
        this.vertx = vertx;
        this.config = gateway.intake();
    }

    void mount(@Observes Router router) {
        router.route().order(RouteOrder.CONNECTIONS).handler(call -> {
            var request = call.request();
            keepOpen(request.connection());
            if (IncomingBody.isSentWith(request)) {
                call.addEndHandler(_ -> takeTheRest(request));
            }
            call.next();
        });
    }

    private void keepOpen(HttpConnection connection) {
        if (connection instanceof HttpServerConnection open) {
            var pipeline = open.channel().pipeline();
            if (pipeline.get(IDLE) instanceof IdleStateHandler idle && !(idle instanceof KeptOpen)) {
                pipeline.replace(idle, IDLE, new KeptOpen(config.keptOpen().toMillis()));
            }
        }
    }

    private static final class KeptOpen extends IdleStateHandler {
        KeptOpen(long millis) {
            super(0, 0, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void takeTheRest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.response().getStatusCode() == REQUEST_TIMEOUT) {
            hangUp(request);
            return;
        }
        var taken = new AtomicLong();
        request.handler(chunk -> {
            if (taken.addAndGet(chunk.length()) > MOST_BYTES_TAKEN) {
                hangUp(request);
            }
        });
        var waiting = vertx.setTimer(config.patience().toMillis(), _ -> hangUp(request));
        request.endHandler(_ -> vertx.cancelTimer(waiting));
        request.resume();
    }

    /// Over HTTP/2 other requests share the connection.
    private static void hangUp(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
