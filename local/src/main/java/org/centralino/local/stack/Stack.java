package org.centralino.local.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centralino.local.balancer.Balancer;
import org.centralino.local.kafka.Kafka;
import org.centralino.local.kafka.KafkaTokens;
import org.centralino.local.kafka.KafkaUsers;
import org.centralino.local.keycloak.Keycloak;
import org.centralino.local.objects.ObjectServer;
import org.centralino.local.observe.Prometheus;
import org.centralino.local.observe.Zipkin;
import org.centralino.local.port.Port;
import org.centralino.local.port.PortCheck;
import org.centralino.local.postgres.Databases;
import org.centralino.local.postgres.Postgres;
import org.centralino.local.process.StartCache;
import org.centralino.local.service.Service;
import org.centralino.local.state.StateFolder;
import org.jspecify.annotations.Nullable;

/// What the product consists of on one machine.
final class Stack {
    private static final String PHONE_NUMBER_ID = "510000000000023";

    private final StateFolder state;
    private final Shape shape;
    private final Postgres postgres;
    private final Keycloak keycloak;
    private final @Nullable KafkaTokens tokens;
    private final Kafka kafka;
    private final ObjectServer objects;
    private final Zipkin zipkin;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<Part, String> modules = new HashMap<>();
    private final Map<String, Service> services = new LinkedHashMap<>();

    /// @param shape how many of each of our services; the simulator, which is the platform, is one
    private Stack(StateFolder state, Shape shape) {
        this.state = state;
        this.shape = shape;
        this.zipkin = new Zipkin(state, Port.ZIPKIN.number());
        this.postgres = new Postgres(state, Port.POSTGRES.number());
        this.keycloak = new Keycloak(state, Port.KEYCLOAK.number(), Port.KEYCLOAK_MANAGEMENT.number());
        this.tokens = shape.hasTokens() ? new KafkaTokens(keycloak.realm()) : null;
        this.kafka = new Kafka(state, Port.KAFKA.number(), Port.KAFKA_CONTROLLER.number(), tokens);
        this.objects = new ObjectServer(state, Port.OBJECTS.number());
        parts.put(
                Postgres.NAME,
                new Part(
                        "PostgreSQL",
                        Port.POSTGRES,
                        List.of(),
                        postgres.process(),
                        () -> postgres.start(Databases.OF_SERVICES),
                        postgres::stop,
                        postgres::accepts));
        parts.put(
                Keycloak.NAME,
                new Part(
                        "Keycloak",
                        Port.KEYCLOAK,
                        List.of(Port.KEYCLOAK_MANAGEMENT),
                        keycloak.process(),
                        () -> keycloak.start(postgres, Port.GATEWAY.number()),
                        keycloak::stop,
                        keycloak::isReady));
        parts.put(
                Kafka.NAME,
                new Part(
                        "Kafka",
                        Port.KAFKA,
                        List.of(Port.KAFKA_CONTROLLER),
                        kafka.process(),
                        kafka::start,
                        kafka::stop,
                        () -> PortCheck.isTaken(Port.KAFKA.number())));
        parts.put(
                ObjectServer.NAME,
                new Part(
                        "S3Proxy",
                        Port.OBJECTS,
                        List.of(),
                        objects.process(),
                        objects::start,
                        objects::stop,
                        objects::isReady));
        add("simulator", "simulator", 160, Port.SIMULATOR, Port.SIMULATOR_MANAGEMENT);
        if (shape.replicas() > 1) {
            addBalancer();
        }
        if (shape.isObserved()) {
            addObservers();
        }
        addReplicas("conversation", "conversation-service", 192, Port.CONVERSATION, Port.CONVERSATION_MANAGEMENT);
        addReplicas("assignment", "assignment-service", 128, Port.ASSIGNMENT, Port.ASSIGNMENT_MANAGEMENT);
        addReplicas("notes", "notes-service", 128, Port.NOTES, Port.NOTES_MANAGEMENT);
        addReplicas("outbound", "outbound-service", 128, Port.OUTBOUND, Port.OUTBOUND_MANAGEMENT);
        addReplicas("gateway", "gateway-service", 192, Port.GATEWAY, Port.GATEWAY_MANAGEMENT);
    }

    /// @return what was started last in this folder, unless it was stopped: then one of each
    static Stack in(StateFolder state) {
        return new Stack(state, Shape.of(state));
    }

    Stack as(Shape wanted) {
        return new Stack(state, wanted);
    }

    Shape shape() {
        return shape;
    }

    Zipkin zipkin() {
        return zipkin;
    }

    boolean isAnythingRunning() {
        return parts.values().stream().anyMatch(Part::isRunning);
    }

