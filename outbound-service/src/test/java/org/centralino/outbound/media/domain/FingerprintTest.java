package org.centralino.outbound.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final byte[] HASH = new byte[32];

    static {
        HASH[0] = (byte) 0xfb;
        HASH[1] = (byte) 0xff;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+/8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "-_8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "fbff000000000000000000000000000000000000000000000000000000000000",
                "FBFF000000000000000000000000000000000000000000000000000000000000"
            })
    void it_is_read_however_the_platform_writes_it(String written) {
        assertThat(Fingerprint.matches(written, HASH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ZmljdGlvbmFs", "?", "gg", "+/8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE="})
    void another_one_and_what_is_none_match_nothing(String written) {
        assertThat(Fingerprint.matches(written, HASH)).isFalse();
    }
}
