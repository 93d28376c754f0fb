package org.centralino.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The time by which the product judges windows and stamps events, in microseconds as PostgreSQL keeps
/// them.
///
/// It is the machine's time. On the local stack, where the WhatsApp platform is a simulator whose clock can
/// jump, it follows that clock, so that a jump of 24 hours closes a window here too.
@ApplicationScoped
public class PlatformClock extends Clock {
    private static final Logger LOG = Logger.getLogger(PlatformClock.class);
    private static final Duration ASK_EVERY = Duration.ofMillis(250);
    /// What the way to the simulator and back may add without being a jump.
    private static final Duration NOISE = Duration.ofMillis(1);

    /// The followed clock moved.
    ///
    /// @param offset how far it is ahead of the machine's now
    public record Jumped(Duration offset) {}

    private final Optional<URI> followed;
    private final ObjectMapper json;
    private final Event<Jumped> jumps;
    private volatile Duration offset = Duration.ZERO;
    private @Nullable Thread follower;

    PlatformClock(
            @ConfigProperty(name = "centralino.clock-follow") Optional<URI> followed,
            ObjectMapper json,
            Event<Jumped> jumps) {
        this.followed = followed;
        this.json = json;
        this.jumps = jumps;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }

    void start(@Observes StartupEvent started) {
        followed.ifPresent(
                clock -> follower = Thread.ofVirtual().name("clock-follower").start(() -> follow(clock)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (follower != null) {
            follower.interrupt();
        }
    }

    private void follow(URI clock) {
        var request =
                HttpRequest.newBuilder(clock).timeout(Duration.ofSeconds(2)).build();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (!Thread.currentThread().isInterrupted()) {
                ask(http, request);
                Thread.sleep(ASK_EVERY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("It answered " + answer.statusCode());
            }
            var said = Duration.ofMillis(
                    json.readTree(answer.body()).path("offsetMillis").asLong());
            if (said.minus(offset).abs().compareTo(NOISE) > 0) {
                LOG.infof("The clock that this service follows is now %s ahead", said);
                offset = said;
                jumps.fire(new Jumped(said));
            }
        } catch (IOException away) {
            LOG.debugf("The clock to follow does not answer; %s ahead still holds", offset);
        }
    }
}
