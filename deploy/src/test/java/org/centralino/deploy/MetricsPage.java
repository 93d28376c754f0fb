package org.centralino.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What `docs/metrics.md` says about metrics.
final class MetricsPage {
    private static final Path FILE = Path.of("../docs/metrics.md");
    private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final List<String> OF_HISTOGRAMS = List.of("_bucket", "_count", "_sum", "_max");

    private MetricsPage() {}

    static List<Metric> ours() {
        return all().stream()
                .filter(metric -> metric.name().startsWith("centralino_"))
                .toList();
    }

    /// @return every series that may stand in a query
    static Set<String> series() {
        return all().stream()
                .flatMap(metric -> switch (metric.type()) {
                    case "histogram" -> OF_HISTOGRAMS.stream().map(metric.name()::concat);
                    case "summary" -> OF_HISTOGRAMS.stream().skip(1).map(metric.name()::concat);
                    default -> List.of(metric.name()).stream();
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Metric> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(MetricsPage::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Metric read(String row) {
        var cells = Arrays.stream(CELLS.split(row)).map(String::strip).toList();
        if (cells.size() != 7
                || cells.subList(1, 7).stream().filter(String::isEmpty).count() > 1) {
            throw new IllegalStateException("A metric has name, type, unit, labels, meaning and service: " + row);
        }
        var labels = QUOTED.matcher(cells.get(4))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Metric(cells.get(1).replace("`", ""), cells.get(2), labels, cells.get(6));
    }
}
