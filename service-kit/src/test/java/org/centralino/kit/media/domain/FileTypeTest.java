package org.centralino.kit.media.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @ParameterizedTest
    @CsvSource({
        "IMAGE, '\u00ff\u00d8\u00ff\u00e0', image/jpeg, image/jpeg",
        "IMAGE, '\u00ff\u00d8\u00ff\u00e0', image/png, image/jpeg",
        "STICKER, 'RIFF....WEBPVP8', image/webp, image/webp",
        "VOICE, 'OggS....', 'audio/ogg; codecs=opus', audio/ogg",
        "VIDEO, '....ftypisom', video/mp4, video/mp4",
        "VIDEO, '....ftyp3gp4', video/3gpp, video/3gpp",
        "AUDIO, '....ftypM4A ', audio/mp4, audio/mp4",
        "AUDIO, '....ftypisom', audio/mp4, audio/mp4",
        "AUDIO, 'ID3', audio/mpeg, audio/mpeg",
        "DOCUMENT, '%PDF-1.7', application/pdf, application/pdf",
        "DOCUMENT, '%PDF-1.7', application/octet-stream, application/pdf",
        "DOCUMENT, '%PDF-1.7', , application/pdf",
        "DOCUMENT, '....ftypheic', image/heic, image/heic",
        "DOCUMENT, 'Ordine 7', text/plain, text/plain",
        "DOCUMENT, 'PK\u0003\u0004', " + DOCX + ", " + DOCX,
        "DOCUMENT, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', application/msword, application/msword"
    })
    void a_file_is_what_its_bytes_say(FileKind kind, String head, String declared, String type) {
        assertThat(FileType.of(head.getBytes(ISO_8859_1), kind, declared)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE, '<html><script>', image/jpeg",
        "IMAGE, '<svg xmlns=', image/png",
        "IMAGE, '....ftypheic', image/jpeg",
        "STICKER, '%PDF-1.7', image/webp",
        "VIDEO, 'MZ', video/mp4",
        "DOCUMENT, 'MZ\u0000', application/pdf",
        "DOCUMENT, '<html>', application/pdf",
        "DOCUMENT, '<html>', text/html",
        "DOCUMENT, 'PK\u0003\u0004', application/pdf",
        "DOCUMENT, 'a\u0000b', text/plain"
    })
    void a_file_that_is_not_what_it_is_said_to_be_is_only_bytes(FileKind kind, String head, String declared) {
        assertThat(FileType.of(head.getBytes(ISO_8859_1), kind, declared)).isEqualTo(FileType.NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00ff", "....ftyp", "....ftypM4"})
    void a_file_of_a_few_bytes_is_nothing_that_fails(String head) {
        assertThat(FileType.of(head.getBytes(ISO_8859_1), FileKind.IMAGE, "image/jpeg"))
                .isEqualTo(FileType.NEUTRAL);
    }
}
