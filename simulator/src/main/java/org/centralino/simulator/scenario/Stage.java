package org.centralino.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.problem.Problem;
import org.centralino.simulator.scenario.domain.Act.Request;
import org.centralino.simulator.scenario.domain.Blanks;
import org.centralino.simulator.scenario.domain.Scenario;
import org.centralino.simulator.scenario.domain.Scenario.Moment;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Plays one scenario at a time. What is playing ends with the process; what has happened stays.
@Singleton
class Stage {
    private static final Logger LOG = Logger.getLogger(Stage.class);
    private static final int CONFLICT = 409;
    private static final Duration SHORTEST_JUMP = Duration.ofSeconds(1);
    /// A message must be on its way before the clock goes on.
    private static final Duration BREATH = Duration.ofMillis(150);

    private final Platform platform;
    private final WhatsAppAccount account;
    private final ControlApi control;
    private @Nullable Thread player;
    private @Nullable Play shown;

    /// How far a playing is.
    ///
    /// @param name of the file; `own` for one that came in a request
    /// @param happened how much of it has happened
    /// @param of how much there is
    /// @param line of the step that happened last, or failed
    /// @param why it failed; null when it did not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Play(
            String name,
            Progress state,
            int happened,
            int of,
            @Nullable Integer line,
            @Nullable String why,
            Instant since) {
        Play at(Progress reached, int happenedNow, @Nullable Integer nowLine, @Nullable String reason) {
            return new Play(name, reached, happenedNow, of, nowLine, reason, since);
        }
    }

    /// What became of a playing.
    enum Progress {
        PLAYING,
        ENDED,
        STOPPED,
        FAILED
    }

    Stage(Platform platform, WhatsAppAccount account, ControlApi control) {
        this.platform = platform;
        this.account = account;
        this.control = control;
    }

    /// @param seed null for the scenario's own
    /// @param speed null for the scenario's own
    synchronized Play play(String name, Scenario scenario, @Nullable Long seed, @Nullable Double speed) {
        if (player != null && player.isAlive()) {
            throw Problem.conflict("scenario-playing", "A scenario is playing", "Wait for its end, or stop it first.");
        }
        scenario.rehearse(surroundings());
        var wantedSeed = Objects.requireNonNullElse(seed, scenario.seed());
        var moments = scenario.moments(wantedSeed);
        var play = new Play(name, Progress.PLAYING, 0, moments.size(), null, null, Instant.now());
        var blanks = new Blanks(UUID.randomUUID().toString(), wantedSeed, scenario.customers(), surroundings());
        shown = play;
        player = Thread.ofVirtual()
                .name("scenario")
                .start(() -> new Playing(
                                play, scenario, moments, blanks, Objects.requireNonNullElse(speed, scenario.speed()))
                        .run());
        return play;
    }

    /// @return what plays, or was played last
    synchronized Optional<Play> shown() {
        return Optional.ofNullable(shown);
    }

    synchronized Optional<Play> stop() {
        if (player != null && player.isAlive()) {
            player.interrupt();
            if (shown != null) {
                shown = shown.at(Progress.STOPPED, shown.happened(), shown.line(), null);
            }
        }
        return shown();
    }

    void stop(@Observes ShutdownEvent ending) {
        stop();
    }

    private synchronized void show(Play play) {
        if (shown != null && shown.state() == Progress.PLAYING) {
            shown = play;
        }
    }

    private Blanks.Surroundings surroundings() {
        return new Blanks.Surroundings() {
            @Override
            public Instant now() {
                return platform.now();
            }

            @Override
            public @Nullable String business(String name) {
                return switch (name) {
                    case "number" -> account.mainNumber().phoneNumberId();
                    case "business" -> account.mainNumber().number();
                    case "waba" -> account.mainNumber().waba();
                    default -> null;
                };
            }

            @Override
            public @Nullable String sample(String name) {
                return Shelf.sample(name);
            }
        };
    }

    /// One playing, on a thread of its own.
    private final class Playing {
        private final Play play;
        private final Scenario scenario;
        private final List<Moment> moments;
        private final Blanks blanks;
        private final double speed;

        Playing(Play play, Scenario scenario, List<Moment> moments, Blanks blanks, double speed) {
            this.play = play;
            this.scenario = scenario;
            this.moments = moments;
            this.blanks = blanks;
            this.speed = speed;
        }

        void run() {
            try {
                for (var customer : scenario.customers().values()) {
                    join(customer);
                }
                var began = System.nanoTime();
                var reached = Duration.ZERO;
                for (var index = 0; index < moments.size(); index++) {
                    var moment = moments.get(index);
                    if (scenario.jumps()) {
                        jump(moment.at().minus(reached));
                    } else {
                        waitUntil(began + (long) (moment.at().toNanos() / speed));
                    }
                    reached = moment.at();
                    var refused = happens(moment);
                    if (refused != null) {
                        show(play.at(
                                Progress.FAILED,
                                index,
                                moment.step().line(),
                                "Line %d (%s): %s"
                                        .formatted(
                                                moment.step().line(),
                                                moment.step().act().word(),
                                                refused)));
                        return;
                    }
                    show(play.at(Progress.PLAYING, index + 1, moment.step().line(), null));
                }
                show(play.at(Progress.ENDED, moments.size(), null, null));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException failure) {
                LOG.warnf(failure, "The scenario %s cannot go on", play.name());
                show(play.at(Progress.FAILED, 0, null, "The simulator does not answer itself"));
            }
        }

        private void join(Customer customer) throws IOException, InterruptedException {
            var said = new LinkedHashMap<String, Object>(Map.of("name", customer.name()));
            if (customer.phone() != null) {
                said.put("phone", customer.phone());
            }
            if (customer.username() != null) {
                said.put("username", customer.username());
            }
            var answer = control.call(new Request("POST", "/control/customers", said));
            if (answer.isRefusal() && answer.status() != CONFLICT) {
                throw new IOException(answer.why());
            }
        }

        private void jump(Duration by) throws IOException, InterruptedException {
            Thread.sleep(BREATH);
            if (by.compareTo(SHORTEST_JUMP) >= 0) {
                control.call(new Request("POST", "/control/clock", Map.of("jump", by.toString())));
            }
        }

        private static void waitUntil(long nanoTime) throws InterruptedException {
            var left = nanoTime - System.nanoTime();
            if (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
            }
        }

        /// @return why not; null when it happened
        private @Nullable String happens(Moment moment) throws IOException, InterruptedException {
            var step = moment.step();
            var answer = control.call(step.act().request(blanks.filled(step.said())));
            if (answer.isRefusal()) {
                return answer.why();
            }
            if (step.keep() != null) {
                blanks.keep(step.keep(), answer.json().path("id").asText());
            }
            return null;
        }
    }
}
