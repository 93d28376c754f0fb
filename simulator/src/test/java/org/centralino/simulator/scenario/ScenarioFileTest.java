package org.centralino.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.centralino.simulator.scenario.domain.Act;
import org.centralino.simulator.scenario.domain.Scenario.Step;
import org.centralino.simulator.scenario.domain.ScenarioFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFileTest {

    @Test
    void steps_count_from_the_beginning_or_from_the_one_before() {
        var scenario = ScenarioFile.read("""
                customers: {ida: {name: Ida Bo, phone: "+39 333 000 4001"}}
                steps:
                  - {at: 3s, reads: {customer: ida}}
                  - {after: 1m30s, reads: {customer: ida}}
                  - reads: {customer: "393475550198"}
                """);

        assertThat(scenario.steps())
                .extracting(Step::at)
                .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(93), Duration.ofSeconds(93));
        assertThat(scenario.steps()).extracting(Step::line).containsExactly(3, 4, 5);
        assertThat(scenario.steps().getFirst().said()).containsEntry("customer", "${customer ida}");
        assertThat(scenario.steps().getLast().said()).containsEntry("customer", "393475550198");
    }

    @Test
    void json_is_read_as_well() {
        var scenario = ScenarioFile.read("{\"title\": \"Uno\", \"steps\": [{\"clock\": {\"jump\": \"PT24H\"}}]}");

        assertThat(scenario.title()).containsEntry("en", "Uno");
        assertThat(scenario.steps().getFirst().act()).isEqualTo(Act.CLOCK);
    }

    @Test
    void a_whole_change_may_stand_alone_or_with_others() {
        var scenario = ScenarioFile.read("""
                steps:
                  - webhook: {field: calls, value: {calls: []}}
                  - webhook: [{field: history, value: {}}, {field: flows, value: {}}]
                """);

        assertThat(scenario.steps()).allSatisfy(step -> assertThat(step.said()).containsKey("changes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            steps: 17                                                  | Line 1: steps are a list.
            scenes: []                                                 | Line 1: 'scenes' is none of title, seed, speed, clock, customers, steps.
            title: x                                                   | Line 1: a scenario has steps, at least one.
            clock: runs                                                | Line 1: clock is waits or jumps.
            steps: [{sings: {}}]                                       | Line 1: 'sings' is none of what a step can do
            steps: [{at: soon, reads: {customer: '393475550198'}}]     | Line 1: at is a length of time, such as 3s, 2m30s, 1h or 500ms.
            steps: [{reads: {customer: ida}}]                          | Line 1: no customer of the file is called 'ida'
            steps: [{edits: {customer: '393475550198'}}]               | Line 1: edits needs message and text.
            steps: [{reads: {}, deletes: {}}]                          | Line 1: a step does exactly one thing
            steps: [{calls: {path: /v25.0/1}}]                         | Line 1: calls go to /control/
            steps: [{calls: {path: /control/scenarios/trouble}}]       | Line 1: calls go to /control/
            customers: {ida: {phone: '1'}}                             | Line 1: customer ida: A customer needs a name.
            """)
    void what_is_wrong_is_told_with_its_line(String file, String told) {
        assertThatThrownBy(() -> ScenarioFile.read(file))
                .isInstanceOf(ScenarioFault.class)
                .hasMessageStartingWith(told);
    }

    @Test
    void what_is_no_yaml_is_told_with_its_line() {
        assertThatThrownBy(() -> ScenarioFile.read("title: x\nsteps:\n  - [1, 2\n"))
                .isInstanceOfSatisfying(
                        ScenarioFault.class, fault -> assertThat(fault.line()).isGreaterThan(1));
    }

    static java.util.List<String> names() {
        return Shelf.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_scenario_that_comes_along_can_be_read_and_has_a_title_in_both_languages(String name) {
        var scenario = ScenarioFile.read(Shelf.file(name).orElseThrow());

        assertThat(scenario.title()).containsOnlyKeys("en", "it");
        assertThat(scenario.steps()).hasSizeGreaterThan(10);
    }
}
