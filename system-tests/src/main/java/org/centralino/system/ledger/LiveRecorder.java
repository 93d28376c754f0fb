package org.centralino.system.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.system.stack.Interrupted;
import org.centralino.system.stack.Json;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.jspecify.annotations.Nullable;

/// An operator's browser, reduced to its WebSocket: it writes down every frame, and after a cut goes
/// on where it was. When the server says `resync`, it reads again what it shows.
public final class LiveRecorder implements AutoCloseable {
    private static final Duration BEFORE_COMING_BACK = Duration.ofMillis(300);
    /// Who dies in the middle of it says nothing.
    private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(10);

    private final RunningStack stack;
    private final Operator operator;
    private final Supplier<Set<UUID>> catchUp;
    private final Consumer<JsonNode> listener;
    private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();
    private final Set<UUID> caughtUp = ConcurrentHashMap.newKeySet();
    private final AtomicInteger readings = new AtomicInteger();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread keeper;
    private volatile boolean closed;
    private volatile URI gateway;
    private volatile CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable ObjectNode at;
    private volatile int connections;

    /// @param catchUp reads again what the browser shows: the ids of all messages
    public LiveRecorder(RunningStack stack, Operator operator, Supplier<Set<UUID>> catchUp) {
        this(stack, operator, catchUp, _ -> {});
    }

    /// @param listener gets each frame on the thread that receives, for stop-watches
    public LiveRecorder(
            RunningStack stack, Operator operator, Supplier<Set<UUID>> catchUp, Consumer<JsonNode> listener) {
        this.stack = stack;
        this.operator = operator;
        this.catchUp = catchUp;
        this.listener = listener;
        this.gateway = stack.ports().gateway();
        this.keeper = Thread.ofVirtual().name("live-" + operator.username()).start(this::stayConnected);
    }

    /// Comes back when the server has said hello.
    public LiveRecorder awaitHello() {
        try {
            opened.await();
            return this;
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    /// Leaves its gateway for another, as behind a balancer: it goes on where it was.
    public void moveTo(URI another) {
        gateway = another;
        ended.complete(null);
    }

    /// @return every event so far, as it came
    public Queue<JsonNode> events() {
        return events;
    }

    /// @return how often the socket was opened
    public int connections() {
        return connections;
    }

    /// @return what it has shown, when nothing is left to read again
    public Evidence.Live live() {
        Patience.await("the browser has read again what it shows").until(() -> readings.get() == 0);
        var ids = new HashSet<String>();
        events.forEach(event -> ids.add(event.path("id").asText()));
        return new Evidence.Live(ids, new HashSet<>(caughtUp));
    }

    @Override
    public void close() {
        closed = true;
        keeper.interrupt();
    }

    private void stayConnected() {
        while (!closed) {
            try {
                connectAndStay();
            } catch (RuntimeException _) {
                // The server, or who gives tokens, is away; that is what this is for.
            }
            LockSupport.parkNanos(BEFORE_COMING_BACK.toNanos());
        }
    }

    private void connectAndStay() {
        var cut = new CompletableFuture<Void>();
        ended = cut;
        var address = URI.create("ws://%s:%d/api/live".formatted(gateway.getHost(), gateway.getPort()));
        var carrier =
                "quarkus-http-upgrade#Authorization#Bearer " + stack.tokens().of(operator);
        var encoded = URLEncoder.encode(carrier, StandardCharsets.UTF_8).replace("+", "%20");
        var socket = stack.http()
                .newWebSocketBuilder()
                .connectTimeout(LONGEST_HANDSHAKE)
                .header("Origin", gateway.toString())
                .subprotocols("bearer-token-carrier", encoded)
                .buildAsync(address, new Frames(cut))
                .join();
        connections++;
        try {
            cut.get();
        } catch (InterruptedException _) {
            closed = true;
        } catch (java.util.concurrent.ExecutionException broken) {
            throw new CompletionException(broken);
        }
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((_, _) -> socket.abort());
    }

    private void received(WebSocket socket, JsonNode frame) {
        listener.accept(frame);
        switch (frame.path("type").asText()) {
            case "hello" -> {
                var known = at;
                if (known == null) {
                    known = at = frame.withObject("/at");
                }
                socket.sendText(Json.write(Map.of("type", "resume", "at", known)), true);
                opened.countDown();
            }
            case "event" -> {
                events.add(frame.path("event"));
                passed(frame.path("at"));
            }
            case "gone" -> passed(frame.path("at"));
            case "heartbeat" -> {
                if (frame.has("at")) {
                    at = frame.withObject("/at");
                }
            }
            case "resync" -> {
                at = frame.withObject("/at");
                readings.incrementAndGet();
                Thread.ofVirtual().start(this::readAgain);
            }
            default -> {}
        }
    }

    /// As the page does: until the product answers.
    private void readAgain() {
        while (!closed) {
            try {
                caughtUp.addAll(catchUp.get());
                readings.decrementAndGet();
                return;
            } catch (RuntimeException refused) {
                LockSupport.parkNanos(BEFORE_COMING_BACK.toNanos());
            }
        }
    }

    private void passed(JsonNode event) {
        var known = at;
        if (known != null) {
            known.withArray("next")
                    .set(event.path(0).asInt(), LongNode.valueOf(event.path(1).asLong() + 1));
        }
    }

    private final class Frames implements WebSocket.Listener {
        private final CompletableFuture<Void> ended;
        private final StringBuilder text = new StringBuilder();

        Frames(CompletableFuture<Void> ended) {
            this.ended = ended;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var frame = Json.read(text.toString());
                text.setLength(0);
                received(socket, frame);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            ended.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable cut) {
            ended.complete(null);
        }
    }
}
