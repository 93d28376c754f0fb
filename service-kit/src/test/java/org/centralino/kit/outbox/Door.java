package org.centralino.kit.outbox;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The way to a server, closed at first.
final class Door implements AutoCloseable {
    private final AtomicInteger refused = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private final NetServer server;
    private volatile boolean open;

    private Door(String host, int port) {
        var client = vertx.createNetClient();
        server = vertx.createNetServer()
                .connectHandler(asking -> {
                    if (open) {
                        asking.pause();
                        client.connect(port, host)
                                .onSuccess(answering -> connect(asking, answering))
                                .onFailure(_ -> asking.close());
                    } else {
                        refused.incrementAndGet();
                        asking.close();
                    }
                })
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /// @param address such as `localhost:9092`
    static Door to(String address) {
        var place = URI.create("door://" + address.replaceFirst("^.*://", ""));
        return new Door(place.getHost(), place.getPort());
    }

    private static void connect(NetSocket asking, NetSocket answering) {
        asking.pipeTo(answering);
        answering.pipeTo(asking);
    }

    String address() {
        return "localhost:" + server.actualPort();
    }

    /// How many found it closed.
    int refused() {
        return refused.get();
    }

    void open() {
        open = true;
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
