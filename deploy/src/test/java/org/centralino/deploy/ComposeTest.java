package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/// The installation on a single host keeps the rules of the chart: the same settings, the same rights, no secret of
/// ours.
class ComposeTest {
    static final List<String> SERVICES = Chart.SERVICES;

    private static final Path FOLDER = Path.of("compose");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[?-])?");
    /// Which file and which images, and where things are published: these have a default.
    private static final Set<String> OF_COMPOSE = Set.of("COMPOSE_FILE", "COMPOSE_PROJECT_NAME", "CENTRALINO_IMAGES");
    private static final String IN_CODE_OF_OTHERS = "JAVA_TOOL_OPTIONS|KAFKA_.*|QUARKUS_HTTP_.*";

    @ParameterizedTest
    @MethodSource("containers")
    void a_container_may_do_no_more_than_a_pod(String name) {
        var container = container(name);

        assertThat(container)
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .doesNotContainKeys("privileged", "cap_add", "pid", "ipc", "network_mode", "ports", "devices");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_container_has_its_limits_and_comes_back(String name) {
        var container = container(name);

        assertThat(container).containsKeys("mem_limit", "logging", "networks");
        if (name.equals("kafka-access")) {
            assertThat(container).containsEntry("restart", "no");
        } else {
            assertThat(container).containsEntry("restart", "unless-stopped").containsKey("healthcheck");
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_reads_whatever_is_set(String service) {
        var read = SettingsOfService.of(service).all().stream()
                .map(Setting::variable)
                .collect(Collectors.toSet());

        assertThat(settings(service).filter(variable -> !variable.matches(IN_CODE_OF_OTHERS)))
                .isSubsetOf(read);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_is_given_whatever_it_needs(String service) {
        var needed = SettingsOfService.of(service).all().stream()
                .filter(Setting::needed)
                .map(Setting::variable)
                .filter(variable -> variable.startsWith("CENTRALINO_") && !variable.equals("CENTRALINO_SIMULATOR_URL"))
                .toList();

        assertThat(settings(service)).containsAll(needed);
    }

    @Test
    void only_what_sends_to_the_platform_and_what_browsers_reach_leaves_the_inner_networks() {
        var networks = map(compose().get("networks"));

        var leaving = containers()
                .filter(name -> networksOf(name).stream()
                        .anyMatch(network -> !map(networks.get(network)).containsKey("internal")));

        assertThat(leaving).containsExactlyInAnyOrder("outbound", "gateway", "keycloak");
    }

    @Test
    void kafka_knows_the_users_of_the_one_file() {
        var users = KafkaAccess.permitted().keySet().stream();

        assertThat(environment("kafka").keySet().stream().filter(variable -> variable.contains("PASSWORD")))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(users, Stream.of("broker", "admin"))
                        .map(user -> "CENTRALINO_KAFKA_PASSWORD_" + user.toUpperCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void what_an_operator_must_say_is_asked_for_by_name_and_never_made_up() {
        var text = read("compose.yaml");
        var asked = variables(text, ":?");
        var mayBeMissing = variables(text, ":-");

        var inExample = read("env.example")
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .filter(name -> !OF_COMPOSE.contains(name));

        assertThat(inExample).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(mayBeMissing).containsExactlyInAnyOrder("CENTRALINO_IMAGES", "CENTRALINO_POSTGRES_IMAGE");
        assertThat(read("env.example").lines().filter(line -> line.matches(".*(PASSWORD|SECRET|TOKEN)[A-Z_]*=.+")))
                .isEmpty();
    }

    static Stream<String> containers() {
        return map(compose().get("services")).keySet().stream();
    }

    private static Set<String> variables(String text, String kind) {
        return VARIABLE.matcher(text)
                .results()
                .filter(found -> kind.equals(found.group(2)))
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> settings(String service) {
        return environment(service).keySet().stream();
    }

    private static Map<String, Object> environment(String name) {
        return map(container(name).get("environment"));
    }

    private static List<String> networksOf(String name) {
        return ((List<?>) container(name).get("networks"))
                .stream().map(String::valueOf).toList();
    }

    private static Map<String, Object> container(String name) {
        return map(map(compose().get("services")).get(name));
    }

    private static Map<String, Object> compose() {
        return map(new Yaml().load(read("compose.yaml")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
