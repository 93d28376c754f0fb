package org.centralino.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SbomTest {
    private static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");
    private static final String LICENSED = """
            {"name": "good", "purl": "pkg:npm/good@1", "licenses": [{"license": {"id": "MIT"}}]}""";

    @TempDir
    private Path folder;

    @Test
    void a_part_without_a_licence_is_refused_by_name() {
        var parts = components(LICENSED + """
                , {"name": "bad", "purl": "pkg:maven/some/bad@2"}, {"name": "worse", "licenses": []}""");

        assertThatThrownBy(() -> Sbom.of(new ObjectMapper().readTree(parts), "the list"))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("pkg:maven/some/bad@2, worse")
                .hasMessageNotContaining("good");
    }

    @Test
    void two_runs_write_the_same() throws IOException {
        write("first", "urn:uuid:1", "2026-11-27T10:00:00Z");
        write("second", "urn:uuid:2", "2026-11-28T10:00:00Z");

        assertThat(folder.resolve("first")).hasSameTextualContentAs(folder.resolve("second"));
        assertThat(folder.resolve("first")).content().contains(AT.toString(), "pkg:npm/good@1");
    }

    private void write(String file, String serialNumber, String timestamp) throws IOException {
        var content = new ObjectMapper().readTree("""
                {"serialNumber": "%s", "metadata": {"timestamp": "%s"}, "components": [%s]}""".formatted(serialNumber, timestamp, LICENSED));
        Sbom.of(content, "the list").write(folder.resolve(file), AT);
    }

    private static String components(String components) {
        return "{\"components\": [" + components + "]}";
    }
}
