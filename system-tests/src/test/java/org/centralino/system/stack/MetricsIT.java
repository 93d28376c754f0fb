package org.centralino.system.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centralino.system.ledger.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever watches the product by `docs/metrics.md`, as alerts and dashboards do, finds what he looks for.
@ExtendWith(Product.class)
class MetricsIT {
    private static final Path PAGE = RunningStack.root().resolve("docs/metrics.md");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (\\w+) \\|.*\\| ([^|]+) \\|");
    private static final List<String> WITH_DATABASE = List.of("conversation", "assignment", "notes", "outbound");
    /// Prometheus makes it of whether it reached the process.
    private static final String MADE_BY_PROMETHEUS = "up";

    private final RunningStack stack;

    MetricsIT(RunningStack stack) {
        this.stack = stack;
    }

    private record Row(String metric, String type, List<String> services) {}

    @Test
    void every_metric_that_is_explained_is_told_by_the_services_that_have_it() throws IOException {
        try (var driver = new Driver(stack, Path.of("target/ledgers/metrics.jsonl"))) {
            var conversation = driver.opens(driver.newCustomer());
            driver.takes(Operator.ANNA, conversation);
            driver.reply(Operator.ANNA, conversation, "One that is counted");
        }
        // Nobody may have asked this service for anything yet.
        Part.SERVICES.forEach(this::ask);
        var rows = rows();

        assertThat(rows).hasSizeGreaterThan(30);
        for (var row : rows) {
            assertThat(row.services())
                    .as(row.metric())
                    .allSatisfy(service -> Patience.await(row.metric() + " of " + service)
                            .until(() -> told(service).contains("# TYPE %s %s".formatted(nameOf(row), row.type()))));
        }
    }

    private void ask(Part service) {
        var address = URI.create("http://localhost:" + stack.ports().of(service));
        new Api(stack.http(), address, Optional::empty).get("/api/anything");
    }

    private List<String> told(String service) {
        return new Api(stack.http(), stack.ports().management(service), Optional::empty)
                .get("/q/metrics")
                .text()
                .lines()
                .toList();
    }

    /// Where it says of which type it is, a counter is called without its ending.
    private static String nameOf(Row row) {
        return row.type().equals("counter") ? row.metric().replaceFirst("_total$", "") : row.metric();
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .flatMap(line -> ROW.matcher(line).results())
                .map(row -> new Row(row.group(1), row.group(2), services(row.group(3))))
                .filter(row -> !row.metric().equals(MADE_BY_PROMETHEUS))
                .toList();
    }

    private static List<String> services(String words) {
        return switch (words) {
            case "each" ->
                Stream.concat(Stream.of("gateway"), WITH_DATABASE.stream()).toList();
            case "all but the gateway" -> WITH_DATABASE;
            default -> List.of(words);
        };
    }
}
