package org.centralino.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedAssetsTest {

    @TempDir
    Path jars;

    @TempDir
    Path shared;

    @Test
    void a_gateway_finds_the_files_of_the_version_before() throws IOException {
        start("one", "index-1.js");
        var two = start("two", "index-2.js");

        assertThat(two.find("index-1.js").map(SharedAssetsTest::text)).contains("index-1.js of one");
    }

    @Test
    void a_gateway_of_the_version_before_finds_those_of_the_next() throws IOException {
        var one = start("one", "index-1.js");
        start("two", "index-2.js");

        assertThat(one.find("index-2.js")).isPresent();
    }

    @Test
    void replicas_of_one_build_share_one_copy() throws IOException {
        start("one", "index-1.js");
        start("one", "index-1.js");

        try (var versions = Files.list(shared)) {
            assertThat(versions).hasSize(1);
        }
    }

    @Test
    void the_last_five_that_were_started_are_kept() throws IOException {
        for (var version = 1; version <= 6; version++) {
            start("v" + version, "index-" + version + ".js");
            Files.setLastModifiedTime(shared.resolve("v" + version), FileTime.from(Instant.EPOCH.plusSeconds(version)));
        }

        var last = start("v7", "index-7.js");

        assertThat(last.find("index-3.js")).isPresent();
        assertThat(last.find("index-2.js")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../secret.js", "sub/secret.js", "..%2fsecret.js", "gone.js", ".hidden"})
    void nothing_else_of_the_disk_is_found(String name) throws IOException {
        Files.writeString(shared.resolve("secret.js"), "secret");
        var assets = start("one", "index-1.js");

        assertThat(assets.find(name)).isEmpty();
    }

    @Test
    void without_a_folder_nothing_is_found_and_with_a_broken_one_neither() {
        assertThat(new SharedAssets(Optional.empty(), "one").find("index-1.js")).isEmpty();
        assertThat(new SharedAssets(Optional.of(shared.resolve("no-such")), "one").find("index-1.js"))
                .isEmpty();
    }

    private SharedAssets start(String build, String file) throws IOException {
        var own = Files.createDirectories(jars.resolve(build));
        Files.writeString(own.resolve(file), file + " of " + build);
        var assets = new SharedAssets(Optional.of(shared), build);
        assets.share(own, shared);
        return assets;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
