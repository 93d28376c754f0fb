package org.centralino.gateway.live;

import io.quarkus.websockets.next.CloseReason;

/// Why the server ends a live socket. The browser comes back by itself after each of them.
final class LiveClose {
    static final CloseReason GOING_AWAY = new CloseReason(1001, "The server is going away");
    static final CloseReason NOT_READY = new CloseReason(1013, "Not ready yet, try again");
    static final CloseReason NOT_UNDERSTOOD = new CloseReason(4400, "Not understood");
    static final CloseReason TOO_SLOW = new CloseReason(4408, "Nothing was taken for too long");
    static final CloseReason TOO_MANY = new CloseReason(4429, "Too many windows are open");

    private LiveClose() {}
}
