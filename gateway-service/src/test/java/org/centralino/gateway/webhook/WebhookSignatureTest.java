package org.centralino.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    private static final byte[] BODY = "{\"object\":\"\\u00e8\"}".getBytes(StandardCharsets.UTF_8);

    private final WebhookSignature signature = new WebhookSignature(List.of("old secret", "new secret"));

    @ParameterizedTest
    @ValueSource(strings = {"old secret", "new secret"})
    void each_of_the_secrets_signs(String secret) throws Exception {
        assertThat(signature.proves(BODY, signed(secret, BODY))).isTrue();
    }

    @Test
    void another_secret_does_not() throws Exception {
        assertThat(signature.proves(BODY, signed("their secret", BODY))).isFalse();
    }

    @Test
    void the_same_meaning_in_other_bytes_is_not_signed() throws Exception {
        var again = "{\"object\":\"è\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(signature.proves(again, signed("old secret", BODY))).isFalse();
    }

    @Test
    void nothing_but_the_exact_form_counts() throws Exception {
        var good = signed("old secret", BODY);
        var hash = good.substring("sha256=".length());

        assertThat(List.of(
                        hash,
                        "sha1=" + hash,
                        "SHA256=" + hash,
                        "sha256=" + hash.toUpperCase(java.util.Locale.ROOT),
                        "sha256=" + hash.substring(1),
                        "sha256=" + hash + "0",
                        " " + good,
                        good + "\n",
                        "sha256=" + good,
                        "sha256=",
                        ""))
                .noneMatch(header -> signature.proves(BODY, header));
        assertThat(signature.proves(BODY, null)).isFalse();
    }

    @Test
    void no_mutated_signature_and_no_mutated_body_is_accepted() throws Exception {
        var good = signed("old secret", BODY);
        var random = new Random(1);

        for (var i = 0; i < 10_000; i++) {
            var header = good.toCharArray();
            var at = random.nextInt(header.length);
            header[at] = (char) (header[at] ^ (1 << random.nextInt(7)));
            assertThat(signature.proves(BODY, new String(header))).isFalse();

            var body = BODY.clone();
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(signature.proves(body, good)).isFalse();
        }
    }

    static String signed(String secret, byte[] body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }
}
