package org.centralino.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gives a `@QuarkusTest` real PostgreSQL, Kafka and, when asked, Keycloak and an object store:
///
/// ```java
/// @QuarkusTestResource(value = Infrastructure.class, restrictToAnnotatedClass = false,
///         initArgs = {@ResourceArg(name = "service", value = "notes"), @ResourceArg(name = "keycloak",
///         value = "true")})
/// ```
///
/// Tests reach the running instance by [#running()], for tokens, SQL and topics.
public final class Infrastructure implements QuarkusTestResourceLifecycleManager {
    private static volatile @Nullable Servers running;

    private String service = "";
    private boolean keycloak;
    private boolean withObjects;
    private @Nullable StoredObjects objects;

    @Override
    public void init(Map<String, String> arguments) {
        service = Objects.requireNonNull(arguments.get("service"), "which service is under test?");
        keycloak = Boolean.parseBoolean(arguments.getOrDefault("keycloak", "false"));
        withObjects = Boolean.parseBoolean(arguments.getOrDefault("objects", "false"));
    }

    @Override
    public Map<String, String> start() {
        var source = Source.chosen(
                System.getProperty(Source.PROPERTY, "auto"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        var started = switch (source) {
            case EMBEDDED -> LocalInfrastructure.start(keycloak);
            case CONTAINERS -> ContainerInfrastructure.start(LocalInfrastructure.root(), keycloak);
        };
        running = started;
        var config = new HashMap<>(started.config(service, keycloak));
        if (withObjects) {
            var files = StoredObjects.start(LocalInfrastructure.root());
            objects = files;
            config.putAll(files.config());
        }
        return config;
    }

    @Override
    public void stop() {
        var started = running;
        if (started != null) {
            started.close();
        }
        if (objects != null) {
            objects.close();
        }
    }

    /// @throws IllegalStateException in a test that did not ask for them
    public static Servers running() {
        var started = running;
        if (started == null) {
            throw new IllegalStateException("@QuarkusTestResource(Infrastructure.class) is missing");
        }
        return started;
    }
}
