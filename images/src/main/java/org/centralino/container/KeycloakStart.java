package org.centralino.container;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/// Starts Keycloak in a container whose root cannot be written: Keycloak writes into its own folder, so it gets one in
/// `/tmp`, of links to the built one, with our realm to import. Keycloak imports a realm only when it has none.
public final class KeycloakStart {
    public static final String BUILT = "/opt/keycloak";
    public static final String HOME = "/tmp/keycloak";
    public static final String REALM = "/centralino/realm/centralino-realm.json";
    /// The realm with a place for the secret of the assignment service. Without that variable Keycloak makes one.
    public static final String REALM_WITH_SECRET = "/centralino/realm/centralino-realm-with-secret.json";

    public static final String SECRET = "CENTRALINO_ASSIGNMENT_CLIENT_SECRET";
    private static final String ORIGIN = "CENTRALINO_WEB_ORIGIN";

    private KeycloakStart() {}

    public static void main(String[] words) throws Throwable {
        var missing = whatIsMissing(System.getenv());
        if (!missing.isEmpty()) {
            System.err.println(missing);
            System.exit(1);
        }
        var realm = System.getenv().getOrDefault(SECRET, "").isBlank() ? REALM : REALM_WITH_SECRET;
        makeHome(Path.of(BUILT), Path.of(realm), Path.of(HOME));
        // It is not there when this is compiled: images share nothing but the JDK.
        MethodHandles.publicLookup()
                .findStatic(
                        Class.forName("io.quarkus.bootstrap.runner.QuarkusEntryPoint"),
                        "main",
                        MethodType.methodType(void.class, String[].class))
                .invoke(words);
    }

    /// @return what to do, or nothing when all is there
    static String whatIsMissing(Map<String, String> environment) {
        var origin = environment.getOrDefault(ORIGIN, "");
        if (!origin.matches("https?://[^/\\s]+")) {
            return "%s is missing or no origin: set it to where people open the inbox, such as https://inbox.example.com, without a path."
                    .formatted(ORIGIN);
        }
        return "";
    }

    static void makeHome(Path built, Path realm, Path home) throws IOException {
        Files.createDirectories(home.resolve("data/import"));
        try (var parts = Files.list(built)) {
            for (var part : parts.toList()) {
                var link = home.resolve(part.getFileName());
                if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(link, part);
                }
            }
        }
        Files.copy(realm, home.resolve("data/import/centralino-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }
}
