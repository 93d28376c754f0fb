package org.centralino.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuilderTest {
    private static final Instant BUILT_AT = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void two_builds_of_the_same_files_make_the_same_image() throws IOException {
        var first = build("first", filesOf("here", "rwxr-x---", "2026-01-01T00:00:00Z"));
        var second = build("second", filesOf("there", "rw-r--r--", "2026-11-28T11:12:13Z"));

        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(second.imageId()).isEqualTo(first.imageId());
        assertThat(second.archive()).hasSameBinaryContentAs(first.archive());
    }

    @Test
    void another_file_makes_another_image() throws IOException {
        var files = filesOf("here", "rw-r--r--", "2026-01-01T00:00:00Z");
        var first = build("first", files);
        Files.writeString(files.resolve("b/program"), "changed");

        assertThat(build("second", files).digest()).isNotEqualTo(first.digest());
    }

    @Test
    void it_starts_as_a_user_without_rights() throws IOException {
        var config = configOf(build("image", filesOf("here", "rw-r--r--", "2026-01-01T00:00:00Z")));

        assertThat(config.at("/config/User").asText()).isEqualTo("10001:10001");
        assertThat(config.at("/config/Entrypoint/0").asText()).isEqualTo("program");
        assertThat(config.at("/config/ExposedPorts").has("8084/tcp")).isTrue();
    }

    @Test
    void it_says_what_it_is_and_where_it_comes_from() throws IOException {
        var labels = configOf(build("image", filesOf("here", "rw-r--r--", "2026-01-01T00:00:00Z")))
                .at("/config/Labels");

        assertThat(labels.properties())
                .extracting(label -> label.getKey() + " " + label.getValue().asText())
                .containsExactlyInAnyOrder(
                        "org.opencontainers.image.title A program",
                        "org.opencontainers.image.version 1.2.3",
                        "org.opencontainers.image.revision 0f1e2d",
                        "org.opencontainers.image.licenses Apache-2.0",
                        "org.opencontainers.image.source https://sources.example/centralino");
    }

    @Test
    void a_base_that_is_not_there_is_named() {
        var builder = new Builder("tar:" + folder.resolve("none.tar"), labels(), BUILT_AT, folder);

        assertThatThrownBy(() -> builder.build(recipe(folder)))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("none.tar")
                .hasMessageContaining("docker save");
    }

    private Builder.Built build(String name, Path files) {
        return new Builder("scratch", labels(), BUILT_AT, folder.resolve(name)).build(recipe(files));
    }

    private static Labels labels() {
        return new Labels("1.2.3", Optional.of("0f1e2d"), Optional.of("https://sources.example/centralino"));
    }

    private static Recipe recipe(Path files) {
        var layer =
                new Recipe.Layer("files").addFolder(files, "/app", _ -> true).build();
        return new Recipe("program", "A program", List.of(layer), List.of("program"), List.of(), Set.of(8084));
    }

    /// The same content, as two machines might have it.
    private Path filesOf(String name, String rights, String changedAt) throws IOException {
        var files = folder.resolve(name);
        for (var file : List.of("a", "b/program", "b/c/d")) {
            var path = files.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "content of " + file);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
            Files.setLastModifiedTime(path, FileTime.from(Instant.parse(changedAt)));
        }
        return files;
    }

    private static JsonNode configOf(Builder.Built built) throws IOException {
        var json = new ObjectMapper();
        try (var archive = new TarFile(built.archive())) {
            var config = json.readTree(read(archive, "manifest.json"))
                    .at("/0/Config")
                    .asText();
            return json.readTree(read(archive, config));
        }
    }

    private static byte[] read(TarFile archive, String name) throws IOException {
        var entry = archive.getEntries().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try (var content = archive.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }
}
