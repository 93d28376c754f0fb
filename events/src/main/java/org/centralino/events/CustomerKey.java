package org.centralino.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keys of [Topics#WHATSAPP]: a keyed hash of business number and customer, so that one customer's messages
/// stay in one partition and no key on Kafka is a phone number.
public final class CustomerKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final SecretKeySpec secret;

    /// @param secret the key of the hash; replicas must share it, and changing it only changes partitions
    public CustomerKey(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /// @return the key of what concerns this customer at this number: by BSUID when it is known, else
    ///     by wa_id
    public String of(String phoneNumberId, WhatsAppEvent.Customer customer) {
        var name = customer.bsuid() != null ? customer.bsuid() : customer.waId();
        return of(phoneNumberId + "|" + name);
    }

    private String of(String subject) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            var hash = mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