    /// What runs already may have been started by another version.
    void update() {
        if (kafka.process().find().isPresent()) {
            kafka.update();
        }
    }

    /// @return every part, in the order in which people think of them
    List<Part> all() {
        return List.copyOf(parts.values());
    }

    /// @return a part by its name, as `status` shows it
    Optional<Part> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /// @return our own services and the simulator, by their names
    Map<String, Service> services() {
        return Collections.unmodifiableMap(services);
    }

    /// @return what must run before the part can start; what is not waited for starts side by side
    List<Part> neededBy(Part part) {
        var postgresPart = parts.get(Postgres.NAME);
        var kafkaPart = parts.get(Kafka.NAME);
        var keycloakPart = parts.get(Keycloak.NAME);
        if (part.equals(kafkaPart)) {
            // A broker that is to believe tokens asks for Keycloak's keys first.
            return tokens == null ? List.of() : List.of(keycloakPart);
        }
        var alone = Stream.of(Postgres.NAME, ObjectServer.NAME, Balancer.NAME, Zipkin.NAME, Prometheus.NAME);
        if (alone.map(parts::get).anyMatch(part::equals)) {
            return List.of();
        }
        return part.equals(keycloakPart) ? List.of(postgresPart) : List.of(postgresPart, kafkaPart);
    }

    /// @return the module that it is built from; nothing when we do not build it
    Optional<String> moduleOf(Part part) {
        return Optional.ofNullable(modules.get(part));
    }

