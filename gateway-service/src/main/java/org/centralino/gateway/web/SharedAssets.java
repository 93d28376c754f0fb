package org.centralino.gateway.web;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.WebPage;
import org.jboss.logging.Logger;

/// The files of the web app in its last few versions, in a folder that all replicas share.
///
/// While an update is under way, and as long as somebody has a page open that was loaded before, pages of one version
/// ask gateways of another for their files. These are not in the gateway's own jar, so each gateway puts its files
/// into the folder when it starts, under the name of its build, and finds there those of the others.
@ApplicationScoped
class SharedAssets {
    private static final Logger LOG = Logger.getLogger(SharedAssets.class);
    private static final String OWN = "META-INF/resources/assets";
    private static final int VERSIONS_KEPT = 5;
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private final Optional<Path> folder;
    private final String build;

    @Inject
    SharedAssets(GatewayConfig gateway, WebPage page) {
        this(gateway.assetsFolder(), page.build());
    }

    SharedAssets(Optional<Path> folder, String build) {
        this.folder = folder;
        this.build = build;
    }

    /// A folder that cannot be written keeps no gateway from starting: its own files are in its jar.
    void share(@Observes StartupEvent starting) {
        folder.ifPresent(shared -> {
            try {
                ClassPathUtils.consumeAsPaths(OWN, own -> share(own, shared));
            } catch (IOException | UncheckedIOException failure) {
                LOG.warnf(
                        "The web app's files cannot be shared in %s, so pages of this version break when the next one "
                                + "comes: %s",
                        shared, failure);
            }
        });
    }

    /// @param own where the files of this build are
    void share(Path own, Path shared) {
        try {
            var version = shared.resolve(build);
            if (!Files.isDirectory(version)) {
                Files.createDirectories(shared);
                moveInto(version, copyOf(own, shared));
            }
            Files.setLastModifiedTime(version, FileTime.from(Instant.now()));
            forgetOld(shared);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @return whether the version that was built into this gateway has it
    boolean isOwn(String name) {
        return FILE_NAME.matcher(name).matches()
                && Thread.currentThread().getContextClassLoader().getResource(OWN + "/" + name) != null;
    }

    /// @param name the file's name, as the path says it
    /// @return the file, when another version of the web app has it
    Optional<Path> find(String name) {
        if (folder.isEmpty() || !FILE_NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (var versions = Files.list(folder.get())) {
            return versions.map(version -> version.resolve(name))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (IOException | UncheckedIOException failure) {
            LOG.debugf(failure, "No file of another version is found");
            return Optional.empty();
        }
    }

    private static Path copyOf(Path own, Path shared) throws IOException {
        var copy = Files.createTempDirectory(shared, ".copying-");
        try (var files = Files.list(own)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        return copy;
    }

    /// At once, so that nobody finds half of a version. Another replica of the same build may have been quicker.
    private static void moveInto(Path version, Path copy) throws IOException {
        try {
            Files.move(copy, version, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException quicker) {
            delete(copy);
        }
    }

    private static void forgetOld(Path shared) throws IOException {
        List<Path> old;
        try (var versions = Files.list(shared)) {
            old = versions.sorted(Comparator.comparing(SharedAssets::lastStart).reversed())
                    .skip(VERSIONS_KEPT)
                    .toList();
        }
        for (var version : old) {
            delete(version);
        }
    }

    private static FileTime lastStart(Path version) {
        try {
            return Files.getLastModifiedTime(version);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static void delete(Path version) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(version)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (var file : all) {
            Files.deleteIfExists(file);
        }
    }
}
