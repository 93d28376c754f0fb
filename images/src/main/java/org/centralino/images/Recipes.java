package org.centralino.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.centralino.container.KeycloakStart;
import org.centralino.container.ObjectsStart;
import org.centralino.local.keycloak.Keycloak;
import org.centralino.local.state.StateFolder;

/// What there is an image of.
final class Recipes {
    /// Where everything of ours stands in an image.
    private static final String HOME = "/centralino";
    private static final String JVM_OPTIONS = HOME + "/service.jvm";
    private static final String CONTAINER = HOME + "/container";
    /// Where the gateway may leave its files of the web app for other versions.
    private static final String ASSETS = "/var/lib/centralino/assets";
    private static final String SBOM = HOME + "/sbom";
    /// Where the outbound service looks into files before they are stored.
    private static final String FILES = "/var/lib/centralino/files";
    private static final String KAFKA_LOG = "/var/lib/kafka";
    private static final String KAFKA_ACCESS = HOME + "/kafka-access.yaml";

    private final Path root;
    private final Path sboms;
    private final Instant builtAt;

    /// @param root of the checkout, with everything built
    /// @param sboms the folder that lists of what is shipped are written into
    /// @param builtAt the time that they tell
    Recipes(Path root, Path sboms, Instant builtAt) {
        this.root = root;
        this.sboms = sboms;
        this.builtAt = builtAt;
    }

    List<Recipe> all() {
        return List.of(
                service("conversation", 8081),
                service("assignment", 8082),
                service("notes", 8083),
                service("outbound", 8084),
                service("gateway", 8080),
                kafka(),
                objects(),
                keycloak());
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
                                .addVolume(ASSETS)
                                .addVolume(FILES)
                                .addFolder(sbomsOf(module), SBOM, _ -> true)
                                .add(root.resolve("deploy/service.jvm"), JVM_OPTIONS)
                                .addFolder(application, HOME + "/app", isLibrary.negate())
                                .build()),
                List.of("java", "@" + JVM_OPTIONS, "-jar", HOME + "/app/quarkus-run.jar"),
                List.of(),
                Set.of(port, port + 1_000));
    }

    private Recipe kafka() {
        var libraries = root.resolve("broker/target/lib");
        return new Recipe(
                "kafka",
                "Kafka for Centralino on a single host",
                List.of(
                        new Recipe.Layer("libraries")
                                .addFolder(libraries, HOME + "/lib", file -> !isOfOurBuild(file))
                                .build(),
                        inContainer().build(),
                        new Recipe.Layer("application")
                                .addVolume(KAFKA_LOG)
                                .addFolder(sbomsOf("broker"), SBOM, _ -> true)
                                .add(root.resolve("deploy/helm/centralino/files/kafka-access.yaml"), KAFKA_ACCESS)
                                .addFolder(libraries, HOME + "/lib", this::isOfOurBuild)
                                .addFolder(root.resolve("broker/target/classes"), HOME + "/classes", _ -> true)
                                .build()),
                List.of(
                        "java",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        HOME + "/classes:" + HOME + "/lib/*"),
                List.of("org.centralino.broker.Node", KAFKA_ACCESS, KAFKA_LOG, "kafka"),
                Set.of(9092));
    }

    private Recipe objects() {
        var jar = HOME + "/lib/s3proxy.jar";
        return new Recipe(
                "objects",
                "An object store for Centralino on a single host",
                List.of(
                        new Recipe.Layer("libraries")
                                .add(root.resolve("local/target/distributions/s3proxy.jar"), jar)
                                .build(),
                        inContainer().build(),
                        new Recipe.Layer("application")
                                .addVolume(ObjectsStart.FOLDER)
                                .build()),
                List.of(
                        "java",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        CONTAINER + ":" + jar,
                        ObjectsStart.class.getName()),
                List.of(),
                Set.of(9000));
    }

    private Recipe keycloak() {
        var built = new Keycloak(StateFolder.of(root), 0, 0).prepare();
        var libraries = built.resolve("lib/lib");
        Predicate<Path> isPart = file ->
                Keycloak.PARTS.contains(built.relativize(file).getName(0).toString());
        Predicate<Path> isLibrary = file -> file.startsWith(libraries);
        var home = Path.of(KeycloakStart.HOME);
        var entrypoint = new ArrayList<>(List.of("java", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        entrypoint.addAll(Keycloak.OPENED);
        entrypoint.addAll(Keycloak.propertiesOf(home));
        entrypoint.addAll(List.of(
                "-cp", CONTAINER + ":" + Keycloak.jarOf(Path.of(KeycloakStart.BUILT)), KeycloakStart.class.getName()));
        return new Recipe(
                "keycloak",
                "Keycloak with Centralino's realm and page",
                List.of(
                        new Recipe.Layer("libraries")
                                .addFolder(built, KeycloakStart.BUILT, isPart.and(isLibrary))
                                .build(),
                        inContainer().build(),
                        new Recipe.Layer("application")
                                .addFolder(built, KeycloakStart.BUILT, isPart.and(isLibrary.negate()))
                                .add(root.resolve("identity/src/main/realm/centralino-realm.json"), KeycloakStart.REALM)
                                .add(realmWithSecret(), KeycloakStart.REALM_WITH_SECRET)
                                .build()),
                entrypoint,
                List.of("start", "--optimized", "--import-realm"),
                Set.of(8080, 8443, 9000));
    }

    /// The same realm, but Keycloak does not make up the secret of the assignment service.
    private Path realmWithSecret() {
        var json = new ObjectMapper();
        try {
            var realm = json.readTree(root.resolve("identity/src/main/realm/centralino-realm.json")
                    .toFile());
            for (var client : realm.get("clients")) {
                if (client.get("clientId").asText().equals("assignment-service")) {
                    ((ObjectNode) client).put("secret", "${" + KeycloakStart.SECRET + "}");
                }
            }
            var file = root.resolve("images/target/centralino-realm-with-secret.json");
            json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), realm);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Writes what a module ships, and what the web app does that stands in the gateway.
    private Path sbomsOf(String module) {
        var folder = sboms.resolve(module);
        Sbom.read(root.resolve(module).resolve("target/sbom.json")).write(folder.resolve("java.cdx.json"), builtAt);
        if (module.equals("gateway-service")) {
            Sbom.ofWebApp(root.resolve(module).resolve("src/main/webui"))
                    .write(folder.resolve("web.cdx.json"), builtAt);
        }
        return folder;
    }

    private boolean isOfOurBuild(Path library) {
        var name = library.getFileName().toString();
        return name.startsWith("events-") || name.startsWith("local-");
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
