package org.centralino.conversation.attachment.domain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of a file in `Content-Disposition` (RFC 6266): `filename*` in UTF-8, or else `filename`.
public final class GivenName {
    private static final Pattern ENCODED =
            Pattern.compile("(?:^|;)\\s*filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN =
            Pattern.compile("(?:^|;)\\s*filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    private GivenName() {}

    /// @return the name as it was given: nobody has looked whether it deceives
    /// @throws IllegalArgumentException when it is encoded in a way that cannot be read
    public static Optional<String> of(@Nullable String disposition) {
        if (disposition == null) {
            return Optional.empty();
        }
        var encoded = ENCODED.matcher(disposition);
        if (encoded.find()) {
            // In an address a plus is a space; here it is itself.
            return Optional.of(URLDecoder.decode(encoded.group(1).replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        var plain = PLAIN.matcher(disposition);
        return plain.find()
                ? Optional.ofNullable(plain.group(1) == null ? plain.group(2) : plain.group(1))
                : Optional.empty();
    }
}
