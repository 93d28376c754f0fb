package org.centralino.conversation.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredFileTest {

    @Test
    void a_picture_is_shown() {
        var picture = new StoredFile("c/m/5f", "image/jpeg", "Schiena.jpg");

        assertThat(picture.contentType()).isEqualTo("image/jpeg");
        assertThat(picture.disposition()).startsWith("inline; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "application/pdf", "application/xhtml+xml", "image/heic"})
    void what_may_carry_a_script_or_cannot_be_shown_is_saved_and_its_type_is_not_told(String mimeType) {
        var file = new StoredFile("c/m/5f", mimeType, "schiena.jpg");

        assertThat(file.contentType()).isEqualTo("application/octet-stream");
        assertThat(file.disposition()).startsWith("attachment; ");
    }

    @Test
    void a_name_is_told_twice_for_browsers_that_know_only_ascii_and_for_others() {
        var file = new StoredFile("c/m/5f", "application/pdf", "Número 7 – Società «Perù»; \"bozza\".pdf");

        assertThat(file.disposition())
                .isEqualTo("attachment; filename=\"N_mero 7 _ Societ_ _Per__; _bozza_.pdf\"; filename*=UTF-8''"
                        + "N%C3%BAmero%207%20%E2%80%93%20Societ%C3%A0%20%C2%ABPer%C3%B9%C2%BB%3B%20%22bozza%22.pdf");
    }

    @Test
    void no_name_breaks_out_of_its_header() {
        var file = new StoredFile("c/m/5f", null, "a\r\nSet-Cookie: b\"; filename=c.exe");

        assertThat(file.disposition())
                .doesNotContain("\r", "\n")
                .contains("filename=\"a__Set-Cookie: b_; filename=c.exe\"");
    }

    @Test
    void its_tag_is_what_its_bytes_come_to() {
        assertThat(new StoredFile("c/m/5f", null, null).tag()).isEqualTo("\"5f\"");
    }
}
