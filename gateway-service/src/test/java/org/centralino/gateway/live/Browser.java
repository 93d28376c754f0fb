package org.centralino.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// One window of the web app, as far as its live socket goes.
final class Browser implements AutoCloseable, WebSocket.Listener {
    private static final long PATIENCE = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final boolean reads;
    private WebSocket socket;

    private Browser(boolean reads) {
        this.reads = reads;
    }

    static Browser open(URI gateway, String token) {
        return open(gateway, token, null, true);
    }

    static Browser openAndNeverRead(URI gateway, String token) {
        return open(gateway, token, null, false);
    }

    static Browser open(URI gateway, String token, String origin, boolean reads) {
        var browser = new Browser(reads);
        var builder = browser.http.newWebSocketBuilder();
        if (token != null) {
            builder.subprotocols(
                    "bearer-token-carrier",
                    URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8)
                            .replace("+", "%20"));
        }
        if (origin != null) {
            builder.header("Origin", origin);
        }
        browser.socket = builder.buildAsync(URI.create("ws" + gateway.toString().substring(4)), browser)
                .join();
        return browser;
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(read(partial.toString()));
            partial.setLength(0);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    void readOn() {
        socket.request(Long.MAX_VALUE);
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    /// Asks for what happens from now on, as one does who comes for the first time.
    ///
    /// @return what the server said first
    JsonNode begin() throws InterruptedException {
        var hello = next();
        resume(hello.path("at"));
        return hello;
    }

    /// Asks for what happened after a place.
    void resume(JsonNode at) {
        say("{\"type\":\"resume\",\"at\":%s}".formatted(at));
    }

    /// @return the next frame that has a place; heartbeats and counts have none
    JsonNode next() throws InterruptedException {
        return next(frame -> !is(frame, "heartbeat") && !is(frame, "counts"));
    }

    JsonNode next(Predicate<JsonNode> wanted) throws InterruptedException {
        while (true) {
            var frame = frames.poll(PATIENCE, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("Nothing came within %d s".formatted(PATIENCE));
            }
            if (wanted.test(frame)) {
                return frame;
            }
        }
    }

    static boolean is(JsonNode frame, String type) {
        return frame.path("type").asText().equals(type);
    }

    /// @return why the server closed the socket
    int closeCode() throws Exception {
        return closed.get(PATIENCE, TimeUnit.SECONDS);
    }

    /// @return completes when the connection ended, with a word or without
    CompletableFuture<Boolean> ended() {
        return closed.handle((_, _) -> true);
    }

    CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private static JsonNode read(String frame) {
        try {
            return JSON.readTree(frame);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
