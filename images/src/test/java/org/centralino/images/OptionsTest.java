package org.centralino.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Path ROOT = Path.of("/checkout");

    @Test
    void without_words_everything_has_a_default() {
        assertThat(Options.of(List.of(), ROOT))
                .isEqualTo(new Options(Options.DEFAULT_BASE, ROOT.resolve("images/target/images"), Optional.empty()));
    }

    @Test
    void base_folder_and_source_are_taken() {
        var words = List.of("--base", "tar:/b.tar", "--to", "/out", "--source", "https://sources.example");

        assertThat(Options.of(words, ROOT))
                .isEqualTo(new Options("tar:/b.tar", Path.of("/out"), Optional.of("https://sources.example")));
    }

    @Test
    void what_is_not_known_or_lacks_its_value_is_named() {
        assertThatThrownBy(() -> Options.of(List.of("--bass", "x"), ROOT)).hasMessageContaining("--bass");
        assertThatThrownBy(() -> Options.of(List.of("--base"), ROOT)).hasMessageContaining("--base needs a value");
        assertThatThrownBy(() -> Options.of(List.of("--base", "--to"), ROOT))
                .hasMessageContaining("--base needs a value");
    }
}
