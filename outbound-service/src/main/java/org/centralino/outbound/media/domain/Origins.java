package org.centralino.outbound.media.domain;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The places from which files may be fetched: the access token goes there, and nothing is fetched
/// from elsewhere. Scheme, host and port must all be those that were said.
public final class Origins {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Set<String> allowed;

    public Origins(Collection<URI> allowed) {
        this.allowed = allowed.stream().map(Origins::originOf).collect(Collectors.toUnmodifiableSet());
    }

    /// @param address where the platform says that a file is
    public boolean allow(URI address) {
        return address.getHost() != null && address.getRawUserInfo() == null && allowed.contains(originOf(address));
    }

    private static String originOf(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        var usual = scheme.equals("https") ? HTTPS : HTTP;
        return "%s://%s:%d"
                .formatted(
                        scheme,
                        String.valueOf(address.getHost()).toLowerCase(Locale.ROOT),
                        address.getPort() < 0 ? usual : address.getPort());
    }
}
