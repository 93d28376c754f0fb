package org.centralino.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/// Builds images, each into an archive that `docker load` takes. The same files, the same base and the same commit make
/// the same image, byte for byte: nothing in it tells when and where it was built.
final class Builder {
    static final String USER = "10001:10001";
    private static final String FROM_SCRATCH = "scratch";
    private static final String FROM_TAR = "tar:";

    private final String base;
    private final Labels labels;
    private final Instant builtAt;
    private final Path folder;

    /// @param base an image with a Java 25 in its `PATH`: a reference, `tar:` and the path of an archive, or `scratch`
    /// @param builtAt the one time that images tell
    /// @param folder where archives go
    Builder(String base, Labels labels, Instant builtAt, Path folder) {
        this.base = base;
        this.labels = labels;
        this.builtAt = builtAt;
        this.folder = folder;
    }

    /// An image that was built.
    ///
    /// @param digest of its manifest, by which a registry knows it
    /// @param imageId by which an engine knows it that loaded the archive
    record Built(String reference, Path archive, String digest, String imageId) {}

    Built build(Recipe recipe) {
        var reference = "centralino/%s:%s".formatted(recipe.name(), labels.version());
        var archive = folder.resolve(recipe.name() + ".tar");
        try {
            Files.createDirectories(folder);
            var container = containerize(recipe, TarImage.at(archive).named(reference));
            return new Built(
                    reference,
                    archive,
                    container.getDigest().toString(),
                    container.getImageId().toString());
        } catch (IOException | InvalidImageReferenceException failure) {
            throw failed(recipe, failure);
        }
    }

    private JibContainer containerize(Recipe recipe, TarImage target) {
        try {
            return from().setPlatforms(Set.of(new Platform(architecture(), "linux")))
                    .setFormat(ImageFormat.Docker)
                    .setCreationTime(builtAt)
                    .setUser(USER)
                    .setWorkingDirectory(AbsoluteUnixPath.get("/tmp"))
                    .setFileEntriesLayers(recipe.layers())
                    .setEntrypoint(recipe.entrypoint())
                    .setProgramArguments(recipe.arguments())
                    .setExposedPorts(recipe.ports().stream().map(Port::tcp).collect(Collectors.toSet()))
                    .setLabels(labels.about(recipe))
                    .containerize(Containerizer.to(target)
                            .setToolName("centralino")
                            .setBaseImageLayersCache(folder.resolve("cache/base"))
                            .setApplicationLayersCache(folder.resolve("cache/layers")));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ImageException("interrupted", stopped);
        } catch (ExecutionException
                | IOException
                | CacheDirectoryCreationException
                | RegistryException
                | InvalidImageReferenceException failure) {
            throw failed(recipe, failure);
        }
    }

    private JibContainerBuilder from() throws InvalidImageReferenceException {
        if (base.equals(FROM_SCRATCH)) {
            return Jib.fromScratch();
        }
        if (!base.startsWith(FROM_TAR)) {
            return Jib.from(base);
        }
        var archive = Path.of(base.substring(FROM_TAR.length()));
        if (!Files.exists(archive)) {
            throw new ImageException(
                    "There is no %s. 'docker save --output' makes such an archive.".formatted(archive));
        }
        return Jib.from(TarImage.at(archive));
    }

    /// What the build brought for this machine, such as the native half of a compressor, is of no use on another.
    private static String architecture() {
        return switch (System.getProperty("os.name") + " " + System.getProperty("os.arch")) {
            case "Linux amd64" -> "amd64";
            case "Linux aarch64" -> "arm64";
            default ->
                throw new ImageException(
                        "Images are for Linux on the processor on which they are built. Build them there, on x86-64 or ARM64.");
        };
    }

    private ImageException failed(Recipe recipe, Exception failure) {
        var cause = failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        return new ImageException(
                "The image of %s could not be built on %s: %s".formatted(recipe.name(), base, cause.getMessage()),
                failure);
    }
}
