package org.centralino.simulator.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /// The vector is of RFC 4231, test case 2.
    @Test
    void is_the_hmac_of_the_raw_bytes_in_lower_case_hex() {
        var body = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

        assertThat(Signature.of(body, "Jefe"))
                .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
