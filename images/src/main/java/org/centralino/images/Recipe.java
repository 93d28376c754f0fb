package org.centralino.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What an image holds, and how it starts.
///
/// @param name of its repository, such as `gateway-service`
/// @param title for people
/// @param layers what changes least often comes first
/// @param entrypoint the program; an engine adds `arguments`, or others in their place
/// @param ports on which it listens
record Recipe(
        String name,
        String title,
        List<FileEntriesLayer> layers,
        List<String> entrypoint,
        List<String> arguments,
        Set<Integer> ports) {

    /// Collects files under a name, each with the same time and the same rights wherever it was built: 0644, and its
    /// folders 0755.
    static final class Layer {
        private final FileEntriesLayer.Builder files = FileEntriesLayer.builder();

        Layer(String name) {
            files.setName(name);
        }

        Layer add(Path file, String target) {
            if (!Files.isRegularFile(file)) {
                throw new ImageException("%s is missing. ./centralino images builds it first.".formatted(file));
            }
            files.addEntry(file, AbsoluteUnixPath.get(target));
            return this;
        }

        /// @param target the folder in the image that the files of the other one come into
        Layer addFolder(Path folder, String target, Predicate<Path> wanted) {
            if (!Files.isDirectory(folder)) {
                throw new ImageException("%s is missing. ./centralino images builds it first.".formatted(folder));
            }
            try (var all = Files.walk(folder)) {
                all.filter(Files::isRegularFile)
                        .filter(wanted)
                        .sorted()
                        .forEach(file -> add(file, target + "/" + folder.relativize(file)));
                return this;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /// A folder of the user that the image runs as: a volume that is new takes its owner from it.
        Layer addVolume(String target) {
            files.addEntry(
                    Path.of("/"),
                    AbsoluteUnixPath.get(target),
                    FilePermissions.DEFAULT_FOLDER_PERMISSIONS,
                    FileEntriesLayer.DEFAULT_MODIFICATION_TIME,
                    Builder.USER);
            return this;
        }

        FileEntriesLayer build() {
            return files.build();
        }
    }
}
