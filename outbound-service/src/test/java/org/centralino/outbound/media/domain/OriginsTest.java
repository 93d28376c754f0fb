package org.centralino.outbound.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private final Origins origins =
            new Origins(List.of(URI.create("https://lookaside.fbsbx.com"), URI.create("http://127.0.0.1:8090/files")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
                "https://LOOKASIDE.fbsbx.com:443/a",
                "http://127.0.0.1:8090/a"
            })
    void what_was_said_is_allowed(String address) {
        assertThat(origins.allow(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lookaside.fbsbx.com/a",
                "https://lookaside.fbsbx.com.example.org/a",
                "https://lookaside.fbsbx.com@example.org/a",
                "https://example.org@lookaside.fbsbx.com/a",
                "https://lookaside.fbsbx.com:8443/a",
                "https://fbsbx.com/a",
                "http://169.254.169.254/latest",
                "http://127.0.0.1:8091/a",
                "file:///etc/passwd",
                "/a"
            })
    void all_else_is_not(String address) {
        assertThat(origins.allow(URI.create(address))).isFalse();
    }
}
