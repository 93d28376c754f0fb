package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the dashboards show is explained, and is measured.
class DashboardsTest {
    private static final Path FOLDER = Path.of("helm/centralino/files/dashboards");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+), \\w+\\)");

    private record Panel(String dashboard, JsonNode content) {
        String text(String pointer) {
            return content.at(pointer).asText();
        }

        Stream<String> queries() {
            return content.path("targets")
                    .valueStream()
                    .map(target -> target.path("expr").asText());
        }

        @Override
        public String toString() {
            return dashboard + ": " + text("/title");
        }
    }

    @ParameterizedTest
    @MethodSource("everyPanel")
    void it_says_what_it_shows_and_in_which_unit(Panel panel) {
        assertThat(panel.text("/title")).isNotBlank();
        assertThat(panel.text("/description")).endsWith(".");
        assertThat(panel.text("/fieldConfig/defaults/unit")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("everyPanel")
    void it_asks_for_series_that_are_explained_of_the_chosen_place_only(Panel panel) {
        assertThat(panel.queries()).isNotEmpty().allSatisfy(query -> {
            assertThat(Query.seriesIn(query)).isNotEmpty().isSubsetOf(MetricsPage.series());
            assertThat(query).contains("namespace=~\"$namespace\"");
        });
    }

    @Test
    void prometheus_understands_every_query() throws IOException {
        assumeTrue(Promtool.isThere(), Promtool.MISSING);
        var rules = everyPanel()
                .flatMap(Panel::queries)
                .map(query -> Map.of("record", "panel", "expr", query.replace("$__rate_interval", "5m")))
                .toList();
        var file = Files.createTempFile(Path.of("target"), "queries", ".yaml");
        new YAMLMapper().writeValue(file.toFile(), Map.of("groups", List.of(Map.of("name", "all", "rules", rules))));

        var result = Promtool.check(file);

        assertThat(result.code()).as(result.said()).isZero();
    }

    @ParameterizedTest
    @MethodSource("everyDashboard")
    void the_places_to_choose_from_come_from_a_series_that_is_explained(JsonNode dashboard) {
        var asked = dashboard
                .at("/templating/list")
                .valueStream()
                .map(variable -> LABEL_VALUES.matcher(variable.path("query").asText()))
                .filter(found -> found.matches())
                .map(found -> found.group(1))
                .toList();

        assertThat(asked).isNotEmpty().isSubsetOf(MetricsPage.series());
    }

    @ParameterizedTest
    @MethodSource("everyDashboard")
    void no_panel_lies_on_another(JsonNode dashboard) {
        var taken = new ArrayList<String>();
        for (var panel : dashboard.path("panels")) {
            var place = panel.path("gridPos");
            for (var x = 0; x < place.path("w").asInt(); x++) {
                for (var y = 0; y < place.path("h").asInt(); y++) {
                    taken.add((place.path("x").asInt() + x) + ":"
                            + (place.path("y").asInt() + y));
                }
            }
        }

        assertThat(taken).isNotEmpty().doesNotHaveDuplicates();
        assertThat(dashboard
                        .path("panels")
                        .valueStream()
                        .map(panel -> panel.path("id").asInt()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_chart_hands_them_over_as_they_are() {
        var made = mapsOf(Map.of());

        assertThat(made)
                .allSatisfy(map -> assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1"))
                .flatExtracting(map -> map.getData().values().stream()
                        .map(DashboardsTest::read)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(everyDashboard().toList());
    }

    @Test
    void they_can_be_left_out() {
        assertThat(mapsOf(Map.of("dashboards.enabled", false))).isEmpty();
    }

    private static List<ConfigMap> mapsOf(Map<String, Object> changes) {
        return Chart.with("everything-external", changes).all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().contains("-dashboard-"))
                .toList();
    }

    static Stream<JsonNode> everyDashboard() {
        return Alerts.filesIn(FOLDER).stream().map(DashboardsTest::textOf).map(DashboardsTest::read);
    }

    static Stream<Panel> everyPanel() {
        return everyDashboard()
                .flatMap(dashboard -> dashboard
                        .path("panels")
                        .valueStream()
                        .map(panel -> new Panel(dashboard.path("title").asText(), panel)));
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
