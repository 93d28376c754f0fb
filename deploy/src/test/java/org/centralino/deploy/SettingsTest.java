package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The chart and the code name the same settings.
class SettingsTest {
    static final List<String> SERVICES = Chart.SERVICES;

    /// Only the local stack has a simulator.
    private static final Set<String> LOCAL_ONLY = Set.of("CENTRALINO_SIMULATOR_URL");

    /// Read by the JVM, by Quarkus and by Kafka's clients, which take every variable that begins with `KAFKA_`.
    private static final Set<String> OF_WHAT_WE_BUILD_ON = Set.of(
            "JAVA_TOOL_OPTIONS",
            "QUARKUS_FLYWAY_VALIDATE_AT_START",
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
            "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES",
            "KAFKA_SECURITY_PROTOCOL",
            "KAFKA_SASL_MECHANISM",
            "KAFKA_SASL_JAAS_CONFIG",
            "KAFKA_SASL_LOGIN_CALLBACK_HANDLER_CLASS",
            "KAFKA_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL",
            "KAFKA_SSL_TRUSTSTORE_TYPE",
            "KAFKA_SSL_TRUSTSTORE_LOCATION");

    @ParameterizedTest
    @MethodSource("everyService")
    void whatever_the_chart_sets_is_read_by_the_service(String values, String service) {
        var container = containerOf(values, service);

        var read = Stream.concat(
                        SettingsOfService.of(service).all().stream().map(Setting::variable),
                        OF_WHAT_WE_BUILD_ON.stream())
                .toList();

        assertThat(container.getEnv()).extracting(SettingsTest::asInCode).isSubsetOf(read);
    }

    @ParameterizedTest
    @MethodSource("everyService")
    void whatever_the_service_needs_is_set_by_the_chart(String values, String service) {
        var needed = SettingsOfService.of(service).all().stream()
                .filter(Setting::needed)
                .map(Setting::variable)
                .filter(variable -> variable.startsWith("CENTRALINO_") && !LOCAL_ONLY.contains(variable))
                .toList();

        var container = containerOf(values, service);

        assertThat(needed).isNotEmpty();
        assertThat(container.getEnv()).extracting(SettingsTest::asInCode).containsAll(needed);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void it_is_reached_where_it_listens(String service) {
        var settings = SettingsOfService.of(service);

        var ports = containerOf("small", service).getPorts();

        assertThat(ports)
                .extracting(ContainerPort::getName, port -> String.valueOf(port.getContainerPort()))
                .containsExactlyInAnyOrder(
                        tuple("http", settings.defaultOf("quarkus.http.port").orElseThrow()),
                        tuple(
                                "management",
                                settings.defaultOf("quarkus.management.port").orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("everyService")
    void no_variable_is_there_twice(String values, String service) {
        var container = containerOf(values, service);

        assertThat(container.getEnv()).extracting(EnvVar::getName).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("everyService")
    void every_secret_comes_from_a_secret_of_its_service_and_no_other(String values, String service) {
        var container = containerOf(values, service);

        assertThat(container.getEnv())
                .filteredOn(variable -> variable.getName().matches(".*(PASSWORD|SECRET|TOKEN|JAAS).*"))
                .isNotEmpty()
                .allSatisfy(variable -> {
                    assertThat(variable.getValue()).isNull();
                    assertThat(variable.getValueFrom().getSecretKeyRef().getName())
                            .isEqualTo(secretOf(values, service, variable));
                });
    }

    @Test
    void the_gateway_does_not_know_where_a_database_is() {
        var gateway = containerOf("everything-external", "gateway");

        assertThat(gateway.getEnv())
                .extracting(EnvVar::getName)
                .noneMatch(name -> name.contains("DATABASE") || name.contains("DATASOURCE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "outbound"})
    void a_business_number_arrives_as_it_was_written(String service) {
        assertThat(containerOf("in-the-cluster", service).getEnv())
                .filteredOn(variable -> variable.getName().startsWith("CENTRALINO_WHATSAPP_NUMBERS_1__"))
                .extracting(EnvVar::getValue)
                .containsExactlyInAnyOrder("510000000000098", "390299990098", "Casa Lume: \"Outlet\"");
    }

    static Stream<Arguments> everyService() {
        return Chart.VALUES.stream()
                .flatMap(values -> Chart.SERVICES.stream().map(service -> Arguments.of(values, service)));
    }

    private static Container containerOf(String values, String service) {
        return Chart.with(values).container(service);
    }

    private static String secretOf(String values, String service, EnvVar variable) {
        var byOperators = values.equals("in-the-cluster")
                ? Map.of(
                        "KAFKA_SASL_JAAS_CONFIG",
                        "centralino-kafka-" + service,
                        "CENTRALINO_DATABASE_PASSWORD",
                        "centralino-%s-database".formatted(service))
                : Map.<String, String>of();
        return byOperators.getOrDefault(variable.getName(), "centralino-" + service);
    }

    private static String asInCode(EnvVar variable) {
        return variable.getName().replaceFirst("_\\d+__", "_0__");
    }
}
