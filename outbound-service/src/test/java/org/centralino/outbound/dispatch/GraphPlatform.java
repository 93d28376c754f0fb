package org.centralino.outbound.dispatch;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.outbound.block.BlockPlatform;
import org.centralino.outbound.channel.ChannelPlatform;
import org.centralino.outbound.mark.MarkPlatform;
import org.centralino.outbound.media.MediaPlatform;
import org.centralino.outbound.sync.SyncPlatform;
import org.centralino.outbound.template.TemplatePlatform;
import org.centralino.outbound.upload.UploadPlatform;
import org.centralino.testkit.FreePorts;

/// A real HTTP server in the platform's place. It accepts every message, except where a test has scripted
/// what to do with it, and it remembers every call.
final class GraphPlatform {
    static final GraphPlatform INSTANCE = new GraphPlatform();

    /// What came in, and when, in nanoseconds.
    record Call(UUID messageId, String uri, String authorization, JsonObject body, long begun) {}

    /// What it does with one call.
    interface Reaction {
        void to(HttpServerRequest request, String platformId);
    }

    private final Vertx vertx = Vertx.vertx();
    private final int port = FreePorts.next();
    private final Map<UUID, Queue<Reaction>> scripts = new ConcurrentHashMap<>();
    private final Map<UUID, List<Call>> calls = new ConcurrentHashMap<>();
    private final Map<UUID, Long> answered = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private HttpServer server;

    private GraphPlatform() {}

    String url() {
        return "http://localhost:" + port;
    }

    void start() {
        server = vertx.createHttpServer().requestHandler(this::receive);
        server.listen(port, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    /// The next calls of this message meet these reactions, one after the other; later ones are accepted.
    void on(UUID messageId, Reaction... reactions) {
        scripts.put(messageId, new ArrayDeque<>(List.of(reactions)));
    }

    List<Call> callsOf(UUID messageId) {
        return List.copyOf(calls.getOrDefault(messageId, List.of()));
    }

    long answeredAt(UUID messageId) {
        return answered.get(messageId);
    }

    int mostOpen() {
        return mostOpen.get();
    }

    static String platformIdOf(UUID messageId) {
        return "wamid." + messageId;
    }

    private void receive(HttpServerRequest request) {
        if (TemplatePlatform.INSTANCE.isAsked(request)) {
            TemplatePlatform.INSTANCE.receive(request);
            return;
        }
        if (ChannelPlatform.INSTANCE.isMeant(request)) {
            ChannelPlatform.INSTANCE.receive(request);
            return;
        }
        if (request.method() == HttpMethod.GET && NumberPlatform.INSTANCE.isMeant(request)) {
            NumberPlatform.INSTANCE.receive(request);
            return;
        }
        if (request.path().endsWith("/debug_token")) {
            NumberPlatform.INSTANCE.tellOfToken(request);
            return;
        }
        if (request.method() == HttpMethod.GET) {
            MediaPlatform.INSTANCE.lookUp(request);
            return;
        }
        if (request.path().endsWith("/block_users")) {
            BlockPlatform.INSTANCE.receive(request);
            return;
        }
        if (request.path().endsWith("/media")) {
            UploadPlatform.INSTANCE.receive(request);
            return;
        }
        if (request.path().endsWith("/smb_app_data")) {
            SyncPlatform.INSTANCE.receive(request);
            return;
        }
        var begun = System.nanoTime();
        request.body().onSuccess(body -> {
            var message = body.toJsonObject();
            if (MarkPlatform.INSTANCE.isMeant(message)) {
                MarkPlatform.INSTANCE.receive(request, message);
                return;
            }
            if (message.getString("biz_opaque_callback_data").startsWith("channel-test:")) {
                ChannelPlatform.INSTANCE.receive(request, body.toString());
                return;
            }
            var id = UUID.fromString(message.getString("biz_opaque_callback_data"));
            calls.computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(new Call(id, request.uri(), request.getHeader("Authorization"), message, begun));
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            request.response().endHandler(_ -> {
                open.decrementAndGet();
                answered.put(id, System.nanoTime());
            });
            var script = scripts.get(id);
            var reaction = script == null || script.isEmpty() ? accepts() : script.remove();
            reaction.to(request, platformIdOf(id));
        });
    }

    static Reaction accepts() {
        return (request, platformId) -> answer(request, 200, """
                {"messaging_product":"whatsapp","messages":[{"id":"%s"}]}""".formatted(platformId));
    }

    /// Answers when the test says so.
    static Reaction acceptsAfter(java.util.concurrent.CompletableFuture<Void> signal) {
        return (request, platformId) -> signal.thenRun(() -> accepts().to(request, platformId));
    }

    Reaction acceptsAfter(long millis) {
        return (request, platformId) -> vertx.setTimer(millis, _ -> accepts().to(request, platformId));
    }

    static Reaction refusesWith(int httpStatus, int code) {
        return (request, _) -> answer(request, httpStatus, """
                {"error":{"message":"(#%d) title","code":%d,"error_data":{"details":"details"}}}""".formatted(code, code));
    }

    static Reaction answers(int httpStatus, String body) {
        return (request, _) -> answer(request, httpStatus, body);
    }

    static Reaction redirectsTo(String url) {
        return (request, _) ->
                request.response().setStatusCode(307).putHeader("Location", url).end();
    }

    static Reaction neverAnswers() {
        return (_, _) -> {};
    }

    static Reaction breaksTheConnection() {
        return (request, _) -> request.connection().close();
    }

    private static void answer(HttpServerRequest request, int httpStatus, String body) {
        request.response()
                .setStatusCode(httpStatus)
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(body));
    }
}
