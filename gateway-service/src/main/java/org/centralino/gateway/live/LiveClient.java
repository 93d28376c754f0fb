package org.centralino.gateway.live;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.live.domain.Viewer;

/// One browser's socket and the frames that wait for it. A browser that reads too slowly is cut off: it
/// comes back and resumes, or starts afresh; nothing piles up here.
final class LiveClient {
    /// Frames given to the network and not yet taken by it.
    private static final int MOST_ON_THE_WAY = 64;
    /// A browser resumes once per socket.
    private static final int MOST_RESUMES = 5;

    private final WebSocketConnection connection;
    private final Context eventLoop;
    private final Viewer viewer;
    private final GatewayConfig.Live limits;

    private final Deque<String> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private int onTheWay;
    private boolean sending;
    private boolean closed;
    private int resumes;

    LiveClient(WebSocketConnection connection, Context eventLoop, Viewer viewer, GatewayConfig.Live limits) {
        this.connection = connection;
        this.eventLoop = eventLoop;
        this.viewer = viewer;
        this.limits = limits;
    }

    Viewer viewer() {
        return viewer;
    }

    UUID operator() {
        return viewer.visibility().operator();
    }

    /// @return whether the browser may ask again for what it missed; looking it up costs something
    synchronized boolean mayResume() {
        return ++resumes <= MOST_RESUMES;
    }

    /// Puts a frame into the browser's queue; it never blocks.
    ///
    /// @return false when the queue is full, and the browser is cut off therefore
    boolean send(String frame) {
        synchronized (this) {
            if (closed) {
                return true;
            }
            if (waiting.size() < limits.waitingFrames() && waitingBytes + frame.length() <= limits.waitingBytes()) {
                waiting.addLast(frame);
                waitingBytes += frame.length();
                if (!sending) {
                    sending = true;
                    eventLoop.runOnContext(_ -> pump());
                }
                return true;
            }
        }
        close(LiveClose.TOO_SLOW);
        return false;
    }

    void close(CloseReason reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
            waitingBytes = 0;
        }
        eventLoop.runOnContext(_ -> connection.close(reason).subscribe().with(_ -> {}, _ -> {}));
    }

    /// Runs on the socket's event loop only, so that frames keep their order.
    private void pump() {
        while (true) {
            String frame;
            synchronized (this) {
                if (closed || waiting.isEmpty() || onTheWay >= MOST_ON_THE_WAY) {
                    sending = false;
                    return;
                }
                frame = waiting.removeFirst();
                waitingBytes -= frame.length();
                onTheWay++;
            }
            connection.sendText(frame).subscribe().with(_ -> taken(), _ -> close(LiveClose.GOING_AWAY));
        }
    }

    private void taken() {
        synchronized (this) {
            onTheWay--;
            if (sending || waiting.isEmpty()) {
                return;
            }
            sending = true;
        }
        eventLoop.runOnContext(_ -> pump());
    }
}
