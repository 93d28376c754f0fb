package org.centralino.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.simulator.graph.Answers;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.Fault;
import org.centralino.simulator.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Trouble, switched on and off: `{"wrongSignature": true}`. What is not named stays as it is.
@Path("/control/faults")
class FaultResource {
    private static final String NEXT_ANSWERS = "nextAnswers";
    /// Both limits of the platform at once.
    private static final String LIMITS = "limitsInEarnest";

    private static final Set<Fault> LIMIT_FAULTS = EnumSet.of(Fault.PAIR_RATE_LIMIT, Fault.THROUGHPUT_LIMIT);

    private final Platform platform;
    private final Answers answers;

    FaultResource(Platform platform, Answers answers) {
        this.platform = platform;
        this.answers = answers;
    }

    @GET
    public Map<String, Object> faults() {
        var on = platform.read(state -> Set.copyOf(state.faults()));
        var view = new LinkedHashMap<String, Object>();
        for (var fault : Fault.values()) {
            view.put(fault.key(), on.contains(fault));
        }
        view.put(LIMITS, on.containsAll(LIMIT_FAULTS));
        view.put(NEXT_ANSWERS, answers.script());
        view.put("heldAnswers", answers.held());
        return view;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> change(@Nullable JsonNode wanted) {
        if (wanted == null || !wanted.isObject()) {
            throw Problem.invalid("Name faults: {\"outOfOrder\": true}.");
        }
        var on = EnumSet.noneOf(Fault.class);
        on.addAll(platform.read(state -> Set.copyOf(state.faults())));
        var script = wanted.optional(NEXT_ANSWERS).map(FaultResource::script);
        for (var property : wanted.properties()) {
            if (property.getKey().equals(NEXT_ANSWERS)) {
                continue;
            }
            var faults = faultsOf(property.getKey(), property.getValue());
            if (property.getValue().booleanValue()) {
                on.addAll(faults);
            } else {
                on.removeAll(faults);
            }
        }
        script.ifPresent(answers::play);
        platform.record(change -> {
            if (!on.equals(change.state().faults())) {
                change.add(new Fact.FaultsSwitched(Set.copyOf(on)));
            }
        });
        return faults();
    }

    private static Set<Fault> faultsOf(String key, JsonNode value) {
        if (key.equals(LIMITS) && value.isBoolean()) {
            return LIMIT_FAULTS;
        }
        return Fault.withKey(key)
                .filter(_ -> value.isBoolean())
                .map(Set::of)
                .orElseThrow(() -> Problem.invalid(
                        "'%s' is no fault that can be true or false. GET /control/faults".formatted(key)));
    }

    private static List<String> script(JsonNode value) {
        var script = new ArrayList<String>();
        value.forEach(answer -> script.add(answer.asText()));
        for (var answer : script) {
            if (!Answers.canPlay(answer)) {
                throw Problem.invalid("'%s' is no answer: name a fault of sends, or ok.".formatted(answer));
            }
        }
        return script;
    }
}
