package org.centralino.outbound.media;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.centralino.testkit.FreePorts;

/// Real HTTP servers that have the platform's files: one gives them, and another, of which nobody
/// has said that it may be asked, writes down who asks it.
public final class MediaPlatform {
    public static final MediaPlatform INSTANCE = new MediaPlatform();

    /// What it does with one download in place of giving the file.
    interface Reaction {
        void to(HttpServerRequest request);
    }

    record Asked(String mediaId, String authorization, String userAgent) {}

    private record Kept(byte[] bytes, JsonObject about, Queue<Reaction> reactions) {}

    private final Vertx vertx = Vertx.vertx();
    private final int port = FreePorts.next();
    private final int strangePort = FreePorts.next();
    private final Map<String, Kept> files = new ConcurrentHashMap<>();
    private final List<Asked> downloads = new CopyOnWriteArrayList<>();
    private final List<String> strangeCalls = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HttpServer stranger;

    private MediaPlatform() {}

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void start() {
        server = listen(port, this::download);
        stranger = listen(strangePort, request -> {
            strangeCalls.add(request.path());
            request.response().end("not yours");
        });
    }

    private HttpServer listen(int number, Handler<HttpServerRequest> handler) {
        return vertx.createHttpServer()
                .requestHandler(handler)
                .listen(number, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
        stranger.close().toCompletionStage().toCompletableFuture().join();
    }

    /// @param reactions the first downloads meet these, one after the other; later ones get the file
    /// @return the id of the file
    String keeps(byte[] bytes, String mimeType, Reaction... reactions) {
        var id = UUID.randomUUID().toString();
        var about = new JsonObject()
                .put("id", id)
                .put("url", url() + "/" + id)
                .put("mime_type", mimeType)
                .put("sha256", sha256(bytes))
                .put("file_size", String.valueOf(bytes.length));
        files.put(id, new Kept(bytes, about, new ArrayDeque<>(List.of(reactions))));
        return id;
    }

    /// From now on the platform says something else of a file.
    void says(String id, String field, String value) {
        files.get(id).about.put(field, value);
    }

    String strangeUrl() {
        return "http://127.0.0.1:" + strangePort;
    }

    List<String> strangeCalls() {
        return strangeCalls;
    }

    List<Asked> downloadsOf(String mediaId) {
        return downloads.stream().filter(it -> it.mediaId.equals(mediaId)).toList();
    }

    public void lookUp(HttpServerRequest request) {
        var kept = files.get(request.path().substring(request.path().lastIndexOf('/') + 1));
        if (kept == null) {
            answers(400, "{\"error\":{\"code\":100}}").to(request);
        } else {
            answers(200, kept.about.encode()).to(request);
        }
    }

    private void download(HttpServerRequest request) {
        var id = request.path().substring(1);
        downloads.add(new Asked(id, request.getHeader("Authorization"), request.getHeader("User-Agent")));
        var kept = files.get(id);
        if (kept.reactions.isEmpty()) {
            request.response().end(Buffer.buffer(kept.bytes));
        } else {
            kept.reactions.remove().to(request);
        }
    }

    static Reaction answers(int status, String body) {
        return request -> request.response().setStatusCode(status).end(body);
    }

    Reaction redirectsToAStranger() {
        return request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", strangeUrl() + "/redirected")
                .end();
    }

    static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
