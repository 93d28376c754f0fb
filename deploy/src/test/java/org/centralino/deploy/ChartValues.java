package org.centralino.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/// The values that the chart takes, by the file of its defaults.
final class ChartValues {
    private static final Path FILE = Path.of("helm/centralino/values.yaml");

    private ChartValues() {}

    /// @return the path of each; what all services have is written once, with `*` for the service
    static SortedSet<String> paths() throws IOException {
        var paths = new TreeSet<String>();
        collect("", new YAMLMapper().readTree(FILE.toFile()), paths);
        return paths;
    }

    private static void collect(String path, JsonNode value, SortedSet<String> paths) {
        if (value.isObject() && !value.isEmpty() && !path.endsWith(".annotations")) {
            value.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), paths));
        } else {
            paths.add(ofAnyService(path));
        }
    }

    private static String ofAnyService(String path) {
        return path.matches("services\\.gateway\\.(trustedProxies|assetsClaim|autoscaling.*)")
                ? path
                : path.replaceFirst("^services\\.\\w+\\.", "services.*.")
                        .replaceFirst("\\.(requests|limits)\\.\\w+$", "");
    }
}
