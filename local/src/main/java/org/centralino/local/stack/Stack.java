package org.centralino.local.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.centralino.local.kafka.Kafka;
import org.centralino.local.keycloak.Keycloak;
import org.centralino.local.port.Port;
import org.centralino.local.postgres.Postgres;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.service.Service;
import org.centralino.local.state.StateFolder;

/// What the product consists of on one machine.
final class Stack {
    private static final List<String> DATABASES =
            List.of("conversation", "assignment", "notes", "outbound", Keycloak.DATABASE);
    private static final String PHONE_NUMBER_ID = "510000000000023";

    private final StateFolder state;
    private final Keycloak keycloak;
    private final Part postgresPart;
    private final Part kafkaPart;
    private final Part keycloakPart;
    private final List<Part> applications;

    Stack(StateFolder state) {
        this.state = state;
        var postgres = new Postgres(state, Port.POSTGRES.number());
        var kafka = new Kafka(state, Port.KAFKA.number(), Port.KAFKA_CONTROLLER.number());
        this.keycloak = new Keycloak(state, Port.KEYCLOAK.number(), Port.KEYCLOAK_MANAGEMENT.number());
        this.postgresPart = new Part(
                "PostgreSQL", Port.POSTGRES, null, postgres.process(), () -> postgres.start(DATABASES), postgres::stop);
        this.kafkaPart =
                new Part("Kafka", Port.KAFKA, Port.KAFKA_CONTROLLER, kafka.process(), kafka::start, kafka::stop);
        this.keycloakPart = new Part(
                "Keycloak",
                Port.KEYCLOAK,
                Port.KEYCLOAK_MANAGEMENT,
                keycloak.process(),
                () -> keycloak.start(Port.POSTGRES.number(), Port.GATEWAY.number()),
                keycloak::stop);
        this.applications = List.of(
                application("simulator", "simulator", Port.SIMULATOR, Port.SIMULATOR_MANAGEMENT),
                application("conversation", "conversation-service", Port.CONVERSATION, Port.CONVERSATION_MANAGEMENT),
                application("assignment", "assignment-service", Port.ASSIGNMENT, Port.ASSIGNMENT_MANAGEMENT),
                application("notes", "notes-service", Port.NOTES, Port.NOTES_MANAGEMENT),
                application("outbound", "outbound-service", Port.OUTBOUND, Port.OUTBOUND_MANAGEMENT),
                application("gateway", "gateway-service", Port.GATEWAY, Port.GATEWAY_MANAGEMENT));
    }

    Part postgres() {
        return postgresPart;
    }

    Part kafka() {
        return kafkaPart;
    }

    /// Keycloak and everything of our own: all of them start side by side once the database and the broker
    /// stand.
    List<Part> others() {
        return Stream.concat(Stream.of(keycloakPart), applications.stream()).toList();
    }

    /// @return every part, in the order in which they start; they stop in the opposite order
    List<Part> all() {
        return Stream.concat(Stream.of(postgresPart, kafkaPart), others().stream())
                .toList();
    }

    Keycloak keycloak() {
        return keycloak;
    }

    StateFolder state() {
        return state;
    }

    private Part application(String name, String module, Port port, Port management) {
        var service = new Service(name, module, management, environmentOf(name), state);
        ChildProcess process = service.process();
        return new Part(name, port, management, process, service::start, service::stop);
    }

    private Map<String, String> environmentOf(String name) {
        var environment = new HashMap<String, String>();
        for (var port : Port.values()) {
            environment.put(port.variable(), String.valueOf(port.number()));
        }
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("CENTRALINO_HOST", "127.0.0.1");
        environment.put("CENTRALINO_KAFKA_BOOTSTRAP", "localhost:" + Port.KAFKA.number());
        environment.put("CENTRALINO_KEYCLOAK_URL", keycloak.url());
        environment.put("CENTRALINO_DATABASE_HOST", "localhost");
        environment.put("CENTRALINO_DATABASE_PASSWORD", Postgres.passwordOf(name));
        environment.put("CENTRALINO_GATEWAY_URL", "http://localhost:" + Port.GATEWAY.number());
        environment.put("CENTRALINO_CONVERSATION_URL", "http://127.0.0.1:" + Port.CONVERSATION.number());
        environment.put("CENTRALINO_ASSIGNMENT_URL", "http://127.0.0.1:" + Port.ASSIGNMENT.number());
        environment.put("CENTRALINO_NOTES_URL", "http://127.0.0.1:" + Port.NOTES.number());
        environment.put("CENTRALINO_OUTBOUND_URL", "http://127.0.0.1:" + Port.OUTBOUND.number());
        environment.put("CENTRALINO_SIMULATOR_URL", "http://localhost:" + Port.SIMULATOR.number());
        environment.put("CENTRALINO_SIMULATOR_STATE", state.data("simulator").toString());
        environment.put(
                "CENTRALINO_SIMULATOR_WEBHOOK_URL",
                "http://127.0.0.1:%d/webhooks/whatsapp".formatted(Port.GATEWAY.number()));
        if (!name.equals("simulator")) {
            environment.put("CENTRALINO_CLOCK_FOLLOW", "http://127.0.0.1:%d/clock".formatted(Port.SIMULATOR.number()));
        }
        environment.put("CENTRALINO_WHATSAPP_APP_SECRETS", "local-app-secret");
        environment.put("CENTRALINO_WHATSAPP_VERIFY_TOKEN", "local-verify-token");
        environment.put("CENTRALINO_WHATSAPP_ACCESS_TOKEN", "local-access-token");
        environment.put("CENTRALINO_WHATSAPP_KEY_SECRET", "local-key-secret");
        environment.put("CENTRALINO_WHATSAPP_GRAPH_URL", "http://127.0.0.1:" + Port.SIMULATOR.number());
        environment.put("CENTRALINO_WHATSAPP_GRAPH_VERSION", "v25.0");
        environment.put("CENTRALINO_WHATSAPP_NUMBERS_0__PHONE_NUMBER_ID", PHONE_NUMBER_ID);
        environment.put("CENTRALINO_WHATSAPP_NUMBERS_0__NUMBER", "390299990001");
        environment.put("CENTRALINO_WHATSAPP_NUMBERS_0__WABA", "290000000000017");
        environment.put("CENTRALINO_WHATSAPP_NUMBERS_0__NAME", "Casa Lume");
        // What a person sets in his shell wins, to try other settings without touching code.
        System.getenv().forEach((variable, value) -> environment.computeIfPresent(variable, (_, _) -> value));
        return environment;
    }

    static Stack at(Path root) {
        return new Stack(StateFolder.of(root));
    }
}
