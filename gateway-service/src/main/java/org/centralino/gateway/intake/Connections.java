package org.centralino.gateway.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.ProblemAnswer;
import org.centralino.gateway.RouteOrder;

/// How long a connection stays open of which nothing comes, and how many one address may have that proved nothing.
///
/// A new one has to bring its first request within seconds (`quarkus.http.idle-timeout`). Who has done that once may
/// keep it open between requests for minutes, as browsers, proxies and live sockets do. What is left of a body when its
/// answer has gone out is taken for a while, because a client hears of its mistake only if it may finish its sentence.
@ApplicationScoped
public class Connections {
    private static final String IDLE = "idle";
    private static final String LIVE = "/api/live";
    private static final int REQUEST_TIMEOUT = 408;
    private static final long MOST_BYTES_TAKEN = 16L * 1024 * 1024;

    private final Vertx vertx;
    private final GatewayConfig.Intake config;
    private final IncomingBodies bodies;
    private final ProblemAnswer answer;
    private final Counter closed;
    private final Strangers<Open> strangers;

    Connections(
            Vertx vertx, GatewayConfig gateway, IncomingBodies bodies, ProblemAnswer answer, MeterRegistry metrics) {
        this.vertx = vertx;
        this.config = gateway.intake();
        this.bodies = bodies;
        this.answer = answer;
        this.closed = metrics.counter("centralino.intake.closed");
        this.strangers = new Strangers<>(config.connectionsPerAddress());
    }

    void mount(@Observes Router router) {
        router.route().order(RouteOrder.CONNECTIONS).handler(call -> {
            var request = call.request();
            if (IncomingBody.isSentWith(request)) {
                call.addEndHandler(_ -> takeTheRest(request));
            }
            if (openOf(request.connection()).map(open -> isLetIn(call, open)).orElse(true)) {
                call.next();
            } else {
                answer.send(
                        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE),
                        bodies.busy("connections").problem());
            }
        });
    }

    /// Somebody has proved something over this connection, by a token or a signature: it is not counted any more.
    public void trust(HttpConnection connection) {
        openOf(connection).ifPresent(open -> {
            open.isTrusted = true;
            strangers.leave(open.address, open);
        });
    }

    private boolean isLetIn(RoutingContext call, Open open) {
        var request = call.request();
        if (open.isTrusted || !ClientAddress.of(request.remoteAddress()).equals(open.address)) {
            // The other address was told by a proxy that is trusted: it is the proxy's connection.
            return true;
        }
        open.requests.incrementAndGet();
        call.addEndHandler(_ -> rest(open));
        if (isLiveSocket(request)) {
            // It needs a token, or is refused at once.
            strangers.leave(open.address, open);
            return true;
        }
        var toGo = strangers.work(open.address, open);
        toGo.filter(other -> other != open).ifPresent(this::close);
        return toGo.filter(other -> other == open).isEmpty();
    }

    private void rest(Open open) {
        if (open.requests.decrementAndGet() > 0 || open.isTrusted) {
            return;
        }
        strangers.rest(open.address, open).ifPresent(this::close);
        // Closed in between, on its event loop, it would stay counted.
        if (!open.channel.isOpen()) {
            strangers.leave(open.address, open);
        }
    }

    private static boolean isLiveSocket(HttpServerRequest request) {
        return LIVE.equals(request.path()) && request.headers().contains(HttpHeaders.UPGRADE);
    }

    private void close(Open open) {
        closed.increment();
        open.connection.close();
    }

    private Optional<Open> openOf(HttpConnection connection) {
        if (!(connection instanceof HttpServerConnection server)) {
            return Optional.empty();
        }
        var channel = server.channel();
        return switch (channel.pipeline().get(IDLE)) {
            case Open open -> Optional.of(open);
            case IdleStateHandler firstRequest -> {
                var open = new Open(connection, channel, config.keptOpen());
                channel.pipeline().replace(firstRequest, IDLE, open);
                channel.closeFuture().addListener(_ -> strangers.leave(open.address, open));
                yield Optional.of(open);
            }
            case null, default -> Optional.empty();
        };
    }

    /// A connection that has brought a request.
    private static final class Open extends IdleStateHandler {
        private final HttpConnection connection;
        private final Channel channel;
        private final String address;
        private final AtomicInteger requests = new AtomicInteger();
        private volatile boolean isTrusted;

        Open(HttpConnection connection, Channel channel, Duration idle) {
            super(0, 0, idle.toMillis(), TimeUnit.MILLISECONDS);
            this.connection = connection;
            this.channel = channel;
            this.address = ClientAddress.of(connection.remoteAddress());
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

    private static void hangUp(HttpServerRequest request) {
        if (!request.isEnded()) {
            breakOff(request);
        }
    }

    /// Ends a request that cannot be ended properly. Over HTTP/2 other requests share the connection.
    public static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
