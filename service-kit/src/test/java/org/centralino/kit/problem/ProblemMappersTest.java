package org.centralino.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.kit.text.MaxCharacters;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemMappersTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

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

    record Order(
            @NotNull String number,
            @NotBlank String customer,
            @MaxCharacters(3) String note,
            @Size(min = 2, max = 3) String language,
            @Size(min = 1, max = 2) List<String> lines,
            @PositiveOrZero Integer count,
            @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @Pattern(regexp = "[0-9]+") String code,
            @AssertTrue Boolean agreed) {}

    static Stream<Arguments> broken_rules() {
        var one = List.of("1");
        return Stream.of(
                arguments(new Order(null, "Ada", "abc", "it", one, 0, 45.5, "1", true), "number", "missing", null),
                arguments(new Order("7", " ", "abc", "it", one, 0, 45.5, "1", true), "customer", "empty", null),
                arguments(new Order("7", "Ada", "abcd", "it", one, 0, 45.5, "1", true), "note", "too-long", 3),
                arguments(new Order("7", "Ada", "abc", "ital", one, 0, 45.5, "1", true), "language", "too-long", 3),
                arguments(new Order("7", "Ada", "abc", "i", one, 0, 45.5, "1", true), "language", "too-short", 2),
                arguments(new Order("7", "Ada", "abc", "it", List.of(), 0, 45.5, "1", true), "lines", "too-few", 1),
                arguments(
                        new Order("7", "Ada", "abc", "it", List.of("1", "2", "3"), 0, 45.5, "1", true),
                        "lines",
                        "too-many",
                        2),
                arguments(new Order("7", "Ada", "abc", "it", one, -1, 45.5, "1", true), "count", "too-small", 0),
                arguments(
                        new Order("7", "Ada", "abc", "it", one, 0, -91.0, "1", true),
                        "latitude",
                        "too-small",
                        new BigDecimal("-90")),
                arguments(
                        new Order("7", "Ada", "abc", "it", one, 0, 91.0, "1", true),
                        "latitude",
                        "too-large",
                        new BigDecimal("90")),
                arguments(new Order("7", "Ada", "abc", "it", one, 0, 45.5, "x", true), "code", "malformed", null),
                arguments(new Order("7", "Ada", "abc", "it", one, 0, 45.5, "1", false), "agreed", "invalid", null));
    }

    @ParameterizedTest
    @MethodSource("broken_rules")
    void a_field_that_is_wrong_says_by_a_code_which_rule_it_breaks(
            Order order, String field, String code, @Nullable Number limit) {
        var response = mappers.invalid(new ConstraintViolationException(VALIDATOR.validate(order)));

        assertProblem(response, 400);
        assertThat(violations(response))
                .extracting(Violation::field, Violation::code, Violation::limit)
                .containsExactly(tuple(field, code, limit));
    }

    @Test
    void a_code_is_one_that_the_description_of_the_api_lists() throws IOException {
        var listed = new ObjectMapper()
                .readTree(ProblemMappersTest.class.getResourceAsStream("/problem.schema.json"))
                .at("/properties/violations/items/properties/code/enum");

        assertThat(listed)
                .extracting(JsonNode::asText)
                .containsAll(broken_rules().map(rule -> (String) rule.get()[2]).toList());
    }

    @SuppressWarnings("unchecked")
    private static List<Violation> violations(RestResponse<Problem> response) {
        return (List<Violation>) response.getEntity().extensions().get("violations");
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
