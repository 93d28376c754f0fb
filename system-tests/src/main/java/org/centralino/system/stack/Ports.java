package org.centralino.system.stack;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Where the parts of one running product listen.
///
/// @param byVariable the port of each variable of the environment, such as `CENTRALINO_GATEWAY_PORT`
public record Ports(Map<String, Integer> byVariable) {
    private static final Map<String, Integer> STANDARD = standardPorts();

    public Ports {
        byVariable = Map.copyOf(byVariable);
    }

    /// @return the ports that the environment names, else the documented ones
    public static Ports ofEnvironment() {
        var ports = new LinkedHashMap<String, Integer>();
        STANDARD.forEach((variable, standard) -> {
            var wanted = System.getenv(variable);
            ports.put(variable, wanted == null ? standard : Integer.valueOf(wanted));
        });
        return new Ports(ports);
    }

    /// @return ports that nobody listens on now
    /// @param replicas how many there will be of each of our services
    public static Ports free(int replicas) {
        var variables = new ArrayList<>(STANDARD.keySet());
        if (replicas > 1) {
            Part.SERVICES.forEach(service -> IntStream.rangeClosed(1, replicas)
                    .forEach(number -> variables.addAll(
                            List.of(variableOf(service, number), managementVariableOf(service, number)))));
        }
        var ports = new LinkedHashMap<String, Integer>();
        variables.forEach(variable -> ports.put(variable, FreePorts.next()));
        return new Ports(ports);
    }

    /// @return the variables as the launcher reads them
    public Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        byVariable.forEach((variable, port) -> environment.put(variable, port.toString()));
        return environment;
    }

    public URI gateway() {
        return http("GATEWAY");
    }

    public URI conversation() {
        return http("CONVERSATION");
    }

    public URI assignment() {
        return http("ASSIGNMENT");
    }

    public URI notes() {
        return http("NOTES");
    }

    public URI zipkin() {
        return http("ZIPKIN");
    }

    public URI simulator() {
        return http("SIMULATOR");
    }

    /// By this name only: the issuer of its tokens is part of them.
    public URI keycloak() {
        return URI.create("http://localhost:" + port("KEYCLOAK"));
    }

    public String kafka() {
        return "127.0.0.1:" + port("KAFKA");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port("POSTGRES"), database);
    }

    /// @param service its name, such as `gateway`
    /// @return where its health and metrics are
    public URI management(String service) {
        return http(service.toUpperCase(java.util.Locale.ROOT) + "_MANAGEMENT");
    }

    /// @param number of the replica, from 1
    /// @return where the health and metrics of this one of several are
    public URI management(Part service, int number) {
        return URI.create("http://127.0.0.1:" + byVariable.get(managementVariableOf(service, number)));
    }

    /// @return where a service listens, or the balancer in front of several
    public URI at(Part service) {
        return http(service.name());
    }

    private URI http(String name) {
        return URI.create("http://localhost:" + port(name));
    }

    int of(Part part) {
        return port(part.name());
    }

    /// @param number of the replica, from 1
    /// @return where this one of several listens
    public URI of(Part service, int number) {
        return URI.create("http://127.0.0.1:" + byVariable.get(variableOf(service, number)));
    }

    private static String variableOf(Part service, int number) {
        return "CENTRALINO_%s_%d_PORT".formatted(service.name(), number);
    }

    private static String managementVariableOf(Part service, int number) {
        return "CENTRALINO_%s_MANAGEMENT_%d_PORT".formatted(service.name(), number);
    }

    private int port(String name) {
        return Objects.requireNonNull(byVariable.get("CENTRALINO_%s_PORT".formatted(name)), "every part has a port");
    }

    private static Map<String, Integer> standardPorts() {
        var services = List.of("GATEWAY", "CONVERSATION", "ASSIGNMENT", "NOTES", "OUTBOUND");
        var ports = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < services.size(); i++) {
            ports.put("CENTRALINO_%s_PORT".formatted(services.get(i)), 8080 + i);
            ports.put("CENTRALINO_%s_MANAGEMENT_PORT".formatted(services.get(i)), 9080 + i);
        }
        ports.put("CENTRALINO_SIMULATOR_PORT", 8090);
        ports.put("CENTRALINO_SIMULATOR_MANAGEMENT_PORT", 9090);
        ports.put("CENTRALINO_KEYCLOAK_PORT", 8180);
        ports.put("CENTRALINO_KEYCLOAK_MANAGEMENT_PORT", 9180);
        ports.put("CENTRALINO_KAFKA_PORT", 9092);
        ports.put("CENTRALINO_KAFKA_CONTROLLER_PORT", 9093);
        ports.put("CENTRALINO_OBJECTS_PORT", 9000);
        ports.put("CENTRALINO_POSTGRES_PORT", 5433);
        ports.put("CENTRALINO_ZIPKIN_PORT", 9411);
        ports.put("CENTRALINO_PROMETHEUS_PORT", 9190);
        return ports;
    }
}
