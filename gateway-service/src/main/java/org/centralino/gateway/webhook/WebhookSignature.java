package org.centralino.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Proves that a webhook comes from the platform: `X-Hub-Signature-256` is the HMAC of the bytes as they
/// came (fact sheet, 2.2).
final class WebhookSignature {
    static final String HEADER = "X-Hub-Signature-256";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("sha256=([0-9a-f]{64})");

    private final List<Mac> keyed;

    /// @param secrets every secret that may have signed; several while one replaces another
    WebhookSignature(List<String> secrets) {
        this.keyed = secrets.stream().map(WebhookSignature::keyed).toList();
    }

    /// @param header as it came, if it came
    /// @return whether one of the secrets signed exactly these bytes; it takes as long whatever is wrong
    boolean proves(byte[] body, @Nullable String header) {
        if (header == null || !FORM.matcher(header).matches()) {
            return false;
        }
        var claimed = header.getBytes(StandardCharsets.US_ASCII);
        var proved = false;
        for (var mac : keyed) {
            proved |= MessageDigest.isEqual(written(copyOf(mac).doFinal(body)), claimed);
        }
        return proved;
    }

    private static byte[] written(byte[] hash) {
        return ("sha256=" + java.util.HexFormat.of().formatHex(hash)).getBytes(StandardCharsets.US_ASCII);
    }

    private static Mac keyed(String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }

    /// A copy is made faster than the key is set up anew.
    private static Mac copyOf(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("The JDK's own " + ALGORITHM + " can be copied", impossible);
        }
    }
}
