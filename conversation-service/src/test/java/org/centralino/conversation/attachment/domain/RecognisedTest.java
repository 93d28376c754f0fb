package org.centralino.conversation.attachment.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.attachment.domain.AttachmentKind.AUDIO;
import static org.centralino.conversation.attachment.domain.AttachmentKind.DOCUMENT;
import static org.centralino.conversation.attachment.domain.AttachmentKind.IMAGE;
import static org.centralino.conversation.attachment.domain.AttachmentKind.STICKER;
import static org.centralino.conversation.attachment.domain.AttachmentKind.VIDEO;

import org.junit.jupiter.api.Test;

class RecognisedTest {
    private static final String JPEG = "\u00ff\u00d8\u00ff\u00e0";
    private static final String NEUTRAL = "application/octet-stream";

    @Test
    void what_whatsapp_shows_by_itself_is_known_by_its_bytes() {
        assertThat(of(JPEG, "image/png")).isEqualTo(new Recognised(IMAGE, "image/jpeg", false));
        assertThat(of("\0\0\0\u0018ftypmp42", "video/mp4")).isEqualTo(new Recognised(VIDEO, "video/mp4", false));
        assertThat(of("\0\0\0\u0018ftypmp42", "audio/mp4")).isEqualTo(new Recognised(AUDIO, "audio/mp4", false));
        assertThat(of("ID3\u0003", null)).isEqualTo(new Recognised(AUDIO, "audio/mpeg", false));
        assertThat(of("OggS\0\u0002...................OpusHead\u0001", "audio/ogg"))
                .isEqualTo(new Recognised(AUDIO, "audio/ogg", false));
    }

    @Test
    void what_is_not_what_it_is_said_to_be_is_a_document_of_which_nothing_is_said() {
        assertThat(of("<script>alert(1)</script>", "image/jpeg")).isEqualTo(new Recognised(DOCUMENT, NEUTRAL, false));
        assertThat(of("MZ\u0090", "application/pdf")).isEqualTo(new Recognised(DOCUMENT, NEUTRAL, false));
    }

    @Test
    void what_whatsapp_does_not_show_is_a_document() {
        assertThat(of("%PDF-1.7", "application/pdf")).isEqualTo(new Recognised(DOCUMENT, "application/pdf", false));
        assertThat(of("GIF89a", "image/gif").kind()).isEqualTo(DOCUMENT);
        assertThat(of("OggS\0\u0002...................\u0001vorbis", "audio/ogg")
                        .kind())
                .isEqualTo(DOCUMENT);
        assertThat(of("PK\u0003\u0004", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .isEqualTo(new Recognised(
                        DOCUMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false));
    }

    @Test
    void a_webp_picture_of_the_right_size_is_a_sticker_and_any_other_a_document() {
        var still = webp("VP8L", "\0\0\0\0/\u00ff\u00c1\u007f\0\0\0\0\0\0\0");
        var moving = webp("VP8X", "\0\0\0\0\u0002\0\0\0\u00ff\u0001\0\u00ff\u0001\0");
        var wide = webp("VP8X", "\0\0\0\0\0\0\0\0\u00ff\u0003\0\u00ff\u0001\0");

        assertThat(of(still, "image/webp")).isEqualTo(new Recognised(STICKER, "image/webp", false));
        assertThat(of(moving, "image/webp")).isEqualTo(new Recognised(STICKER, "image/webp", true));
        assertThat(of(wide, "image/webp").kind()).isEqualTo(DOCUMENT);
        assertThat(Recognised.of(still.getBytes(ISO_8859_1), "image/webp", 101 * 1024)
                        .kind())
                .isEqualTo(DOCUMENT);
        assertThat(Recognised.of(moving.getBytes(ISO_8859_1), "image/webp", 400 * 1024)
                        .kind())
                .isEqualTo(STICKER);
    }

    private static String webp(String chunk, String rest) {
        return "RIFF....WEBP" + chunk + rest;
    }

    private static Recognised of(String head, String declared) {
        return Recognised.of(head.getBytes(ISO_8859_1), declared, head.length());
    }
}
