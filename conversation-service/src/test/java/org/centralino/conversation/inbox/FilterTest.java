package org.centralino.conversation.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.Access;
import org.centralino.events.ConversationState.Status;
import org.centralino.kit.inbox.Filter;
import org.centralino.kit.inbox.FilterReader;
import org.centralino.kit.inbox.InboxView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What filters cover, by the examples that the web app's tests read, too.
@QuarkusTest
@RealInfrastructure
class FilterTest {
    private static final Path EXAMPLES = Path.of("../events/src/test/resources/views/examples.json");
    private static final JsonNode ALL = committed();
    private static final UUID ME = UUID.fromString(ALL.path("me").textValue());

    @Inject
    Pool database;

    private record Example(Status status, boolean failed, Access access) {}

    @ParameterizedTest
    @MethodSource("filters")
    void a_filter_covers_the_same_as_a_value_and_as_sql(Filter filter, List<String> names) {
        assertThat(covered(this::isFound, filter)).isEqualTo(names);
        assertThat(covered(
                        (example, asked) -> asked.covers(example.status(), example.failed(), example.access(), ME),
                        filter))
                .isEqualTo(names);
    }

    private static Stream<Arguments> filters() {
        var views = InboxView.ALL.stream()
                .map(view -> Arguments.of(view.filter(), names(ALL.path("views").path(view.name()))));
        var filters = new ArrayList<Arguments>();
        ALL.path("filters")
                .forEach(each ->
                        filters.add(Arguments.of(FilterReader.read(each.path("filter")), names(each.path("covers")))));
        return Stream.concat(views, filters.stream());
    }

    private static List<String> covered(BiPredicate<Example, Filter> decides, Filter filter) {
        return ALL.path("rows").properties().stream()
                .filter(row -> decides.test(example(row.getValue()), filter))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Example example(JsonNode row) {
        var assignee = row.path("assignee").textValue();
        return new Example(
                row.path("status").textValue().equals("open") ? Status.OPEN : Status.RESOLVED,
                row.path("failed").booleanValue(),
                new Access(
                        row.path("phoneNumberId").textValue(),
                        null,
                        assignee == null ? null : UUID.fromString(assignee)));
    }

    private boolean isFound(Example example, Filter filter) {
        var parameters = new ArrayList<Object>();
        parameters.add(ME);
        parameters.add(example.status().name());
        parameters.add(example.access().phoneNumberId());
        parameters.add(example.access().assigneeId());
        parameters.add(example.failed());
        var condition = filter.condition("c", "$1", value -> {
            parameters.add(value);
            return "$" + parameters.size();
        });
        var sql = """
                select from (values ($2::text, $3::text, $4::uuid, $5::boolean))
                  as c (status, phone_number_id, assignee_id, failed)
                where $1::uuid is not null and %s""".formatted(condition);
        return database.preparedQuery(sql)
                        .execute(Tuple.tuple(parameters))
                        .await()
                        .indefinitely()
                        .size()
                == 1;
    }

    private static List<String> names(JsonNode list) {
        var names = new ArrayList<String>();
        list.forEach(name -> names.add(name.textValue()));
        return names;
    }

    private static JsonNode committed() {
        try {
            return new ObjectMapper().readTree(EXAMPLES.toFile());
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
