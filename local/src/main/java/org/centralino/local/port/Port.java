package org.centralino.local.port;

import java.util.List;
import org.centralino.local.StackException;

/// A port of the stack on 127.0.0.1. Each can be changed by its environment variable.
///
/// @param name what its variable is called after
/// @param usual its number, unless the variable says another
/// @param purpose what listens there
public record Port(String name, int usual, String purpose) {
    public static final Port GATEWAY = new Port("GATEWAY", 8080, "web app, API and webhooks");
    public static final Port CONVERSATION = new Port("CONVERSATION", 8081, "conversation service");
    public static final Port ASSIGNMENT = new Port("ASSIGNMENT", 8082, "assignment service");
    public static final Port NOTES = new Port("NOTES", 8083, "notes service");
    public static final Port OUTBOUND = new Port("OUTBOUND", 8084, "outbound service");
    public static final Port SIMULATOR = new Port("SIMULATOR", 8090, "simulator");
    public static final Port KEYCLOAK = new Port("KEYCLOAK", 8180, "Keycloak");
    public static final Port KAFKA = new Port("KAFKA", 9092, "Kafka");
    public static final Port POSTGRES = new Port("POSTGRES", 5433, "PostgreSQL");
    public static final Port GATEWAY_MANAGEMENT =
            new Port("GATEWAY_MANAGEMENT", 9080, "health and metrics of the gateway");
    public static final Port CONVERSATION_MANAGEMENT =
            new Port("CONVERSATION_MANAGEMENT", 9081, "health and metrics of the conversation service");
    public static final Port ASSIGNMENT_MANAGEMENT =
            new Port("ASSIGNMENT_MANAGEMENT", 9082, "health and metrics of the assignment service");
    public static final Port NOTES_MANAGEMENT =
            new Port("NOTES_MANAGEMENT", 9083, "health and metrics of the notes service");
    public static final Port OUTBOUND_MANAGEMENT =
            new Port("OUTBOUND_MANAGEMENT", 9084, "health and metrics of the outbound service");
    public static final Port SIMULATOR_MANAGEMENT =
            new Port("SIMULATOR_MANAGEMENT", 9090, "health and metrics of the simulator");
    public static final Port KEYCLOAK_MANAGEMENT = new Port("KEYCLOAK_MANAGEMENT", 9180, "health of Keycloak");
    public static final Port KAFKA_CONTROLLER = new Port("KAFKA_CONTROLLER", 9093, "Kafka's controller");
    public static final Port OBJECTS = new Port("OBJECTS", 9000, "files of messages");
    public static final Port ZIPKIN = new Port("ZIPKIN", 9411, "traces");
    public static final Port PROMETHEUS = new Port("PROMETHEUS", 9190, "metrics");
    public static final Port VITE = new Port("VITE", 5173, "the web app in development");

    /// Those of the infrastructure stand in between.
    private static final int NEXT_REPLICA = 200;

    /// @return those of a stack with one of each
    public static List<Port> all() {
        return List.of(
                GATEWAY,
                CONVERSATION,
                ASSIGNMENT,
                NOTES,
                OUTBOUND,
                SIMULATOR,
                KEYCLOAK,
                KAFKA,
                POSTGRES,
                GATEWAY_MANAGEMENT,
                CONVERSATION_MANAGEMENT,
                ASSIGNMENT_MANAGEMENT,
                NOTES_MANAGEMENT,
                OUTBOUND_MANAGEMENT,
                SIMULATOR_MANAGEMENT,
                KEYCLOAK_MANAGEMENT,
                KAFKA_CONTROLLER,
                OBJECTS,
                ZIPKIN,
                PROMETHEUS,
                VITE);
    }

    /// @param number of the replica, from 1
    /// @return where that replica has what a service that is alone has here
    public Port ofReplica(int number) {
        return new Port(
                "%s_%d".formatted(name, number),
                usual + number * NEXT_REPLICA,
                "%s, replica %d".formatted(purpose, number));
    }

    public String variable() {
        return "CENTRALINO_%s_PORT".formatted(name);
    }

    /// @throws StackException when the variable is not a port number
    public int number() {
        var set = System.getenv(variable());
        if (set == null || set.isBlank()) {
            return usual;
        }
        try {
            var number = Integer.parseInt(set.strip());
            if (number > 0 && number < 65_536) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, with what is expected.
        }
        throw new StackException("%s is '%s'; it must be a port number from 1 to 65535.".formatted(variable(), set));
    }
}
