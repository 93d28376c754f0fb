package org.centralino.outbound.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys that seal access tokens (AES-256 in GCM). The first one seals; all of them open, so that a key can be
/// replaced: put a new one in front, and take the old one away when nothing is sealed by it any more.
///
/// A sealed token names its key, and opens only for the number that it was sealed for.
final class TokenKeys {
    private static final String FORM = "v1";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();

    /// @param written `name:key`, each key 32 bytes in base64; the first one seals
    /// @throws IllegalArgumentException that says which one is of another form, and never shows a key
    static TokenKeys of(List<String> written) {
        var found = new TokenKeys();
        for (var i = 0; i < written.size(); i++) {
            var parts = written.get(i).strip().split(":", 2);
            if (parts.length < 2 || !NAME.matcher(parts[0]).matches()) {
                throw new IllegalArgumentException(
                        "Key %d for access tokens has no name: write name:key, the name in small letters, digits and hyphens."
                                .formatted(i + 1));
            }
            if (found.keys.put(parts[0], keyOf(parts[0], parts[1])) != null) {
                throw new IllegalArgumentException("Two keys for access tokens are called %s.".formatted(parts[0]));
            }
        }
        return found;
    }

    private static SecretKey keyOf(String name, String written) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(written);
        } catch (IllegalArgumentException notBase64) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "The key %s for access tokens is not 32 bytes in base64. Make one with: openssl rand -base64 32"
                            .formatted(name));
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /// @return whether nothing can be sealed
    boolean isEmpty() {
        return keys.isEmpty();
    }

    /// @return the token as it may be written down
    /// @throws IllegalStateException when there is no key
    String seal(String token, String phoneNumberId) {
        var key = keys.entrySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no key that seals"));
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, key.getValue(), nonce, phoneNumberId, token.getBytes(UTF_8));
        var both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return "%s:%s:%s".formatted(FORM, key.getKey(), Base64.getEncoder().encodeToString(both));
    }

    /// @return the token
    /// @throws CannotOpenException when its key is not here, when it was changed, or belongs to another number
    String open(String sealed, String phoneNumberId) throws CannotOpenException {
        var parts = sealed.split(":", 3);
        var key = parts.length == 3 && parts[0].equals(FORM) ? keys.get(parts[1]) : null;
        if (key == null) {
            throw new CannotOpenException("its key, %s, is not among those that are set"
                    .formatted(parts.length == 3 ? parts[1] : "without a name"));
        }
        try {
            var both = Base64.getDecoder().decode(parts[2]);
            var nonce = Arrays.copyOf(both, NONCE_BYTES);
            var rest = both.length < NONCE_BYTES ? new byte[0] : Arrays.copyOfRange(both, NONCE_BYTES, both.length);
            return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, phoneNumberId, rest), UTF_8);
        } catch (IllegalArgumentException | IllegalStateException changed) {
            throw new CannotOpenException("it was changed, or belongs to another number");
        }
    }

    /// @return whether the key that seals now sealed it
    boolean isCurrent(String sealed) {
        return keys.keySet().stream()
                .findFirst()
                .map(name -> sealed.startsWith("%s:%s:".formatted(FORM, name)))
                .orElse(false);
    }

    private static byte[] cipher(int mode, SecretKey key, byte[] nonce, String phoneNumberId, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD("access_token.sealed|%s".formatted(phoneNumberId).getBytes(UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(refused.getClass().getSimpleName(), refused);
        }
    }

    /// A sealed token that stays shut.
    static final class CannotOpenException extends Exception {
        private static final long serialVersionUID = 1L;

        CannotOpenException(String reason) {
            super(reason);
        }
    }
}
