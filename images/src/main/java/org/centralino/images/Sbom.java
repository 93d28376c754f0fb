package org.centralino.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/// A list of what somebody else made and we ship, in the form of CycloneDX.
final class Sbom {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode content;

    private Sbom(ObjectNode content) {
        this.content = content;
    }

    /// @throws ImageException with the names of those that have no licence
    static Sbom read(Path file) {
        try {
            return of(JSON.readTree(file.toFile()), file.toString());
        } catch (IOException unreadable) {
            throw new ImageException(
                    "%s is missing or no JSON. ./centralino images has it made.".formatted(file), unreadable);
        }
    }

    /// Of the packages that the web app brings to browsers, by the file that fixes their versions.
    ///
    /// @param webApp the folder with its `package-lock.json`
    static Sbom ofWebApp(Path webApp) {
        try {
            var npm = new ProcessBuilder(
                            "npm", "sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only")
                    .directory(webApp.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var content = npm.getInputStream().readAllBytes();
            if (npm.waitFor() != 0) {
                throw new ImageException("npm could not list the web app's packages; why stands above.");
            }
            return of(JSON.readTree(content), "npm sbom");
        } catch (IOException failure) {
            throw new ImageException(
                    "npm could not be asked for the web app's packages: " + failure.getMessage(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ImageException("interrupted", stopped);
        }
    }

    static Sbom of(JsonNode content, String source) {
        var unlicensed = withoutLicence(content);
        if (!unlicensed.isEmpty()) {
            throw new ImageException("%s names no licence for %s. Find out whether we may ship that, and with which."
                    .formatted(source, String.join(", ", unlicensed)));
        }
        return new Sbom((ObjectNode) content);
    }

    /// Writes it so that the same parts give the same file: without the number and the time of this run.
    void write(Path file, Instant at) {
        content.remove("serialNumber");
        content.withObject("/metadata").put("timestamp", at.toString());
        try {
            Files.createDirectories(file.getParent());
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> withoutLicence(JsonNode content) {
        return StreamSupport.stream(content.path("components").spliterator(), false)
                .filter(component -> component.path("licenses").isEmpty())
                .map(component ->
                        component.path("purl").asText(component.path("name").asText()))
                .sorted()
                .toList();
    }
}
