package org.centralino.local.port;

import org.centralino.local.StackException;

/// The ports of the stack on 127.0.0.1. Each can be changed by its environment variable.
public enum Port {
    GATEWAY(8080, "web app, API and webhooks"),
    CONVERSATION(8081, "conversation service"),
    ASSIGNMENT(8082, "assignment service"),
    NOTES(8083, "notes service"),
    OUTBOUND(8084, "outbound service"),
    SIMULATOR(8090, "simulator"),
    KEYCLOAK(8180, "Keycloak"),
    KAFKA(9092, "Kafka"),
    POSTGRES(5433, "PostgreSQL"),
    GATEWAY_MANAGEMENT(9080, "health and metrics of the gateway"),
    CONVERSATION_MANAGEMENT(9081, "health and metrics of the conversation service"),
    ASSIGNMENT_MANAGEMENT(9082, "health and metrics of the assignment service"),
    NOTES_MANAGEMENT(9083, "health and metrics of the notes service"),
    OUTBOUND_MANAGEMENT(9084, "health and metrics of the outbound service"),
    SIMULATOR_MANAGEMENT(9090, "health and metrics of the simulator"),
    KEYCLOAK_MANAGEMENT(9180, "health of Keycloak"),
    KAFKA_CONTROLLER(9093, "Kafka's controller"),
    VITE(5173, "the web app in development");

    private final int usual;
    private final String purpose;

    Port(int usual, String purpose) {
        this.usual = usual;
        this.purpose = purpose;
    }

    public String variable() {
        return "CENTRALINO_%s_PORT".formatted(name());
    }

    public String purpose() {
        return purpose;
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
