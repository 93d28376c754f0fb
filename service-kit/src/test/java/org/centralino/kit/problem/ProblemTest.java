package org.centralino.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.events.Person;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final Person ANNA = new Person(new UUID(1, 2), "Anna Ricci");
    private static final Problem HELD = Problem.of(
            409, "held-by-another-operator", "Somebody else holds it", "Anna Ricci holds this conversation.");

    @Test
    void is_written_as_rfc_9457_asks_with_our_extensions_at_the_top_level() throws JsonProcessingException {
        assertThat(written(HELD.with("holder", ANNA).with("epoch", 7))).isEqualTo("""
                        {"type":"/problems/held-by-another-operator","title":"Somebody else holds it","status":409,\
                        "detail":"Anna Ricci holds this conversation.","reasonKey":"held-by-another-operator",\
                        "holder":{"id":"00000000-0000-0001-0000-000000000002","name":"Anna Ricci"},"epoch":7}""");
    }

    @Test
    void says_nothing_where_there_is_nothing_to_say() throws JsonProcessingException {
        assertThat(written(Problem.of(503, "service-unavailable", "Not available", null)))
                .isEqualTo("""
                        {"type":"/problems/service-unavailable","title":"Not available","status":503,\
                        "reasonKey":"service-unavailable"}""");
        assertThat(HELD.with("holder", null)).isEqualTo(HELD);
    }

    @Test
    void gets_more_to_say_without_changing() {
        assertThat(HELD.with("holder", ANNA).extensions()).containsExactly(Map.entry("holder", ANNA));
        assertThat(HELD.extensions()).isEmpty();
    }

    @Test
    void keeps_what_it_was_given() {
        var given = new HashMap<String, Object>(Map.of("epoch", 7));
        var problem = new Problem(409, "epoch-passed", "Changed since", "It was taken over.", given);

        given.put("epoch", 8);

        assertThat(problem.extensions()).containsExactly(Map.entry("epoch", 7));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> problem.extensions().put("epoch", 9));
    }

    @Test
    void the_usual_ones_say_what_is_wrong_and_what_to_do() {
        assertThat(Problem.notFound("The conversation"))
                .isEqualTo(Problem.of(
                        404, "not-found", "Not found", "The conversation does not exist, or you may not see it."));
        assertThat(Problem.notAllowed("note.write").extensions())
                .containsExactly(Map.entry("permission", "note.write"));
        assertThat(List.of(Problem.notFound("It"), Problem.invalid("No."), Problem.notAllowed("note.read")))
                .extracting(Problem::status)
                .containsExactly(404, 400, 403);
    }

    @Test
    void is_an_answer_and_no_failure_so_it_has_no_stack_trace() {
        var thrown = HELD.asException();

        assertThat(thrown.getStackTrace()).isEmpty();
        assertThat(thrown.problem()).isEqualTo(HELD);
        assertThat(thrown).hasMessage("held-by-another-operator: Anna Ricci holds this conversation.");
    }

    private static String written(Problem problem) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(problem);
    }
}
