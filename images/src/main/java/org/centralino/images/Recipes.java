package org.centralino.images;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What there is an image of.
final class Recipes {
    /// Where everything of ours stands in an image.
    private static final String HOME = "/centralino";
    private static final String JVM_OPTIONS = HOME + "/service.jvm";
    private static final String CONTAINER = HOME + "/container";

    private final Path root;

    /// @param root of the checkout, with everything built
    Recipes(Path root) {
        this.root = root;
    }

    List<Recipe> all() {
        return List.of(
                service("conversation", 8081),
                service("assignment", 8082),
                service("notes", 8083),
                service("outbound", 8084),
                service("gateway", 8080));
    }

    /// A service listens for health and metrics 1,000 above its own port.
    private Recipe service(String name, int port) {
        var module = name + "-service";
        var application = root.resolve(module).resolve("target/quarkus-app");
        var libraries = application.resolve("lib");
        Predicate<Path> isLibrary = file -> file.startsWith(libraries) && !isOurs(file);
        return new Recipe(
                module,
                "Centralino " + name,
                List.of(
                        new Recipe.Layer("libraries")
                                .addFolder(application, HOME + "/app", isLibrary)
                                .build(),
                        inContainer().build(),
                        new Recipe.Layer("application")
                                .add(root.resolve("deploy/service.jvm"), JVM_OPTIONS)
                                .addFolder(application, HOME + "/app", isLibrary.negate())
                                .build()),
                List.of("java", "@" + JVM_OPTIONS, "-jar", HOME + "/app/quarkus-run.jar"),
                List.of(),
                Set.of(port, port + 1_000));
    }

    private Recipe.Layer inContainer() {
        return new Recipe.Layer("container")
                .addFolder(
                        root.resolve("images/target/classes/org/centralino/container"),
                        CONTAINER + "/org/centralino/container",
                        _ -> true);
    }

    private static boolean isOurs(Path library) {
        return library.getFileName().toString().startsWith("org.centralino.");
    }
}
