package org.centralino.simulator.scenario;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.centralino.simulator.problem.Problem;
import org.centralino.simulator.scenario.domain.Scenario;
import org.centralino.simulator.scenario.domain.ScenarioFault;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Scenarios: which there are, and their playing.
@Path("/control/scenarios")
class ScenarioResource {
    private static final String YAML = "application/yaml";
    private static final String OWN = "own";

    private final Stage stage;

    /// @param playing what plays, or was played last; null when nothing was since the start
    record Scenarios(List<Listed> items, Stage.@Nullable Play playing) {}

    /// @param title by language
    /// @param seconds how long it takes at its own speed; with a clock that jumps, how long it would be
    record Listed(String name, Map<String, String> title, int steps, long seconds, boolean jumps) {}

    ScenarioResource(Stage stage) {
        this.stage = stage;
    }

    @GET
    public Scenarios list() {
        return new Scenarios(
                Shelf.NAMES.stream()
                        .map(name -> listed(name, ScenarioFile.read(text(name))))
                        .toList(),
                stage.shown().orElse(null));
    }

    @GET
    @Path("/{name}")
    @Produces(YAML)
    public String file(@RestPath String name) {
        return text(name);
    }

    @POST
    @Path("/{name}")
    @ResponseStatus(202)
    public Stage.Play play(@RestPath String name, @RestQuery @Nullable Long seed, @RestQuery @Nullable Double speed) {
        return played(name, text(name), seed, speed);
    }

    /// A scenario of one's own, in the body.
    @POST
    @Consumes({YAML, MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @ResponseStatus(202)
    public Stage.Play playOwn(
            @Nullable String body, @RestQuery @Nullable Long seed, @RestQuery @Nullable Double speed) {
        return played(OWN, Problem.given(body), seed, speed);
    }

    @DELETE
    @Path("/playing")
    public Stage.Play stop() {
        return stage.stop().orElseThrow(() -> Problem.notFound("No scenario was played yet."));
    }

    private Stage.Play played(String name, String text, @Nullable Long seed, @Nullable Double speed) {
        if (speed != null && !(speed >= 0.01 && speed <= 1_000)) {
            throw Problem.invalid("speed goes from 0.01 to 1000.");
        }
        return faultless(() -> stage.play(name, ScenarioFile.read(text), seed, speed));
    }

    private static <T> T faultless(Supplier<T> work) {
        try {
            return work.get();
        } catch (ScenarioFault fault) {
            throw Problem.invalid(new Problem.Violation("line %d".formatted(fault.line()), "scenario", fault.words()));
        }
    }

    private static String text(String name) {
        return Shelf.file(name)
                .orElseThrow(
                        () -> Problem.notFound("No scenario is called '%s'. GET /control/scenarios".formatted(name)));
    }

    private static Listed listed(String name, Scenario scenario) {
        return new Listed(
                name,
                scenario.title(),
                scenario.steps().size(),
                Math.round(scenario.length().toMillis() / 1_000.0 / scenario.speed()),
                scenario.jumps());
    }
}
