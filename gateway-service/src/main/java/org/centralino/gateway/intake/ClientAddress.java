package org.centralino.gateway.intake;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/// Whom a limit counts as one client. With IPv6 everybody has a whole network of addresses, so its first half counts.
final class ClientAddress {
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    static String of(SocketAddress remote) {
        return of(Optional.ofNullable(remote.hostAddress())
                .or(() -> Optional.ofNullable(remote.host()))
                .orElse("unknown"));
    }

    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length > NETWORK_BYTES ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
