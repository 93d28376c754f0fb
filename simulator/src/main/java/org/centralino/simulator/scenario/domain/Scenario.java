package org.centralino.simulator.scenario.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.centralino.simulator.platform.domain.Customer;
import org.jspecify.annotations.Nullable;

/// What happens when, in the words of its file.
///
/// @param title by language: `en`, `it`
/// @param seed makes all that is left to chance come out the same again
/// @param speed how many seconds of the scenario one second takes
/// @param jumps whether the platform's clock jumps over the time between the steps, instead of a wait
/// @param customers who takes part, by the names that the steps use
public record Scenario(
        Map<String, String> title,
        long seed,
        double speed,
        boolean jumps,
        Map<String, Customer> customers,
        List<Step> steps) {

    /// Something that happens, once or several times.
    ///
    /// @param line where it stands in the file
    /// @param at from the beginning
    /// @param said what the act is about, before its blanks are filled in
    /// @param times how often it happens
    /// @param within how long after `at` the last of several times may be
    /// @param keep the name under which the id of the answer is remembered; null when it is not
    public record Step(
            int line,
            Duration at,
            Act act,
            Map<String, Object> said,
            int times,
            Duration within,
            @Nullable String keep) {}

    /// One happening of a step.
    public record Moment(Duration at, Step step) {}

    /// @return all that happens, in its order; the same for the same seed
    public List<Moment> moments(long chosenSeed) {
        var chance = new Random(chosenSeed);
        var moments = new ArrayList<Moment>();
        for (var step : steps) {
            for (var time = 0; time < step.times(); time++) {
                var later = step.within().isZero()
                        ? Duration.ZERO
                        : Duration.ofMillis(chance.nextLong(step.within().toMillis()));
                moments.add(new Moment(step.at().plus(later), step));
            }
        }
        moments.sort(Comparator.comparing(Moment::at));
        return List.copyOf(moments);
    }

    /// @return how long it takes at its own speed, if nothing jumps
    public Duration length() {
        return steps.stream()
                .map(step -> step.at().plus(step.within()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /// Fills every blank once, so that a word that nothing is known of is found before anything happens.
    ///
    /// @throws ScenarioFault for such a word
    public void rehearse(Blanks.Surroundings surroundings) {
        var blanks = new Blanks("rehearsal", seed, customers, surroundings);
        for (var step : steps) {
            try {
                blanks.filled(step.said());
            } catch (IllegalArgumentException unknown) {
                throw new ScenarioFault(step.line(), String.valueOf(unknown.getMessage()));
            }
            if (step.keep() != null) {
                blanks.keep(step.keep(), "1");
            }
        }
    }
}
