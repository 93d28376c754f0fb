package org.centralino.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Guards the promise to integrators: what was published keeps its form.
class PublishedTest {

    /// Adds the forms that are new, when they may be published.
    @BeforeAll
    static void write() {
        if (!Contract.WRITING) {
            return;
        }
        var published = Published.forms();
        Contract.schemas().forEach((wireName, schema) -> {
            var earlier = published.getOrDefault(wireName, List.of());
            var form = Published.formOf(schema);
            var isNew = earlier.isEmpty() || !earlier.getLast().equals(form);
            if (isNew
                    && earlier.stream()
                            .allMatch(old -> Compatibility.problems(old, form).isEmpty())) {
                Published.add(wireName, earlier.size() + 1, form);
            }
        });
    }

    static Set<Map.Entry<String, List<JsonNode>>> published() {
        return Published.forms().entrySet();
    }

    static Set<String> wireNames() {
        return Contract.schemas().keySet();
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void the_records_still_have_every_form_that_was_published(String wireName) {
        var schema = Contract.schemas().get(wireName);

        assertThat(Published.forms().getOrDefault(wireName, List.of()))
                .allSatisfy(form -> assertThat(Compatibility.problems(form, schema))
                        .as(
                                "%s was published. Leave it as it is, and publish the new form beside it under a new "
                                        + "wire name",
                                wireName)
                        .isEmpty());
    }

    @Test
    void no_event_that_was_published_is_gone() {
        assertThat(Contract.schemas().keySet()).containsAll(Published.forms().keySet());
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void todays_form_is_among_the_published_ones(String wireName) {
        var forms = Published.forms().getOrDefault(wireName, List.of());

        assertThat(forms.isEmpty() ? null : forms.getLast())
                .as("A form that is committed is published. Add it: " + Contract.COMMAND)
                .isEqualTo(Published.formOf(Contract.schemas().get(wireName)));
    }

    @ParameterizedTest
    @MethodSource("published")
    void each_published_form_could_follow_those_before_it(Map.Entry<String, List<JsonNode>> published) {
        var forms = published.getValue();

        assertThat(IntStream.range(1, forms.size()))
                .allSatisfy(at -> assertThat(Compatibility.problems(forms.get(at - 1), forms.get(at)))
                        .isEmpty());
    }
}