    /// @return groups that stop one after the other: first who uses a thing, then the thing
    List<List<Part>> stopOrder() {
        var infrastructure = List.of(Keycloak.NAME, Kafka.NAME, ObjectServer.NAME, Postgres.NAME);
        var ours = parts.entrySet().stream()
                .filter(part -> !infrastructure.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return List.of(
                ours,
                List.of(parts.get(Keycloak.NAME), parts.get(Kafka.NAME), parts.get(ObjectServer.NAME)),
                List.of(parts.get(Postgres.NAME)));
    }

    Keycloak keycloak() {
        return keycloak;
    }

    Postgres postgres() {
        return postgres;
    }

    StateFolder state() {
        return state;
    }

    Launcher launcher() {
        return new Launcher(state);
    }

    StartCaches startCaches() {
        var caches = new ArrayList<StartCache>();
        services.values().forEach(service -> service.startCache().ifPresent(caches::add));
        keycloak.startCache().ifPresent(caches::add);
        caches.add(kafka.startCache());
        return new StartCaches(state, caches);
    }

    private void add(String name, String module, int heap, Port port, Port management) {
        add(new Service(name, module, heap, management, environmentOf(name), state, name), module, port, management);
    }

    private void add(Service service, String module, Port port, Port management) {
        var name = service.process().name();
        services.put(name, service);
        var part = new Part(
                name, port, List.of(management), service.process(), service::start, service::stop, service::isReady);
        parts.put(name, part);
        modules.put(part, module);
    }

    private void addReplicas(String name, String module, int heap, Port port, Port management) {
        if (shape.replicas() == 1) {
            add(name, module, heap, port, management);
            return;
        }
        for (var number = 1; number <= shape.replicas(); number++) {
            var own = port.ofReplica(number);
            var ownManagement = management.ofReplica(number);
            var environment = environmentOf(name);
            environment.put(port.variable(), String.valueOf(own.number()));
            environment.put(management.variable(), String.valueOf(ownManagement.number()));
            environment.putAll(Balancer.SETTINGS_BEHIND_IT);
            var process = "%s-%d".formatted(name, number);
            add(
                    new Service(name, module, heap, ownManagement, environment, state, process),
                    module,
                    own,
                    ownManagement);
        }
    }

    private void addBalancer() {
        var balancer = new Balancer(state, shape.replicas());
        parts.put(
                Balancer.NAME,
                new Part(
                        Balancer.NAME,
                        Port.GATEWAY,
                        List.of(Port.CONVERSATION, Port.ASSIGNMENT, Port.NOTES, Port.OUTBOUND),
                        balancer.process(),
                        balancer::start,
                        balancer::stop,
                        balancer::isReady));
    }

    private void addObservers() {
        parts.put(
                Zipkin.NAME,
                new Part(
                        "Zipkin",
                        Port.ZIPKIN,
                        List.of(),
                        zipkin.process(),
                        zipkin::start,
                        zipkin::stop,
                        zipkin::isReady));
        if (Prometheus.isInstalled()) {
            var prometheus = new Prometheus(state, Port.PROMETHEUS.number(), whereMetricsAre());
            parts.put(
                    Prometheus.NAME,
                    new Part(
                            "Prometheus",
                            Port.PROMETHEUS,
                            List.of(),
                            prometheus.process(),
                            prometheus::start,
                            prometheus::stop,
                            prometheus::isReady));
        }
    }

    private Map<String, List<Port>> whereMetricsAre() {
        var services = new LinkedHashMap<String, List<Port>>();
        services.put("gateway", processesOf(Port.GATEWAY_MANAGEMENT));
        services.put("conversation", processesOf(Port.CONVERSATION_MANAGEMENT));
        services.put("assignment", processesOf(Port.ASSIGNMENT_MANAGEMENT));
        services.put("notes", processesOf(Port.NOTES_MANAGEMENT));
        services.put("outbound", processesOf(Port.OUTBOUND_MANAGEMENT));
        return services;
    }

    private List<Port> processesOf(Port port) {
        return shape.replicas() == 1
                ? List.of(port)
                : IntStream.rangeClosed(1, shape.replicas())
                        .mapToObj(port::ofReplica)
                        .toList();
    }

    private Map<String, String> environmentOf(String name) {
        var environment = new HashMap<String, String>();
        for (var port : Port.all()) {
            environment.put(port.variable(), String.valueOf(port.number()));
        }
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("CENTRALINO_HOST", "127.0.0.1");
        environment.put("CENTRALINO_KAFKA_BOOTSTRAP", "localhost:" + Port.KAFKA.number());
        (tokens == null ? KafkaUsers.clientOf(name) : tokens.clientOf(name))
                .forEach((setting, value) -> environment.put(
                        "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
        if (tokens != null) {
            environment.put("JAVA_TOOL_OPTIONS", tokens.permission());
        }
        environment.put("CENTRALINO_KEYCLOAK_URL", keycloak.url());
        environment.put("CENTRALINO_DATABASE_HOST", "127.0.0.1");
        environment.put("CENTRALINO_DATABASE_PASSWORD", Databases.passwordOf(name));
        environment.putAll(objects.environment());
        environment.put("CENTRALINO_CONVERSATION_MEDIA_TICKET_SECRET", "local-media-ticket-secret");
        environment.put("CENTRALINO_ASSIGNMENT_CLIENT_SECRET", "local-assignment-client-secret");
        environment.put(
                "CENTRALINO_GATEWAY_ASSETS_FOLDER", state.data("web-assets").toString());
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
        if (shape.isObserved()) {
            environment.put("CENTRALINO_TRACES_TO", "zipkin");
            environment.put("CENTRALINO_TRACES_URL", zipkin.url());
            environment.put("CENTRALINO_TRACES_SAMPLED", "1");
        }
        environment.put("CENTRALINO_WHATSAPP_APP_SECRETS", "local-app-secret");
        environment.put("CENTRALINO_WHATSAPP_VERIFY_TOKEN", "local-verify-token");
        environment.put("CENTRALINO_WHATSAPP_ACCESS_TOKEN", "local-access-token");
        environment.put("CENTRALINO_OUTBOUND_TOKENS_KEYS", "local:bG9jYWwta2V5LWZvci10b2tlbnMtMzItYnl0ZXMhISE=");
        environment.put("CENTRALINO_WHATSAPP_KEY_SECRET", "local-key-secret");
        environment.put("CENTRALINO_WHATSAPP_GRAPH_URL", "http://127.0.0.1:" + Port.SIMULATOR.number());
        environment.put("CENTRALINO_WHATSAPP_GRAPH_VERSION", "v25.0");
        // Another name for the same program: the platform has files elsewhere than its API.
        environment.put("CENTRALINO_WHATSAPP_MEDIA_URLS", "http://localhost:" + Port.SIMULATOR.number());
        environment.put("CENTRALINO_SIMULATOR_MEDIA_URL", "http://localhost:" + Port.SIMULATOR.number());
        environment.put("CENTRALINO_WHATSAPP_NUMBERS_0__PHONE_NUMBER_ID", PHONE_NUMBER_ID);
        environment.put("CENTRALINO_WHATSAPP_NUMBERS_0__NUMBER", "390299990001");
        environment.put("CENTRALINO_WHATSAPP_NUMBERS_0__WABA", "290000000000017");
        environment.put("CENTRALINO_WHATSAPP_NUMBERS_0__ACCOUNT_ID", "290000000000017");
        environment.put("CENTRALINO_WHATSAPP_NUMBERS_0__NAME", "Casa Lume");
        // What a person sets in his shell wins, to try other settings without touching code.
        System.getenv().forEach((variable, value) -> environment.computeIfPresent(variable, (_, _) -> value));
        return environment;
    }
}
