package org.centralino.outbound.upload;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// The platform's place for files. A file is known by its type, which a test makes up.
public final class UploadPlatform {
    public static final UploadPlatform INSTANCE = new UploadPlatform();

    /// What it does with one upload.
    public interface Reaction {
        void to(HttpServerRequest request);
    }

    /// What came in.
    public record Upload(String path, String authorization, String form, long bytes, String id) {}

    private final Map<String, Queue<Reaction>> scripts = new ConcurrentHashMap<>();
    private final List<Upload> uploads = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();

    private UploadPlatform() {}

    /// The next uploads of this type meet these reactions, one after the other; later ones are taken.
    public void on(String mimeType, Reaction... reactions) {
        scripts.put(mimeType, new ArrayDeque<>(List.of(reactions)));
    }

    public List<Upload> uploadsOf(String mimeType) {
        return uploads.stream().filter(it -> it.form.contains(mimeType)).toList();
    }

    public static Reaction answers(int status, String body) {
        return request -> request.response().setStatusCode(status).end(body);
    }

    public static Reaction breaksTheConnection() {
        return request -> request.connection().close();
    }

    public void receive(HttpServerRequest request) {
        var head = new StringBuilder();
        var bytes = new long[1];
        request.handler(piece -> {
            bytes[0] += piece.length();
            if (head.length() < 2_000) {
                head.append(piece.getString(0, Math.min(piece.length(), 2_000), "ISO-8859-1"));
            }
        });
        request.endHandler(_ -> {
            var form = head.toString();
            var id = "88000000" + ids.incrementAndGet();
            uploads.add(new Upload(request.path(), request.getHeader("Authorization"), form, bytes[0], id));
            var script = new ArrayList<>(scripts.entrySet())
                    .stream()
                            .filter(it -> form.contains(it.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst();
            script.filter(reactions -> !reactions.isEmpty())
                    .map(Queue::remove)
                    .orElse(answers(200, "{\"id\":\"%s\"}".formatted(id)))
                    .to(request);
        });
    }
}
