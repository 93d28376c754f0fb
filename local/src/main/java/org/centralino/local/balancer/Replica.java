package org.centralino.local.balancer;

import java.net.URI;

/// One of several processes of a service.
///
/// @param port where it does its work
/// @param management where it says whether it can
record Replica(int port, int management) {
    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI health() {
        return URI.create("http://127.0.0.1:%d/q/health/ready".formatted(management));
    }
}
