package org.centralino.kit;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/// What a process does between being told to stop and stopping: it says that it is not ready, goes on for a while for
/// those who have not heard that yet, but so that nobody comes back over the same connection, and finishes what it has
/// begun.
///
/// Quarkus' own (`quarkus.shutdown.timeout`) takes a live socket for a request that never ends, even when it is closed.
@Readiness
@ApplicationScoped
public class Draining implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(Draining.class);
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    private final Duration delay;
    /// One party for the process itself, and one for each request.
    private final Phaser underWay = new Phaser(1);
    private volatile boolean begun;

    /// @param delay how long it goes on after it was told to stop
    Draining(@ConfigProperty(name = "centralino.shutdown.delay") Duration delay) {
        this.delay = delay;
    }

    void mount(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(call -> {
            if (!isLiveSocket(call.request())) {
                underWay.register();
                call.addEndHandler(_ -> underWay.arriveAndDeregister());
                if (begun) {
                    call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                }
            }
            call.next();
        });
    }

    /// Comes back when the process may stop. Behind those who have something to say before.
    void drain(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownDelayInitiatedEvent told)
            throws InterruptedException {
        begun = true;
        Thread.sleep(delay);
        try {
            underWay.awaitAdvanceInterruptibly(underWay.arrive(), LONGEST_REQUEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stubborn) {
            LOG.warnf("%d requests did not end in time and are cut off", underWay.getUnarrivedParties());
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("draining").status(!begun).build();
    }

    private static boolean isLiveSocket(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.UPGRADE, "websocket", true);
    }
}
