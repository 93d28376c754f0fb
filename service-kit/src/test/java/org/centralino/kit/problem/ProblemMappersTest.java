package org.centralino.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMappersTest {
    private final ProblemMappers mappers = new ProblemMappers();

    @ParameterizedTest
    @CsvSource({
        "400, invalid-request",
        "401, not-signed-in",
        "403, not-allowed",
        "404, not-found",
        "405, method-not-allowed",
        "406, not-acceptable",
        "413, payload-too-large",
        "415, unsupported-media-type",
        "503, service-unavailable"
    })
    void what_the_framework_refuses_is_a_problem_with_a_reason_of_ours(int status, String reasonKey) {
        var response = mappers.refusedByFramework(new WebApplicationException(status));

        assertThat(response.getEntity().reasonKey()).isEqualTo(reasonKey);
        assertProblem(response, status);
    }

    @Test
    void a_failure_of_ours_is_not_called_a_mistake_of_the_caller() {
        assertThat(mappers.refusedByFramework(new WebApplicationException(503))
                        .getEntity()
                        .detail())
                .isEqualTo("This failed on our side. Try again in a moment.");
    }

    @Test
    void a_failure_shows_nothing_of_what_is_inside() {
        var response = mappers.failed(new IllegalStateException("password=hunter2 for +393330000042"));

        assertProblem(response, 500);
        assertThat(response.getEntity().toString()).doesNotContain("hunter2", "393330000042", "IllegalState");
        assertThat(response.getEntity().extensions()).containsOnlyKeys("reference");
    }

    @Test
    void a_field_of_the_wrong_kind_is_named() {
        record Note(UUID id) {}

        var response = mappers.notJson(failureOf("{\"id\":\"seven\"}", Note.class));

        assertProblem(response, 400);
        assertThat(response.getEntity().detail()).isEqualTo("The field id has a value of the wrong kind.");
    }

    @Test
    void what_is_no_json_is_called_so() {
        var response = mappers.notJson(failureOf("{\"id\":", Object.class));

        assertProblem(response, 400);
        assertThat(response.getEntity().detail()).isEqualTo("The body is not JSON that can be read.");
    }

    private static void assertProblem(RestResponse<Problem> response, int status) {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getEntity().status()).isEqualTo(status);
        assertThat(response.getMediaType()).hasToString(Problem.MEDIA_TYPE);
    }

    private static JsonProcessingException failureOf(String json, Class<?> type) {
        try {
            new ObjectMapper().readValue(json, type);
            throw new IllegalArgumentException("That can be read");
        } catch (JsonProcessingException broken) {
            return broken;
        }
    }
}
