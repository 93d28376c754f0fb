package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centralino.deploy.Alerts.Alert;
import org.centralino.deploy.Alerts.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each alert fires when it should and else is silent, says what people feel, and leads to what to do.
class AlertsTest {
    private static final Path RUNBOOK = Path.of("../docs/operations.md");
    private static final Pattern JOBS = Pattern.compile("job=~\"([^\"]+)\"");

    @ParameterizedTest
    @MethodSource
    void prometheus_reads_it(Path rules) {
        assumeTrue(Promtool.isThere(), Promtool.MISSING);

        var result = Promtool.check(rules);

        assertThat(result.code()).as(result.said()).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void alerts_fire_and_are_silent_as_this_says(Path tests) {
        assumeTrue(Promtool.isThere(), Promtool.MISSING);

        var result = Promtool.test(tests);

        assertThat(result.code()).as(result.said()).isZero();
    }

    @ParameterizedTest
    @MethodSource("everyAlert")
    void it_is_tried_once_at_least_when_it_fires_and_once_when_it_is_silent(Alert alert) {
        assertThat(Alerts.cases()).contains(new Case(alert.name(), true), new Case(alert.name(), false));
    }

    @Test
    void nothing_is_tried_that_is_not_there() {
        var names = everyAlert().map(Alert::name).toList();

        assertThat(Alerts.cases()).extracting(Case::alert).isSubsetOf(names);
        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("everyAlert")
    void it_says_how_bad_it_is_what_people_feel_and_how_much_it_is(Alert alert) {
        assertThat(alert.severity()).isIn("critical", "warning");
        assertThat(alert.summary()).endsWith(".").doesNotContain("{{");
        assertThat(alert.description()).matches(".*\\{\\{ \\$(value|labels\\.\\w+) .*");
    }

    @ParameterizedTest
    @MethodSource("everyAlert")
    void it_has_a_section_in_the_runbook_and_names_it(Alert alert) throws IOException {
        var sections = Files.readAllLines(RUNBOOK);

        assertThat(sections).contains("### " + alert.name());
        assertThat(alert.runbook())
                .isEqualTo("docs/operations.md#" + alert.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void the_runbook_has_no_section_for_an_alert_that_is_not_there() throws IOException {
        var sections = Files.readAllLines(RUNBOOK).stream()
                .filter(line -> line.startsWith("### Centralino"))
                .map(line -> line.substring(4));

        assertThat(sections)
                .containsExactlyInAnyOrderElementsOf(
                        everyAlert().map(Alert::name).toList());
    }

    @ParameterizedTest
    @MethodSource("everyAlert")
    void every_series_that_it_asks_for_is_explained(Alert alert) {
        var asked = Query.seriesIn(alert.expression());

        assertThat(asked).isNotEmpty().isSubsetOf(MetricsPage.series());
    }

    @Test
    void a_series_is_found_wherever_it_stands_in_a_query() {
        var query = """
                sum by (job) (rate(a_total{code=~"1|2", by="x"}[5m] offset 1w)) / on (job) group_left ()
                  max(b) > 0.5 and c unless d == 1e3 or label_replace(absent(e{f="g"}), "h", "i", "", "")""";

        assertThat(Query.seriesIn(query)).containsExactly("a_total", "b", "c", "d", "e");
    }

    @Test
    void the_chart_hands_all_of_them_over() {
        var rules = rulesOf(Map.of());

        assertThat(rules)
                .extracting(Rule::getAlert)
                .containsExactlyInAnyOrderElementsOf(
                        everyAlert().map(Alert::name).toList());
        assertThat(rules)
                .extracting(rule -> rule.getExpr().getStrVal())
                .containsExactlyInAnyOrderElementsOf(
                        everyAlert().map(Alert::expression).toList());
    }

    @Test
    void a_runbook_is_found_where_the_values_say() {
        var rules = rulesOf(Map.of("prometheusRule.runbookBase", "https://wiki.example.com/centralino/"));

        assertThat(rules)
                .extracting(rule -> rule.getAnnotations().get("runbook_url"))
                .contains("https://wiki.example.com/centralino/docs/operations.md#centralinodeadletters")
                .allMatch(address -> address.startsWith("https://wiki.example.com/centralino/docs/operations.md#"));
    }

    @Test
    void a_base_to_which_nothing_can_be_added_is_refused() {
        var base = Map.<String, Object>of("prometheusRule.runbookBase", "https://wiki.example.com");

        assertThatThrownBy(() -> Chart.with("small", base)).hasMessageContaining("runbookBase");
    }

    @Test
    void without_a_word_the_chart_makes_none() {
        assertThat(Chart.with("small").all(PrometheusRule.class)).isEmpty();
    }

    /// Prometheus calls a job as its Service is called, and that begins with the release.
    @ParameterizedTest
    @ValueSource(strings = {"centralino", "second", "centralino-of-the-north", "shop-centralino"})
    void what_is_asked_of_our_services_only_finds_them_under_every_name(String release) {
        var services = Chart.named(release, "small").all(Service.class).stream()
                .map(HasMetadata::getMetadata)
                .toList();
        var jobs = everyAlert()
                .flatMap(alert -> JOBS.matcher(alert.expression()).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(services).hasSize(Chart.SERVICES.size());
        assertThat(jobs)
                .isNotEmpty()
                .allSatisfy(job -> assertThat(services)
                        .filteredOn(service -> job.endsWith(".*")
                                || job.contains(service.getLabels().get("app.kubernetes.io/component")))
                        .isNotEmpty()
                        .allMatch(service -> service.getName().matches(job)));
    }

    private static List<Rule> rulesOf(Map<String, Object> changes) {
        return Chart.with("everything-external", changes).all(PrometheusRule.class).stream()
                .flatMap(made -> made.getSpec().getGroups().stream())
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    static Stream<Alert> everyAlert() {
        return Alerts.all().stream();
    }

    static Stream<Path> prometheus_reads_it() {
        return Alerts.filesIn(Alerts.RULES).stream();
    }

    static Stream<Path> alerts_fire_and_are_silent_as_this_says() {
        return Alerts.filesIn(Alerts.TESTS).stream();
    }
}
