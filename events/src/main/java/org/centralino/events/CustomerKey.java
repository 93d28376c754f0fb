package org.centralino.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keys of [Topics#WHATSAPP]: a keyed hash of business number and customer or group, so that what is
/// said in one conversation stays in one partition and no key on Kafka is a phone number.
public final class CustomerKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    /// A copy of it is made faster than the secret is set up anew.
    private final Mac keyed;

    /// @param secret the key of the hash; replicas must share it, and changing it only changes partitions
    public CustomerKey(String secret) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }

    /// @return the key of what concerns this customer at this number: by BSUID when it is known, else
    ///     by wa_id
    public String of(String phoneNumberId, WhatsAppEvent.Customer customer) {
        var name = customer.bsuid() != null ? customer.bsuid() : customer.waId();
        return of(phoneNumberId + "|" + name);
    }

    /// @return the key of what concerns this group at this number
    public String ofGroup(String phoneNumberId, String groupId) {
        return of(phoneNumberId + "|group|" + groupId);
    }

    private String of(String subject) {
        try {
            var hash = ((Mac) keyed.clone()).doFinal(subject.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("The JDK's own " + ALGORITHM + " can be copied", impossible);
        }
    }
}
