package org.centralino.container;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Starts S3Proxy in a container: it reads a file of settings, and ours come from the environment.
public final class ObjectsStart {
    public static final String FOLDER = "/var/lib/objects";
    public static final String BUCKET = FOLDER + "/centralino-media";

    private static final Path SETTINGS = Path.of("/tmp/objects.properties");

    private ObjectsStart() {}

    public static void main(String[] words) throws Throwable {
        Files.writeString(SETTINGS, settings(System.getenv()));
        makeBucket();
        // It is not there when this is compiled: images share nothing but the JDK.
        MethodHandles.publicLookup()
                .findStatic(
                        Class.forName("org.gaul.s3proxy.Main"),
                        "main",
                        MethodType.methodType(void.class, String[].class))
                .invoke(new String[] {"--properties", SETTINGS.toString()});
    }

    private static void makeBucket() throws IOException {
        // A bucket is a folder.
        Files.createDirectories(Path.of(BUCKET));
    }

    static String settings(Map<String, String> environment) {
        return """
                s3proxy.endpoint=http://0.0.0.0:9000
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(
                        needed(environment, "CENTRALINO_MEDIA_ACCESS_KEY"),
                        needed(environment, "CENTRALINO_MEDIA_SECRET_KEY"),
                        FOLDER);
    }

    private static String needed(Map<String, String> environment, String name) {
        var value = environment.getOrDefault(name, "");
        if (!value.matches("[A-Za-z0-9/+_-]+")) {
            throw new IllegalArgumentException(name + " is missing, or has more than letters, digits, /, +, _ and -");
        }
        return value;
    }
}
